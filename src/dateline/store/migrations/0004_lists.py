"""What lists ask for, as columns and tables of their own, so that no record has to be opened."""

from __future__ import annotations

import json
import zlib
from typing import Any

from sqlalchemy import Connection, text

from dateline.store.values import storable

# {text}: text compared byte by byte; {blob}: bytes; {serial}: a number given by the database.
TABLES = """
ALTER TABLE report ADD COLUMN title {text};
ALTER TABLE report ADD COLUMN country {text};
ALTER TABLE report ADD COLUMN retrieved {text};
ALTER TABLE reading ADD COLUMN actors INTEGER;

CREATE TABLE mention (
    report {text} NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind {text} NOT NULL, id {text} NOT NULL, n INTEGER NOT NULL,
    PRIMARY KEY (report, kind, id));
CREATE INDEX mention_by_id ON mention (kind, id, report);

CREATE TABLE standing (
    story {text} PRIMARY KEY, version INTEGER NOT NULL, weight DOUBLE PRECISION NOT NULL,
    body {blob} NOT NULL, recorded {text} NOT NULL, run {text} NOT NULL);

CREATE TABLE party (
    event {text} NOT NULL, side {text} NOT NULL, actor {text} NOT NULL, code {text} NOT NULL,
    PRIMARY KEY (event, side, actor, code));
CREATE INDEX party_by_actor ON party (actor, event);
CREATE INDEX party_by_code ON party (code, event);

ALTER TABLE event ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN place {text};
CREATE INDEX event_by_action ON event (action, moment, id);
CREATE INDEX event_by_place ON event (place, moment, id);

ALTER TABLE expectation ADD COLUMN holder {text};
ALTER TABLE expectation ADD COLUMN outcome {text};
ALTER TABLE expectation ADD COLUMN settled {text};
CREATE INDEX expectation_by_end ON expectation (outcome, latest, id);
CREATE INDEX expectation_by_settling ON expectation (settled, id);

CREATE TABLE found (
    n {key} PRIMARY KEY,
    report {text} NOT NULL UNIQUE REFERENCES report (id) ON DELETE CASCADE,
    newest INTEGER NOT NULL, published {text}, language {text}, headline {text} NOT NULL);
INSERT INTO found (n, report, newest, published, language, headline)
    SELECT t.n, t.report,
        CASE WHEN r.version = (SELECT max(o.version) FROM report o WHERE o.key = r.key)
            THEN 1 ELSE 0 END,
        r.published, coalesce(g.language, r.language), t.headline
    FROM search_text t JOIN report r ON r.id = t.report LEFT JOIN reading g ON g.report = r.id;
ALTER TABLE search_text DROP COLUMN headline
"""


def upgrade(connection: Connection) -> None:
    """Add tables, columns and indexes, and fill those that queries of old records need."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(
        text='TEXT COLLATE "C"' if postgres else "TEXT",
        blob="BYTEA" if postgres else "BLOB",
        key="BIGINT" if postgres else "INTEGER",
    )
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
    for event in _records(connection, "event"):
        _fill_event(connection, event)
    for expectation in _records(connection, "expectation"):
        _fill_expectation(connection, expectation)


def _records(connection: Connection, table: str) -> list[dict[str, Any]]:
    """Return the records of a table as JSON has them, as they were stored until now."""
    found = []
    for (body,) in connection.exec_driver_sql(f"SELECT body FROM {table}"):  # noqa: S608
        plain = bytes(body)
        found.append(json.loads(plain if plain[:1] == b"{" else zlib.decompress(plain)))
    return found


def _fill_event(connection: Connection, event: dict[str, Any]) -> None:
    parties = {
        (side, party["actor"], party["code"])
        for side in ("source", "target")
        for party in event[f"{side}s"]
    }
    for side, actor, code in sorted(parties):
        connection.execute(
            text("INSERT INTO party VALUES (:event, :side, :actor, :code)"),
            _stored({"event": event["id"], "side": side, "actor": actor, "code": code}),
        )
    if event.get("imported") or event.get("place"):
        connection.execute(
            text("UPDATE event SET imported = :imported, place = :place WHERE id = :id"),
            _stored(
                {
                    "imported": int(bool(event.get("imported"))),
                    "place": event.get("place"),
                    "id": event["id"],
                }
            ),
        )


def _fill_expectation(connection: Connection, expectation: dict[str, Any]) -> None:
    settled = expectation.get("settled") or {}
    connection.execute(
        text(
            "UPDATE expectation SET holder = :holder, outcome = :outcome, settled = :settled"
            " WHERE id = :id"
        ),
        _stored(
            {
                "holder": expectation.get("holder"),
                "outcome": settled.get("outcome", "open"),
                "settled": _instant(settled.get("at")),
                "id": expectation["id"],
            }
        ),
    )


def _stored(row: dict[str, Any]) -> dict[str, Any]:
    """Escape what a database can't hold, as columns do."""
    return {name: storable(v) if isinstance(v, str) else v for name, v in row.items()}


def _instant(time: str | None) -> str | None:
    """Write a record's time at the width of columns."""
    if time is None:
        return None
    whole, _, part = time.removesuffix("Z").partition(".")
    return f"{whole}.{part or '0':0<6}Z"
