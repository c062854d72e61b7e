"""Numbered, append-only migrations.

Each is a module ``NNNN_name.py`` with ``upgrade(connection)``. A migration that was released
is never edited: the next one corrects it. All pending ones run in a single transaction, so
that a database is either as it was or up to date, never between.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from sqlalchemy import Connection, func, insert, inspect, select

from dateline.errors import StoreError
from dateline.store.tables import schema_version
from dateline.store.values import instant


class Migration(NamedTuple):
    """One step: its ``number`` (from 1), its ``name``, and what it does."""

    number: int
    name: str
    upgrade: Callable[[Connection], None]


def known() -> tuple[Migration, ...]:
    """Return the migrations of this release, in order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(
        Migration(int(name[:4]), name, importlib.import_module(f"{__name__}.{name}").upgrade)
        for name in names
    )


def applied(connection: Connection) -> int:
    """Return the number of the last migration that the database has; 0 for an empty one."""
    if not inspect(connection).has_table(schema_version.name):
        return 0
    return connection.execute(select(func.max(schema_version.c.version))).scalar() or 0


def check(connection: Connection, migrations: tuple[Migration, ...]) -> int:
    """Return how many migrations are missing.

    Raises StoreError when the database is newer than this release, or is not ours.
    """
    have, latest = applied(connection), len(migrations)
    if have > latest:
        raise StoreError(
            f"the database was written by a newer Dateline (schema {have}, this one knows"
            f" {latest}); upgrade Dateline or name another database"
        )
    if not have and connection.dialect.name == "sqlite" and inspect(connection).get_table_names():
        raise StoreError("this file is another program's database; name another file")
    return latest - have


def apply(connection: Connection, migrations: tuple[Migration, ...]) -> None:
    """Run what is missing. The caller's transaction holds the write lock and commits."""
    missing = check(connection, migrations)
    if missing == len(migrations):
        schema_version.create(connection, checkfirst=True)
    for migration in migrations[len(migrations) - missing :]:
        migration.upgrade(connection)
        connection.execute(
            insert(schema_version).values(
                version=migration.number, name=migration.name, applied=instant(datetime.now(UTC))
            )
        )
