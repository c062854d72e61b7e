"""What several processes share work by: claims on inputs, and who leads."""

from __future__ import annotations

from sqlalchemy import Connection

TABLES = """
CREATE TABLE claim (
    stage {text} NOT NULL, id {text} NOT NULL, holder {text} NOT NULL, until {text} NOT NULL,
    tries INTEGER NOT NULL, PRIMARY KEY (stage, id));

CREATE TABLE leader (
    name {text} PRIMARY KEY, epoch BIGINT NOT NULL, holder {text} NOT NULL,
    until {text} NOT NULL)
"""


def upgrade(connection: Connection) -> None:
    """Add the tables."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLES.format(text='TEXT COLLATE "C"' if postgres else "TEXT")
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
