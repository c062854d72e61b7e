"""Reading lists of records back, filtered and in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    and_,
    func,
    or_,
    select,
)

from dateline.errors import NotFound, StoreError
from dateline.records import Copy, Expectation, Rejected, Report, Story, StoryLink
from dateline.store import tables
from dateline.store.filters import ExpectationFilter, State
from dateline.store.lookup import batches, unknown
from dateline.store.nouns import NOUNS
from dateline.store.values import instant, unpack

T = TypeVar("T")

MOST_NAMED = 4  # reports of one id that an error names


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


def count_stories(connection: Connection) -> int:
    """Return how many stories there are that were not merged."""
    merged = tables.story.c.merged_into
    query = select(func.count()).select_from(tables.story).where(merged.is_(None))
    return int(connection.execute(query).scalar_one())


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


def expectations(
    connection: Connection, which: ExpectationFilter, limit: int | None, offset: int
) -> list[Expectation]:
    """Return expectations by due time, then id; see ``ports.Store.expectations``."""
    table = tables.expectation
    asked = expectations_which(connection, which)
    order = _order_of(which)
    if limit is not None or offset > 0:
        # Ids first, which indexes hold: no body is carried along while they are sorted.
        ids = select(table.c.id).where(*asked).order_by(*order)
        asked = [table.c.id.in_(page(ids, limit, offset))]
    return records(connection, Expectation, select(table.c.body).where(*asked).order_by(*order))


def _order_of(which: ExpectationFilter) -> tuple[ColumnElement[Any], ...]:
    """Return what to order expectations by, equals by id."""
    table = tables.expectation.c
    if which.get("undated", False):
        return (table.id,)
    if not which.get("latest_first", False):
        return (table.moment, table.id)
    if which.get("state") == "settled":
        return (table.settled.desc(), table.id)
    return (table.latest.desc().nulls_last(), table.id)


def count_expectations(connection: Connection, which: ExpectationFilter) -> int:
    """Return how many expectations there are of a kind."""
    query = (
        select(func.count())
        .select_from(tables.expectation)
        .where(*expectations_which(connection, which))
    )
    return int(connection.execute(query).scalar_one())


def expectations_which(
    connection: Connection, which: ExpectationFilter
) -> list[ColumnElement[bool]]:
    """Say in SQL which expectations are asked for."""
    table = tables.expectation
    found = which_of(
        Expectation, which.get("actor"), which.get("story"), which.get("since"), which.get("until")
    )
    kind = which.get("kind")
    if kind is not None:
        found.append(table.c.kind == kind)
    if which.get("undated", False):
        found += [table.c.latest.is_(None), table.c.earliest.is_(None)]
    if not which.get("superseded", False):
        newer = table.c.supersedes
        found.append(table.c.id.not_in(select(newer).where(newer.is_not(None))))
    state, as_of = which.get("state"), which.get("as_of")
    if state is not None:
        if as_of is None:
            raise StoreError("a state of expectations is one as of a moment; give as_of")
        dated = which.get("since") is not None or which.get("until") is not None
        found.append(_in_state(connection, state, instant(as_of), dated))
    return found


def _in_state(connection: Connection, state: State, now: str, dated: bool) -> ColumnElement[bool]:
    """Say that an expectation was in a state at a moment; ``dated`` that a time of it is known.

    Each way to be so begins with what an index begins with. What was settled after the moment
    was open at it, which only questions about the past have to ask for.
    """
    table = tables.expectation.c
    if state == "settled":
        return and_(table.outcome != "open", table.settled <= now)
    ways = [table.outcome == "open"]
    if connection.execute(select(table.id).where(table.settled > now).limit(1)).first():
        ways.append(table.settled > now)
    begun = [table.earliest.is_not(None)] if dated else []
    if state == "overdue":
        return or_(*(and_(way, table.latest <= now) for way in ways))
    return or_(
        *(and_(way, table.latest > now) for way in ways),
        *(and_(way, table.latest.is_(None), *begun) for way in ways),
    )


def versions(connection: Connection, key: str, most: int | None) -> list[Report]:
    """Return the versions of an item, or the newest of them, oldest first."""
    table = tables.report
    newest = (table.c.version.desc(), table.c.id.desc())
    query = select(table.c.body).where(table.c.key == key).order_by(*newest)
    return records(connection, Report, page(query, most))[::-1]


def latest(connection: Connection, key: str) -> Report:
    """Return the newest version of an item. NotFound when there is none."""
    found = versions(connection, key, most=1)
    if not found:
        raise unknown("report under the key", key)
    return found[-1]


def named_report(connection: Connection, given: str) -> str:
    """Return the id of the report that is called so; see ``listing.Lists.named_report``."""
    table = tables.report
    if connection.execute(select(table.c.id).where(table.c.id == given)).first():
        return given
    query = select(table.c.key, table.c.id).where(table.c.own == given)
    newest = query.order_by(table.c.key, table.c.version, table.c.id)
    items = dict(tuple(row) for row in connection.execute(newest))  # the last of each item
    if not items:
        raise unknown("report", given)
    if len(items) > 1:
        some = ", ".join(sorted(items.values())[:MOST_NAMED])
        raise NotFound(f"several reports came with the id {given}: {some}; give one of these")
    return str(*items.values())


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


def which_of(
    kind: type,
    actor: str | None,
    story: str | None,
    since: datetime | None,
    until: datetime | None,
) -> list[ColumnElement[bool]]:
    """Say which events or expectations are about an actor, of a story and of a time."""
    table = NOUNS[kind].table
    which: list[ColumnElement[bool]] = []
    if actor is not None:
        about = tables.about.c
        of_actor = and_(about.noun == table.name, about.actor == actor)
        which.append(table.c.id.in_(select(about.id).where(of_actor)))
    if story is not None:
        which.append(table.c.story == story)
    return which + within(table, since, until)


def within(
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
