"""What is left to do, and the records a stage needs to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, or_, select, tuple_

from dateline.errors import StoreError
from dateline.records import Reading, Report
from dateline.store import tables
from dateline.store.lookup import unknown
from dateline.store.nouns import INPUTS
from dateline.store.packed import Part
from dateline.store.values import UNKNOWN, instant, unpack

# One page of an iterator; between pages the database is free.
_PAGE = 200
# Grouping compares vectors; it has no use for parses, which take longest to read back.
_ACTIVE: frozenset[Part] = frozenset({"vectors"})

OpenRead: TypeAlias = Callable[[], AbstractContextManager[Connection]]


def due(
    connection: Connection,
    stage: str,
    version: int,
    limit: int | None,
    among: Iterable[str] | None = None,
) -> list[str]:
    """Return the ids of a stage's inputs left to do; see ``ports.Store.due``."""
    query, table = left(stage, version)
    if among is not None:
        (key,) = table.primary_key
        query = query.where(key.in_(list(among)))
    if limit is not None:
        query = query.limit(max(limit, 0))
    return list(connection.execute(query).scalars())


def left(stage: str, version: int) -> tuple[Select[Any], Table]:
    """Select the ids of a stage's inputs left to do, in order; and name the inputs' table.

    Raises StoreError for a stage that has no inputs here.
    """
    noun = INPUTS.get(stage)
    if noun is None:
        raise StoreError(f"no stage {stage!r} takes records; there are {', '.join(INPUTS)}")
    query = _inputs(noun.table.name)
    (id, *_order) = query.selected_columns
    return query.where(
        ~_marked(tables.done, stage, id, tables.done.c.version == version),
        ~_marked(
            tables.rejected,
            stage,
            id,
            or_(tables.rejected.c.version.is_(None), tables.rejected.c.version == version),
        ),
    ), noun.table


def _inputs(noun: str) -> Select[Any]:
    """Select the ids of a noun that is the input of stages, in order."""
    report, story, fetched = tables.report.c, tables.story.c, tables.fetched.c
    if noun == "fetched":
        return select(fetched.id).order_by(fetched.moment, fetched.id)
    if noun == "reading":
        joined = tables.report.join(tables.reading, report.id == tables.reading.c.report)
        # Of one item published at one time, the earlier version comes first.
        return (
            select(report.id).select_from(joined).order_by(report.moment, report.version, report.id)
        )
    return select(story.id).where(story.merged_into.is_(None)).order_by(story.opened, story.id)


def _marked(
    marks: Any, stage: str, id: ColumnElement[str], when: ColumnElement[bool]
) -> ColumnElement[bool]:
    return exists().where(and_(marks.c.stage == stage, marks.c.id == id, when))


def report_ids(open_read: OpenRead, after: str | None) -> Iterator[str]:
    """Iterate over report ids in order; see ``ports.Store.report_ids``."""
    table = tables.report
    query = select(table.c.moment, table.c.id)
    position: tuple[str, str] | None = None
    if after is not None:
        with open_read() as connection:
            row = connection.execute(query.where(table.c.id == after)).first()
        if row is None:
            raise unknown("report", after)
        position = (row.moment, row.id)
    for row in _paged(open_read, query, position):
        yield row.id


def latest_grouped(connection: Connection) -> datetime | None:
    """Return the latest publication time of a grouped report; see ``ports.Store``."""
    report, done = tables.report.c, tables.done.c
    grouped = exists().where(done.stage == "group", done.id == report.id)
    query = select(report.moment).where(grouped, *_credible())
    found = connection.execute(query.order_by(report.moment.desc()).limit(1)).scalar()
    return None if found is None else datetime.fromisoformat(found)


def _credible() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Say that a report's publication time is known and doesn't lie in its future."""
    return tables.report.c.moment != UNKNOWN, tables.report.c.moment <= tables.report.c.retrieved


def active(
    open_read: OpenRead, since: datetime | None, most: int | None
) -> Iterator[tuple[Report, Reading, str]]:
    """Iterate over reports of stories still moving; see ``ports.Store.active``."""
    report, reading, member = tables.report, tables.reading, tables.story_member
    story, done = tables.story, tables.done
    which = [] if since is None else [story.c.updated >= instant(since)]
    in_stories = report.join(member, member.c.report == report.c.id).join(
        story, story.c.id == member.c.story
    )
    if most is not None:
        published = select(report.c.moment).select_from(in_stories)
        published = published.where(*_credible(), *which)
        last = published.order_by(report.c.moment.desc()).offset(max(most - 1, 0)).limit(1)
        with open_read() as connection:
            first = connection.execute(last).scalar()
        which += [] if first is None else [report.c.moment >= first]  # an unknown time sorts last
    joined = in_stories.join(reading, reading.c.report == report.c.id).join(
        done, and_(done.c.id == report.c.id, done.c.stage == "group")
    )
    query = (
        select(done.c.n, report.c.body, reading.c.body.label("reading"), story.c.id.label("story"))
        .select_from(joined)
        .where(*which)
        .order_by(done.c.n)
        .limit(_PAGE)
    )
    last_n = 0
    while True:
        with open_read() as connection:
            rows = connection.execute(query.where(done.c.n > last_n)).all()
        for row in rows:
            yield unpack(Report, row.body), unpack(Reading, row.reading, _ACTIVE), row.story
        if len(rows) < _PAGE:
            return
        last_n = rows[-1].n


def _paged(
    open_read: OpenRead, query: Select[Any], position: tuple[str, str] | None
) -> Iterator[Any]:
    """Run ``query`` over reports page by page, each from where the last one ended."""
    place = tuple_(tables.report.c.moment, tables.report.c.id)
    query = query.order_by(tables.report.c.moment, tables.report.c.id).limit(_PAGE)
    while True:
        with open_read() as connection:
            page = query if position is None else query.where(place > position)
            rows = connection.execute(page).all()
        yield from rows
        if len(rows) < _PAGE:
            return
        position = (rows[-1].moment, rows[-1].id)
