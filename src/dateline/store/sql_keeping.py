"""What is kept beside the records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from dateline.records import (
    Alert,
    Feed,
    Position,
    ReaderState,
    Visit,
    Watchlist,
)
from dateline.store import (
    kept,
    leases,
    lookup,
)
from dateline.store.database import Database
from dateline.store.nouns import Scope


class SqlKeeping:
    """Every method is described in ``keeping.Keeping``."""

    _database: Database
    run: str

    def revision(self, scope: Scope = "records") -> int:
        """See ``keeping.Keeping.revision``."""
        with self._database.read() as connection:
            return kept.revision(connection, scope)

    def feeds(self) -> list[Feed]:
        """See ``keeping.Keeping.feeds``."""
        with self._database.read() as connection:
            return kept.feeds(connection)

    def feed(self, id: str) -> Feed:
        """See ``keeping.Keeping.feed``."""
        with self._database.read() as connection:
            return lookup.one(connection, Feed, id)

    def watchlists(self) -> list[Watchlist]:
        """See ``keeping.Keeping.watchlists``."""
        with self._database.read() as connection:
            return kept.watchlists(connection)

    def watchlist(self, id: str) -> Watchlist:
        """See ``keeping.Keeping.watchlist``."""
        with self._database.read() as connection:
            return lookup.one(connection, Watchlist, id)

    def alerts(
        self,
        *,
        watchlist: str | None = None,
        since: datetime | None = None,
        pending: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Alert]:
        """See ``keeping.Keeping.alerts``."""
        with self._database.read() as connection:
            return kept.alerts(connection, watchlist, since, pending, limit, offset)

    def alert(self, id: str) -> Alert:
        """See ``keeping.Keeping.alert``."""
        with self._database.read() as connection:
            return lookup.one(connection, Alert, id)

    def visit(self, reader: str) -> Visit | None:
        """See ``keeping.Keeping.visit``."""
        with self._database.read() as connection:
            return kept.visit(connection, reader)

    def reader_states(
        self,
        reader: str,
        items: Iterable[str] | None = None,
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> list[ReaderState]:
        """See ``keeping.Keeping.reader_states``."""
        with self._database.read() as connection:
            return kept.reader_states(connection, reader, items, read, starred)

    def taken(self, urls: Iterable[str]) -> set[str]:
        """See ``ports.Store.taken``."""
        with self._database.read() as connection:
            return kept.taken(connection, urls)

    def position(self, id: str) -> Position | None:
        """See ``keeping.Keeping.position``."""
        with self._database.read() as connection:
            return kept.position(connection, id)

    def lease(self, name: str, holder: str, seconds: float, *, over: str | None = None) -> str:
        """See ``ports.Store.lease``."""
        with self._database.write() as connection:
            return leases.take(connection, name, holder, seconds, over)

    def release(self, name: str, holder: str) -> None:
        """See ``ports.Store.release``."""
        with self._database.write() as connection:
            leases.release(connection, name, holder)
