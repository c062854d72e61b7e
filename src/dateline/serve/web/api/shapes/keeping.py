"""Sources, watchlists and alerts, and what is sent to change them."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from dateline.records import AlertKind, FeedOutcome
from dateline.serve.web.api.shapes.base import Shape, Span
from dateline.watch.views import Health

Words = Annotated[str, Field(min_length=1, max_length=200)]
Terms = Annotated[list[Words], Field(max_length=100)]
Two = Annotated[list[Words], Field(min_length=2, max_length=2)]


class SourceLine(Shape):
    """A kept feed and how it fares; ``address`` is shown without secrets."""

    id: str
    name: str
    address: str
    page: str | None
    folder: str
    health: Health
    says: str
    paused: bool
    gone: bool
    due: datetime | None
    checked: datetime | None
    outcome: FeedOutcome
    succeeded: datetime | None
    fresh: datetime | None
    taken: int
    failures: int


class NewSource(BaseModel):
    """A feed to keep, or a page that names one. ``check`` fetches it once to see that it is."""

    model_config = ConfigDict(extra="forbid")

    address: Annotated[str, Field(min_length=1, max_length=2_000)]
    title: Annotated[str, Field(max_length=200)] = ""
    folder: Annotated[str, Field(max_length=200)] = ""
    check: bool = True


class Imported(Shape):
    """What an OPML list brought: ids of feeds that are new, and of those known already."""

    added: list[str]
    known: list[str]


class Watchlist(Shape):
    """A kept question. Where its alerts are sent is told by kind only: addresses are private."""

    id: str
    name: str
    created: datetime
    actors: list[str]
    pairs: list[Annotated[list[str], Field(min_length=2, max_length=2)]]
    places: list[str]
    words: list[str]
    languages: list[str]
    types: list[str]
    kinds: list[AlertKind]
    paused: bool
    sent_to: list[str]


class NewWatchlist(BaseModel):
    """A watchlist to keep; the same name replaces it."""

    model_config = ConfigDict(extra="forbid")

    name: Words
    actors: Terms = []
    pairs: Annotated[list[Two], Field(max_length=100)] = []
    places: Terms = []
    words: Terms = []
    languages: Terms = []
    types: Terms = []
    kinds: Annotated[list[AlertKind], Field(min_length=1, max_length=3)] = [
        "story", "event", "expectation",
    ]  # fmt: skip
    emails: Annotated[list[Words], Field(max_length=20)] = []
    webhook: Annotated[str, Field(max_length=2_000)] = ""


class Alert(Shape):
    """Something that a watchlist asked for, told once."""

    id: str
    watchlist: str
    kind: AlertKind
    subject: str
    change: str
    at: datetime
    title: str
    text: str
    why: str
    story: str | None
    spans: list[Span]
