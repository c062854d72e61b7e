"""Removal on request."""

from __future__ import annotations

from sqlalchemy import Connection, delete, func, select

from dateline.records import Story
from dateline.store import tables
from dateline.store.lookup import unknown
from dateline.store.nouns import NOUNS


def forget(connection: Connection, report: str) -> None:
    """Remove a report and what was derived from it; see ``ports.Store.forget``."""
    table = tables.report
    row = connection.execute(select(table.c.fetched).where(table.c.id == report)).first()
    if row is None:
        raise unknown("report", report)
    _forget_derived(connection, report)
    stories = tables.story_member
    for story in connection.execute(
        select(stories.c.story).where(stories.c.report == report)
    ).scalars():
        _unmark(connection, story, NOUNS[Story].feeds)
        _forget_standing(connection, story)
    connection.execute(delete(stories).where(stories.c.report == report))
    _unmark(connection, report, ("group",))
    # Reading, copies and search terms go with the report: foreign keys say so.
    connection.execute(delete(table).where(table.c.id == report))
    _forget_item(connection, row.fetched)


def _forget_derived(connection: Connection, report: str) -> None:
    stands_on, about = tables.stands_on, tables.about
    rows = connection.execute(
        select(stands_on.c.noun, stands_on.c.id).where(stands_on.c.report == report)
    ).all()
    for noun, id in rows:
        table = tables.metadata.tables[noun]
        connection.execute(delete(table).where(table.c.id == id))
        if noun == tables.event.name:
            for beside in (tables.party, tables.dealing):
                connection.execute(delete(beside).where(beside.c.event == id))
        for side in (stands_on, about):
            connection.execute(delete(side).where(side.c.noun == noun, side.c.id == id))


def _forget_standing(connection: Connection, story: str) -> None:
    """A story's standing shows a headline of its reports: it is reckoned anew."""
    standing, about = tables.standing, tables.about
    connection.execute(delete(standing).where(standing.c.story == story))
    connection.execute(delete(about).where(about.c.noun == standing.name, about.c.id == story))


def _forget_item(connection: Connection, item: str) -> None:
    """Remove the item that the report was read from, unless another report was too."""
    report, fetched = tables.report, tables.fetched
    others = select(func.count()).select_from(report).where(report.c.fetched == item)
    if connection.execute(others).scalar_one() == 0:
        connection.execute(delete(fetched).where(fetched.c.id == item))
        _unmark(connection, item, ("read",))


def _unmark(connection: Connection, id: str, stages: tuple[str, ...]) -> None:
    for marks in (tables.done, tables.rejected, tables.claim):
        connection.execute(delete(marks).where(marks.c.id == id, marks.c.stage.in_(stages)))
