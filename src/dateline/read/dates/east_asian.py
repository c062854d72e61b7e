"""Rules that Japanese, Korean and Chinese share: large units first, modifiers before, relations
after. The words differ and are in each language's lexicon; the kinds are the same.
"""

from __future__ import annotations

from typing import Any

from dateline.read.dates import builders as make
from dateline.read.dates import clock_builders as times
from dateline.read.dates.compounds import Nth, Present, Timeless, rest, since, until
from dateline.read.dates.expressions import (
    Calendar,
    Expression,
    Turn,
    Weekday,
    Wrapped,
)
from dateline.read.dates.grammar import Groups, Rule
from dateline.read.dates.holidays import Holiday
from dateline.read.dates.intervals import duration_timex
from dateline.read.dates.parts import in_part_of
from dateline.read.dates.spans import Between, Stretch
from dateline.records.when import Direction

CLASSES = {
    "Y": "YEAR YEARX",
    "ANY": "DATE SHORT YEAR",
    "POINT": "DATE SHORT YEAR DATETIME",
    "G": "GLUE PAREN",
    "TIME": "CLOCK DAYPART CLOCKS",
    "THROUGH": "DASH FROM",
}


def _like(g: Groups) -> Expression | None:
    """同年5月, 같은 달 3일: the year or month last told of."""
    if g["l"] == "year":
        return Calendar(None, g["m"], g.get("d"), like=True)
    return Calendar(None, None, g["d"], like=True)


def _part(g: Groups) -> Expression:
    return in_part_of(make.expression(g["d"]), g["p"])


def _days(g: Groups) -> Expression | None:
    year = g.get("y")
    date = make.date(make.Renamed(g, d=g["a"]))
    if date is None or not 1 <= int(g["b"]) <= 31 or not 1 <= int(g["a"]) <= 31:
        return None
    return Between(date, Calendar(None, None, int(g["b"]))) if year is None or date else None


def _bounded(sign: int) -> Any:
    """So long before or after a date; with "more than" open where it looks."""

    def build(g: Groups) -> Expression | None:
        point = make.shifted(g["a"], sign, make.expression(g["d"]))
        if point is None or g.get("more") is None:
            return point
        return since(point) if sign > 0 else until(point)

    return build


def _nth(g: Groups) -> Expression | None:
    number, unit = g["n"], g.get("u") or "week"
    count = 1
    if (length := g.get("a")) is not None:
        count, unit = int(length[0][0]), length[0][1]
    if count < 1 or unit in make.CLOCK_UNITS:
        return None
    return Nth(number, unit, make.expression(g["of"]), count, g.get("w"))


def _months(g: Groups) -> Expression | None:
    """7〜9月: the first month goes without its word."""
    if not 1 <= g["a"] <= 12:
        return None
    if isinstance(year := g["y"], Expression):
        return Between(make.month_of(year, g["a"]), make.month_of(year, g["b"]))
    return Between(Calendar(year, g["a"]), Calendar(year, g["b"]))


def _years(g: Groups) -> Expression | None:
    """1910年から45年まで: the end takes the century of the start."""
    (count, unit), *more = g["b"]
    if unit != "year" or more or not 10 <= count < 100 or not isinstance(g["a"], int):
        return None
    return make.years(make.Renamed(g, a=g["a"], b=count))


def _lunar(g: Groups) -> Expression | None:
    """旧暦の8月15日."""
    year = None if g["y"] is None else make.expression(g["y"])
    return Holiday(f"lunar {g['m']:02d}-{g['d']:02d}", year)


def _day_by_turn(g: Groups) -> Expression:
    """지난 13일, 오는 20일: the last or next day of that number."""
    looks: Direction = "past" if make.turn_number(g["t"]) < 0 else "future"
    inner = Calendar(None, None, g["d"])
    return Wrapped(inner, lambda whole, _: whole, looks, day=True, forced=True)


def _every(g: Groups) -> Expression:
    return Timeless(f"XXXX-WXX-{g['w'] + 1}" if g.get("w") is not None else g["s"])


def _working(g: Groups) -> Any:
    """영업일 기준 앞으로 나흘: the days counted are working days."""
    amounts = tuple((n, "businessday" if unit == "day" else unit) for n, unit in g["a"])
    if g.get("t") is None:
        return amounts
    return make.stretch(make.Renamed(g, a=amounts))


RULES = (
    Rule("working days ahead", "BASIS t:STRETCH G? a:LEN", _working),
    Rule("working days", "BASIS a:LEN", _working, "LEN"),
    # --- two days of one month, where the first goes without its word for day: 1月13〜14日
    Rule(
        "days of a month",
        "y:Y? G? m:MON (a:DAYNUM|a2:NUM) DASH b:DAYNUM (?!MON)",
        lambda g: _days(g) if g["a"] is not None else _days(make.Renamed(g, a=g["a2"])),
    ),
    Rule(
        "stretch of days",
        "t:STRETCH G? d:DAYNUM",
        lambda g: Stretch(((float(g["d"]), "day"),), g["t"], f"P{g['d']}D"),
    ),
    Rule("days", "a:NUM DASH b:DAYNUM", make.days),
    Rule("months of a year", "y:Y? G? a:NUM DASH b:MON", _months),
    Rule("years", "FROMPRE? a:YEAR THROUGH b:LEN (TO|UPTO)?", _years),
    Rule("lunar day", "LUNAR G? y:Y? G? m:MON G? d:DAYNUM", _lunar),
    Rule("day by turn", "t:TURN G? d:DAYNUM", _day_by_turn),
    Rule("every", "s:EVERY G? w:WD?", _every, "SET"),
    # --- year, month, day, weekday
    Rule("year month day", "y:Y G* m:MON G* d:DAYNUM (G* w:WD PAREN?)?", make.date),
    Rule("same year", "l:LIKE G? m:MON G? d:DAYNUM?", _like),
    Rule("same month", "l:LIKE G? d:DAYNUM", lambda g: _like(g) if g["l"] == "month" else None),
    Rule("month day", "m:MON G* d:DAYNUM (G* w:WD PAREN?)?", make.date),
    Rule("day of a month told by turn", "of:MONTHX G* d:DAYNUM (G* WD PAREN?)?", make.day_of),
    Rule("weekday, then month and day", "WEEKX? G? w:WD G? m:MON G? d:DAYNUM", make.date),
    Rule("year and month", "y:Y G* m:MON", make.date),
    Rule("day and weekday", "d:DAYNUM G* w:WD PAREN?", make.date),
    Rule("day", "d:DAYNUM", make.date),
    Rule("weekday of a week", "of:WEEKX G* w:WD", make.weekday_in),
    # --- parts of years
    Rule("season of a year", "y:Y G* s:SEASON", make.season),
    Rule("season by turn", "t:TURN G? s:SEASON", make.turned),
    Rule("quarter or half of a year", "y:Y G* q:QUARTER", make.year_part),
    Rule("quarter or half of a fiscal year", "y:FISCAL G* q:QUARTER", make.year_part),
    Rule("quarter or half", "q:QUARTER", make.year_part),
    Rule("holiday of a year", "y:Y G* h:HOLIDAY", make.holiday),
    Rule("holiday", "h:HOLIDAY", make.holiday),
    Rule("season", "s:SEASON (?=FROM|TO|UPTO|PART|BEFORE|AFTER|AT)", make.season),
    Rule("month by turn", "t:TURN G? m:MON", make.turned),
    Rule("weekday by turn", "t:TURN G? w:WD", make.turned),
    Rule("month", "m:MON", make.date),
    Rule("ordinal lengths of", "of:(DATE|Y|MONTHX) G* n:NTH G? a:LEN", _nth),
    Rule(
        "ordinal week of", "of:(DATE|Y|MONTHX) G* n:NTH G? u:WEEKUNIT G? w:WD?", lambda g: _nth(g)
    ),
    Rule("ordinal weekday of", "of:(DATE|Y|MONTHX) G* n:NTH G? w:WD", _nth),
    Rule("week number", "(y:Y G?)? n:WEEKNUM", make.week_number),
    # --- whole units
    Rule("stretch", "t:(STRETCH|TURN) G? a:LEN", make.stretch),
    Rule(
        "until now this year",
        "d:(YEARX|MONTHX|WEEKX|YEAR) G? TONOW",
        lambda g: Between(make.expression(g["d"]), Turn("day")),
    ),
    Rule("unit by turn", "x:(YEARX|MONTHX|WEEKX|UNITX)", lambda g: g["x"]),
    Rule("weekend with a holiday", "d:DATE WEEKEND", lambda g: make.weekend_with(g["d"])),
    Rule("year", "y:YEAR", lambda g: make.expression(g["y"])),
    Rule("fiscal year", "y:FISCAL", lambda g: g["y"]),
    Rule("part of", "d:ANY G* p:PART", _part),
    Rule("week of", "d:DATE G* WEEKOF", lambda g: make.week_with(g["d"])),
    Rule("weekday", "w:WD", lambda g: Weekday(g["w"])),
    Rule("rest of", "d:DATE G? r:REST", lambda g: rest(g["d"], sign=g["r"])),
    # --- so long before and after
    Rule("length before a date", "d:POINT (G|FROM)? a:LEN more:MORE? (AGO|BEFORE)", _bounded(-1)),
    Rule("length after a date", "d:POINT (G|FROM)? a:LEN more:MORE? (LATER|AFTER)", _bounded(1)),
    Rule(
        "within a length from a date",
        "d:POINT FROM a:LEN WITHIN",
        lambda g: make.starting(g["a"], make.expression(g["d"])),
    ),
    Rule(
        "within a length of a date",
        "d:POINT FROM a:LEN",
        lambda g: make.shifted(g["a"], 1, make.expression(g["d"])),
    ),
    Rule("ago", "a:LEN AGO", lambda g: make.shifted(g["a"], -1)),
    Rule("length before", "AGO a:LEN", lambda g: make.stretch(make.Renamed(g, t=-1))),
    Rule("from now", "a:LEN (LATER|AFTER)", lambda g: make.shifted(g["a"], 1)),
    Rule("within", "a:LEN WITHIN", lambda g: make.within(g["a"])),
    Rule("in", "a:LEN SOON", lambda g: make.shifted(g["a"], 1)),
    # --- clock times
    Rule("clock time of a day part", "p:DAYPART G? h:CLOCK", times.clock, "CLOCK"),
    Rule(
        "clock range",
        "FROMPRE? a:CLOCK (THROUGH|AND) b:CLOCK (TO|UPTO)? (AMONG|BETWEENX)?",
        times.clocks,
        "CLOCKS",
    ),
    Rule("date and time", "date:DATE G* time:TIME", times.timed, "DATETIME"),
    # --- ranges and open ends
    Rule("range", "FROMPRE? a:ANY G? THROUGH G? b:ANY G? (TO|UPTO)? AMONG?", make.between),
    Rule("range", "a:ANY AND b:ANY (BETWEENX|AMONG)", make.between),
    Rule(
        "range of times",
        "FROMPRE? a:DATETIME THROUGH b:DATETIME (TO|UPTO)? AMONG?",
        make.between,
        "DATETIME",
    ),
    Rule("until a time", "d:DATETIME BEFORE", lambda g: until(g["d"]), "DATETIME"),
    Rule("since a time", "d:DATETIME (AFTER|SINCE)", lambda g: since(g["d"]), "DATETIME"),
    Rule("since", "FROMPRE? d:ANY G? (SINCE|FROM)", lambda g: since(make.expression(g["d"]))),
    Rule("after", "d:ANY G? (AFTER|LATER)", lambda g: since(make.expression(g["d"]), after=True)),
    Rule("up to", "d:ANY G? (UPTO|TO)", lambda g: until(make.expression(g["d"]), whole=True)),
    Rule("before", "d:ANY G? (BEFORE|AGO)", lambda g: until(make.expression(g["d"]))),
    Rule("numeric date", "d:SHORT", lambda g: g["d"]),
    # --- the rest: references, repeated times, lengths, bare clock times
    Rule(
        "reference",
        "r:REFERENCE",
        lambda g: Present() if g["r"] == "PRESENT_REF" else Timeless(g["r"]),
    ),
    Rule("every so long", "a:LEN EACH", lambda g: Timeless(duration_timex(g["a"])), "SET"),
    Rule("length", "a:LEN", lambda g: Timeless(duration_timex(g["a"])), "DURATION"),
    Rule("time of day", "t:(CLOCK|CLOCKS|DAYPART)", lambda g: g["t"], "TIMEALONE"),
)
