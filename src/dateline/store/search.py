"""Full-text search: which reports, in which order, and where in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Select, case, literal, select

from dateline.records import Report, Sentence, Span
from dateline.store import tables
from dateline.store.answers import Hit
from dateline.store.backend import Backend
from dateline.store.lookup import many, sentences_of
from dateline.store.search_terms import Term, matched, query_terms
from dateline.store.values import instant

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
    chosen = _ranked(terms, language, since, until).where(backend.matches(terms))
    rows = connection.execute(chosen.limit(min(max(limit, 0), MAX_HITS))).all()
    scores = {row.report: row.in_headline / len(terms) for row in rows}
    reports = many(connection, Report, scores)
    sentences = sentences_of(connection, scores)
    return [
        Hit(
            report=report.id,
            span=_best(report, sentences.get(report.id, ()), terms),
            score=scores[report.id],
        )
        for report in reports
    ]


def _ranked(
    terms: tuple[Term, ...], language: str | None, since: datetime | None, until: datetime | None
) -> Select[Any]:
    """Select the newest version of every report, most terms in the headline first."""
    found = tables.found
    in_headline: ColumnElement[int] = literal(0, Integer)
    for term in terms:
        stands = found.c.headline.contains(f" {term.text}" + ("" if term.prefix else " "))
        in_headline = in_headline + case((stands, 1), else_=0)
    score = in_headline.label("in_headline")
    return (
        select(found.c.report, score)
        .where(*within(language, since, until))
        .order_by(score.desc(), found.c.published.desc().nulls_last(), found.c.report)
    )


def within(
    language: str | None, since: datetime | None, until: datetime | None
) -> list[ColumnElement[bool]]:
    """Say that it is the newest version, in a language and published in time."""
    found = tables.found.c
    which = [found.newest == 1]
    if language is not None:
        which.append(found.language == language)
    if since is not None:
        which.append(found.published >= instant(since))
    if until is not None:
        which.append(found.published < instant(until))
    return which


def _best(report: Report, read: Sequence[Sentence], terms: tuple[Term, ...]) -> Span:
    """Return the sentence where most terms stand, the first of equals; a block where none does."""
    sentences = [sentence.span for sentence in read]
    blocks = [Span(report=report.id, start=block.start, end=block.end) for block in report.blocks]
    best, most = None, 0
    for span in (*sentences, *blocks):
        count = matched(terms, report.text[span.start : span.end])
        if count > most:
            best, most = span, count
    return best or Span(report=report.id, start=0, end=len(report.text))


def naming(
    connection: Connection,
    reports: Collection[str],
    actor: str | None,
    places: Collection[str] | None,
    action: str | None,
) -> set[str]:
    """Return which of the reports name an actor and one of the places, and stand behind an event
    of a type; None asks for nothing.
    """
    kept = set(reports)
    mention, stands, event = tables.mention.c, tables.stands_on.c, tables.event.c
    for kind, ids in (("actor", [actor] if actor else None), ("place", places)):
        if ids is not None:
            query = select(mention.report).where(
                mention.report.in_(kept), mention.kind == kind, mention.id.in_(ids)
            )
            kept &= set(connection.execute(query).scalars())
    if action is not None:
        of_type = stands.id.in_(select(event.id).where(event.action == action))
        query = select(stands.report).where(
            stands.report.in_(kept), stands.noun == tables.event.name, of_type
        )
        kept &= set(connection.execute(query).scalars())
    return kept
