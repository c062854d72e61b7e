"""Reading lists of records back, filtered and in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, or_, select

from dateline.records import Brief, Copy, Event, Expectation, Rejected, Report, Story, StoryLink
from dateline.store import tables
from dateline.store.lookup import batches, unknown
from dateline.store.nouns import NOUNS
from dateline.store.values import instant, unpack

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
    connection: Connection,
    actor: str | None,
    story: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int | None,
) -> list[Event]:
    """Return events by earliest time, then id; see ``ports.Store.events``."""
    which = _which(Event, actor, story, since, until)
    table = tables.event
    query = select(table.c.body).where(*which).order_by(table.c.moment, table.c.id)
    return records(connection, Event, page(query, limit))


def expectations(
    connection: Connection,
    actor: str | None,
    story: str | None,
    since: datetime | None,
    until: datetime | None,
    superseded: bool,
    limit: int | None,
) -> list[Expectation]:
    """Return expectations by due time, then id; see ``ports.Store.expectations``."""
    table = tables.expectation
    which = _which(Expectation, actor, story, since, until)
    if not superseded:
        newer = table.alias("newer")
        which.append(~exists().where(newer.c.supersedes == table.c.id))
    query = select(table.c.body).where(*which).order_by(table.c.moment, table.c.id)
    return records(connection, Expectation, page(query, limit))


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
