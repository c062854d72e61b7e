"""One door to the database: who reads, who writes, and what errors become."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from dateline.errors import StoreError
from dateline.store import migrations
from dateline.store.backend import Backend
from dateline.store.faults import lost, translated


class Database:
    """Hands out connections. Inside a transaction, reads of the same thread see its writes."""

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self._own = threading.local()
        self._turn = threading.RLock() if backend.shared else None

    @property
    def inside(self) -> bool:
        """True while this thread has a transaction open."""
        return getattr(self._own, "connection", None) is not None

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database, never half a transaction."""
        with translated(self.backend.place, self.backend.secrets):
            mine: Connection | None = getattr(self._own, "connection", None)
            if mine is not None:
                yield mine
                return
            with ExitStack() as stack:
                if self._turn:
                    stack.enter_context(self._turn)
                yield stack.enter_context(self._opened(self.backend.reader))

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """Give the one writer's connection; commit at the end, or roll back on any error."""
        with self._changing(self._locked) as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[Engine]:
        """Give the engine, for what is done outside of transactions."""
        if getattr(self._own, "connection", None) is not None:
            raise StoreError("a transaction is open in this thread already; finish it first")
        with translated(self.backend.place, self.backend.secrets), ExitStack() as stack:
            if self._turn:
                stack.enter_context(self._turn)
            yield self.backend.engine

    @contextmanager
    def claiming(self) -> Iterator[Connection]:
        """Give a connection for claims: it doesn't wait for the writer where rows have locks."""
        rows_lock = self.backend.name == "postgresql"
        with self._changing(self.backend.writer if rows_lock else self._locked) as connection:
            yield connection

    @contextmanager
    def _changing(self, open_one: Callable[[], Connection]) -> Iterator[Connection]:
        if getattr(self._own, "connection", None) is not None:
            raise StoreError("a transaction is open in this thread already; finish it first")
        with translated(self.backend.place, self.backend.secrets), ExitStack() as stack:
            if self._turn:
                stack.enter_context(self._turn)
            connection = stack.enter_context(self._opened(open_one))
            self._own.connection = connection
            try:
                yield connection
                connection.commit()
            finally:
                self._own.connection = None

    def _locked(self) -> Connection:
        connection = self.backend.writer()
        try:
            self.backend.lock(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _opened(self, open_one: Callable[[], Connection]) -> Connection:
        """Open a connection; wait for a server that restarts, as long as the store's patience.

        Nothing was asked or written yet, so that trying again is safe.
        """
        deadline, pause = time.monotonic() + self.backend.patience, 0.1
        while True:
            try:
                return open_one()
            except SQLAlchemyError as error:
                if not lost(error) or time.monotonic() + pause > deadline:
                    raise
                time.sleep(pause)
                pause = min(2 * pause, 2.0)

    def migrate(self) -> None:
        """Bring the schema up to date. Raises StoreError for a newer or a foreign database."""
        steps = migrations.known()
        with self.read() as connection:
            missing = migrations.check(connection, steps)
        if missing:
            with self.write() as connection:
                migrations.apply(connection, steps)

    def close(self) -> None:
        """Close every connection."""
        self.backend.engine.dispose()
