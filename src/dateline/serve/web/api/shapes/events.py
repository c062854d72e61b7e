"""Events, actors and relations."""

from __future__ import annotations

from datetime import datetime

from pydantic import model_validator

from dateline.records import ActorKind, QuadClass, Status
from dateline.serve.web.api.shapes.base import Made, Pairs, Shape, Span, When


class Party(Shape):
    """An actor's part in an event, and the words that name it."""

    actor: str
    code: str
    span: Span | None


class Told(Shape):
    """One value of a contested attribute, and the sentences that say it."""

    value: str
    spans: list[Span]

    @model_validator(mode="before")
    @classmethod
    def _of_pair(cls, given: object) -> object:
        return (
            dict(zip(("value", "spans"), given, strict=True)) if isinstance(given, tuple) else given
        )


class Contested(Shape):
    """An attribute on which the sources differ."""

    attribute: str
    values: list[Told]


class Event(Shape):
    """One occurrence, counted once however many reports tell of it."""

    id: str
    action: str
    mode: str
    status: Status
    quad: QuadClass
    cameo: str
    goldstein: float
    contexts: list[str]
    sources: list[Party]
    targets: list[Party]
    place: str | None
    occurred: When
    spans: list[Span]
    contested: list[Contested]
    story: str | None
    imported: str
    why: str
    made: Made


class ActorEntry(Shape):
    """An actor with the number of its events."""

    id: str
    name: str
    events: int


class Name(Shape):
    """One name of an actor."""

    text: str
    language: str
    kind: str


class Actor(Shape):
    """An actor: ``known`` tells one of the knowledge base from one that only reports name."""

    id: str
    known: bool
    kind: ActorKind
    country: str
    sector: str
    names: list[Name]
    source: str
    events: int


class Point(Shape):
    """One period of a dyad: counts by quad class, the smoothed score, its 95% bounds."""

    start: datetime
    end: datetime
    counts: Pairs[QuadClass, int]
    score: float
    low: float
    high: float
    events: list[str]


class Turn(Shape):
    """What a period's events did to the level, and which events pulled most."""

    start: datetime
    before: float
    after: float
    surprise: float
    events: list[str]


class Pull(Shape):
    """How far what ``mover`` does to ``moved`` is followed by what comes back."""

    mover: str
    moved: str
    correlation: float
    periods: int


class Relation(Shape):
    """Two actors over time. Ids of events open at ``/events/ID``."""

    a: str
    b: str
    points: list[Point]
    turns: list[Turn]
    pulls: list[Pull]


class Dyad(Shape):
    """A pair of a group: how many events, and the latest score with its bounds."""

    a: str
    b: str
    events: int
    score: float
    low: float
    high: float


class Triad(Shape):
    """Three actors, the signs of their pairs; ``balanced`` is null where a sign is not sure."""

    actors: list[str]
    signs: list[int]
    balanced: bool | None


class Group(Shape):
    """Several actors: a line for each pair with events, and the triads."""

    actors: list[str]
    dyads: list[Dyad]
    triads: list[Triad]


class BaseRate(Shape):
    """After ``first`` (``cases`` times), ``then`` came within ``days`` in ``hits`` of them.

    ``usual`` is the rate after any day; ``low`` and ``high`` bound ``rate`` with 95%.
    """

    first: str
    then: str
    days: int
    cases: int
    hits: int
    rate: float
    low: float
    high: float
    usual: float


class Outlook(Shape):
    """What followed on what between two actors: base rates of their own record, no forecast."""

    a: str
    b: str
    rates: list[BaseRate]


class Forecast(Shape):
    """The chance of an act within so many days, the usual share, and the rule's own record.

    Where ``brier`` is not below ``brier_usual``, the forecast deserves no belief.
    """

    action: str
    days: int
    chance: float
    usual: float
    cases: int
    brier: float | None
    brier_usual: float | None


class Forecasts(Shape):
    """How likely each type of act between two actors is, the likeliest first."""

    a: str
    b: str
    days: int
    forecasts: list[Forecast]
