"""Builders for times of day; see :mod:`.builders` for the names of the tokens."""

from __future__ import annotations

from dataclasses import replace

from dateline.read.dates.clocks import Clock, ClockRange, DayPart
from dateline.read.dates.expressions import Calendar, Expression, Turn, Weekday, Wrapped
from dateline.read.dates.grammar import Groups
from dateline.read.dates.holidays import Holiday
from dateline.read.dates.spans import Offset


def clock(g: Groups) -> Clock | None:
    """An hour with minutes, seconds and a part of the day: 7 p.m., 午後5時15分, 오전 10시."""
    hour, minute = g["h"], g.get("min")
    if isinstance(hour, Clock):
        found = hour
    else:
        if not (0 <= hour <= 24 and 0 <= (minute or 0) < 60 and 0 <= (g.get("sec") or 0) < 60):
            return None
        found = Clock(int(hour) % 24, minute, g.get("sec"))
    if found.minute is None and g.get("half") is not None:
        found = replace(found, minute=30)
    return in_part(found, g["p"]) if g.get("p") else found


def in_part(time: Clock, part: str | DayPart) -> Clock:
    """A clock time read with am, pm or a part of the day."""
    part = part if isinstance(part, str) else part.name
    hour = time.hour
    if part in ("PM", "AF", "EV", "NI") and 0 < hour < 12 and not (part == "NI" and hour < 5):
        hour += 12
    elif part in ("AM", "MO", "EM") and hour == 12:
        hour = 0
    return replace(time, hour=hour)


def clocks(g: Groups) -> Expression | None:
    """From one clock time to another; am or pm of one end is lent to the other."""
    first, last = (v if isinstance(v, Clock) else Clock(int(v)) for v in (g["a"], g["b"]))
    if first.hour > 24 or last.hour > 24:
        return None
    if part := g.get("p"):
        last = in_part(last, part)
        lent = in_part(first, part)
        first = lent if lent.hour < last.hour else first
    elif part := g.get("p1"):
        first = in_part(first, part)
        lent = in_part(last, part)
        last = lent if lent.hour > first.hour else last
    return ClockRange(first, last)


def timed(g: Groups) -> Expression | None:
    """A clock time, a range of them, or a part of the day, on a date."""
    time = g["time"]
    if isinstance(time, Clock | ClockRange | DayPart) and time.date is None and is_day(g["date"]):
        return replace(time, date=g["date"])
    return None


def is_day(value: object) -> bool:
    """True for an expression that names a day: what a clock time can stand in."""
    if isinstance(value, Calendar):
        return value.unit == "day"
    if isinstance(value, Turn):
        return value.unit == "day"
    if isinstance(value, Wrapped):
        return value.day
    return isinstance(value, Weekday | Holiday | Offset)
