"""What a living desk asks of a store beside its records: a part of ``ports.Store``.

Feeds, watchlists, alerts, visits and what readers have read are put and removed in
transactions, as records are. They are no part of ``state_digest`` and never exported with the
records.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, Protocol

from dateline.records import Alert, Feed, Position, ReaderState, Visit, Watchlist


class Keeping(Protocol):
    """What is kept beside the records."""

    def revision(self, scope: Literal["records", "beside"] = "records") -> int:
        """Return a number that grows with every committed transaction that changed something.

        *records* counts changes of the records, their marks and rejections: what a page shows of
        the news depends on nothing else, so caches may be keyed on it. *beside* counts changes
        of what is kept beside them, which a visit alone brings about. One row is read.
        """
        ...

    def feeds(self) -> list[Feed]:
        """Return all kept feeds, by id."""
        ...

    def feed(self, id: str) -> Feed:
        """Return a feed. NotFound for an unknown id."""
        ...

    def watchlists(self) -> list[Watchlist]:
        """Return all watchlists, by name, then id."""
        ...

    def watchlist(self, id: str) -> Watchlist:
        """Return a watchlist. NotFound for an unknown id."""
        ...

    def alerts(
        self,
        *,
        watchlist: str | None = None,
        since: datetime | None = None,
        pending: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Alert]:
        """Return alerts made at ``since`` or later, newest first, then by id; ``pending`` keeps
        those of which something is still to be sent.
        """
        ...

    def alert(self, id: str) -> Alert:
        """Return an alert. NotFound for an unknown id."""
        ...

    def visit(self, reader: str) -> Visit | None:
        """Return the last visit of a reader, None for the first."""
        ...

    def reader_states(
        self,
        reader: str,
        items: Iterable[str] | None = None,
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> list[ReaderState]:
        """Return what a reader did with ``items`` (all, where none are named), by item.

        Items that the reader did nothing with are not among them.
        """
        ...

    def taken(self, urls: Iterable[str]) -> set[str]:
        """Return those of the addresses that an item (a Fetched) came from."""
        ...

    def position(self, id: str) -> Position | None:
        """Return how far a source was taken in by a backfill, None for one never begun."""
        ...

    def lease(self, name: str, holder: str, seconds: float, *, over: str | None = None) -> str:
        """Take the lease of a work, or prolong it, and return who has it now: ``holder``, or
        the one whose lease hasn't ended. That of ``over`` is taken in any case: say so where it
        is known to have died. Not to be used in a transaction.
        """
        ...

    def release(self, name: str, holder: str) -> None:
        """Give a lease back; nothing happens where another holds it."""
        ...
