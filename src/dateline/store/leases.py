"""Leases: one process at a time does a named work, and a killed one hinders nobody for long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from dateline.store.tables import lease as table
from dateline.store.values import instant


def take(connection: Connection, name: str, holder: str, seconds: float, over: str | None) -> str:
    """Take or prolong a lease and return who has it now; see ``keeping.Keeping.lease``."""
    now = datetime.now(UTC)
    until = instant(now + timedelta(seconds=seconds))
    row = connection.execute(select(table).where(table.c.name == name)).first()
    if row is None:
        connection.execute(insert(table).values(name=name, holder=holder, until=until))
        return holder
    if row.holder not in (holder, over) and row.until > instant(now):
        return str(row.holder)
    changed = update(table).where(table.c.name == name)
    connection.execute(changed.values(holder=holder, until=until))
    return holder


def release(connection: Connection, name: str, holder: str) -> None:
    """Give a lease back; nothing happens where another holds it."""
    connection.execute(delete(table).where(table.c.name == name, table.c.holder == holder))
