"""What is next as an iCalendar feed (RFC 5545) with stable UIDs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar, Event

from dateline.desk.agenda import Entry
from dateline.records import Outcome

_GONE: frozenset[Outcome] = frozenset({"withdrawn", "postponed", "void"})


def to_ical(found: Iterable[Entry], *, as_of: datetime, name: str = "Dateline") -> str:
    """Write entries as an iCalendar document. The same entries and time give the same text.

    Whole days are dates (VALUE=DATE), what has a time of day is a time in UTC. ``as_of``
    becomes every entry's DTSTAMP. What is not firm is TENTATIVE, what was called off
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
        start, end = entry.at or (entry.start, entry.end)
        event.add("dtstart", start)
        if end > start:
            event.add("dtend", end)
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


def _status(entry: Entry) -> str:
    if entry.outcome in _GONE:
        return "CANCELLED"
    return "CONFIRMED" if entry.firm else "TENTATIVE"


def _plain(text: str) -> str:
    """Drop control characters: a statement comes from outside."""
    return "".join(char for char in text if char == "\n" or char.isprintable())
