"""What all answers share: errors, pages of lists, spans, times, makers."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from dateline.records import Anchor, Precision
from dateline.records import Span as SpanRecord
from dateline.serve.render.view import span_id

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")


def _as_dict(given: Any) -> Any:
    return dict(given) if isinstance(given, tuple) else given


# Records keep pairs in order; answers name them.
Pairs = Annotated[dict[K, V], BeforeValidator(_as_dict)]


class Shape(BaseModel):
    """An answer, read off a record of the same fields."""

    model_config = ConfigDict(from_attributes=True)


class ErrorBody(Shape):
    """What went wrong: a short stable word for scripts and a line for people."""

    code: str
    message: str


class Error(Shape):
    """The one shape of every error."""

    error: ErrorBody


class Page(Shape, Generic[T]):
    """One page of a list; ``next`` is the address of the following page, null on the last.

    ``total`` is null where the list was read only as far as this page.
    """

    items: list[T]
    total: int | None
    next: str | None


class Span(Shape):
    """Characters ``start`` to ``end`` (exclusive) of a report; ``id`` opens it.

    ``text`` is given where the answer quotes.
    """

    id: str
    report: str
    start: int
    end: int
    text: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_record(cls, given: object) -> object:
        if isinstance(given, SpanRecord):
            place = {"report": given.report, "start": given.start, "end": given.end}
            return {"id": span_id(given), **place}
        return given


class When(Shape):
    """An interval: ``earliest`` inclusive, ``latest`` exclusive, null where open or unknown."""

    earliest: datetime | None
    latest: datetime | None
    precision: Precision
    anchor: Anchor
    zone: str
    timex: str


class Made(Shape):
    """Which stage made a record."""

    stage: str
    version: int
    engine: str
