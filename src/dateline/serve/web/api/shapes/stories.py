"""Stories, their reports and copies, and briefs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import ConfigDict

from dateline.records import Agreement, CopyKind
from dateline.serve.web.api.shapes.base import Made, Pairs, Shape, Span


class StoryEntry(Shape):
    """A story in the ranked list; ``parts`` add up to ``score``."""

    id: str
    title: str
    reports: int
    independent: int
    outlets: list[str]
    languages: list[str]
    opened: datetime
    updated: datetime
    score: float
    parts: Pairs[str, float]


class Member(Shape):
    """A report of a story and why it belongs there."""

    report: str
    joined: datetime
    score: float
    why: str


class CopyEdge(Shape):
    """``report`` takes ``share`` of its sentences from ``of``."""

    report: str
    of: str
    kind: CopyKind
    share: float
    evidence: list[str]


class StoryLink(Shape):
    """``later`` follows ``earlier`` in a storyline."""

    earlier: str
    later: str
    why: str
    score: float


class Story(Shape):
    """A story with its reports and who copied whom. ``origins`` are the independent reports.

    ``links`` join it to the stories before and after it.
    """

    id: str
    title: str
    version: int
    opened: datetime
    updated: datetime
    independent: int
    origins: list[str]
    members: list[Member]
    copies: list[CopyEdge]
    links: list[StoryLink]


class Cited(Span):
    """A span that a brief stands on; ``source`` is the number of its report there."""

    source: int | None


class Edit(Shape):
    """A change to the source sentence, relative to the first span's start."""

    start: int
    end: int
    before: str
    after: str
    kind: str


class Claim(Shape):
    """A sentence of a brief and what it stands on."""

    text: str
    language: str
    agreement: Agreement
    independent: int
    writer: str
    note: str
    spans: list[Cited]
    edits: list[Edit]


class Section(Shape):
    """One of the four sections; ``note`` says why it is empty."""

    name: str
    note: str
    claims: list[Claim]


class Version(Shape):
    """One side of a difference."""

    value: str
    independent: int
    spans: list[Cited]


class Difference(Shape):
    """Where the reports contradict."""

    attribute: str
    versions: list[Version]


class Source(Shape):
    """A report behind a brief."""

    number: int
    report: str
    outlet: str | None
    title: str | None
    language: str
    published: datetime | None
    url: str | None
    relation: str
    of: str | None
    derivation: str | None


class Brief(Shape):
    """A brief: the same form as ``dateline brief --format json`` writes."""

    schema_: int
    id: str
    story: str
    story_version: int
    language: str
    as_of: datetime | None
    when: dict[str, Any] | None
    reports: int
    independent: int
    headline: Claim
    gist: Claim
    sections: list[Section]
    differences: list[Difference]
    gaps: list[str]
    sources: list[Source]
    made: Made

    model_config = ConfigDict(
        alias_generator=lambda name: name.rstrip("_"), validate_by_name=True, extra="allow"
    )
