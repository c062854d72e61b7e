"""Events by what is asked of them: filters, orders and counts, answered by the database."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    union,
)

from dateline.records import Event
from dateline.records.dealing import TOGETHER
from dateline.store import tables
from dateline.store.filters import EventFilter
from dateline.store.lists import page, records, which_of
from dateline.store.values import UNKNOWN, storable

Order: TypeAlias = Literal["oldest", "newest", "strongest", "reports"]


def events(
    connection: Connection, which: EventFilter, order: Order, limit: int | None, offset: int
) -> list[Event]:
    """Return events in an order; see ``listing.Lists.events``."""
    asked = conditions(which)
    if limit is not None or offset > 0:
        # Ids first, which indexes hold: no body is carried along while they are sorted.
        ids = select(tables.event.c.id).where(*asked).order_by(*by(order))
        asked = [tables.event.c.id.in_(page(ids, limit, offset))]
    query = select(tables.event.c.body).where(*asked).order_by(*by(order))
    return records(connection, Event, query)


def count_events(connection: Connection, which: EventFilter) -> int:
    """Return how many events there are of a kind."""
    query = select(func.count()).select_from(tables.event).where(*conditions(which))
    return int(connection.execute(query).scalar_one())


def busiest(
    connection: Connection, among: Collection[str] | None, limit: int, offset: int
) -> list[tuple[str, int]]:
    """Return actors by the number of events they have a part in; see ``listing.Lists``."""
    table = tables.party.c
    number = func.count(table.event.distinct())
    query = select(table.actor, number).group_by(table.actor)
    if among is not None:
        query = query.where(table.actor.in_(among))
    query = query.order_by(number.desc(), table.actor)
    return [(actor, int(n)) for actor, n in connection.execute(page(query, limit, offset))]


def by(order: Order) -> tuple[ColumnElement[Any], ...]:
    """Return what to order events by; those of unknown time come last, equals by id."""
    table = tables.event.c
    if order == "oldest":
        return (table.moment, table.id)
    known: ColumnElement[Any] = case((table.moment == UNKNOWN, 1), else_=0)
    newest = (known, table.moment.desc(), table.id)
    if order == "strongest":
        return (table.strength.desc(), *newest)
    if order == "reports":
        return (table.reports.desc(), *newest)
    return newest


def conditions(which: EventFilter) -> list[ColumnElement[bool]]:
    """Say in SQL which events are asked for."""
    table = tables.event
    found = which_of(
        Event, which.get("actor"), which.get("story"), which.get("since"), which.get("until")
    )
    party, other, against = (which.get(name) for name in ("party", "other", "dealing_with"))
    for wanted in (party, other, against):
        if isinstance(wanted, str):
            found.append(table.c.id.in_(_with_party(wanted)))
    if isinstance(party, str) and isinstance(against, str):
        found.append(_between(party, against))
    for column in (table.c.action, table.c.status, table.c.place, table.c.quad):
        value = which.get(column.name)
        if value is not None:
            found.append(column == value)
    imported = which.get("imported")
    if imported is not None:
        # Nearly every event is of one kind. SQLite would begin with that where it has an index of
        # it, and look through all events for an actor's few: a sum has no index.
        kind: ColumnElement[Any] = table.c.imported
        found.append((kind if party is None else kind + 0) == int(imported))
    return found


def _with_party(wanted: str) -> Select[Any]:
    """Select the events in which an actor (an id, or the beginning of a code) has a part."""
    party = tables.party.c
    by_id = select(party.event).where(party.actor == wanted)
    first = storable(wanted)
    by_code = select(party.event).where(party.code >= first, party.code < first + "\U0010ffff")
    return union(by_id, by_code)  # type: ignore[return-value]


def _between(a: str, b: str) -> ColumnElement[bool]:
    """Say that one of two acts on the other, or that they do together what takes all sides."""
    event = tables.event.c

    def faces(one: str, other: str) -> ColumnElement[bool]:
        source, target = tables.party.alias(), tables.party.alias()
        return exists().where(
            source.c.event == event.id, source.c.side == "source", _is(source.c, one),
            target.c.event == event.id, target.c.side == "target", _is(target.c, other),
        )  # fmt: skip

    return or_(event.action.in_(sorted(TOGETHER)), faces(a, b), faces(b, a))


def _is(party: Any, wanted: str) -> ColumnElement[bool]:
    first = storable(wanted)
    of_code = and_(party.code >= first, party.code < first + "\U0010ffff")
    return or_(party.actor == wanted, of_code)
