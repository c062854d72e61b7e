"""The rows that follow from a record: search terms, membership, mentions, parties, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Insert,
    Table,
    Update,
    case,
    delete,
    func,
    insert,
    select,
    update,
)

from dateline.errors import StoreError
from dateline.records import (
    Alert,
    Brief,
    Event,
    Expectation,
    Reading,
    Report,
    Standing,
    Story,
)
from dateline.store import tables
from dateline.store.nouns import (
    NOUNS,
    Row,
    actors_of,
    meanings_of,
    mentions_of,
    parties_of,
    reports_under,
)
from dateline.store.sealed import Sealed
from dateline.store.search_terms import indexed
from dateline.store.values import instant_or_none

Change: TypeAlias = Insert | Update | Delete
Write: TypeAlias = Callable[[Change, list[Row] | None], None]


class Beside:
    """Keeps what follows from records in step with them. ``write`` carries a change out."""

    def __init__(self, connection: Connection, write: Write) -> None:
        self._connection = connection
        self._write = write

    def put(self, record: Any) -> None:
        """Write the rows that follow from a record, in the place of earlier ones."""
        if isinstance(record, Report):
            self._index(record)
        elif isinstance(record, Reading):
            self._note_reading(
                record.report, record.language, mentions_of(record), meanings_of(record)
            )
        elif isinstance(record, Sealed):
            row = record.row
            self._note_reading(row["report"], row["language"], record.mentions, record.meanings)
        elif isinstance(record, Story):
            self._place(record)
        elif isinstance(record, Standing):
            self._attach(tables.about, "standing", record.story, "actor", record.actors)
        elif isinstance(record, Event | Expectation | Brief | Alert):
            noun = NOUNS[type(record)].table.name
            self._attach(tables.stands_on, noun, record.id, "report", reports_under(record))
            if isinstance(record, Event | Expectation):
                self._attach(tables.about, noun, record.id, "actor", actors_of(record))
            if isinstance(record, Event):
                self._replace(tables.party, tables.party.c.event == record.id, parties_of(record))

    def removed(self, kind: type, id: str) -> None:
        """Remove what followed from a record that was removed by its id."""
        table = NOUNS[kind].table
        if kind is Story:
            self._delete(tables.story_member, tables.story_member.c.story == id)
            self._drop_standing(id)
        if kind is Event:
            self._delete(tables.party, tables.party.c.event == id)
        for side in (tables.about, tables.stands_on):
            self._detach(side, table.name, id)

    def _note_reading(
        self, report: str, language: str, mentions: Sequence[Row], meanings: Sequence[Row]
    ) -> None:
        self._replace(tables.mention, tables.mention.c.report == report, mentions)
        self._replace(tables.meaning, tables.meaning.c.report == report, meanings)
        found = tables.found
        self._write(update(found).where(found.c.report == report).values(language=language), None)

    def _index(self, report: Report) -> None:
        self._index_terms(report)
        text, found, read = tables.search_text, tables.found, tables.reading.c
        number = select(text.c.n).where(text.c.report == report.id).scalar_subquery()
        language = select(read.language).where(read.report == report.id).scalar_subquery()
        self._delete(found, found.c.report == report.id)
        row = {
            "n": number, "report": report.id, "newest": 0,
            "published": instant_or_none(report.published),
            "language": func.coalesce(language, report.language),
            "headline": indexed(report.title or ""),
        }  # fmt: skip
        self._write(insert(found).values(**row), None)
        its = tables.report.c
        versions = select(its.id).where(its.key == report.key)
        last = select(func.max(its.version)).where(its.key == report.key).scalar_subquery()
        newest = case((found.c.report.in_(versions.where(its.version == last)), 1), else_=0)
        change = update(found).where(found.c.report.in_(versions)).values(newest=newest)
        self._write(change, None)

    def _index_terms(self, report: Report) -> None:
        table, terms = tables.search_text, indexed(report.text)
        here = table.c.report == report.id
        old = self._connection.execute(select(table.c.terms).where(here)).scalar()
        if old is None:
            self._write(insert(table).values(report=report.id, terms=terms), None)
        elif old != terms:
            self._write(update(table).where(here).values(terms=terms), None)

    def _place(self, story: Story) -> None:
        """Keep which story each report is in. A merged story has no members of its own."""
        if story.merged_into is not None:
            self._refuse_circle(story)
            self._drop_standing(story.id)
        table = tables.story_member
        members = set() if story.merged_into else {member.report for member in story.members}
        mine = table.c.story == story.id
        before = set(self._connection.execute(select(table.c.report).where(mine)).scalars())
        for gone in before - members:
            self._delete(table, mine & (table.c.report == gone))
        new = sorted(members - before)
        for report in new:
            self._delete(table, table.c.report == report)
        if new:
            rows = [{"report": report, "story": story.id} for report in new]
            self._write(insert(table), rows)

    def _refuse_circle(self, story: Story) -> None:
        table, at = tables.story, story.merged_into
        while at is not None:
            if at == story.id:
                raise StoreError(f"story {story.id} would redirect to itself")
            at = self._connection.execute(
                select(table.c.merged_into).where(table.c.id == at)
            ).scalar()

    def _drop_standing(self, story: str) -> None:
        self._delete(tables.standing, tables.standing.c.story == story)
        self._detach(tables.about, "standing", story)

    def _attach(self, table: Table, noun: str, id: str, column: str, values: Iterable[str]) -> None:
        rows = [{"noun": noun, "id": id, column: value} for value in sorted(set(values))]
        self._replace(table, _of(table, noun, id), rows)

    def _detach(self, table: Table, noun: str, id: str) -> None:
        self._delete(table, _of(table, noun, id))

    def _replace(self, table: Table, old: ColumnElement[bool], rows: Sequence[Row]) -> None:
        """Put ``rows`` in the place of those that ``old`` holds for."""
        self._delete(table, old)
        if rows:
            self._write(insert(table), list(rows))

    def _delete(self, table: Table, which: ColumnElement[bool]) -> None:
        self._write(delete(table).where(which), None)


def _of(table: Table, noun: str, id: str) -> ColumnElement[bool]:
    return (table.c.noun == noun) & (table.c.id == id)
