"""Builders that the rules of all four languages share.

A builder takes the tokens of a match by name; the names mean the same everywhere: ``y`` year,
``m`` month, ``d`` day, ``w`` weekday, ``u`` unit, ``n`` number, ``t`` turn (-1 last, 0 this,
1 next), ``a`` and ``b`` the two sides, ``of`` the whole, ``p`` a part.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.read.dates.compounds import (
    FiscalYear,
    Nth,
    Season,
    YearPart,
    Years,
)
from dateline.read.dates.expressions import (
    Calendar,
    Context,
    Expression,
    Turn,
    Unanchored,
    Weekday,
    Wrapped,
)
from dateline.read.dates.grammar import Groups
from dateline.read.dates.holidays import Holiday
from dateline.read.dates.intervals import Interval, duration_timex, floor, shift, unit_interval
from dateline.read.dates.spans import Between, Offset, Stretch

Amounts = tuple[tuple[float, str], ...]
CLOCK_UNITS = ("hour", "minute", "second")


class Renamed(Groups):
    """Groups in which some names have values that a builder has computed."""

    __slots__ = ("_inner", "_values")

    def __init__(self, inner: Groups, **values: Any) -> None:
        self._inner = inner
        self._values = values

    def __getitem__(self, name: str) -> Any:
        return self._values[name] if name in self._values else self._inner[name]

    def get(self, name: str) -> Any:
        """As in Groups."""
        return self._values[name] if name in self._values else self._inner.get(name)


def expression(value: Any) -> Expression:
    """A token's value as an expression; a bare number is a year."""
    return value if isinstance(value, Expression) else Calendar(int(value))


def century(short: int) -> int:
    """The year that a two-digit one means: 00–49 of this century, 50–99 of the last."""
    return short if short > 99 else short + (2000 if short < 50 else 1900)


def date(g: Groups) -> Expression | None:
    """Year, month, day and weekday, as many as the pattern has, in any order."""
    month, day, year = g.get("m"), g.get("d"), g.get("y")
    if (day is not None and not 1 <= day <= 31) or (month is not None and not 1 <= month <= 12):
        return None
    if isinstance(year, Expression) and not (isinstance(year, Calendar) and year.unit == "year"):
        return month_of(year, month, day) if month else None
    if isinstance(year, Calendar):
        return replace(year, month=month, day=day, weekday=g.get("w"))
    return Calendar(year, month, day, g.get("w"))


def month_of(year: Expression, month: int, day: int | None = None) -> Expression:
    """A month or a day in it, of a year that is not a number: 来年5月, 지난해 5월 3일."""

    def change(whole: Interval, context: Context) -> Interval:
        if whole.start is None:
            raise Unanchored(f"XXXX-{month:02d}")
        start = shift(whole.start.replace(day=1), "month", (month - whole.start.month) % 12)
        return Calendar(start.year, month, day).at(context)

    return Wrapped(year, change, day=day is not None)


def day_of(g: Groups) -> Expression | None:
    """A day of a month that is not named: 来月5日, the 15th of next month."""
    return numbered_day(g["of"], int(g["d"]))


def numbered_day(month: Expression, number: int) -> Expression | None:
    """The ``number``-th day of a month."""
    if not 1 <= number <= 31:
        return None
    if isinstance(month, Calendar) and month.day is None and month.month:
        return replace(month, day=number)
    if not (isinstance(month, Turn) and month.unit == "month"):
        return None

    def change(whole: Interval, context: Context) -> Interval:
        assert whole.start is not None
        return Calendar(whole.start.year, whole.start.month, number).at(context)

    return Wrapped(month, change, day=True)


def amount(g: Groups) -> Amounts | None:
    """A count and its unit: three weeks, 3日間."""
    return ((float(g["n"]), g["u"]),) if abs(g["n"]) < 10000 else None


def turned(g: Groups) -> Expression | None:
    """This, last or next unit, weekday, month, season or fiscal year."""
    turn = g["t"]
    if (weekday := g.get("w")) is not None:
        if isinstance(turn, str):
            return Weekday(weekday, near=1 if turn == "coming" else -1)
        return Weekday(weekday, turn)
    turn = turn_number(turn)
    if (month := g.get("m")) is not None:
        return Calendar(None, month, g.get("d"), turn=turn)
    if (season := g.get("s")) is not None:
        return Season(season, turn=turn)
    unit = g["u"]
    if g["t"] == "past" and unit in ("year", "decade"):  # "the past year" ends now, "last" did not
        years = 10.0 if unit == "decade" else 1.0
        return Stretch(((years, "year"),), -1, duration_timex(((1, unit),)))
    if unit in CLOCK_UNITS:
        return Stretch(((1.0, unit),), turn, duration_timex(((1, unit),))) if turn else None
    return None if unit == "day" else Turn(unit, turn)


def turn_number(turn: Any) -> int:
    """-1, 0 or 1; "past" and "coming" are turns too, of which weekdays know more."""
    return {"past": -1, "recent": -1, "coming": 1}[turn] if isinstance(turn, str) else int(turn)


def stretch(g: Groups) -> Expression | None:
    """The past or coming ``a`` (amounts), or ``n`` units, or units without a count."""
    sign = turn_number(g["t"])
    if (unit := g.get("u")) is not None:
        amounts: Amounts = ((float(g.get("n") or -1), unit),)
    else:
        amounts = g["a"]
    if not sign:
        return None
    unknown = g["t"] == "recent" and amounts[0][0] < 0  # "in recent years", as TimeML has it
    return Stretch(amounts, sign, "PAST_REF" if unknown else duration_timex(amounts))


def until_now(g: Groups) -> Expression | None:
    """Over the last year, for the past week: the length of time that ends now."""
    unit = g["u"]
    if unit not in ("week", "month", "year", "decade"):
        return None
    amount = (10.0, "year") if unit == "decade" else (1.0, unit)
    return Stretch((amount,), -1, duration_timex(((1, unit),)))


def next_to(unit: str, sign: int, date: Any) -> Expression | None:
    """The year before 2015, the day after Christmas: the unit beside the one that a date is in."""
    if unit in CLOCK_UNITS or not sign:
        return None

    def change(whole: Interval, _: Context) -> Interval:
        edge = _start(whole)
        if sign > 0 and whole.end is not None:
            edge = shift(whole.end, "day", -1)
        return unit_interval(shift(floor(edge, unit), unit, sign), unit)

    return Wrapped(expression(date), change)


def shifted(amounts: Amounts, sign: int, base: Expression | None = None) -> Expression | None:
    """``amounts`` before (-1) or after (1) the base, or the publication time."""
    if any(count < 0 for count, _ in amounts):
        return None if base else Stretch(amounts, sign, "PAST_REF" if sign < 0 else "FUTURE_REF")
    return Offset(amounts, sign, base, base.anchor if base is not None else "published")


def narrated(amounts: Amounts, sign: int) -> Expression | None:
    """ "Two days later": counted from the day last told of."""
    if any(count < 0 for count, _ in amounts):
        return None
    return Offset(amounts, sign, None, "context")


def within(amounts: Amounts) -> Expression | None:
    """From the publication until so much later: "within nine months"."""
    if any(count < 0 for count, _ in amounts):
        return shifted(amounts, 1)
    end = Offset(amounts, 1)

    def change(found: Interval, context: Context) -> Interval:
        now = context.need(duration_timex(amounts))
        start = unit_interval(now, "day").start
        if amounts[-1][1] == "businessday" and start is not None:
            start = shift(start, "day", 1)
        return Interval(start, found.start, found.precision, duration_timex(amounts))

    return Wrapped(end, change)


def starting(amounts: Amounts, base: Expression) -> Expression | None:
    """``amounts`` that start at the base: "two weeks starting 20 May"."""
    if any(count < 0 for count, _ in amounts):
        return None

    def change(whole: Interval, _: Context) -> Interval:
        end = whole.start
        if end is None:
            raise Unanchored(duration_timex(amounts))
        for count, unit in amounts:
            end = shift(end, unit, count)
        return Interval(whole.start, end, whole.precision, duration_timex(amounts))

    return Wrapped(base, change, "future")


def nth(g: Groups) -> Expression | None:
    """The first week of July, the third quarter of 2026, the last Monday of April."""
    number, whole = int(g["n"]), expression(g["of"])
    if (weekday := g.get("w")) is not None:
        return Nth(number, "week", whole, weekday=weekday)
    unit = g["u"]
    if unit in ("quarter", "half"):
        limit = 4 if unit == "quarter" else 2
        number = limit + 1 + number if number < 0 else number
        return YearPart(unit, number, whole) if 0 < number <= limit else None
    if unit in CLOCK_UNITS:
        return None
    return Nth(number, unit, whole, int(g.get("c") or 1))


def year_part(g: Groups) -> Expression | None:
    """Q3, the third quarter, 上半年: of ``y``, or of the year that the clause looks at."""
    unit, number = g["q"] if g.get("q") else (g["u"], int(g["n"]))
    if not 0 < number <= {"quarter": 4, "half": 2}.get(unit, 0):
        return None
    return YearPart(unit, number, None if g.get("y") is None else expression(g["y"]))


def season(g: Groups) -> Expression:
    """A season of ``y``, or of the year that the clause looks at."""
    return Season(g["s"], None if g.get("y") is None else expression(g["y"]))


def week_number(g: Groups) -> Expression | None:
    """Week 31 (ISO 8601) of a year, of this one where none is named."""
    number = int(g["n"])
    if not 0 < number < 54:
        return None
    year = expression(g["y"]) if g.get("y") is not None else Turn("year")

    def change(whole: Interval, _: Context) -> Interval:
        assert whole.start is not None
        first = unit_interval(whole.start.replace(month=1, day=4), "week").start
        assert first is not None
        return unit_interval(shift(first, "week", number - 1), "week")

    return Wrapped(year, change)


def week_with(inner: Expression) -> Expression:
    """The week that holds a date."""
    return Wrapped(inner, lambda whole, _: unit_interval(_start(whole), "week"))


def weekend_with(inner: Expression) -> Expression:
    """The weekend of a holiday; a Monday or Friday next to it joins it."""

    def change(whole: Interval, _: Context) -> Interval:
        start = _start(whole)
        back = -1 if start.weekday() == 0 else 0
        found = unit_interval(shift(start, "week", back), "weekend")
        assert found.end is not None
        return replace(found, end=shift(found.end, "day", 1)) if back else found

    return Wrapped(inner, change)


def weekday_in(g: Groups) -> Expression | None:
    """A weekday in the week of a date: 来週の火曜日, Tuesday of next week."""
    return Weekday(g["w"], week=g["of"], anchor=g["of"].anchor)


def _start(whole: Interval) -> Any:
    if whole.start is None:
        raise Unanchored(whole.timex)
    return whole.start


def between(g: Groups) -> Expression:
    """From one date to another."""
    return Between(expression(g["a"]), expression(g["b"]))


def days(g: Groups) -> Expression | None:
    """Two days of one month: 3 to 5 May, January 13–14, 2026, 1月13〜14日."""
    a, b, year = int(g["a"]), int(g["b"]), g.get("y")
    if not (1 <= a <= 31 and 1 <= b <= 31):
        return None
    year = year.year if isinstance(year, Calendar) else year
    if g.get("m") is not None:
        return Between(Calendar(year, g["m"], a), Calendar(None, None, b))
    return Between(Calendar(None, None, a), Calendar(year, g.get("m2"), b))


def years(g: Groups) -> Expression | None:
    """1910–45, 2014-2018: a two-digit end takes the first one's century."""
    a, b = int(g["a"]), int(g["b"])
    if b < 100:
        b += a - a % 100
    return Between(Calendar(a), Calendar(b)) if 1000 < a < b < 2200 else None


def decade(g: Groups) -> Expression:
    """1990s, 90年代."""
    first = int(g["d"])
    return Years(first, 10, "decade", f"{first // 10:03d}")


def century_of(g: Groups) -> Expression | None:
    """The 19th century: 1800 to 1899, as people and TIMEX3 count."""
    number = int(g["n"])
    if not 1 <= number <= 30:
        return None
    return Years((number - 1) * 100, 100, "century", f"{number - 1:02d}")


def holiday(g: Groups) -> Expression:
    """A holiday of ``y``; or the last or next one (``t``); or the one the clause looks at."""
    turn = None if g.get("t") is None else turn_number(g["t"])
    return Holiday(g["h"], None if g.get("y") is None else expression(g["y"]), turn)


def fiscal(g: Groups) -> Expression:
    """A fiscal year by number or turn."""
    if g.get("y") is not None:
        return FiscalYear(century(int(g["y"])), start=g.get("start"))
    return FiscalYear(None, turn_number(g["t"]) if g.get("t") is not None else 0)
