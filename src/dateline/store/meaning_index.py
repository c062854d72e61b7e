"""PostgreSQL with pgvector: an index over the meaning of all reports, however old.

Vectors stay as they are stored, float16 bytes; the index is over an expression that reads them as
pgvector's ``halfvec``. So the server keeps it, nothing of it is written twice, and a database
without the extension is the same database. There is one index an engine: only vectors of one
length can be in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select
from sqlalchemy.exc import DBAPIError

from dateline.store import tables

# Float16 as IEEE 754 has it: sign, five bits of exponent, ten of fraction; vectors of unit length
# hold neither infinities nor NaN. Little-endian, as dateline.engines.vectors packs them.
_READ = """
CREATE OR REPLACE FUNCTION dateline_half(packed bytea) RETURNS {schema}.halfvec
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(
    CASE WHEN bits & 32768 = 0 THEN 1 ELSE -1 END
    * CASE WHEN bits & 31744 = 0 THEN (bits & 1023) * 2.0::float8 ^ -24
      ELSE (1 + (bits & 1023) / 1024.0::float8) * 2.0::float8 ^ ((bits >> 10 & 31) - 15) END
    ORDER BY place)::real[]::{schema}.halfvec
  FROM (SELECT place, get_byte(packed, 2 * place) | (get_byte(packed, 2 * place + 1) << 8) AS bits
    FROM generate_series(0, length(packed) / 2 - 1) AS place) AS halves
$$
"""
_INDEX = """
CREATE INDEX CONCURRENTLY IF NOT EXISTS {name} ON meaning
USING hnsw ((dateline_half(vector)::{schema}.halfvec({size})) {schema}.halfvec_cosine_ops)
WHERE engine = {engine}
"""
_NAME = "meaning_near_"
_OLDEST = (0, 8)  # from this version on an index is read further where filters leave too few


def build(connection: Connection) -> None:
    """Make the indexes that are missing and drop those of engines that no report has any more.

    Does nothing where the extension isn't there and can't be made by this user. The connection
    commits by itself: an index is built while others write.
    """
    schema = _extension(connection, make=True)
    if schema is None:
        return
    connection.exec_driver_sql(_READ.format(schema=schema))
    meaning = tables.meaning.c
    lengths = func.min(func.length(meaning.vector)), func.max(func.length(meaning.vector))
    rows = connection.execute(select(meaning.engine, *lengths).group_by(meaning.engine)).all()
    wanted = {_name(one): (one, least // 2) for one, least, most in rows if least == most}
    for name, valid in _indexes(connection).items():
        if name not in wanted or not valid:  # one that was broken off is of no use
            connection.exec_driver_sql(f"DROP INDEX CONCURRENTLY IF EXISTS {name}")
    for name, (engine, size) in wanted.items():
        quoted = "'" + engine.replace("'", "''").replace("%", "%%") + "'"
        connection.exec_driver_sql(
            _INDEX.format(name=name, schema=schema, size=size, engine=quoted)
        )


def nearest(
    connection: Connection, engine: str, vector: bytes, which: Select[tuple[str]], most: int
) -> list[str]:
    """Return the ids of at most ``most`` reports of ``which`` (a selection of report ids joined
    with ``meaning``) that lie nearest by the engine's index; none where there is no index.
    """
    schema = _extension(connection)
    if schema is None or not _indexes(connection).get(_name(engine)):
        return []
    size = len(vector) // 2
    values = np.frombuffer(vector, dtype="<f2").astype(np.float32)
    asked = "[" + ",".join(f"{value:.6g}" for value in values.tolist()) + "]"
    connection.exec_driver_sql("SET LOCAL hnsw.iterative_scan = strict_order")
    distance: ColumnElement[float] = literal_column(
        f"(dateline_half(meaning.vector)::{schema}.halfvec({size})) "
        f"OPERATOR({schema}.<=>) '{asked}'::{schema}.halfvec({size})"
    )
    # The engine stands in the statement itself: a partial index is found for a constant only.
    quoted: ColumnElement[str] = literal_column("'" + engine.replace("'", "''") + "'")
    query = which.where(tables.meaning.c.engine == quoted).order_by(distance).limit(most)
    return [str(id) for id in connection.execute(query).scalars()]


def _extension(connection: Connection, *, make: bool = False) -> str | None:
    """Return the quoted schema in which pgvector is; with ``make`` it is made where it can be."""
    query = (
        "SELECT quote_ident(nspname), extversion FROM pg_extension "
        "JOIN pg_namespace ON pg_namespace.oid = extnamespace WHERE extname = 'vector'"
    )
    row = connection.exec_driver_sql(query).first()
    if row is None and make:
        try:
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS vector")
        except DBAPIError:
            return None  # not installed on the server, or not for this user to make
        row = connection.exec_driver_sql(query).first()
    if row is None or tuple(int(part) for part in row[1].split(".")[:2]) < _OLDEST:
        return None
    return str(row[0])


def _indexes(connection: Connection) -> Mapping[str, bool]:
    """Return the indexes by name, and whether each is whole."""
    rows = connection.exec_driver_sql(
        "SELECT relname, indisvalid FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid "
        "WHERE indrelid = to_regclass('meaning')"
    )
    return {name: valid for name, valid in rows if name.startswith(_NAME)}


def _name(engine: str) -> str:
    return _NAME + hashlib.blake2b(engine.encode(), digest_size=8).hexdigest()
