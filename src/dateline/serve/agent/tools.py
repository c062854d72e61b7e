"""The tools: each asks the desk one thing, and only reads."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Literal, Protocol

from pydantic import Field

from dateline.brief.select import Length
from dateline.brief.support import Verdict
from dateline.desk import Desk
from dateline.errors import ConfigError
from dateline.records import Brief, Outcome
from dateline.relate.series import Period
from dateline.serve.agent import answers, telling

Count = Annotated[int, Field(ge=1, le=100)]
Actor = Annotated[str | None, Field(description="A state (JPN), a code (JPNGOV) or an actor's id.")]
Name = Annotated[str | None, Field(description="A story's id or the beginning of it.")]
_REPORT = re.compile(r"rep_[0-9a-z]+")
_TIME = "A day or time, ISO 8601: 2026-01-13."


class Engines(Protocol):
    """What needs the language engines, which are not made for several threads."""

    def brief(self, story: str | None, length: Length) -> Brief:
        """Write the brief of a story, the first one where none is named."""
        ...

    def check(self, text: str, reports: Sequence[str]) -> tuple[Verdict, ...]:
        """Check a text against reports of the desk."""
        ...


class OneByOne:
    """The desk's own engines, one caller at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()

    def brief(self, story: str | None, length: Length) -> Brief:
        """Write a brief; see :class:`Engines`."""
        with self._lock:
            return self._desk.brief(story, length=length)

    def check(self, text: str, reports: Sequence[str]) -> tuple[Verdict, ...]:
        """Check a text; see :class:`Engines`."""
        with self._lock:
            return self._desk.check(text, reports)


class Tools:
    """The tools over one desk; safe to use from several threads."""

    def __init__(self, desk: Desk, engines: Engines) -> None:
        self._desk = desk
        self._engines = engines

    def stories(
        self,
        limit: Count = 20,
        days: Annotated[int | None, Field(ge=1, description="Only of so many days.")] = None,
        actor: Annotated[str | None, Field(description="Only those that name this actor.")] = None,
    ) -> answers.Stories:
        """List the desk's stories, the weightiest first, with how many reports are independent."""
        lines = self._desk.stories(limit=limit, days=days, actor=actor)
        return answers.Stories(stories=[telling.story(line) for line in lines])

    def brief(
        self,
        story: Annotated[str | None, Field(description="Its id; nothing: the first one.")] = None,
        length: Length = "short",
    ) -> answers.BriefAnswer:
        """Write the brief of a story: what happened, why it matters, what is next; each sentence
        with its sources, with differences between the reports, and with what they don't tell."""
        made = self._engines.brief(story, length)
        return telling.brief(made, self._desk.reports_of(made))

    def events(
        self,
        actor: Actor = None,
        other: Actor = None,
        story: Name = None,
        action: Annotated[str | None, Field(description="A PLOVER type: CONSULT.")] = None,
        status: Annotated[
            Literal[
                "happened",
                "planned",
                "alleged",
                "denied",
                "threatened",
                "conditional",
                "background",
            ]
            | None,
            Field(description="What is to be known of it."),
        ] = None,
        since: Annotated[str | None, Field(description=_TIME)] = None,
        until: Annotated[str | None, Field(description=_TIME)] = None,
        limit: Count = 50,
    ) -> answers.Acts:
        """List coded events, the latest first: who did what to whom, when and where."""
        which = {
            "actor": actor, "other": other, "story": story, "action": action, "status": status,
            "since": _moment(since), "until": _moment(until),
        }  # fmt: skip
        found = self._desk.events(order="newest", limit=limit, **which)  # type: ignore[arg-type]
        total = self._desk.count_events(**which)
        return answers.Acts(total=total, events=[telling.act(event) for event in found])

    def relations(self, a: str, b: str, period: Period = "month") -> answers.RelationAnswer:
        """Follow two actors (states such as JPN, codes or ids) over time: the smoothed score of
        cooperation and conflict, and the events behind each turn."""
        found = self._desk.relation(a, b, period=period)
        return answers.RelationAnswer(
            a=found.relation.a,
            b=found.relation.b,
            points=[
                answers.Point(
                    start=p.start, score=p.score, low=p.low, high=p.high, events=list(p.events)
                )
                for p in found.relation.points
            ],
            turns=[
                answers.Turn(start=t.start, before=t.before, after=t.after, events=list(t.events))
                for t in found.turns
            ],
        )

    def expectations(
        self,
        actor: Annotated[str | None, Field(description="An actor's id: JPN.")] = None,
        story: Name = None,
        outcome: Outcome | None = None,
        limit: Count = 50,
    ) -> answers.Comings:
        """List what reporting said would come, by due time, with what became of it by now."""
        now = datetime.now(UTC)
        found = self._desk.expectations(
            actor=actor, story=story, outcome=outcome, as_of=now, limit=limit
        )
        return answers.Comings(
            expectations=[telling.coming(e, self._desk.outcome_of(e, now)) for e in found]
        )

    def calendar(
        self,
        actor: Annotated[str | None, Field(description="An actor's id: JPN.")] = None,
        place: Annotated[str | None, Field(description="Its English name.")] = None,
        days: Annotated[int, Field(ge=1, le=3_650, description="How far ahead to look.")] = 90,
        limit: Count = 50,
    ) -> answers.Days:
        """Say what is next: expected events and recurring fixtures of world affairs."""
        found = self._desk.calendar(actor=actor, place=place, days=days)
        return answers.Days(entries=[telling.day(entry) for entry in found[:limit]])

    def search(
        self,
        words: Annotated[str, Field(max_length=300, description="All have to stand in it.")],
        language: Annotated[str | None, Field(pattern="^[a-z]{2,3}$")] = None,
        since: Annotated[str | None, Field(description=_TIME)] = None,
        until: Annotated[str | None, Field(description=_TIME)] = None,
        limit: Count = 20,
    ) -> answers.Hits:
        """Search the text of all reports; the best first, each with its best sentence."""
        found = self._desk.search(
            words, language=language, since=_moment(since), until=_moment(until), limit=limit
        )
        return answers.Hits(
            hits=[
                answers.Hit(
                    report=report.id,
                    outlet=telling.outside(report.outlet),
                    title=telling.outside(report.title),
                    published=report.published,
                    sentence=telling.outside(report.quote(hit.span)),
                    cite=telling.cites((hit.span,))[0],
                )
                for hit, report in found
            ]
        )

    def check(
        self,
        text: Annotated[str, Field(max_length=20_000, description="One sentence or more.")],
        reports: Annotated[
            list[str], Field(min_length=1, max_length=50, description="Ids of reports.")
        ],
    ) -> answers.Verdicts:
        """Check each sentence of a text against reports of the desk: names, numbers, dates,
        quotations, who said it, and meaning must stand in them. Says why where one doesn't."""
        for name in reports:  # a path or an address must never get as far as the desk
            if not _REPORT.fullmatch(name):
                raise ConfigError(
                    f"{name[:100]!r} is no report's id: take one from brief or search"
                )
        found = self._engines.check(text, reports)
        return answers.Verdicts(
            supported=all(verdict.supported for verdict in found),
            verdicts=[
                answers.Verdict(
                    claim=verdict.claim,
                    supported=verdict.supported,
                    kind=verdict.kind,
                    reason=verdict.reason,
                    cite=telling.cites(verdict.spans),
                )
                for verdict in found
            ],
        )

    def show(
        self,
        cite: Annotated[str, Field(max_length=100, description="REPORT:START-END, or a report.")],
        around: Annotated[int, Field(ge=0, le=2_000, description="Characters each side.")] = 300,
    ) -> answers.Opened:
        """Open a citation: the words as they stand in the report, with what is around them."""
        return telling.opened(self._desk.show(cite, around=around))


def _moment(text: str | None) -> datetime | None:
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise ConfigError(f"{text[:40]!r} is no time: write 2026-01-13") from None
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
