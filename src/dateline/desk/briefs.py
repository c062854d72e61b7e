"""Briefs, and the opening of what they cite."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime

from dateline.brief import Update, updates
from dateline.brief.compose import VERSION
from dateline.brief.select import Length
from dateline.brief.support import Verdict, check_text
from dateline.brief.writers import OpenAIWriter, rewrite, rules, translate
from dateline.desk.intake import read
from dateline.desk.listing import stories
from dateline.desk.opened import Opened
from dateline.desk.passed import passed, seen, touch
from dateline.errors import ConfigError, NotFound, ReadError, StageError, StoreError
from dateline.records import Brief, Expectation, KeptBrief, Report, Span
from dateline.telling import Form, make_brief, material, written
from dateline.views import Citation

# Who watches a desk writes so many of today's stories between two rounds, and for so long at most.
FIRST, AHEAD_SECONDS = 200, 20.0


def brief(
    desk: Opened,
    story: str | None,
    as_of: datetime | None,
    length: Length | None,
    language: str | None,
) -> Brief:
    """Write the brief of a story, or take the one that is kept; see ``Desk.brief``."""
    if story is None:
        lines = stories(desk, as_of, None, 1)
        if not lines:
            raise NotFound("the desk holds no story yet: dateline add FILE… brings some in")
        story = lines[0].id
    form, id = _form(desk, length, language), desk.store.story(story).id
    if as_of is not None:
        made = make_brief(material(desk.store, id, desk.knowledge), desk.engines, form, as_of)
    else:
        made = _now(desk, _kept(desk, id, form) or _written(desk, id, form))
    return _translated(desk, _reworded(desk, made))


def kept_brief(desk: Opened, story: str, length: Length | None) -> Brief | None:
    """Return the brief of a story where it is kept; see ``Desk.kept_brief``."""
    if worded_elsewhere(desk):
        return None
    kept = _kept(desk, story, _form(desk, length, None))
    return None if kept is None else _now(desk, kept)


def keep_brief(desk: Opened, story: str, length: Length | None) -> Brief:
    """Write the brief of a story and keep it; see ``Desk.keep_brief``."""
    if worded_elsewhere(desk):
        return brief(desk, story, None, length, None)
    made = _written(desk, story, _form(desk, length, None))
    # Keeping is for the next reader: this one isn't refused because somebody else is writing.
    with contextlib.suppress(StoreError), desk.store.transaction() as tx:
        if desk.store.basis(story) == made.basis:  # nothing it tells of changed meanwhile
            tx.put(made)
    return _now(desk, made)


def tell_ahead(desk: Opened, stop: threading.Event) -> int:
    """Write and keep the briefs of today's first stories; see ``Desk.tell_ahead``."""
    if worded_elsewhere(desk):
        return 0
    ends = time.monotonic() + AHEAD_SECONDS
    told = 0
    for line in stories(desk, None, None, FIRST):
        if stop.is_set() or time.monotonic() > ends:
            break
        # One story that can't be told, or is gone since, must not hide the others.
        with contextlib.suppress(StageError, NotFound):
            if _kept(desk, line.id, desk.form) is None:
                keep_brief(desk, line.id, None)
                told += 1
    return told


def worded_elsewhere(desk: Opened) -> bool:
    """Tell whether a model words or translates this desk's briefs: those are not kept."""
    return bool(desk.options.writer_url or desk.options.translator_url)


def _form(desk: Opened, length: Length | None, language: str | None) -> Form:
    return Form(language=language or desk.form.language, length=length or desk.form.length)


def _kept(desk: Opened, story: str, form: Form) -> KeptBrief | None:
    return desk.store.kept_brief(story, form.language, form.length, VERSION)


def _written(desk: Opened, story: str, form: Form) -> KeptBrief:
    return written(material(desk.store, story, desk.knowledge), desk.engines, form)


def _now(desk: Opened, kept: KeptBrief) -> Brief:
    """Return a brief as it is to be read now: what is over is no longer told as next."""
    now, store = datetime.now(UTC), desk.store
    line = [kept.story, *(link.earlier for link in store.links(kept.story))]
    expected = [item for story in dict.fromkeys(line) for item in store.expectations(story=story)]
    gone = passed(kept, now, expected)
    if not gone:
        return kept.brief
    asked = [item for item in expected if any(touch(claim.spans, item.spans) for claim in gone)]
    cited = {span.report for item in asked for span in _spans(item)}
    reports = {report.id: report for report in store.reports(sorted(cited), held=True)}
    members = [source.report for source in kept.brief.sources]
    copies = store.copies([*members, *reports]) if asked else ()
    return seen(kept.brief, gone, now, asked, reports, copies)


def _spans(item: Expectation) -> tuple[Span, ...]:
    return (*item.spans, *(item.settled.spans if item.settled is not None else ()))


def new_since(desk: Opened, story: str | None, since: datetime) -> Update:
    """Say what is new in a story's brief since a time; see ``Desk.new_since``."""
    now = brief(desk, story, None, None, None)
    return updates.new_since(since, now, reports_of(desk, now))


def _translated(desk: Opened, written: Brief) -> Brief:
    """Let the configured translator put a translation beside what is quoted in the original."""
    options = desk.options
    if not options.translator_url:
        return written
    translator = OpenAIWriter(
        options.translator_url,
        options.translator_model,
        options.translator_key,
        options.writer_timeout,
        rules(written.language),
    )
    return translate(written, translator)


def _reworded(desk: Opened, written: Brief) -> Brief:
    """Let the configured writer reword the brief; what the sources don't bear is refused."""
    options = desk.options
    if not options.writer_url:
        return written
    writer = OpenAIWriter(
        options.writer_url, options.writer_model, options.writer_key, options.writer_timeout
    )
    reports = reports_of(desk, written)
    readings = {reading.report: reading for reading in desk.store.readings(reports)}
    return rewrite(written, writer, reports, readings, desk.engines)


def reports_of(desk: Opened, written: Brief) -> dict[str, Report]:
    """Return the reports that a brief cites, by id."""
    ids = [source.report for source in written.sources]
    return {report.id: report for report in desk.store.reports(ids)}


def show(desk: Opened, citation: str, around: int) -> Citation:
    """Open a citation; see ``Desk.show``."""
    report, where = _cited(desk, citation)
    start, end = 0, len(report.text)
    if where:
        try:
            start, end = (int(part) for part in where.split("-"))
            span = Span(report=report.id, start=start, end=end)
            text = report.quote(span)
        except ValueError:
            raise ConfigError(
                f"{citation!r} is no citation of report {report.id}: write REPORT:START-END "
                f"with numbers from 0 to {len(report.text)}"
            ) from None
    else:
        span, text = Span(report=report.id, start=start, end=end), report.text
    return Citation(
        span=span,
        report=report,
        before=report.text[max(0, start - around) : start],
        text=text,
        after=report.text[end : end + around],
    )


def _cited(desk: Opened, citation: str) -> tuple[Report, str]:
    """Split a citation. An id that a report came with may hold ":" itself."""
    name, _, where = citation.partition(":")
    try:
        return desk.store.report(name), where
    except NotFound:
        return desk.store.report(desk.store.named_report(citation)), ""


def check(desk: Opened, text: str, sources: Sequence[str]) -> tuple[Verdict, ...]:
    """Check each sentence of ``text`` against sources; see ``Desk.check``."""
    known = [name for name in sources if name.startswith("rep_")]
    pairs = list(zip(desk.store.reports(known), desk.store.readings(known), strict=True))
    found = read(desk, [name for name in sources if name not in known], None)
    for item in found.rejected:
        raise ReadError(item.name, item.reason, kind=item.kind)
    pairs.extend((item.report, item.reading) for item in found.items)
    return check_text(text, pairs, desk.engines)
