"""What routes share: the library behind them, and what an address may ask."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated

from fastapi import Depends, Path, Query, Request

from dateline.errors import ConfigError
from dateline.serve.web.library import Library
from dateline.serve.web.slices import MOST_HITS as MOST_HITS


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
