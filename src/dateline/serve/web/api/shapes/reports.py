"""Reports, what was read out of them, citations and search."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records import ActorKind, Direction, Role
from dateline.serve.web.api.shapes.base import Made, Shape, Span, When


class ReportEntry(Shape):
    """A report in a list, without its text."""

    id: str
    key: str
    version: int
    supersedes: str | None
    outlet: str | None
    country: str | None
    language: str | None
    url: str | None
    title: str | None
    published: datetime | None
    updated: datetime | None
    retrieved: datetime


class Report(ReportEntry):
    """One version of an item as one outlet published it."""

    own_id: str | None
    story: str | None
    authors: list[str]
    section: str | None
    paywalled: bool
    text: str


class Sentence(Shape):
    """A sentence and what it does in the report."""

    span: Span
    role: Role
    certainty: float


class DateMention(Shape):
    """Words that name a time."""

    span: Span
    when: When
    direction: Direction
    how: str


class ActorMention(Shape):
    """Words that name an actor; ``how`` is the rule that linked them."""

    span: Span
    actor: str
    how: str
    kind: ActorKind
    country: str
    sector: str
    certainty: float


class PlaceMention(Shape):
    """Words that name a place; degrees are WGS 84."""

    span: Span
    place: str
    name: str
    country: str
    latitude: float
    longitude: float


class Quote(Shape):
    """Somebody's words, or what they are said to have said."""

    span: Span
    content: list[Span]
    kind: Literal["direct", "indirect", "mixed"]
    source: Span | None
    speaker: str | None
    denied: bool
    hedged: bool


class Reading(Shape):
    """What was read out of a report."""

    report: str
    language: str
    language_certainty: float
    sentences: list[Sentence]
    dates: list[DateMention]
    actors: list[ActorMention]
    places: list[PlaceMention]
    quotes: list[Quote]
    made: Made


class Citation(Shape):
    """A citation opened: the words with what stands before and after them."""

    id: str
    report: str
    outlet: str | None
    title: str | None
    published: datetime | None
    before: str
    text: str
    after: str


class Hit(Shape):
    """A report that search found, and its best sentence."""

    report: str
    title: str | None
    outlet: str | None
    language: str | None
    published: datetime | None
    score: float
    citation: str
    text: str
