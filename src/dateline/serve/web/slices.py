"""Pages of long lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

# Search reads every hit up to the page asked for: so the pages that can be turned are bounded.
MOST_HITS = 200


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
