"""What is next, as a list and as an iCalendar feed (RFC 5545) with stable UIDs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Calendar, Event

from dateline.expect import outcome_at
from dateline.knowledge.fixtures import Fixture
from dateline.records import Expectation, Outcome, Reading, When

# An interval up to this long is shown as it is; of a longer one only its last day, as "by".
SPAN = timedelta(days=7)
_GONE: frozenset[Outcome] = frozenset({"withdrawn", "postponed", "void"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the calendar: ``start`` to ``end`` (exclusive), whole days.

    ``uid`` is the same for the same expectation or fixture for ever. ``limit`` says that it is
    due *by* its day, not on it. ``outcome`` is what is known of it as of the calendar's time,
    "" for a fixture; ``firm`` tells a scheduled thing from a hoped or feared one.
    """

    uid: str
    summary: str
    start: date
    end: date
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


def to_ical(found: Iterable[Entry], *, as_of: datetime, name: str = "Dateline") -> str:
    """Write entries as an iCalendar document. The same entries and time give the same text.

    ``as_of`` becomes every entry's DTSTAMP. What is not firm is TENTATIVE, what was called off
    or moved CANCELLED, so that subscribed calendars drop it.
    """
    feed = Calendar()
    feed.add("prodid", "-//Dateline//dateline//EN")
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", name)
    for entry in found:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", as_of.astimezone(UTC).replace(microsecond=0))
        event.add("dtstart", entry.start)
        event.add("dtend", entry.end)
        event.add(
            "summary", _plain(f"By this day: {entry.summary}" if entry.limit else entry.summary)
        )
        event.add("status", _status(entry))
        event.add("transp", "TRANSPARENT")
        if entry.note:
            event.add("description", _plain(entry.note))
        if entry.place:
            event.add("location", _plain(entry.place))
        if entry.actors:
            event.add("categories", list(entry.actors))
        feed.add_component(event)
    return str(feed.to_ical().decode("utf-8"))


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
        firm=not item.whole_month,
        actors=item.actors,
        place=item.place,
        note=f"source: {item.source}",
    )


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


def _status(entry: Entry) -> str:
    if entry.outcome in _GONE:
        return "CANCELLED"
    return "CONFIRMED" if entry.firm else "TENTATIVE"


def _plain(text: str) -> str:
    """Drop control characters: a statement comes from outside."""
    return "".join(char for char in text if char == "\n" or char.isprintable())
