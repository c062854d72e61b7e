"""The vectors of whole reports, in rows of their own: search by meaning looks through them."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, text

TABLES = """
CREATE TABLE meaning (
    report {text} NOT NULL REFERENCES report (id) ON DELETE CASCADE, engine {text} NOT NULL,
    vector {blob} NOT NULL, PRIMARY KEY (report, engine));
CREATE INDEX found_in_order ON found (newest, published);
CREATE INDEX report_by_outlet ON report (outlet, language, published, id)
"""
_HEAD = struct.Struct("<1sBIII")
_AT_ONCE = 500


def upgrade(connection: Connection) -> None:
    """Add the table, and fill it from the readings there are: some ten seconds for 50,000."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(
        text='TEXT COLLATE "C"' if postgres else "TEXT", blob="BYTEA" if postgres else "BLOB"
    )
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
    insert = text("INSERT INTO meaning VALUES (:report, :engine, :vector)")
    last = ""
    page = text("SELECT report, body FROM reading WHERE report > :last ORDER BY report LIMIT :n")
    while rows := connection.execute(page, {"last": last, "n": _AT_ONCE}).all():
        new = [
            {"report": report, "engine": engine, "vector": vector}
            for report, body in rows
            for engine, vector in dict(_vectors(bytes(body))).items()
        ]
        if new:
            connection.execute(insert, new)
        last = rows[-1].report


def _vectors(body: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield engine and values of a stored reading's report vectors, in the form of this version;
    what is stored as JSON is older than these vectors' use and comes with the next reading.
    """
    if body[:2] != b"r\x01":
        return
    _mark, _form, facts, sentences, parses = _HEAD.unpack_from(body)
    listed: list[list[Any]] = json.loads(zlib.decompress(body[_HEAD.size : _HEAD.size + facts]))[
        "vectors"
    ]
    planes = zlib.decompress(body[_HEAD.size + facts + sentences + parses :])
    values = bytearray(len(planes))
    low = (len(planes) + 1) // 2
    values[::2], values[1::2] = planes[:low], planes[low:]
    at = 0
    for of, engine, _sentence, length in listed:
        if of == "report":
            yield engine, bytes(values[at : at + length])
        at += length
