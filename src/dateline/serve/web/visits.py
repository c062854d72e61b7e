"""When each reader was last here, so that pages can tell what is new since.

A visit ends with half an hour of silence; what came in since its last look is new at the next.
It is kept by the store, at most every few minutes and beside the answer: looking at a page
never waits for a writer.
"""

from __future__ import annotations

import contextlib
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.errors import StoreError
from dateline.records import Visit
from dateline.store import Store

SILENCE = timedelta(minutes=30)
KEPT_EVERY = timedelta(minutes=5)
_MOST_READERS = 1_000
_NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(slots=True)
class _Reader:
    since: datetime | None  # the end of the last visit: what came later is new
    seen: datetime
    kept: datetime


class Visits:
    """The visits of all readers; safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._readers: dict[str, _Reader] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="dateline-visits")

    def since(self, reader: str, now: datetime | None = None) -> datetime | None:
        """Note a look of ``reader``; return the end of the visit before, None on the first."""
        now = now or datetime.now(UTC)
        with self._lock:
            known = self._readers.get(reader)
            if known is None:
                known = self._first(reader, now)
            elif now - known.seen > SILENCE:
                known.since = known.seen
            known.seen = now
            if now - known.kept > KEPT_EVERY:
                known.kept = now
                with contextlib.suppress(RuntimeError):  # the server is stopping
                    self._pool.submit(self._keep, reader, now)
            return known.since

    def caught_up(self, reader: str, now: datetime | None = None) -> None:
        """Note that ``reader`` has seen everything until now."""
        now = now or datetime.now(UTC)
        with self._lock:
            self._readers[reader] = _Reader(now, now, now)
        self._keep(reader, now)

    def close(self) -> None:
        """Wait until the last look is kept: the store may be closed after that."""
        self._pool.shutdown()

    def _first(self, reader: str, now: datetime) -> _Reader:
        if len(self._readers) >= _MOST_READERS:
            self._readers.pop(next(iter(self._readers)))
        try:
            visit = self._store.visit(reader)
        except StoreError:  # pages are read all the same
            visit = None
        known = _Reader(visit.at if visit else None, now, visit.at if visit else _NEVER)
        self._readers[reader] = known
        return known

    def _keep(self, reader: str, at: datetime) -> None:
        visit = Visit(reader=reader, at=at, revision=self._store.revision())
        # Where the writer is busy for too long, the next look tries again.
        with contextlib.suppress(StoreError), self._store.transaction() as transaction:
            transaction.put(visit)
