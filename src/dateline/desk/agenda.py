"""What is next: expectations and recurring fixtures as lines of a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.expect import outcome_at
from dateline.knowledge.fixtures import Fixture
from dateline.records import Expectation, Outcome, Reading, When

# An interval up to this long is shown as it is; of a longer one only its last day, as "by".
SPAN = timedelta(days=7)
_TIMED = ("instant", "hour")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the calendar: ``start`` to ``end`` (exclusive), whole days.

    ``at`` is the time of day in UTC, begin and end, where the source tells one.
    ``uid`` is the same for the same expectation or fixture for ever. ``limit`` says that it is
    due *by* its day, not on it. ``outcome`` is what is known of it as of the calendar's time,
    "" for a fixture; ``firm`` tells a scheduled thing from a hoped or feared one.
    """

    uid: str
    summary: str
    start: date
    end: date
    at: tuple[datetime, datetime] | None = None
    limit: bool = False
    firm: bool = True
    outcome: Outcome | None = None
    actors: tuple[str, ...] = ()
    place: str = ""
    story: str | None = None
    note: str = ""


def entries(
    expectations: Iterable[Expectation],
    fixtures: Iterable[Fixture] = (),
    *,
    as_of: datetime,
) -> tuple[Entry, ...]:
    """Return the calendar's lines in order of time.

    Expectations without a due time have no place in a calendar and are left out.
    """
    found = [entry for item in expectations if (entry := _entry(item, as_of)) is not None]
    found.extend(_of_fixture(item) for item in fixtures)
    return tuple(sorted(found, key=lambda entry: (entry.start, entry.end, entry.uid)))


def upcoming(found: Sequence[Entry], as_of: datetime) -> tuple[Entry, ...]:
    """Return what is still to come or not yet settled: open, from the day of ``as_of`` on."""
    today = as_of.astimezone(UTC).date()
    return tuple(e for e in found if e.outcome in (None, "open") and e.end > today)


def with_place(
    expectations: Iterable[Expectation], readings: Mapping[str, Reading], place: str
) -> tuple[Expectation, ...]:
    """Keep the expectations whose sentences name a place, by its English name or gazetteer key."""
    wanted = place.casefold()
    return tuple(
        item
        for item in expectations
        if any(
            mention.span.within(span) and wanted in (mention.name.casefold(), mention.place)
            for span in item.spans
            if span.report in readings
            for mention in readings[span.report].places
        )
    )


def _entry(item: Expectation, as_of: datetime) -> Entry | None:
    days = _days(item.due)
    if days is None:
        return None
    start, end, limit = days
    outcome = outcome_at(item, as_of)
    sure = item.probability
    notes = [
        f"{item.kind}; {outcome}",
        f"as said: {item.confidence}" + (f" ({sure[0]:.0%} to {sure[1]:.0%})" if sure else ""),
        item.settled.why if item.settled is not None and item.settled.at <= as_of else "",
        " ".join(f"{s.report}:{s.start}-{s.end}" for s in item.spans),
    ]
    return Entry(
        uid=f"{item.id}@dateline",
        summary=item.statement,
        start=start,
        end=end,
        at=None if limit else _time_of_day(item.due),
        limit=limit,
        firm=item.kind == "scheduled",
        outcome=outcome,
        actors=item.subject,
        story=item.story,
        note="\n".join(line for line in notes if line),
    )


def _of_fixture(item: Fixture) -> Entry:
    return Entry(
        uid=f"{item.key}@fixtures.dateline",
        summary=item.name,
        start=item.start,
        end=item.end + timedelta(days=1),
        firm=not item.whole_month and item.basis != "unchecked",
        actors=item.actors,
        place=item.place,
        note=f"source: {item.source}",
    )


def _time_of_day(due: When) -> tuple[datetime, datetime] | None:
    if due.precision not in _TIMED or due.earliest is None:
        return None
    return due.earliest, due.latest or due.earliest


def _days(due: When) -> tuple[date, date, bool] | None:
    """Return the days of a due interval in its own zone: first, last exclusive, and whether it
    is a limit.
    """
    if due.latest is None and due.earliest is None:
        return None
    try:
        zone: ZoneInfo = ZoneInfo(due.zone)
    except (ZoneInfoNotFoundError, ValueError):
        zone = ZoneInfo("UTC")
    if due.latest is None:
        assert due.earliest is not None
        first = due.earliest.astimezone(zone).date()
        return first, first + timedelta(days=1), False
    last = (due.latest - timedelta(microseconds=1)).astimezone(zone).date()
    if due.earliest is None or due.latest - due.earliest > SPAN:
        return last, last + timedelta(days=1), True
    return due.earliest.astimezone(zone).date(), last + timedelta(days=1), False
