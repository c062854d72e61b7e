"""What routes share: the library behind them and pages of long lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Path, Query, Request

from dateline.errors import ConfigError
from dateline.serve.web.library import Library

T = TypeVar("T")

# Search reads every hit up to the page asked for: so the pages that can be turned are bounded.
MOST_HITS = 200


def _library(request: Request) -> Library:
    library: Library = request.app.state.library
    return library


LibraryPart = Annotated[Library, Depends(_library)]
PageNumber = Annotated[int, Query(ge=1, le=10_000, description="Page of the list, from 1.")]
Name = Annotated[str, Path(min_length=1, max_length=100, description="An id.")]
Words = Annotated[str, Query(max_length=300, description="Words that all have to stand in it.")]
Language = Annotated[
    str, Query(pattern=r"^([a-z]{2,3})?$", description="Language of the reports (ISO 639-1).")
]
Day = Annotated[
    str,
    Query(
        pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="A day in UTC: 2026-01-13.", max_length=10
    ),
]


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """One page of a list of ``total`` entries; ``of`` counts the pages, at least one.

    Of a list that was read only so far, both are None; ``more`` says whether a page follows.
    """

    items: tuple[T, ...]
    page: int
    of: int | None
    total: int | None
    more: bool


def cut(entries: Sequence[T], page: int, size: int) -> Slice[T]:
    """Cut page number ``page`` out of a list, ``size`` entries each; beyond the end it is empty."""
    start = (page - 1) * size
    of = max(1, -(-len(entries) // size))
    return Slice(tuple(entries[start : start + size]), page, of, len(entries), page < of)


def enough(page: int, size: int) -> int:
    """How many hits to ask of a search to show a page of it and know whether another follows."""
    return min(page * size + 1, MOST_HITS)


def cut_hits(hits: Sequence[T], page: int, size: int) -> Slice[T]:
    """Cut a page out of the first :func:`enough` hits of a search."""
    whole = cut(hits, page, size)
    if len(hits) < enough(page, size):
        return whole
    return Slice(whole.items, page, None, None, len(hits) > page * size)


def day(text: str, *, end: bool = False) -> datetime | None:
    """Read a day as the moment it begins (or with ``end`` is over), in UTC; "" is none.

    Raises ConfigError for a day that there isn't.
    """
    if not text:
        return None
    try:
        begin = datetime.fromisoformat(text).replace(tzinfo=UTC)
        return begin + timedelta(days=1) if end else begin
    except (ValueError, OverflowError):
        raise ConfigError(f"{text!r} is no day: write 2026-01-13") from None
