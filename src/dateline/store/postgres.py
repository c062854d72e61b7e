"""PostgreSQL through psycopg 3: the same promises as SQLite, one writer included."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import URL, ColumnElement, Connection, Engine, Select, create_engine, make_url
from sqlalchemy import text as sql
from sqlalchemy.exc import ArgumentError

from dateline.errors import StoreError
from dateline.store import meaning_index
from dateline.store.search_terms import Term

SCHEMES = ("postgresql", "postgres", "postgresql+psycopg")
_SECRET_OPTIONS = ("password", "sslpassword", "passfile")
# The advisory lock that every writer takes; the number spells "dateline" in ASCII.
_LOCK = int.from_bytes(b"dateline", "big")

# How long a writer may be silent between two statements. Everything slow is done before.
_IDLE_MS = 10_000


class Postgres:
    """A database named by a ``postgresql://`` URL. ``patience`` is seconds to wait for a lock."""

    name = "postgresql"
    shared = False

    def __init__(self, location: str, patience: float) -> None:
        url = _parsed(location)
        options = {key: value for key, value in url.query.items() if key in _SECRET_OPTIONS}
        found = [url.password, *options.values()]
        self.secrets = tuple(str(secret) for secret in found if secret)
        self.place = (
            url._replace(drivername="postgresql", password=None)
            .difference_update_query(options)
            .render_as_string(hide_password=True)
        )
        self.patience = patience
        self.engine = self._engine(url)

    def _engine(self, url: URL) -> Engine:
        options: dict[str, Any] = {"pool_size": 16, "max_overflow": 16, "pool_pre_ping": True}
        if "connect_timeout" not in url.query:
            options["connect_args"] = {"connect_timeout": 10}
        try:
            return create_engine(url, pool_timeout=self.patience, **options)
        except ImportError as error:
            raise StoreError(
                "PostgreSQL needs psycopg: pip install 'dateline[postgres]'"
            ) from error

    def reader(self) -> Connection:
        """Return a connection that reads one state."""
        return self.engine.connect().execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )

    def writer(self) -> Connection:
        """Return a connection for writing; it holds no lock yet."""
        # READ COMMITTED: what is read after the lock was waited for must be today's state.
        return self.engine.connect().execution_options(isolation_level="READ COMMITTED")

    def lock(self, connection: Connection) -> None:
        """Take the lock all writers share, until the transaction ends."""
        wait = max(1, int(self.patience * 1000))
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {wait}")
        # A process that was stopped in the middle must not keep the lock: the server ends it.
        connection.exec_driver_sql(f"SET LOCAL idle_in_transaction_session_timeout = {_IDLE_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")

    def matches(self, terms: Sequence[Term]) -> ColumnElement[bool]:
        """Look the terms up in the tsvector."""
        query = " & ".join(f"'{term.text}'{':*' if term.prefix else ''}" for term in terms)
        return sql(
            "found.n IN (SELECT n FROM search_text WHERE vector @@ CAST(:terms AS tsquery))"
        ).bindparams(terms=query)  # type: ignore[return-value]

    def near(
        self,
        connection: Connection,
        engine: str,
        vector: bytes,
        which: Select[tuple[str]],
        most: int,
    ) -> list[str]:
        """Return what lies nearest by pgvector's index, where there is one."""
        return meaning_index.nearest(connection, engine, vector, which, most)

    def tidy(self, engine: Engine) -> None:
        """Index the meaning of reports where pgvector is there, and let the server clear what was
        removed; it may be used meanwhile.
        """
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            meaning_index.build(connection)
            connection.exec_driver_sql("VACUUM (ANALYZE)")

    def backup(self, file: str) -> None:
        """Refuse: the server's own tool does it better."""
        raise StoreError(
            f"PostgreSQL is backed up with pg_dump --format=custom --file={file} {self.place}"
        )

    def version(self, connection: Connection) -> str:
        """Return the server's version."""
        return str(connection.exec_driver_sql("SHOW server_version").scalar_one())

    def size(self, connection: Connection) -> int:
        """Return the bytes the whole database takes."""
        size = connection.exec_driver_sql("SELECT pg_database_size(current_database())")
        return int(size.scalar_one())


def _parsed(location: str) -> URL:
    try:
        return make_url(location).set(drivername="postgresql+psycopg")
    except (ArgumentError, ValueError):
        # The URL itself is not repeated: what can't be parsed can't be cleared of its password.
        raise StoreError(
            "the database URL can't be read; write postgresql://user:password@host:5432/name"
        ) from None
