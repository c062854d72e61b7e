"""The desk itself: who asks, how it is, checks, and everything as one document."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dateline.serve.web.api.shapes.base import Shape, Span


class Me(Shape):
    """Who asks, and what that role allows."""

    name: str
    role: Literal["reader", "editor"]


class Rejection(Shape):
    """An item that a stage could not take, and why."""

    stage: str
    id: str
    name: str
    kind: str
    reason: str


class Doctor(Shape):
    """How the desk is."""

    store: dict[str, Any]
    counts: dict[str, int]
    engines: list[str]
    knowledge: dict[str, Any]
    rejections: list[Rejection]

    model_config = ConfigDict(from_attributes=True, extra="allow")


class Question(BaseModel):
    """A text, and the reports of the desk (by id) that it is to be checked against."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=20_000)]
    reports: Annotated[
        list[Annotated[str, Field(pattern=r"^rep_[0-9a-z]+$", max_length=64)]],
        Field(min_length=1, max_length=50),
    ]


class Verdict(Shape):
    """A sentence of the text: whether its sources bear it, and if not, why."""

    claim: str
    supported: bool
    kind: str
    reason: str
    spans: list[Span]


class Export(Shape):
    """The whole desk as one document; docs/08-serve.md describes it."""

    stories: list[dict[str, Any]]
    storylines: list[list[str]]
    copies: list[dict[str, Any]]
    events: list[dict[str, Any]]
    expectations: list[dict[str, Any]]
    differences: list[dict[str, Any]]
    briefs: list[dict[str, Any]]
