"""Search by meaning: the reports whose vectors lie nearest to that of a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, select

from dateline.records import Reading, Report, Span
from dateline.store import tables
from dateline.store.answers import Hit
from dateline.store.backend import Backend
from dateline.store.lookup import many
from dateline.store.search import MAX_HITS, within

Values: TypeAlias = NDArray[np.float32]

# So many of the reports published last are compared, which takes some fifty milliseconds. Beyond
# them looks only a database with an index of vectors.
LATEST = 5_000
BEYOND = 200  # the most reports that are taken from such an index
# Of so many hits the nearest sentence is looked up; of those after them the opening is shown.
OPENED = 40
_STORED = np.dtype("<f2")


def nearest(
    connection: Connection,
    backend: Backend,
    meanings: Mapping[str, bytes],
    language: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
) -> list[Hit]:
    """Return the nearest reports, nearest first; see ``listing.Lists.nearest``.

    Cosines of two engines can't be compared: a report counts by how many standard deviations its
    cosine lies over the mean of its engine's among the latest, the best of its engines.
    """
    most = min(max(limit, 0), MAX_HITS)
    which = within(language, since, until)
    best: dict[str, tuple[float, float, str]] = {}
    for engine in sorted(meanings):
        reports, cosines = _latest(connection, engine, meanings[engine], which)
        if not reports:
            continue
        mean, spread = cosines.mean(), cosines.std() or 1.0
        if len(reports) == LATEST:
            beyond = _beyond(connection, backend, engine, meanings[engine], which, most)
            latest = set(reports)
            new = {report: cosine for report, cosine in beyond.items() if report not in latest}
            reports = [*reports, *new]
            cosines = np.concatenate([cosines, np.array(list(new.values()), dtype=np.float32)])
        apart = np.round((cosines - mean) / spread, 6)
        for at in np.argsort(-apart, kind="stable")[:most]:  # of equals those published last
            mine = (float(apart[at]), round(min(max(float(cosines[at]), 0.0), 1.0), 4), engine)
            best[reports[at]] = max(best.get(reports[at], mine), mine)
    chosen = sorted(best, key=lambda report: (-best[report][0], report))[:most]
    spans = _nearest_sentences(connection, chosen[:OPENED], best, meanings)
    return [
        Hit(
            report=report.id,
            span=spans.get(report.id) or _opening(report),
            score=best[report.id][1],
        )
        for report in many(connection, Report, chosen)
    ]


def _latest(
    connection: Connection, engine: str, meaning: bytes, which: Sequence[ColumnElement[bool]]
) -> tuple[list[str], Values]:
    """Return the latest reports that an engine has vectors of, with their cosines."""
    found, table = tables.found, tables.meaning
    query = (
        select(found.c.report, table.c.vector)
        .join(table, table.c.report == found.c.report)
        .where(table.c.engine == engine, *which)
        .order_by(found.c.published.desc().nulls_last(), found.c.report)
        .limit(LATEST)
    )
    rows = [row for row in connection.execute(query).all() if len(row[1]) == len(meaning)]
    return [row[0] for row in rows], _cosines([row[1] for row in rows], meaning)


def _beyond(
    connection: Connection,
    backend: Backend,
    engine: str,
    meaning: bytes,
    which: Sequence[ColumnElement[bool]],
    most: int,
) -> dict[str, float]:
    """Return what the database's index of vectors finds among all reports, with the cosines."""
    found, table = tables.found, tables.meaning
    joined = select(found.c.report).join(table, table.c.report == found.c.report).where(*which)
    reports = backend.near(connection, engine, meaning, joined, min(most, BEYOND))
    rows = connection.execute(
        select(table.c.report, table.c.vector)
        .where(table.c.engine == engine, table.c.report.in_(reports))
        .order_by(table.c.report)
    ).all()
    cosines = _cosines([row[1] for row in rows], meaning)
    return dict(zip((row[0] for row in rows), cosines.tolist(), strict=True))


def _cosines(vectors: Sequence[bytes], meaning: bytes) -> Values:
    """Return the cosines of stored unit vectors with another, to about three decimals."""
    one = np.frombuffer(meaning, dtype=_STORED).astype(np.float32)
    rows = np.frombuffer(b"".join(vectors), dtype=_STORED).reshape(len(vectors), len(one))
    cosines: Values = rows.astype(np.float32) @ one
    return cosines


def _nearest_sentences(
    connection: Connection,
    reports: Sequence[str],
    best: Mapping[str, tuple[float, float, str]],
    meanings: Mapping[str, bytes],
) -> dict[str, Span]:
    """Return the sentence of each report that lies nearest, where it has vectors of sentences."""
    found = {}
    for reading in many(connection, Reading, reports, frozenset({"vectors"}), held=True):
        engine = best[reading.report][2]
        of = [v for v in reading.vectors if v.of == "sentence" and v.engine == engine]
        if of:
            at = int(np.argmax(_cosines([vector.values for vector in of], meanings[engine])))
            found[reading.report] = reading.sentences[of[at].sentence].span
    return found


def _opening(report: Report) -> Span:
    """Return the first block of a report, the whole of one that has none."""
    if report.blocks:
        first = report.blocks[0]
        return Span(report=report.id, start=first.start, end=first.end)
    return Span(report=report.id, start=0, end=len(report.text))
