"""What a report is found by when its story has closed: a few numbers, given by grouping."""

from __future__ import annotations

from sqlalchemy import Connection

TABLE = """
CREATE TABLE trace (
    "key" BIGINT NOT NULL, report {text} NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    PRIMARY KEY ("key", report));
CREATE INDEX trace_by_report ON trace (report)
"""


def upgrade(connection: Connection) -> None:
    """Add the table. Reports that were grouped before this have no traces and aren't found."""
    postgres = connection.dialect.name == "postgresql"
    tables = TABLE.format(text='TEXT COLLATE "C"' if postgres else "TEXT")
    for statement in tables.split(";"):
        connection.exec_driver_sql(statement)
