"""Traces: the numbers under which grouping finds a report again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from dateline.store import tables

_UNDER = (
    select(tables.trace.c.report)
    .where(tables.trace.c.key == bindparam("of"))
    .order_by(tables.trace.c.report)
    .limit(bindparam("most"))
)


def sharing(
    connection: Connection, keys: Iterable[int], least: int, common: int, most: int
) -> list[str]:
    """Return the reports that share traces; see ``ports.Store.traced``."""
    shared: Counter[str] = Counter()
    for key in sorted(set(keys)):
        found = connection.execute(_UNDER, {"of": key, "most": common + 1}).scalars().all()
        if len(found) <= common:
            shared.update(found)
    ranked = sorted((-count, report) for report, count in shared.items() if count >= least)
    return [report for _, report in ranked[:most]]
