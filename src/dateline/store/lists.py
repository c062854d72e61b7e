"""Reading lists of records back, filtered and in a fixed order."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    union,
)

from dateline.errors import StoreError
from dateline.records import Brief, Copy, Event, Expectation, Rejected, Report, Story, StoryLink
from dateline.store import tables
from dateline.store.filters import EventFilter, ExpectationFilter
from dateline.store.lookup import batches, unknown
from dateline.store.nouns import NOUNS
from dateline.store.values import UNKNOWN, instant, storable, unpack

T = TypeVar("T")


def records(connection: Connection, kind: type[T], query: Select[Any]) -> list[T]:
    """Return the records whose bodies ``query`` selects, in its order."""
    return [unpack(kind, body) for body in connection.execute(query).scalars()]


def stories(
    connection: Connection,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
    offset: int,
) -> list[Story]:
    """Return stories, newest update first; see ``ports.Store.stories``."""
    table = tables.story
    query = select(table.c.body).where(table.c.merged_into.is_(None))
    if since is not None:
        query = query.where(table.c.updated >= instant(since))
    if until is not None:
        query = query.where(table.c.updated < instant(until))
    query = query.order_by(table.c.updated.desc(), table.c.id)
    return records(connection, Story, page(query, limit, offset))


def first_opened(connection: Connection) -> datetime | None:
    """Return when the oldest story was opened."""
    table = tables.story
    query = select(func.min(table.c.opened)).where(table.c.merged_into.is_(None))
    opened = connection.execute(query).scalar()
    return None if opened is None else datetime.fromisoformat(opened)


def copies(connection: Connection, reports: Iterable[str]) -> list[Copy]:
    """Return copy edges from or to any of ``reports``, by report, then of."""
    table = tables.copy
    found: dict[tuple[str, str], Copy] = {}
    for some in batches(dict.fromkeys(reports), 250):
        touching = or_(table.c.report.in_(some), table.c.of.in_(some))
        for copy in records(connection, Copy, select(table.c.body).where(touching)):
            found[copy.report, copy.of] = copy
    return [found[key] for key in sorted(found)]


def links(connection: Connection, story: str) -> list[StoryLink]:
    """Return the links that touch a story, by earlier, then later."""
    table = tables.story_link
    touching = or_(table.c.earlier == story, table.c.later == story)
    query = select(table.c.body).where(touching).order_by(table.c.earlier, table.c.later)
    return records(connection, StoryLink, query)


def events(
    connection: Connection, which: EventFilter, newest: bool, limit: int | None, offset: int
) -> list[Event]:
    """Return events by time, then id; see ``ports.Store.events``."""
    table = tables.event
    query = select(table.c.body).where(*_events(which))
    order = (table.c.moment, table.c.id)
    if newest:  # an unknown time comes last either way
        known = case((table.c.moment == UNKNOWN, 1), else_=0)
        query = query.order_by(known, table.c.moment.desc(), table.c.id)
    else:
        query = query.order_by(*order)
    return records(connection, Event, page(query, limit, offset))


def count_events(connection: Connection, which: EventFilter) -> int:
    """Return how many events there are of a kind."""
    query = select(func.count()).select_from(tables.event).where(*_events(which))
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


def _events(which: EventFilter) -> list[ColumnElement[bool]]:
    table = tables.event
    found = _which(
        Event, which.get("actor"), which.get("story"), which.get("since"), which.get("until")
    )
    for name in ("party", "other"):
        wanted = which.get(name)
        if isinstance(wanted, str):
            found.append(table.c.id.in_(_with_party(wanted)))
    for column in (table.c.action, table.c.status, table.c.place):
        wanted = which.get(column.name)
        if wanted is not None:
            found.append(column == wanted)
    imported = which.get("imported")
    if imported is not None:
        found.append(table.c.imported == int(imported))
    return found


def _with_party(wanted: str) -> Select[Any]:
    """Select the events in which an actor (an id, or the beginning of a code) has a part."""
    party, first = tables.party.c, storable(wanted)
    by_code = select(party.event).where(party.code >= first, party.code < first + "\U0010ffff")
    return union(select(party.event).where(party.actor == wanted), by_code)  # type: ignore[return-value]


def expectations(
    connection: Connection, which: ExpectationFilter, limit: int | None, offset: int
) -> list[Expectation]:
    """Return expectations by due time, then id; see ``ports.Store.expectations``."""
    table = tables.expectation
    query = select(table.c.body).where(*_expectations(which))
    latest = which.get("latest_first", False)
    if latest and which.get("state") == "settled":
        query = query.order_by(table.c.settled.desc(), table.c.id)
    elif latest:
        query = query.order_by(table.c.latest.desc().nulls_last(), table.c.id)
    else:
        query = query.order_by(table.c.moment, table.c.id)
    return records(connection, Expectation, page(query, limit, offset))


def count_expectations(connection: Connection, which: ExpectationFilter) -> int:
    """Return how many expectations there are of a kind."""
    query = select(func.count()).select_from(tables.expectation).where(*_expectations(which))
    return int(connection.execute(query).scalar_one())


def _expectations(which: ExpectationFilter) -> list[ColumnElement[bool]]:
    table = tables.expectation
    found = _which(
        Expectation, which.get("actor"), which.get("story"), which.get("since"), which.get("until")
    )
    if not which.get("superseded", False):
        newer = table.alias("newer")
        found.append(~exists().where(newer.c.supersedes == table.c.id))
    state, as_of = which.get("state"), which.get("as_of")
    if state is not None:
        if as_of is None:
            raise StoreError("a state of expectations is one as of a moment; give as_of")
        now = instant(as_of)
        settled = and_(table.c.outcome != "open", table.c.settled <= now)
        open_still = or_(table.c.outcome == "open", table.c.settled > now)
        found += {
            "settled": [settled],
            "overdue": [open_still, table.c.latest <= now],
            "open": [open_still, or_(table.c.latest > now, table.c.latest.is_(None))],
        }[state]
    return found


def briefs(connection: Connection, story: str) -> list[Brief]:
    """Return the briefs of a story: story version, time asked for, id."""
    table = tables.brief
    query = select(table.c.body).where(table.c.story == story)
    order = (table.c.story_version, table.c.moment, table.c.id)
    return records(connection, Brief, query.order_by(*order))


def versions(connection: Connection, key: str) -> list[Report]:
    """Return the versions of an item, oldest first."""
    table = tables.report
    query = select(table.c.body).where(table.c.key == key).order_by(table.c.version, table.c.id)
    return records(connection, Report, query)


def latest(connection: Connection, key: str) -> Report:
    """Return the newest version of an item. NotFound when there is none."""
    found = versions(connection, key)
    if not found:
        raise unknown("report under the key", key)
    return found[-1]


def reports_from(connection: Connection, items: Iterable[str]) -> list[str]:
    """Return the ids of the reports read from fetched items, by publication, then id."""
    table = tables.report
    found: set[tuple[str, str]] = set()
    for some in batches(dict.fromkeys(items), 500):
        query = select(table.c.moment, table.c.id).where(table.c.fetched.in_(some))
        found.update((row.moment, row.id) for row in connection.execute(query))
    return [id for _moment, id in sorted(found)]


def reports_of(connection: Connection, outlet: str | None, before: datetime | None) -> list[str]:
    """Return the ids of reports of an outlet, or of before a time, by publication, then id."""
    table = tables.report
    query = select(table.c.id).order_by(table.c.moment, table.c.id)
    if outlet is not None:
        query = query.where(table.c.outlet == outlet)
    if before is not None:
        came = func.coalesce(table.c.published, table.c.retrieved, table.c.recorded)
        query = query.where(came < instant(before))
    return list(connection.execute(query).scalars())


def rejections(connection: Connection, stage: str | None) -> list[Rejected]:
    """Return what was rejected, by stage, then name, then id."""
    table = tables.rejected
    query = select(table.c.body).order_by(table.c.stage, table.c.name, table.c.id)
    if stage is not None:
        query = query.where(table.c.stage == stage)
    return records(connection, Rejected, query)


def _which(
    kind: type,
    actor: str | None,
    story: str | None,
    since: datetime | None,
    until: datetime | None,
) -> list[ColumnElement[bool]]:
    table = NOUNS[kind].table
    which: list[ColumnElement[bool]] = []
    if actor is not None:
        about = tables.about.c
        of_actor = and_(about.noun == table.name, about.actor == actor)
        which.append(table.c.id.in_(select(about.id).where(of_actor)))
    if story is not None:
        which.append(table.c.story == story)
    return which + _within(table, since, until)


def _within(
    table: Table, since: datetime | None, until: datetime | None
) -> list[ColumnElement[bool]]:
    """Say that [earliest, latest) meets [since, until); an open end reaches any time.

    An interval without length (an instant) counts as its own moment.
    """
    earliest, latest = table.c.earliest, table.c.latest
    which: list[ColumnElement[bool]] = []
    if since is not None or until is not None:
        which.append(or_(earliest.is_not(None), latest.is_not(None)))
    if since is not None:
        start = instant(since)
        which.append(or_(latest.is_(None), latest > start, earliest >= start))
    if until is not None:
        which.append(or_(earliest.is_(None), earliest < instant(until)))
    return which


def page(query: Select[Any], limit: int | None, offset: int = 0) -> Select[Any]:
    """Cut ``query`` to a page; negative and monstrous numbers mean the nearest sensible one."""
    if limit is None and offset <= 0:
        return query
    most = 2**31 - 1 if limit is None else min(max(limit, 0), 2**31 - 1)
    return query.limit(most).offset(min(max(offset, 0), 2**31 - 1))
