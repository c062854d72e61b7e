"""SQLite: a file of its own, write-ahead log, one writer beside many readers."""

from __future__ import annotations

import contextlib
import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    URL,
    ColumnElement,
    Connection,
    Engine,
    Select,
    StaticPool,
    create_engine,
    event,
)
from sqlalchemy import text as sql

from dateline.errors import StoreError
from dateline.store.search_terms import Term
from dateline.store.values import storable

MEMORY = ":memory:"


class Sqlite:
    """A database in ``location``: a path, or ``:memory:`` for one that ends with the store.

    ``patience`` is how many seconds a writer waits for another.
    """

    name = "sqlite"
    secrets: tuple[str, ...] = ()

    def __init__(self, location: str, patience: float) -> None:
        self.shared = location == MEMORY
        self.place = location if self.shared else str(_prepared(location))
        self.patience = patience
        self.engine = self._engine()

    def _engine(self) -> Engine:
        url = URL.create("sqlite", database=self.place)
        options: dict[str, Any] = {"connect_args": {"timeout": self.patience}}
        if self.shared:  # a database in memory belongs to its one connection
            options["poolclass"] = StaticPool
            options["connect_args"]["check_same_thread"] = False
        else:
            options |= {"pool_size": 16, "max_overflow": 16, "pool_timeout": self.patience}
        engine = create_engine(url, **options)
        event.listen(engine, "connect", self._configure)
        event.listen(engine, "begin", _begin)
        return engine

    def _configure(self, connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves, see _begin
        if not self.shared:
            self._use_write_ahead_log(connection)
        # With the log, NORMAL may lose the last commits to a power cut, never to a kill.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")

    def _use_write_ahead_log(self, connection: sqlite3.Connection) -> None:
        """Switch the file to its log, once. SQLite doesn't wait for that lock by itself."""
        deadline = time.monotonic() + self.patience
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)

    def reader(self) -> Connection:
        """Return a connection that reads one state."""
        return self.engine.connect()

    def writer(self) -> Connection:
        """Return a connection that takes the write lock as it begins."""
        return self.engine.connect().execution_options(dateline_writes=True)

    def lock(self, connection: Connection) -> None:
        """Begin: ``BEGIN IMMEDIATE`` waits for the lock as long as SQLite's timeout says."""
        connection.begin()

    def matches(self, terms: Sequence[Term]) -> ColumnElement[bool]:
        """Look the terms up in the FTS5 table."""
        query = " AND ".join(f'"{term.text}"{" *" if term.prefix else ""}' for term in terms)
        return sql(
            "found.n IN (SELECT rowid FROM search_index WHERE search_index MATCH :terms)"
        ).bindparams(terms=query)  # type: ignore[return-value]

    def near(
        self,
        connection: Connection,
        engine: str,
        vector: bytes,
        which: Select[tuple[str]],
        most: int,
    ) -> list[str]:
        """Return none: SQLite has no index of vectors."""
        return []

    def tidy(self, engine: Engine) -> None:
        """Merge the search index, whose old parts hold removed words, and write the file anew."""
        driver = engine.raw_connection()
        try:
            connection = driver.driver_connection
            assert isinstance(connection, sqlite3.Connection)
            for step in (
                "INSERT INTO search_index (search_index) VALUES ('optimize')",
                "VACUUM",
                "PRAGMA wal_checkpoint(TRUNCATE)",
            ):
                connection.execute(step).fetchall()
        except sqlite3.Error as error:
            raise StoreError(f"{self.place}: can't be tidied now ({error}); try again") from error
        finally:
            driver.close()

    def backup(self, file: str) -> None:
        """Copy page by page with SQLite's own backup; what is written meanwhile is in it too."""
        path = Path(file).expanduser()
        if path.exists():
            raise StoreError(f"{path} is there already; name a new file")
        driver = self.engine.raw_connection()
        try:
            source = driver.driver_connection
            assert isinstance(source, sqlite3.Connection)
            with contextlib.closing(sqlite3.connect(path)) as copy:
                source.backup(copy, pages=4096)
        except sqlite3.Error as error:
            raise StoreError(f"{path}: no backup can be made ({error})") from error
        finally:
            driver.close()

    def version(self, connection: Connection) -> str:
        """Return SQLite's version."""
        return sqlite3.sqlite_version

    def size(self, connection: Connection) -> int:
        """Return the bytes of the database's pages, those still in the log included."""
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        return int(pages) * int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("dateline_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepared(location: str) -> Path:
    try:
        path = Path(location).expanduser().absolute()
        if path.is_dir():
            raise StoreError(f"{path} is a folder; name a file for the database in it")
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError, ValueError) as error:
        shown = storable(location)[:200]
        raise StoreError(f"no database can be made at {shown}: {error}") from error
    return path
