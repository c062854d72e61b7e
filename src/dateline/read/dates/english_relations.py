"""English rules over dates that other rules have found: parts, distances, times, ranges.

They fold after those of :mod:`.english`, in the order of the tables.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.read.dates import builders as make
from dateline.read.dates import clock_builders as times
from dateline.read.dates.clocks import Clock, ClockRange, DayPart
from dateline.read.dates.compounds import (
    Nth,
    Present,
    Timeless,
    rest,
    since,
    until,
)
from dateline.read.dates.expressions import (
    Calendar,
    Expression,
    Turn,
    Weekday,
    partly,
)
from dateline.read.dates.grammar import Groups, Rule
from dateline.read.dates.intervals import duration_timex
from dateline.read.dates.spans import Between, Offset


def _weekday_and(g: Groups) -> Expression | None:
    """ "Monday two weeks from now", "in three days on Friday": the weekday of that week."""
    first, second = g["a"], g["b"]
    if isinstance(first, Weekday):
        return replace(first, week=second, anchor=second.anchor) if _far(second) else None
    if isinstance(second, Weekday) and _far(first):
        return replace(second, week=first, anchor=first.anchor)
    return None


def _beside(g: Groups, sign: int) -> Expression | None:
    """The year before 2015, the week after Easter."""
    return make.next_to(g["u"].unit, sign, g["d"]) if isinstance(g["u"], Turn) else None


def _far(value: object) -> bool:
    return isinstance(value, Offset)


def _bounded(g: Groups, sign: int) -> Expression | None:
    """ "Two weeks after …"; "more than two weeks after …" is open where it looks."""
    point = make.shifted(g["a"], sign, make.expression(g["d"]))
    if point is None or g["m"] is None:
        return point
    return since(point) if sign > 0 else until(point)


def _nth_length(g: Groups) -> Expression | None:
    (count, unit), *more = g["a"]
    if more or count < 1 or unit in make.CLOCK_UNITS:
        return None
    return Nth(int(g["n"]), unit, make.expression(g["of"]), int(count))


def _part_clock(g: Groups) -> Expression | None:
    hour = g["h"] if isinstance(g["h"], Clock) else Clock(int(g["h"]))
    return times.in_part(hour, g["p"].name) if hour.hour < 25 else None


def _lent(g: Groups) -> Expression | None:
    """ "5 to 6 pm", "2 – 2:30 p.m.": the first time takes the afternoon where it then is first."""
    first = g["a"] if isinstance(g["a"], Clock) else Clock(int(g["a"]) % 24)
    if g["b"].hour >= 12 and first.hour + 12 <= g["b"].hour:
        first = replace(first, hour=first.hour + 12)
    return ClockRange(first, g["b"]) if first.hour < 24 else None


def _length_past(g: Groups) -> Expression | None:
    (count, unit), *more = g["a"]
    hour = g["h"].hour if isinstance(g["h"], Clock) else int(g["h"])
    if unit != "minute" or more or not 0 < count < 60 or not 0 <= hour < 25:
        return None
    if g["r"] == "to":
        return Clock((hour - 1) % 24, 60 - int(count))
    return Clock(hour % 24, int(count))


def _minutes_past(g: Groups) -> Expression | None:
    count = g["n"]
    minutes = (
        {"half": 30, "quarter": 15}.get(count, count) if isinstance(count, str) else int(count)
    )
    hour = g["h"].hour if isinstance(g["h"], Clock) else int(g["h"])
    if not (0 <= int(minutes) < 60 and 0 <= hour < 25):
        return None
    return (
        Clock((hour - 1) % 24, 60 - int(minutes))
        if g["r"] == "to"
        else Clock(hour % 24, int(minutes))
    )


def _uncounted(g: Groups) -> Expression | None:
    """ "Decades of war", "months later"; minutes may be those of a meeting, seconds a fraction."""
    unit = g["u"]
    long = ("hour", "day", "week", "month", "year", "decade", "century")
    return Timeless(duration_timex(((-1.0, unit),))) if unit in long else None


PARTS = (
    Rule("ordinals of", "THE? n:NTH c:INT u:UNIT (OF|IN) of:FORWARD", make.nth),
    Rule("ordinals of the unit", "THE? n:NTH c:INT u:UNIT (OF|IN) of:THEUNIT", make.nth),
    Rule("ordinals of", "THE? n:NTH a:LEN (OF|IN) of:FORWARD", _nth_length),
    Rule("ordinal of", "THE? n:NTH u:UNIT (OF|IN) of:FORWARD", make.nth),
    Rule("ordinal of the unit", "THE? n:NTH u:UNIT (OF|IN) of:THEUNIT", make.nth),
    Rule("part of a day's part", "PART date:DATE time:DAYPART", times.timed, "DATETIME"),
    Rule("numbered part of the year", "THE? n:NTH u:UNIT", make.year_part),
    Rule("day of a month", "THE? d:DAYNUM DAYOF? (OF|IN) THE? of:DATE", make.day_of),
    Rule(
        "part of",
        "THE? p:PART (OF|IN|DASH)? THE? d:FORWARD",
        lambda g: partly(make.expression(g["d"]), g["p"]),
    ),
    Rule("part of the unit", "THE? p:PART (OF|IN) u:THEUNIT", lambda g: partly(g["u"], g["p"])),
    Rule("earlier in", "e:EARLIER IN? d:DATE", lambda g: rest(g["d"], sign=g["e"])),
    Rule("earlier in the unit", "e:EARLIER IN? d:THEUNIT", lambda g: rest(g["d"], sign=g["e"])),
    Rule("rest of", "THE? REST OF d:DATE", lambda g: rest(g["d"], sign=1)),
    Rule("rest of the unit", "THE? REST OF d:THEUNIT", lambda g: rest(g["d"], sign=1)),
    Rule("weekend of", "THE? WEEKENDWORD OF d:DATE", lambda g: make.weekend_with(g["d"])),
    Rule("holiday weekend", "d:DATE WEEKENDWORD", lambda g: make.weekend_with(g["d"])),
)

OFFSETS = (
    Rule("ago", "MORE? a:LEN AGO", lambda g: make.shifted(g["a"], -1)),
    Rule("from now", "a:LEN (FROM NOW|HENCE)", lambda g: make.shifted(g["a"], 1)),
    Rule("unit before a date", "u:THEUNIT BEFORE d:FORWARD", lambda g: _beside(g, -1)),
    Rule("unit after a date", "u:THEUNIT AFTER d:FORWARD", lambda g: _beside(g, 1)),
    Rule("length before a date", "m:MORE? a:LEN BEFORE d:POINT", lambda g: _bounded(g, -1)),
    Rule(
        "length after a date",
        "IN? m:MORE? a:LEN (AFTER|SINCE|FROM) d:POINT",
        lambda g: _bounded(g, 1),
    ),
    Rule(
        "length starting",
        "a:LEN (STARTING|BEGINNING) (FROM|ON|IN)? d:POINT",
        lambda g: make.starting(g["a"], make.expression(g["d"])),
    ),
    Rule("later", "a:LEN LATER", lambda g: make.narrated(g["a"], 1)),
    Rule("earlier", "a:LEN EARLIERWORD", lambda g: make.narrated(g["a"], -1)),
    Rule("within", "WITHIN THE? NEXT? a:LEN", lambda g: make.within(g["a"])),
    Rule("in", "IN a:LEN", lambda g: make.shifted(g["a"], 1)),
    Rule("weekday so far off", "a:DATE ON? b:DATE", _weekday_and),
)

TIMES = (
    Rule("clock time with am or pm", "h:HOURNUM p:AMPM", times.clock, "CLOCKP"),
    Rule("clock range", "(FROM|BETWEEN)? a:HOURNUM JOIN b:CLOCKP", _lent, "CLOCKS"),
    Rule(
        "clock range",
        "(FROM|BETWEEN)? a:CLOCKP JOIN b:(CLOCKP|CLOCK|SMALL|CARD)",
        times.clocks,
        "CLOCKS",
    ),
    Rule(
        "clock range",
        "(FROM|BETWEEN)? a:HOURNUM JOIN b:(CLOCK|SMALL|CARD) IN? THE? p:DAYPART",
        times.clocks,
        "CLOCKS",
    ),
    Rule("clock range", "(FROM|BETWEEN)? a:HOURNUM JOIN b:CLOCK", times.clocks, "CLOCKS"),
    Rule("o'clock", "h:HOURNUM OCLOCK", times.clock, "CLOCK"),
    Rule("minutes past", "A? n:HALFWORD r:PAST h:HOURNUM OCLOCK?", _minutes_past, "CLOCK"),
    Rule("minutes past", "a:LEN r:PAST h:HOURNUM OCLOCK?", _length_past, "CLOCK"),
    Rule("clock time of a day part", "h:HOURNUM (IN THE)? p:DAYPART", _part_clock, "CLOCK"),
    Rule("clock time of a day part", "(IN THE)? p:DAYPART AT h:HOURNUM", _part_clock, "CLOCK"),
    Rule("date and time", "date:DATE (AT|COMMA|IN|ON)? THE? time:TIME", times.timed, "DATETIME"),
    Rule("time and date", "AT? time:TIME (ON|OF|COMMA)? date:DATE", times.timed, "DATETIME"),
    Rule(
        "this morning",
        "THIS time:DAYPART",
        lambda g: replace(g["time"], date=Turn("day")),
        "DATETIME",
    ),
    Rule("tonight", "TONIGHT", lambda g: DayPart("NI", Turn("day")), "DATETIME"),
    Rule("last night", "LASTNIGHT", lambda g: DayPart("NI", Turn("day", -1)), "DATETIME"),
)

RANGES = (
    Rule("year", "y:YEAR", lambda g: Calendar(g["y"])),
    Rule("numeric date", "d:SHORT FROMTO e:SHORT", make.between),
    Rule("range", "(FROM|BETWEEN) THE? a:FORWARD JOIN THE? b:FORWARD", make.between),
    Rule("range", "a:DATE THROUGH b:DATE", make.between),
    Rule("range", "(FROM|BETWEEN)? a:SHORT THROUGH b:FORWARD", make.between),
    Rule(
        "range to the present",
        "(FROM|BETWEEN|SINCE) a:FORWARD (JOIN NOW|TODATE)",
        lambda g: Between(make.expression(g["a"]), Turn("day")),
    ),
    Rule("range to the unit's part", "(FROM|BETWEEN) a:FORWARD JOIN b:THEUNIT", make.between),
    Rule("since", "SINCE d:POINT", lambda g: since(make.expression(g["d"]))),
    Rule(
        "starting",
        "(STARTING|BEGINNING|EFFECTIVE) (FROM|ON|IN)? d:POINT",
        lambda g: since(make.expression(g["d"])),
    ),
    Rule("or later", "d:POINT (AND|OR) LATER", lambda g: since(make.expression(g["d"]))),
    Rule(
        "or earlier",
        "d:POINT (AND|OR) EARLIERWORD",
        lambda g: until(make.expression(g["d"]), whole=True),
    ),
    Rule("from … on", "FROM d:POINT ONWARD", lambda g: since(make.expression(g["d"]))),
    Rule(
        "by the end",
        "(BY|TILL) d:FORWARD",
        lambda g: until(make.expression(g["d"]), whole=True, looks="future"),
    ),
    Rule("before", "BEFORE d:POINT", lambda g: until(make.expression(g["d"]))),
    Rule("after", "AFTER d:POINT", lambda g: since(make.expression(g["d"]), after=True)),
    Rule("to date", "TILL TODATE", lambda g: until(Present())),
)

REPEATED = (
    Rule("every", "EVERY u:UNIT", lambda g: Timeless(duration_timex(((1, g["u"]),))), "SET"),
    Rule("every", "EVERY a:LEN", lambda g: Timeless(duration_timex(g["a"])), "SET"),
    Rule(
        "every weekday",
        "EVERY w:DATE",
        lambda g: (
            Timeless(f"XXXX-WXX-{g['w'].weekday + 1}") if isinstance(g["w"], Weekday) else None
        ),
        "SET",
    ),
    Rule("regularly", "s:SETWORD", lambda g: Timeless(g["s"]), "SET"),
    Rule(
        "reference",
        "r:REFERENCE",
        lambda g: Present() if g["r"] == "PRESENT_REF" else Timeless(g["r"]),
    ),
    Rule("now", "r:NOW", lambda g: Present()),
    Rule("numeric date", "d:SHORT", lambda g: g["d"]),
    Rule("duration", "a:LEN", lambda g: Timeless(duration_timex(g["a"])), "DURATION"),
    Rule("units without a count", "u:UNITS", _uncounted, "DURATION"),
    Rule("clock time", "AT? t:ANYCLOCK", lambda g: g["t"], "TIMEALONE"),
    Rule("clock range", "t:CLOCKS", lambda g: g["t"], "TIMEALONE"),
    Rule("part of the day", "IN? THE? t:DAYPART", lambda g: g["t"], "TIMEALONE"),
)
