"""The shapes of the API's answers: what OpenAPI tells of them and what is sent are one."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel

T = TypeVar("T")


class ErrorBody(BaseModel):
    """What went wrong: a short stable word for scripts and a line for people."""

    code: str
    message: str


class Error(BaseModel):
    """The one shape of every error."""

    error: ErrorBody


class Page(BaseModel, Generic[T]):
    """One page of a list; ``next`` is the address of the following page.

    ``total`` is null where the list was read only as far as this page.
    """

    items: list[T]
    page: int
    per_page: int
    total: int | None
    next: str | None


class StoryEntry(BaseModel):
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
    parts: dict[str, float]


class Member(BaseModel):
    """A report of a story and why it belongs there."""

    report: str
    joined: datetime
    score: float
    why: str


class CopyEdge(BaseModel):
    """``report`` takes ``share`` of its sentences from ``of``."""

    report: str
    of: str
    kind: Literal["verbatim", "trimmed", "rewritten", "translated", "edited"]
    share: float
    evidence: list[str]


class Story(BaseModel):
    """A story with its reports and who copied whom. ``origins`` are the independent reports."""

    id: str
    version: int
    opened: datetime
    updated: datetime
    independent: int
    origins: list[str]
    members: list[Member]
    copies: list[CopyEdge]


class Span(BaseModel):
    """Characters ``start`` to ``end`` (exclusive) of a report; ``id`` opens it."""

    id: str
    report: str
    start: int
    end: int
    source: int | None
    text: str | None = None


class Edit(BaseModel):
    """A change to the source sentence, relative to the first span's start."""

    start: int
    end: int
    before: str
    after: str
    kind: str


class Claim(BaseModel):
    """A sentence of a brief and what it stands on."""

    text: str
    language: str
    agreement: Literal["corroborated", "single", "contested", "computed"]
    independent: int
    writer: str
    note: str
    spans: list[Span]
    edits: list[Edit]


class Section(BaseModel):
    """One of the four sections; ``note`` says why it is empty."""

    name: str
    note: str
    claims: list[Claim]


class Version(BaseModel):
    """One side of a difference."""

    value: str
    independent: int
    spans: list[Span]


class Difference(BaseModel):
    """Where the reports contradict."""

    attribute: str
    versions: list[Version]


class Source(BaseModel):
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


class Made(BaseModel):
    """Which stage made a record."""

    stage: str
    version: int
    engine: str


class Brief(BaseModel):
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

    model_config = {"alias_generator": lambda name: name.rstrip("_"), "populate_by_name": True}


class Report(BaseModel):
    """One version of an item as one outlet published it."""

    id: str
    key: str
    own_id: str | None
    version: int
    supersedes: str | None
    story: str | None
    outlet: str | None
    country: str | None
    language: str | None
    url: str | None
    authors: list[str]
    title: str | None
    published: datetime | None
    updated: datetime | None
    retrieved: datetime
    text: str


class Citation(BaseModel):
    """A citation opened: the words with what stands before and after them."""

    id: str
    report: str
    outlet: str | None
    title: str | None
    published: datetime | None
    before: str
    text: str
    after: str


class Hit(BaseModel):
    """A report that search found, and its best sentence."""

    report: str
    title: str | None
    outlet: str | None
    language: str | None
    published: datetime | None
    score: float
    citation: str
    text: str


class Rejection(BaseModel):
    """An item that a stage could not take, and why."""

    stage: str
    id: str
    name: str
    kind: str
    reason: str


class Doctor(BaseModel):
    """How the desk is."""

    store: dict[str, Any]
    counts: dict[str, int]
    engines: list[str]
    knowledge: dict[str, Any]
    rejections: list[Rejection]


class Export(BaseModel):
    """The whole desk as one document; docs/08-serve.md describes it."""

    stories: list[dict[str, Any]]
    storylines: list[list[str]]
    copies: list[dict[str, Any]]
    events: list[dict[str, Any]]
    expectations: list[dict[str, Any]]
    differences: list[dict[str, Any]]
    briefs: list[dict[str, Any]]
