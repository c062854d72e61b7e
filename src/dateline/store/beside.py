"""The rows that follow from a record: search terms, membership, mentions, parties, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    Connection,
    Delete,
    Insert,
    Table,
    Update,
    bindparam,
    case,
    func,
    insert,
    select,
    update,
)

from dateline.errors import StoreError
from dateline.records import (
    Alert,
    Event,
    Expectation,
    KeptBrief,
    Reading,
    Report,
    Standing,
    Story,
)
from dateline.store import statements, tables
from dateline.store.nouns import (
    NOUNS,
    Row,
    actors_of,
    dealings_of,
    meanings_of,
    mentions_of,
    parties_of,
    reports_under,
)
from dateline.store.sealed import Sealed
from dateline.store.search_terms import indexed
from dateline.store.values import instant_or_none

Change: TypeAlias = Insert | Update | Delete
Rows: TypeAlias = Row | list[Row] | None
Write: TypeAlias = Callable[[Change, Rows], None]

# What is said for every report and every story, put together once; ``of`` is whose it is.
_OF: BindParameter[Any] = bindparam("of")
_MEMBERS = select(tables.story_member.c.report).where(tables.story_member.c.story == _OF)
_TERMS = select(tables.search_text.c.terms).where(tables.search_text.c.report == _OF)
_TONGUE = update(tables.found).where(tables.found.c.report == _OF)
_FOUND = insert(tables.found).values(
    n=select(tables.search_text.c.n).where(tables.search_text.c.report == _OF).scalar_subquery(),
    language=func.coalesce(
        select(tables.reading.c.language).where(tables.reading.c.report == _OF).scalar_subquery(),
        bindparam("otherwise"),
    ),
)
_VERSIONS = select(tables.report.c.id).where(tables.report.c.key == _OF)
_LAST = select(func.max(tables.report.c.version)).where(tables.report.c.key == _OF)
_NEWEST = (
    update(tables.found)
    .where(tables.found.c.report.in_(_VERSIONS))
    .values(
        newest=case(
            (
                tables.found.c.report.in_(
                    _VERSIONS.where(tables.report.c.version == _LAST.scalar_subquery())
                ),
                1,
            ),
            else_=0,
        )
    )
)


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
        elif isinstance(record, Event | Expectation | KeptBrief | Alert):
            noun = NOUNS[type(record)].table.name
            self._attach(tables.stands_on, noun, record.id, "report", reports_under(record))
            if isinstance(record, Event | Expectation):
                self._attach(tables.about, noun, record.id, "actor", actors_of(record))
            if isinstance(record, Event):
                self._replace(tables.party, parties_of(record), event=record.id)
                self._replace(tables.dealing, dealings_of(record), event=record.id)

    def removed(self, kind: type, id: str) -> None:
        """Remove what followed from a record that was removed by its id."""
        table = NOUNS[kind].table
        if kind is Story:
            self._delete(tables.story_member, story=id)
            self._drop_standing(id)
            self._drop_briefs(id)
        if kind is Event:
            self._delete(tables.party, event=id)
            self._delete(tables.dealing, event=id)
        for side in (tables.about, tables.stands_on):
            self._detach(side, table.name, id)

    def _note_reading(
        self, report: str, language: str, mentions: Sequence[Row], meanings: Sequence[Row]
    ) -> None:
        self._replace(tables.mention, mentions, report=report)
        self._replace(tables.meaning, meanings, report=report)
        self._write(_TONGUE, {"of": report, "language": language})

    def _index(self, report: Report) -> None:
        self._index_terms(report)
        self._delete(tables.found, report=report.id)
        row = {
            "of": report.id, "report": report.id, "newest": 0,
            "published": instant_or_none(report.published), "otherwise": report.language,
            "headline": indexed(report.title or ""),
        }  # fmt: skip
        self._write(_FOUND, row)
        self._write(_NEWEST, {"of": report.key})

    def _index_terms(self, report: Report) -> None:
        table, terms = tables.search_text, indexed(report.text)
        old = self._connection.execute(_TERMS, {"of": report.id}).scalar()
        if old is None:
            self._write(statements.add(table), {"report": report.id, "terms": terms})
        elif old != terms:
            here = table.c.report == report.id
            self._write(update(table).where(here).values(terms=terms), None)

    def _place(self, story: Story) -> None:
        """Keep which story each report is in. A merged story has no members of its own."""
        if story.merged_into is not None:
            self._refuse_circle(story)
            self._drop_standing(story.id)
            self._drop_briefs(story.id)
        table = tables.story_member
        members = set() if story.merged_into else {member.report for member in story.members}
        before = set(self._connection.execute(_MEMBERS, {"of": story.id}).scalars())
        for gone in before - members:
            self._delete(table, story=story.id, report=gone)
        new = sorted(members - before)
        for report in new:
            self._delete(table, report=report)
        if new:
            rows = [{"report": report, "story": story.id} for report in new]
            self._write(statements.add(table), rows)

    def _refuse_circle(self, story: Story) -> None:
        table, at = tables.story, story.merged_into
        while at is not None:
            if at == story.id:
                raise StoreError(f"story {story.id} would redirect to itself")
            at = self._connection.execute(
                select(table.c.merged_into).where(table.c.id == at)
            ).scalar()

    def _drop_standing(self, story: str) -> None:
        self._delete(tables.standing, story=story)
        self._detach(tables.about, "standing", story)

    def _drop_briefs(self, story: str) -> None:
        kept = tables.kept_brief
        of_story = select(kept.c.id).where(kept.c.story == story)
        for id in self._connection.execute(of_story).scalars().all():
            self._detach(tables.stands_on, kept.name, id)
        self._delete(kept, story=story)

    def _attach(self, table: Table, noun: str, id: str, column: str, values: Iterable[str]) -> None:
        rows = [{"noun": noun, "id": id, column: value} for value in sorted(set(values))]
        self._replace(table, rows, noun=noun, id=id)

    def _detach(self, table: Table, noun: str, id: str) -> None:
        self._delete(table, noun=noun, id=id)

    def _replace(self, table: Table, rows: Sequence[Row], **old: str) -> None:
        """Put ``rows`` in the place of those that have the values ``old``."""
        self._delete(table, **old)
        if rows:
            self._write(statements.add(table), list(rows))

    def _delete(self, table: Table, **old: str) -> None:
        self._write(statements.clear(table, *old), statements.where(**old))
