"""How far backfills took their sources in."""

from __future__ import annotations

from sqlalchemy import Connection

TABLE = """
CREATE TABLE position (
    id {text} PRIMARY KEY, body {blob} NOT NULL, recorded {text} NOT NULL, run {text} NOT NULL)
"""


def upgrade(connection: Connection) -> None:
    """Add the table."""
    postgres = connection.dialect.name == "postgresql"
    connection.exec_driver_sql(
        TABLE.format(
            text='TEXT COLLATE "C"' if postgres else "TEXT", blob="BYTEA" if postgres else "BLOB"
        )
    )
