"""One number for all that a store holds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Table, select, tuple_

from dateline.records import Rejected, Report
from dateline.store import tables
from dateline.store.nouns import NOUNS
from dateline.store.values import unpack_plain

_RECORDS: dict[type, Table] = {
    noun.kind: noun.table for noun in NOUNS.values() if noun.scope == "records"
} | {Rejected: tables.rejected}
_PAGE = 500


def state_digest(connection: Connection) -> str:
    """Return the SHA-256 of the store's content; see ``ports.Store.state_digest``."""
    total = hashlib.sha256()
    taken = _taken_without_date(connection)
    for kind, table in _RECORDS.items():
        for row in _rows(connection, table):
            plain = unpack_plain(kind, row.body)
            _leave_out_retrieval(table, plain, taken)
            _add(total, table.name, plain)
            if table is tables.fetched:
                _add(total, "content", hashlib.sha256(row.content).hexdigest())
    for row in _rows(connection, tables.done):
        _add(total, "done", [row.stage, row.id, row.version])
    return total.hexdigest()


def _add(total: Any, noun: str, plain: Any) -> None:
    line = json.dumps([noun, plain], sort_keys=True) + "\n"
    total.update(line.encode("ascii"))


def _taken_without_date(connection: Connection) -> dict[str, str]:
    """Return when each report was taken that doesn't say when it was published."""
    table = tables.report
    undated = select(table.c.id, table.c.body).where(table.c.published.is_(None))
    return {
        row.id: unpack_plain(Report, row.body)["retrieved"] for row in connection.execute(undated)
    }


def _leave_out_retrieval(table: Table, plain: dict[str, Any], taken: dict[str, str]) -> None:
    """Drop times of retrieval, also where a story took them for want of a publication time."""
    plain.pop("retrieved", None)
    if table is tables.story:
        members = plain["members"]
        times = {taken[member["report"]] for member in members if member["report"] in taken}
        for holder in (plain, *members):
            for name in ("opened", "updated", "joined"):
                if holder.get(name) in times:
                    del holder[name]


def _rows(connection: Connection, table: Table) -> Iterator[Any]:
    """Yield every row by primary key, a page at a time."""
    keys = tuple(table.primary_key)
    query = select(table).order_by(*keys).limit(_PAGE)
    position: tuple[Any, ...] | None = None
    while True:
        page = query if position is None else query.where(tuple_(*keys) > position)
        rows = connection.execute(page).all()
        yield from rows
        if len(rows) < _PAGE:
            return
        position = tuple(getattr(rows[-1], key.name) for key in keys)
