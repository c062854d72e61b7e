"""Database errors into StoreError: one line, what to do, no secrets."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from dateline.errors import StoreError, StoreLost

# What a driver says (lower case), and what we say. The first that fits counts.
_ADVICE = (
    ("database is locked", "another process is writing; try again when it is done"),
    ("lock timeout", "another process is writing; try again when it is done"),
    ("database table is locked", "another process is writing; try again when it is done"),
    ("file is not a database", "the file is not a SQLite database; name another file"),
    ("malformed", "the database file is damaged; restore a backup"),
    ("unable to open", "the file can't be opened; check that its folder may be written"),
    ("readonly", "the database may only be read; check the file's permissions"),
    ("read-only", "the database may only be read; check its permissions"),
    ("disk is full", "the disk is full; free some space, nothing was lost"),
    ("no space left", "the disk is full; free some space, nothing was lost"),
    ("foreign key", "a record names a report that is not there; put the report first"),
    ("disk i/o error", "the disk can't be read or written; check it"),
)  # fmt: skip


# How psycopg calls a server that is going, starting or cut off (SQLSTATE classes 08 and 57P).
_LOST = ("AdminShutdown", "CrashShutdown", "CannotConnectNow", "IdleInTransactionSessionTimeout")
_LOST_SIGNS = (
    "connection refused", "server closed the connection", "connection reset", "starting up",
    "shutting down", "terminating connection", "could not receive data", "connection is lost",
    "the connection is closed", "is the server running",
    "connection timeout expired", "recovery mode", "not yet accepting connections",
)  # fmt: skip


@contextmanager
def translated(place: str, secrets: tuple[str, ...] = ()) -> Iterator[None]:
    """Turn database errors of the block into StoreError naming ``place``, without ``secrets``."""
    try:
        yield
    except SQLAlchemyError as error:
        message = f"{place}: {_explain(error)}"
        for secret in secrets:
            message = message.replace(secret, "***")
        raise (StoreLost if lost(error) else StoreError)(message) from None


def lost(error: SQLAlchemyError) -> bool:
    """Tell whether the server went away, or is not there (yet), rather than refused something."""
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    cause = error.orig if isinstance(error, DBAPIError) else None
    said = " ".join(str(cause or "").lower().split())
    return type(cause).__name__ in _LOST or any(sign in said for sign in _LOST_SIGNS)


def _explain(error: SQLAlchemyError) -> str:
    if isinstance(error, PoolTimeout):
        return "every connection is in use; use fewer threads"
    cause = error.orig if isinstance(error, DBAPIError | StatementError) else error
    said = " ".join(str(cause or error).split())
    for sign, advice in _ADVICE:
        if sign in said.lower():
            return advice
    return said
