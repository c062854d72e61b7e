"""Briefs, and the opening of what they cite."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from dateline import pipeline
from dateline.brief import Update, updates
from dateline.brief.select import Length
from dateline.brief.support import Verdict, check_text
from dateline.brief.writers import OpenAIWriter, rewrite, rules, translate
from dateline.desk.intake import read
from dateline.desk.listing import stories
from dateline.desk.opened import Opened
from dateline.errors import ConfigError, NotFound, ReadError
from dateline.records import Brief, Report, Span
from dateline.views import Citation


def brief(
    desk: Opened,
    story: str | None,
    as_of: datetime | None,
    length: Length | None,
    language: str | None,
) -> Brief:
    """Write the brief of a story; see ``Desk.brief``."""
    if story is None:
        lines = stories(desk, as_of, None, 1)
        if not lines:
            raise NotFound("the desk holds no story yet: dateline add FILE… brings some in")
        story = lines[0].id
    written = pipeline.make_brief(
        desk.store,
        desk.store.story(story),
        engines=desk.engines,
        knowledge=desk.knowledge,
        as_of=as_of,
        length=length or desk.options.brief_length,
        language=language or desk.options.language,
    )
    return _translated(desk, _reworded(desk, written))


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
    name, _, where = citation.partition(":")
    report = desk.store.report(name)
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


def check(desk: Opened, text: str, sources: Sequence[str]) -> tuple[Verdict, ...]:
    """Check each sentence of ``text`` against sources; see ``Desk.check``."""
    known = [name for name in sources if name.startswith("rep_")]
    pairs = list(zip(desk.store.reports(known), desk.store.readings(known), strict=True))
    found = read(desk, [name for name in sources if name not in known], None)
    for item in found.rejected:
        raise ReadError(item.name, item.reason, kind=item.kind)
    pairs.extend((item.report, item.reading) for item in found.items)
    return check_text(text, pairs, desk.engines)
