"""The writer's side of a transaction."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    delete,
    func,
    or_,
    select,
)

from dateline.errors import StoreError
from dateline.records import (
    Alert,
    Copy,
    Expectation,
    Fetched,
    KeptBrief,
    ReaderState,
    Reading,
    Rejected,
    Report,
    Story,
    StoryLink,
    Visit,
    Watchlist,
)
from dateline.store import briefs, kept, statements, tables
from dateline.store.beside import Beside, Change, Rows
from dateline.store.nouns import NOUNS, Noun, Row, Scope
from dateline.store.ports import Removable, Storable
from dateline.store.sealed import Sealed, packed
from dateline.store.values import instant, pack, unpack_plain

# ``done`` counts up, in the writer's own transaction: no other writer comes between.
_NEXT = select(func.coalesce(func.max(tables.done.c.n), 0) + 1)
_REMOVABLE = frozenset(NOUNS) - {Fetched, Report, Reading}


class SqlTransaction:
    """Writes through one connection that holds the write lock. See ``ports.Transaction``."""

    def __init__(self, connection: Connection, run: str) -> None:
        self._connection = connection
        self._kept: Row = {"recorded": instant(datetime.now(UTC)), "run": run}
        self._scope: Scope = "records"
        self._changed: set[Scope] = set()
        # Stories whose briefs are to be written anew: for them alone, or for those after them too.
        self._told: dict[bool, set[str]] = {False: set(), True: set()}
        self._beside = Beside(connection, self._write)

    def count(self) -> None:
        """Raise the revisions of what was changed: the transaction's last act."""
        self._tell_again()
        if self._changed:
            kept.count(self._connection, self._changed)

    def _tell_again(self) -> None:
        """Make the briefs due that tell of what was changed so far."""
        for followers, stories in self._told.items():
            briefs.tell_again(self._connection, stories, followers=followers)
            stories.clear()

    def _write(self, statement: Change, rows: Rows = None) -> None:
        """Carry out a change, and note whether it changed anything."""
        if self._connection.execute(statement, rows).rowcount != 0:
            self._changed.add(self._scope)

    def put(self, record: Storable | Sealed) -> None:
        """Keep a record. See ``ports.Transaction.put``."""
        kind = record.kind if isinstance(record, Sealed) else type(record)
        noun = NOUNS.get(kind)
        if noun is None:
            raise StoreError(f"a {kind.__name__} is not something the store keeps")
        self._scope = noun.scope
        if isinstance(record, Fetched):
            self._put_fetched(noun, record)
            return
        if isinstance(record, KeptBrief):
            self._tell_again()  # it was written after what was changed so far
        if self._save(noun, record):
            self._beside.put(record)

    def _put_fetched(self, noun: Noun, item: Fetched) -> None:
        """Keep the bytes apart from the record: lists of items don't load them.

        What gather rejected has no id to be done under: it is cleared by its name.
        """
        known = statements.find(noun.table, "id")
        if self._connection.execute(known, statements.where(id=item.id)).first() is None:
            row = {
                **noun.columns(item),
                "body": pack(dataclasses.replace(item, content=b"")),
                "content": zlib.compress(item.content),
            }
            self._write(statements.add(noun.table), {**row, **self._kept})
        refused = statements.where(stage="gather", name=item.name)
        self._write(statements.clear(tables.rejected, "stage", "name"), refused)

    def _save(self, noun: Noun, record: Storable | Sealed) -> bool:
        """Write the noun's row; False when it was there already, exactly so."""
        row = record.row if isinstance(record, Sealed) else packed(noun, record)
        key = statements.key_of(noun.table, row)
        old = self._connection.execute(statements.find(noun.table, "body"), key).scalar()
        if old is None:
            self._write(statements.add(noun.table), {**row, **self._kept})
            self._note_told(noun, row)
            return True
        again = noun.scope == "kept"  # a brief that came out as it was is not stale any more
        if old == row["body"] and not again:
            return False
        before, after = unpack_plain(noun.kind, old), unpack_plain(noun.kind, row["body"])
        if before == after and old[:1] == row["body"][:1] and not again:
            return False
        self._write(statements.change(noun.table), {**key, **row, **self._kept})
        self._note_told(noun, row)
        if noun.feeds and _unstamped(before) != _unstamped(after):
            self._due_again(noun.feeds, _input_id(noun, row))
        return True

    def _note_told(self, noun: Noun, row: Row) -> None:
        """Note whose brief tells of a record that changed. An expectation is also told of in the
        stories that follow its own.
        """
        story = row[noun.told_of] if noun.told_of else None
        if story is not None:
            self._told[noun.kind is Expectation].add(story)

    def remove(self, kind: Removable, id: str) -> None:
        """Remove records. See ``ports.Transaction.remove``."""
        if kind not in _REMOVABLE:
            raise StoreError(f"a {kind.__name__} is not removed by itself; see forget")
        noun = NOUNS[kind]
        self._scope, table = noun.scope, noun.table
        if kind is Copy:
            which: ColumnElement[bool] = table.c.report == id
        elif kind is StoryLink:
            which = or_(table.c.earlier == id, table.c.later == id)
        elif kind in (Visit, ReaderState):
            which = table.c.reader == id
        else:
            (key,) = table.primary_key
            which = key == id
        if noun.told_of:
            for row in self._connection.execute(select(table.c[noun.told_of]).where(which)):
                self._note_told(noun, {noun.told_of: row[0]})
        self._write(delete(table).where(which))
        if kind is Story:
            self._due_again(noun.feeds, id)
        if kind is Watchlist:
            self._remove_alerts(id)
        self._beside.removed(kind, id)

    def _remove_alerts(self, watchlist: str) -> None:
        alerts = tables.alert
        for id in self._connection.execute(
            select(alerts.c.id).where(alerts.c.watchlist == watchlist)
        ).scalars():
            self._beside.removed(Alert, id)
        self._write(delete(alerts).where(alerts.c.watchlist == watchlist))

    def trace(self, report: str, keys: Iterable[int]) -> None:
        """Keep what a report is found by. See ``ports.Transaction.trace``."""
        self._scope = "records"
        self._write(statements.clear(tables.trace, "report"), statements.where(report=report))
        rows = [{"key": key, "report": report} for key in sorted(set(keys))]
        if rows:
            self._write(statements.add(tables.trace), rows)

    def done(self, stage: str, version: int, id: str) -> None:
        """Mark work as done. See ``ports.Transaction.done``."""
        self._scope = "records"
        n = self._connection.execute(_NEXT).scalar_one()
        self._mark(tables.done, {"stage": stage, "id": id, "version": version}, n=n)
        self._clear(tables.rejected, (stage,), id)

    def reject(self, rejected: Rejected, version: int | None = None) -> None:
        """Note a rejection. See ``ports.Transaction.reject``."""
        self._scope = "records"
        row = {"stage": rejected.stage, "id": rejected.id, "name": rejected.name}
        self._mark(tables.rejected, {**row, "version": version, "body": pack(rejected)})

    def _mark(self, table: Table, row: Row, **more: Any) -> None:
        """Insert or change a mark; ``more`` are columns that alone change nothing."""
        key = statements.key_of(table, row)
        names = [name for name in row if not table.c[name].primary_key]
        old = self._connection.execute(statements.find(table, *names), key).first()
        if old is None:
            self._write(statements.add(table), {**row, **more, **self._kept})
        elif tuple(old) != tuple(row[name] for name in names):
            self._write(statements.change(table), {**key, **row, **more, **self._kept})

    def _due_again(self, stages: tuple[str, ...], id: str) -> None:
        self._clear(tables.done, stages, id)
        self._clear(tables.rejected, stages, id)

    def _clear(self, table: Table, stages: tuple[str, ...], id: str) -> None:
        for stage in stages:
            self._write(
                statements.clear(table, "stage", "id"), statements.where(stage=stage, id=id)
            )


def _input_id(noun: Noun, row: Row) -> str:
    (key,) = noun.table.primary_key
    return str(row[key.name])


def _unstamped(plain: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in plain.items() if name != "made"}
