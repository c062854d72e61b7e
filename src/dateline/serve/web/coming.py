"""Which expectations a page of the calendar shows, in its order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from dateline.desk.agenda import with_place
from dateline.records import Expectation
from dateline.serve.web.slices import Slice, cut
from dateline.store import ExpectationFilter, Store

Show = Literal["next", "undated", "overdue", "settled"]
# What the database doesn't tell apart (places) is looked at among this many.
MOST_LOOKED_AT = 500
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of whom, where, in which story and of which kind; "" asks for nothing."""

    actor: str = ""
    place: str = ""
    story: str = ""
    kind: str = ""


def expected(
    store: Store, show: Show, asked: Asked, now: datetime, page: int, size: int
) -> Slice[Expectation]:
    """Return a page of what is to come (the nearest end first), of what is to come some time
    (*undated*), is *overdue* or *settled* (the latest first).
    """
    which: ExpectationFilter = {
        "actor": asked.actor or None,
        "story": store.story(asked.story).id if asked.story else None,
        "kind": asked.kind or None,
        "as_of": now,
        "state": _STATES[show],
    }
    start, wanted = (page - 1) * size, size
    if asked.place:
        start, wanted = 0, MOST_LOOKED_AT
    found, total = _READ[show](store, which, start, wanted)
    if asked.place:
        reports = sorted({span.report for item in found for span in item.spans})
        readings = {reading.report: reading for reading in store.readings(reports)}
        return cut(with_place(found, readings, asked.place), page, size)
    return Slice(tuple(found), page, max(1, -(-total // size)), total, start + size < total)


Found = tuple[list[Expectation], int]


def _next(store: Store, which: ExpectationFilter, start: int, wanted: int) -> Found:
    """The list by latest end, read from its end: the nearest first."""
    dated: ExpectationFilter = {**which, "since": _EVER, "latest_first": True}
    total = store.count_expectations(**dated)
    stop = max(0, total - start)
    begin = max(0, stop - wanted)
    return store.expectations(limit=stop - begin, offset=begin, **dated)[::-1], total


def _undated(store: Store, which: ExpectationFilter, start: int, wanted: int) -> Found:
    undated: ExpectationFilter = {**which, "undated": True}
    found = store.expectations(limit=wanted, offset=start, **undated)
    return found, store.count_expectations(**undated)


def _latest(store: Store, which: ExpectationFilter, start: int, wanted: int) -> Found:
    latest: ExpectationFilter = {**which, "latest_first": True}
    found = store.expectations(limit=wanted, offset=start, **latest)
    return found, store.count_expectations(**which)


_STATES: dict[Show, Literal["open", "overdue", "settled"]] = {
    "next": "open", "undated": "open", "overdue": "overdue", "settled": "settled",
}  # fmt: skip
_READ = {"next": _next, "undated": _undated, "overdue": _latest, "settled": _latest}
