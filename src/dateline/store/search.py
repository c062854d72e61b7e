"""Full-text search: which reports, in which order, and where in them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, case, func, literal, select

from dateline.records import Reading, Report, Span
from dateline.store import tables
from dateline.store.backend import Backend
from dateline.store.lookup import many
from dateline.store.ports import Hit
from dateline.store.search_terms import Term, matched, query_terms
from dateline.store.values import instant, unpack

MAX_HITS = 1000


def search(
    connection: Connection,
    backend: Backend,
    query: str,
    language: str | None,
    since: datetime | None,
    until: datetime | None,
    limit: int,
) -> list[Hit]:
    """Return hits, best first; see ``ports.Store.search``."""
    terms = query_terms(query)
    if not terms:
        return []
    found = _ranked(terms).where(backend.matches(terms))
    report, reading = tables.report.c, tables.reading.c
    if language is not None:
        found = found.where(func.coalesce(reading.language, report.language) == language)
    if since is not None:
        found = found.where(report.published >= instant(since))
    if until is not None:
        found = found.where(report.published < instant(until))
    rows = connection.execute(found.limit(min(max(limit, 0), MAX_HITS))).all()
    ids = [row.id for row in rows if row.read]
    readings = {reading.report: reading for reading in many(connection, Reading, ids)}
    return [
        Hit(
            report=row.id,
            span=_best(unpack(Report, row.body), readings.get(row.id), terms),
            score=row.in_headline / len(terms),
        )
        for row in rows
    ]


def _ranked(terms: tuple[Term, ...]) -> Select[Any]:
    """Select the newest version of every report, most terms in the headline first."""
    text, report, reading = tables.search_text, tables.report, tables.reading
    in_headline: ColumnElement[int] = literal(0, Integer)
    for term in terms:
        stands = text.c.headline.contains(f" {term.text}" + ("" if term.prefix else " "))
        in_headline = in_headline + case((stands, 1), else_=0)
    newer = report.alias("newer")
    newest = select(func.max(newer.c.version)).where(newer.c.key == report.c.key).scalar_subquery()
    joined = text.join(report, report.c.id == text.c.report).outerjoin(
        reading, reading.c.report == report.c.id
    )
    score = in_headline.label("in_headline")
    return (
        select(report.c.id, report.c.body, reading.c.report.label("read"), score)
        .select_from(joined)
        .where(report.c.version == newest)
        .order_by(score.desc(), report.c.published.desc().nulls_last(), report.c.id)
    )


def _best(report: Report, reading: Reading | None, terms: tuple[Term, ...]) -> Span:
    """Return the sentence where most terms stand, the first of equals; a block where none does."""
    sentences = [sentence.span for sentence in reading.sentences] if reading else []
    blocks = [Span(report=report.id, start=block.start, end=block.end) for block in report.blocks]
    best, most = None, 0
    for span in (*sentences, *blocks):
        count = matched(terms, report.text[span.start : span.end])
        if count > most:
            best, most = span, count
    return best or Span(report=report.id, start=0, end=len(report.text))
