"""Desk: options, store, engines and run behind one door.

The command line, the pages, the API and ``import dateline`` all call what stands here; none of
them has logic of its own.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any

from dateline import pipeline
from dateline.brief.select import Length
from dateline.brief.support import Verdict, check_text
from dateline.brief.writers import OpenAIWriter, rewrite
from dateline.config import Options, Setting, load_options
from dateline.engines import Engines, load_engines
from dateline.errors import ConfigError, NotFound, ReadError, StageError
from dateline.gather import GatherOptions, collect
from dateline.group import GroupOptions, Ranked, Why
from dateline.knowledge import KNOWLEDGE_DATE, Knowledge, load_knowledge
from dateline.records import Brief, Event, Fetched, Hints, Rejected, Report, Span
from dateline.records.codec import to_plain
from dateline.run import Progress, run
from dateline.store import Hit, Store, open_store
from dateline.views import Added, Citation, Found, ReadItem, StoryLine


class Desk:
    """An open desk. Use it as a context manager, or call :meth:`close`.

    Engines and knowledge are loaded when they are first needed: looking at a desk needs none.
    """

    def __init__(self, options: Options, settings: tuple[Setting, ...] = ()) -> None:
        self.options = options
        self.settings = settings
        if "://" not in options.db and options.db != ":memory:":
            Path(options.db).expanduser().parent.mkdir(parents=True, exist_ok=True)
        self.store: Store = open_store(options.db)

    @functools.cached_property
    def engines(self) -> Engines:
        """The language engines; desks with the same choice share them."""
        return _engines(self.options.parser_model)

    @functools.cached_property
    def knowledge(self) -> Knowledge:
        """The knowledge base, with the user's own office-holders over it."""
        return load_knowledge(Path(self.options.offices) if self.options.offices else None)

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Desk:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # in

    def add(
        self,
        sources: Sequence[str],
        *,
        hints: Hints | None = None,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Take files, folders and URLs in: gather, read and group them.

        ``hints`` states facts about the items (outlet, date, ...) and wins over what they
        declare. ``now`` stands for the present: it is the time of retrieval, and feed entries
        dated after it lose their date. Doing it twice changes nothing the second time.
        """
        now = now or datetime.now(UTC)
        items: list[str] = []
        rejected: list[Rejected] = []
        gathered = pipeline.keep(self.store, collect(sources, self._gathering(hints), now))
        for number, item in enumerate(gathered, 1):
            if isinstance(item, Fetched):
                items.append(item.id)
            else:
                rejected.append(item)
            if progress is not None:
                progress("gather", number, 0)
        before = self.store.counts()["report"]
        rejected.extend(self._process(progress))
        stories = {self.store.story_of(report) for report in self.store.reports_from(items)}
        return Added(
            gathered=len(items),
            reports=self.store.counts()["report"] - before,
            stories=tuple(sorted(filter(None, stories))),
            rejected=tuple(rejected),
        )

    def read(self, sources: Sequence[str], *, now: datetime | None = None) -> Found:
        """Read files or pages without keeping anything: what ``dateline read`` shows."""
        stage = pipeline.ReadStage(self.engines, self.knowledge)
        items: list[ReadItem] = []
        rejected: list[Rejected] = []
        for item in collect(sources, self._gathering(None), now or datetime.now(UTC)):
            if isinstance(item, Rejected):
                rejected.append(item)
                continue
            try:
                report, reading = stage.decide(item)
            except StageError as error:
                rejected.append(
                    Rejected(
                        stage=stage.name,
                        id=item.id,
                        name=error.name,
                        kind=error.kind,
                        reason=error.reason,
                    )
                )
            else:
                items.append(ReadItem(report=report, reading=reading))
        return Found(items=tuple(items), rejected=tuple(rejected))

    def _process(self, progress: Progress | None) -> Iterator[Rejected]:
        read = pipeline.ReadStage(self.engines, self.knowledge)
        group = pipeline.GroupStage(GroupOptions(window_days=self.options.window_days))
        events = pipeline.EventsStage(self.knowledge)
        expect = pipeline.ExpectStage()
        for stage in (read, group, events, expect):
            yield from run(stage, self.store, progress).rejected

    def _gathering(self, hints: Hints | None) -> GatherOptions:
        options = self.options
        return GatherOptions(
            overrides=hints or Hints(),
            max_item_bytes=int(options.max_item_mb * (1 << 20)),
            total_timeout=options.fetch_timeout,
            host_interval=options.fetch_pace,
            user_agent=options.user_agent,
            full_text=options.full_text,
            respect_robots=options.robots,
            allow_private=options.allow_private,
        )

    # out

    def stories(
        self, *, as_of: datetime | None = None, days: int | None = None, limit: int = 50
    ) -> tuple[StoryLine, ...]:
        """List the stories in rank order, best first.

        ``as_of`` hides what came later; ``days`` leaves out stories without a report in that
        many days before it.
        """
        until = as_of or datetime.now(UTC)
        since = until - timedelta(days=days) if days else None
        found = self.store.stories(since=since)
        ranked = pipeline.ranked(self.store, found, until)
        return tuple(self._line(item) for item in ranked[:limit])

    def _line(self, item: Ranked) -> StoryLine:
        story = item.story
        reports = self.store.reports([member.report for member in story.members])
        return StoryLine(
            id=story.id,
            title=pipeline.title_of(story, reports, self.options.language),
            reports=len(reports),
            independent=story.independent,
            outlets=tuple(sorted({r.outlet for r in reports if r.outlet})),
            languages=tuple(sorted({r.language or "und" for r in reports})),
            opened=story.opened,
            updated=story.updated,
            score=item.score,
            parts=tuple(item.parts.items()),
        )

    def brief(
        self,
        story: str | None = None,
        *,
        as_of: datetime | None = None,
        length: Length | None = None,
        language: str | None = None,
    ) -> Brief:
        """Write the brief of a story (an id or its unambiguous beginning; the first-ranked
        one when none is named).

        Raises NotFound when there is no such story.
        """
        if story is None:
            lines = self.stories(as_of=as_of, limit=1)
            if not lines:
                raise NotFound("the desk holds no story yet: dateline add FILE… brings some in")
            story = lines[0].id
        brief = pipeline.make_brief(
            self.store,
            self.store.story(story),
            engines=self.engines,
            knowledge=self.knowledge,
            as_of=as_of,
            length=length or self.options.brief_length,
            language=language or self.options.language,
        )
        return self._reworded(brief)

    def _reworded(self, brief: Brief) -> Brief:
        """Let the configured writer reword the brief; what the sources don't bear is refused."""
        options = self.options
        if not options.writer_url:
            return brief
        writer = OpenAIWriter(
            options.writer_url, options.writer_model, options.writer_key, options.writer_timeout
        )
        reports = self.reports_of(brief)
        readings = {reading.report: reading for reading in self.store.readings(reports)}
        return rewrite(brief, writer, reports, readings, self.engines)

    def show(self, citation: str, *, around: int = 300) -> Citation:
        """Open a citation ``REPORT:START-END``: the words, and what stands around them.

        ``REPORT`` alone opens the whole report; ``around`` is in characters. Raises NotFound
        for an unknown report and ConfigError for a citation of another form.
        """
        name, _, where = citation.partition(":")
        report = self.store.report(name)
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

    def reports_of(self, brief: Brief) -> dict[str, Report]:
        """Return the reports that a brief cites, by id: its words are read back from them."""
        ids = [source.report for source in brief.sources]
        return {report.id: report for report in self.store.reports(ids)}

    def why(self, a: str, b: str) -> Why:
        """Explain whether two reports tell of one event, and whether one copies the other."""
        return pipeline.explain(self.store, a, b)

    def events(
        self,
        *,
        story: str | None = None,
        actor: str | None = None,
        action: str | None = None,
        status: str | None = None,
        limit: int | None = 100,
        imported: bool = False,
    ) -> tuple[Event, ...]:
        """List events by time. ``actor`` is an id or the beginning of a code (JPN, JPNGOV).

        ``action`` is a PLOVER type. Imported events are left out unless asked for.
        """
        story = self.store.story(story).id if story else None
        found = [
            event
            for event in self.store.events(story=story)
            if (imported or not event.imported)
            and (action is None or event.action == action.upper())
            and (status is None or event.status == status)
            and (
                actor is None
                or any(
                    party.actor == actor or party.code.startswith(actor)
                    for party in (*event.sources, *event.targets)
                )
            )
        ]
        return tuple(found if limit is None else found[:limit])

    def check(self, text: str, sources: Sequence[str]) -> tuple[Verdict, ...]:
        """Check each sentence of ``text`` against files, pages, or reports of the desk by id.

        Nothing is kept. Raises NotFound where a source is neither, and ReadError or another
        StageError where one can't be read.
        """
        known = [name for name in sources if name.startswith("rep_")]
        pairs = list(zip(self.store.reports(known), self.store.readings(known), strict=True))
        found = self.read([name for name in sources if name not in known])
        for item in found.rejected:
            raise ReadError(item.name, item.reason, kind=item.kind)
        pairs.extend((item.report, item.reading) for item in found.items)
        return check_text(text, pairs, self.engines)

    def search(self, query: str, **filters: Any) -> tuple[tuple[Hit, Report], ...]:
        """Search the text of all reports; best first. Filters as :meth:`Store.search`."""
        hits = self.store.search(query, **filters)
        reports = {report.id: report for report in self.store.reports([h.report for h in hits])}
        return tuple((hit, reports[hit.report]) for hit in hits)

    def doctor(self) -> dict[str, Any]:
        """Say how the desk is: store, engines, knowledge, and every rejection with its reason."""
        return {
            "store": to_plain(self.store.health()),
            "counts": self.store.counts(),
            "engines": self.engines.describe(),
            "knowledge": {
                "facts_as_of": KNOWLEDGE_DATE.isoformat(),
                "actors": len(self.knowledge.actors),
                "offices": len(self.knowledge.offices),
            },
            "rejections": [to_plain(item) for item in self.store.rejections()],
        }


@functools.lru_cache(maxsize=2)
def _engines(parser_model: str) -> Engines:
    return load_engines(Options.model_validate({"db": ":memory:", "parser_model": parser_model}))


def open_desk(db: str | None = None, **options: Any) -> Desk:
    """Open a desk: ``db`` is a file or a PostgreSQL URL, made where it isn't there yet.

    Other options as in ``docs/options.md``. Raises ConfigError or StoreError.
    """
    loaded, settings = load_options({"db": db, **options})
    return Desk(loaded, settings)
