"""Expectations, their settling and track records, and the calendar."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.records import ExpectationKind, Outcome
from dateline.serve.web.api.shapes.base import Made, Pairs, Shape, Span, When


class Settlement(Shape):
    """How an expectation ended, by whom and by which words."""

    outcome: Outcome
    at: datetime
    spans: list[Span]
    by: str
    why: str


class Expectation(Shape):
    """Something that reporting says will come; ``outcome`` is what became of it by now."""

    id: str
    kind: ExpectationKind
    statement: str
    outcome: Outcome
    due: When
    holder: str | None
    subject: list[str]
    action: str
    confidence: str
    probability: Annotated[list[float], Field(min_length=2, max_length=2)] | None
    condition: Span | None
    spans: list[Span]
    supersedes: str | None
    story: str | None
    settled: Settlement | None
    made: Made


class Decision(BaseModel):
    """A decision on an expectation; *open* reopens it. ``citation`` is REPORT:START-END."""

    model_config = ConfigDict(extra="forbid")

    outcome: Literal["open", "met", "missed", "postponed", "withdrawn", "void"]
    why: Annotated[str, Field(max_length=1_000)] = ""
    citation: Annotated[str | None, Field(max_length=100)] = None


class Track(Shape):
    """What became of the expectations of one kind or outlet; rates are of those due or ended."""

    group: str
    total: int
    counts: Pairs[Outcome, int]
    late: int
    days_late: float | None
    met_rate: float | None
    overdue_rate: float | None
    void_rate: float | None


class Records(Shape):
    """The track record by kind and by outlet."""

    kinds: list[Track]
    outlets: list[Track]


class CalendarEntry(Shape):
    """A line of the calendar: whole days from ``start`` to ``end`` (exclusive).

    ``at`` is begin and end where there is a time of day. ``limit``: due by its day, not on it.
    ``outcome`` is null for a recurring fixture.
    """

    uid: str
    summary: str
    start: date
    end: date
    at: Annotated[list[datetime], Field(min_length=2, max_length=2)] | None
    limit: bool
    firm: bool
    outcome: Outcome | None
    actors: list[str]
    place: str
    story: str | None
