"""What differs between databases, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, Engine, Select

from dateline.store.search_terms import Term


class Backend(Protocol):
    """One kind of database, opened."""

    @property
    def name(self) -> str:
        """``sqlite`` or ``postgresql``."""
        ...

    @property
    def engine(self) -> Engine:
        """SQLAlchemy's engine, with its pool of connections."""
        ...

    @property
    def place(self) -> str:
        """Where the database is, for people: no secrets in it."""
        ...

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown."""
        ...

    @property
    def shared(self) -> bool:
        """True when all threads share one connection and have to take turns."""
        ...

    @property
    def patience(self) -> float:
        """Seconds to wait for another writer, or for a server that restarts."""
        ...

    def reader(self) -> Connection:
        """Return a connection whose transaction sees one unchanging state."""
        ...

    def writer(self) -> Connection:
        """Return a connection whose transaction holds the write lock once it has begun."""
        ...

    def lock(self, connection: Connection) -> None:
        """Take the write lock, waiting for another writer. Raises once the wait is too long."""
        ...

    def matches(self, terms: Sequence[Term]) -> ColumnElement[bool]:
        """Return the condition on ``found`` that holds where every term stands."""
        ...

    def near(
        self,
        connection: Connection,
        engine: str,
        vector: bytes,
        which: Select[tuple[str]],
        most: int,
    ) -> list[str]:
        """Return at most ``most`` reports of ``which`` that lie nearest to ``vector`` by an index
        over all of them; none where the database has no such index.
        """
        ...

    def tidy(self, engine: Engine) -> None:
        """Write the database anew without what was removed."""
        ...

    def backup(self, file: str) -> None:
        """Copy the database to a file. Raises StoreError where it is there, or can't be."""
        ...

    def version(self, connection: Connection) -> str:
        """Return the database's own version."""
        ...

    def size(self, connection: Connection) -> int:
        """Return the database's size in bytes."""
        ...
