"""Which expectations a page of the calendar shows, in its order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dateline.desk import Desk
from dateline.desk.agenda import with_place
from dateline.expect import outcome_at
from dateline.records import Expectation

_SETTLED = ("met", "missed", "postponed", "withdrawn", "void")
_LATEST = datetime.max.replace(tzinfo=UTC)


def expected(
    desk: Desk, show: str, now: datetime, actor: str, place: str, story: str
) -> tuple[Expectation, ...]:
    """Return what is to come (*next*, the nearest first), *overdue* or *settled* (the latest
    first), of an actor, a place and a story where they are named.
    """
    found: Sequence[Expectation] = desk.expectations(
        actor=actor or None, story=story or None, as_of=now
    )
    kept = [item for item in found if _shown(item, show, now)]
    if place:
        reports = sorted({span.report for item in kept for span in item.spans})
        readings = {reading.report: reading for reading in desk.store.readings(reports)}
        kept = list(with_place(kept, readings, place))
    if show == "next":
        return tuple(sorted(kept, key=lambda item: (_due(item), item.id)))
    return tuple(sorted(kept, key=lambda item: (_due(item), item.id), reverse=True))


def _shown(item: Expectation, show: str, now: datetime) -> bool:
    outcome = outcome_at(item, now)
    if show == "settled":
        return outcome in _SETTLED
    return outcome == ("open" if show == "next" else "overdue")


def _due(item: Expectation) -> datetime:
    return item.due.latest or item.due.earliest or _LATEST
