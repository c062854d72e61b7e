"""What a living desk keeps beside its records: feeds, watchlists, alerts, readers, revisions."""

from __future__ import annotations

from sqlalchemy import Connection

# {text}: text compared byte by byte; {blob}: bytes.
TABLES = """
CREATE TABLE feed (
    id {text} PRIMARY KEY, body {blob} NOT NULL, recorded {text} NOT NULL, run {text} NOT NULL);

CREATE TABLE watchlist (
    id {text} PRIMARY KEY, name {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);

CREATE TABLE alert (
    id {text} PRIMARY KEY, watchlist {text} NOT NULL, at {text} NOT NULL,
    pending INTEGER NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX alert_in_order ON alert (at, id);
CREATE INDEX alert_by_watchlist ON alert (watchlist, at, id);
CREATE INDEX alert_pending ON alert (pending, at);

CREATE TABLE visit (
    reader {text} PRIMARY KEY, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);

CREATE TABLE reader_state (
    reader {text} NOT NULL, item {text} NOT NULL, "read" INTEGER NOT NULL,
    starred INTEGER NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL,
    PRIMARY KEY (reader, item));
CREATE INDEX reader_state_starred ON reader_state (reader, starred);

CREATE TABLE revision (scope {text} PRIMARY KEY, n BIGINT NOT NULL);
INSERT INTO revision VALUES ('records', 0);
INSERT INTO revision VALUES ('beside', 0)
"""


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(
        text='TEXT COLLATE "C"' if postgres else "TEXT", blob="BYTEA" if postgres else "BLOB"
    )
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
