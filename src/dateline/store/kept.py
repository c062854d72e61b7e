"""Reading back what is kept beside the records; see ``keeping.Keeping``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, select, update

from dateline.records import Alert, Feed, Position, ReaderState, Visit, Watchlist
from dateline.store import tables
from dateline.store.lists import page, records
from dateline.store.lookup import batches
from dateline.store.nouns import Scope
from dateline.store.values import instant, unpack


def revision(connection: Connection, scope: Scope) -> int:
    """Return how often what belongs to ``scope`` was changed."""
    table = tables.revision
    query = select(table.c.n).where(table.c.scope == scope)
    return int(connection.execute(query).scalar_one())


def count(connection: Connection, scopes: Iterable[Scope]) -> None:
    """Raise the revisions of ``scopes`` by one."""
    table = tables.revision
    changed = table.c.scope.in_(sorted(scopes))
    connection.execute(update(table).where(changed).values(n=table.c.n + 1))


def feeds(connection: Connection) -> list[Feed]:
    """Return all feeds by id."""
    return records(connection, Feed, select(tables.feed.c.body).order_by(tables.feed.c.id))


def watchlists(connection: Connection) -> list[Watchlist]:
    """Return all watchlists by name, then id."""
    table = tables.watchlist
    return records(connection, Watchlist, select(table.c.body).order_by(table.c.name, table.c.id))


def alerts(
    connection: Connection,
    watchlist: str | None,
    since: datetime | None,
    pending: bool,
    limit: int | None,
    offset: int,
) -> list[Alert]:
    """Return alerts, newest first."""
    table = tables.alert
    query = select(table.c.body)
    if watchlist is not None:
        query = query.where(table.c.watchlist == watchlist)
    if since is not None:
        query = query.where(table.c.at >= instant(since))
    if pending:
        query = query.where(table.c.pending == 1)
    return records(
        connection, Alert, page(query.order_by(table.c.at.desc(), table.c.id), limit, offset)
    )


def visit(connection: Connection, reader: str) -> Visit | None:
    """Return a reader's last visit."""
    table = tables.visit
    body = connection.execute(select(table.c.body).where(table.c.reader == reader)).scalar()
    return None if body is None else unpack(Visit, body)


def reader_states(
    connection: Connection,
    reader: str,
    items: Iterable[str] | None,
    read: bool | None,
    starred: bool | None,
) -> list[ReaderState]:
    """Return what a reader did with items, by item."""
    table = tables.reader_state
    query = select(table.c.body).where(table.c.reader == reader)
    if read is not None:
        query = query.where(table.c.read == int(read))
    if starred is not None:
        query = query.where(table.c.starred == int(starred))
    if items is None:
        return records(connection, ReaderState, query.order_by(table.c.item))
    found: list[ReaderState] = []
    for some in batches(sorted(set(items)), 500):
        chosen = query.where(table.c.item.in_(some)).order_by(table.c.item)
        found += records(connection, ReaderState, chosen)
    return found


def position(connection: Connection, id: str) -> Position | None:
    """Return how far a source was taken in."""
    table = tables.position
    body = connection.execute(select(table.c.body).where(table.c.id == id)).scalar()
    return None if body is None else unpack(Position, body)


def taken(connection: Connection, urls: Iterable[str]) -> set[str]:
    """Return those of the addresses that an item came from."""
    column = tables.fetched.c.url
    found: set[str] = set()
    for some in batches(sorted(set(urls)), 500):
        found.update(connection.execute(select(column).where(column.in_(some))).scalars())
    return found
