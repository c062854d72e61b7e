"""What watching asks for: items by their address, and leases that end by themselves."""

from __future__ import annotations

from sqlalchemy import Connection

TABLES = """
CREATE INDEX fetched_by_url ON fetched (url);

CREATE TABLE lease (
    name {text} PRIMARY KEY, holder {text} NOT NULL, until {text} NOT NULL)
"""


def upgrade(connection: Connection) -> None:
    """Add the index and the table."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(text='TEXT COLLATE "C"' if postgres else "TEXT")
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
