"""Search by meaning: the reports whose vectors lie nearest to that of a question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from dateline.records import Reading, Report, Span
from dateline.store import tables
from dateline.store.answers import Hit
from dateline.store.lookup import many
from dateline.store.search import MAX_HITS, within

Values: TypeAlias = NDArray[np.float32]

# So many of the reports published last are compared, which takes some fifty milliseconds.
LATEST = 5_000
# Of so many hits the nearest sentence is looked up; of those after them the opening is shown.
OPENED = 40
_STORED = np.dtype("<f2")


def nearest(
    connection: Connection,
    meanings: Mapping[str, bytes],
    language: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
) -> list[Hit]:
    """Return the nearest reports, nearest first; see ``listing.Lists.nearest``.

    Cosines of two engines can't be compared: a report counts by how many standard deviations its
    cosine lies over the mean of its engine's, the best of its engines.
    """
    most = min(max(limit, 0), MAX_HITS)
    best: dict[str, tuple[float, float, str]] = {}
    for engine in sorted(meanings):
        reports, cosines = _compared(connection, engine, meanings[engine], language, since, until)
        if not reports:
            continue
        apart = np.round((cosines - cosines.mean()) / (cosines.std() or 1.0), 6)
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


def _compared(
    connection: Connection,
    engine: str,
    meaning: bytes,
    language: str | None,
    since: datetime | None,
    until: datetime | None,
) -> tuple[list[str], Values]:
    """Return the latest reports that an engine has vectors of, with their cosines."""
    found, table = tables.found, tables.meaning
    query = (
        select(found.c.report, table.c.vector)
        .join(table, table.c.report == found.c.report)
        .where(table.c.engine == engine, *within(language, since, until))
        .order_by(found.c.published.desc().nulls_last(), found.c.report)
        .limit(LATEST)
    )
    rows = [row for row in connection.execute(query).all() if len(row[1]) == len(meaning)]
    return [row[0] for row in rows], _cosines([row[1] for row in rows], meaning)


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
