"""The ids that reports came with, as a column: people name a report as its source does."""

from __future__ import annotations

import json
import zlib

from sqlalchemy import Connection, text

from dateline.store.values import storable

_AT_ONCE = 500
_OWN = text("UPDATE report SET own = :own WHERE id = :key")


def upgrade(connection: Connection) -> None:
    """Add the column and its index, and fill it from the reports there are."""
    word = 'TEXT COLLATE "C"' if connection.dialect.name == "postgresql" else "TEXT"
    connection.exec_driver_sql(f"ALTER TABLE report ADD COLUMN own {word}")
    page = text("SELECT id, body FROM report WHERE id > :last ORDER BY id LIMIT :n")
    last = ""
    while rows := connection.execute(page, {"last": last, "n": _AT_ONCE}).all():
        found = [{"key": id, "own": own} for id, body in rows if (own := _own(bytes(body)))]
        if found:
            connection.execute(_OWN, found)
        last = rows[-1].id
    connection.exec_driver_sql("CREATE INDEX report_by_own ON report (own)")


def _own(body: bytes) -> str | None:
    plain = body if body[:1] == b"{" else zlib.decompress(body)
    own: str | None = json.loads(plain).get("own_id")
    return None if own is None else storable(own)
