"""What each outlet published, counted where the rows are."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from sqlalchemy import Connection, and_, func, select

from dateline.store import tables
from dateline.store.answers import OutletFacts


def outlets(connection: Connection) -> list[OutletFacts]:
    """Return the facts of every outlet; see ``listing.Lists.outlets``.

    A report that takes from several others counts once, under the first of them by id.
    """
    report, found = tables.report.c, tables.found.c
    # ``+ 0``: reports in the order of their outlets, rather than by the index over newest ones.
    newest = tables.report.join(
        tables.found, and_(found.report == report.id, found.newest + 0 == 1)
    )
    counts = (
        select(report.outlet, report.language, func.count(), func.max(report.published))
        .select_from(newest)
        .group_by(report.outlet, report.language)
    )
    total: dict[str | None, int] = defaultdict(int)
    languages: dict[str | None, set[str]] = defaultdict(set)
    latest: dict[str | None, str] = {}
    for outlet, spoken, number, last in connection.execute(counts):
        total[outlet] += number
        languages[outlet].add(spoken or "und")
        if last is not None:
            latest[outlet] = max(last, latest.get(outlet, ""))
    copies = _copies(connection)
    copied = _copied(connection)
    facts = [
        OutletFacts(
            name=outlet,
            reports=number,
            origins=number - sum(copies.get(outlet, {}).values()),
            copied=copied.get(outlet, 0),
            copies=tuple(sorted(copies.get(outlet, {}).items())),
            languages=tuple(sorted(languages[outlet])),
            latest=datetime.fromisoformat(latest[outlet]) if outlet in latest else None,
        )
        for outlet, number in total.items()
    ]
    return sorted(facts, key=lambda one: (-one.reports, one.name or ""))


def _copies(connection: Connection) -> dict[str | None, dict[str, int]]:
    """Count, by outlet and kind, the newest reports that copy another."""
    copy, report, found = tables.copy.c, tables.report.c, tables.found.c
    first = (
        select(copy.report, func.min(copy.of).label("of"))
        .where(copy.kind != "edited")
        .group_by(copy.report)
        .subquery()
    )
    edges = tables.copy.join(first, and_(first.c.report == copy.report, first.c.of == copy.of))
    joined = edges.join(tables.report, report.id == copy.report).join(
        tables.found, and_(found.report == copy.report, found.newest + 0 == 1)
    )
    query = (
        select(report.outlet, copy.kind, func.count())
        .select_from(joined)
        .group_by(report.outlet, copy.kind)
    )
    counted: dict[str | None, dict[str, int]] = defaultdict(dict)
    for outlet, kind, number in connection.execute(query):
        counted[outlet][kind] = number
    return counted


def _copied(connection: Connection) -> dict[str | None, int]:
    """Count, by outlet, the copies made of its newest reports that copy nothing themselves."""
    copy, report, found = tables.copy.c, tables.report.c, tables.found.c
    takes = tables.copy.alias("takes")
    joined = tables.copy.join(tables.report, report.id == copy.of).join(
        tables.found, and_(found.report == copy.of, found.newest + 0 == 1)
    )
    own = (
        ~select(takes.c.report).where(takes.c.report == copy.of, takes.c.kind != "edited").exists()
    )
    query = (
        select(report.outlet, func.count())
        .select_from(joined)
        .where(copy.kind != "edited", own)
        .group_by(report.outlet)
    )
    return {row[0]: row[1] for row in connection.execute(query)}
