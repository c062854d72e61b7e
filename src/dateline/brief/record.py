"""Record: what the desk holds beside a story's own reports, for computed statements."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from dateline.records import Event, Expectation, Report, Span, content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierStory:
    """An earlier story of the same storyline: its id, title, day, and the title's span."""

    story: str
    title: str
    on: datetime
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The desk's own record around a story.

    ``events`` are the story's and earlier ones of its actors, ``expectations`` the story's and
    earlier ones of its storyline, ``earlier`` the storyline's earlier stories. ``names`` gives
    actor ids a name to show, ``reports`` holds the reports that the spans of all these stand
    in. ``since`` is the publication time of the oldest report of the desk: nothing is said
    about what came before it.
    """

    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    earlier: tuple[EarlierStory, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    since: datetime | None = None

    def as_of(self, now: datetime | None, own: Mapping[str, Report]) -> Record:
        """Return the record as it stood at ``now``, its reports joined with the story's ``own``.

        Spans of reports that are not there, or came later, are dropped, and so is what then
        stands on none; an expectation settled later is not settled yet.
        """
        reports = {
            key: report
            for key, report in {**self.reports, **own}.items()
            if now is None or (report.published or report.retrieved) <= now
        }

        def held(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(span for span in spans if span.report in reports)

        events = [replace(e, spans=held(e.spans)) for e in self.events]
        expectations = [
            replace(
                e,
                spans=held(e.spans),
                settled=e.settled if e.settled and (now is None or e.settled.at <= now) else None,
            )
            for e in self.expectations
        ]
        return replace(
            self,
            events=tuple(sorted((e for e in events if e.spans), key=lambda e: e.id)),
            expectations=tuple(sorted((e for e in expectations if e.spans), key=lambda e: e.id)),
            earlier=tuple(
                sorted((e for e in self.earlier if e.span.report in reports), key=lambda e: e.on)
            ),
            reports=reports,
        )

    @property
    def key(self) -> str:
        """A content id of what a brief may take from the record."""
        parts = [e.id for e in self.events] + [
            f"{e.id}:{e.settled.outcome if e.settled else ''}" for e in self.expectations
        ]
        return content_id("rec", *parts, *(e.story for e in self.earlier))
