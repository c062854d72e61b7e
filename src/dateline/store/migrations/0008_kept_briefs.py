"""Briefs written ahead, with what lists show of them."""

from __future__ import annotations

from sqlalchemy import Connection

# The table ``brief`` was made for this and never filled by any release.
TABLES = """
DROP TABLE brief;
DELETE FROM stands_on WHERE noun = 'brief';
CREATE TABLE kept_brief (
    id {text} PRIMARY KEY, story {text} NOT NULL, language {text} NOT NULL,
    length {text} NOT NULL, version INTEGER NOT NULL, made INTEGER NOT NULL,
    stale INTEGER NOT NULL, headline {text} NOT NULL, headline_language {text} NOT NULL,
    gist {text} NOT NULL, gist_language {text} NOT NULL, body {blob} NOT NULL,
    recorded {text} NOT NULL, run {text} NOT NULL);
CREATE INDEX kept_brief_by_story ON kept_brief (story, language, length)
"""


def upgrade(connection: Connection) -> None:
    """Add the table. It is filled as stories are told."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(
        text='TEXT COLLATE "C"' if postgres else "TEXT", blob="BYTEA" if postgres else "BLOB"
    )
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
