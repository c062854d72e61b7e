"""Builders of what Japanese, Korean and Chinese say alike, used by the rules in east_asian.py."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.read.dates import builders as make
from dateline.read.dates.compounds import Nth, Season, Timeless, YearPart, since, until
from dateline.read.dates.expressions import (
    Calendar,
    Context,
    Expression,
    Turn,
    Weekday,
    Wrapped,
)
from dateline.read.dates.grammar import Builder, Groups
from dateline.read.dates.holidays import Holiday
from dateline.read.dates.intervals import Interval, floor
from dateline.read.dates.parts import in_part_of
from dateline.read.dates.spans import Between, larger
from dateline.records.when import Direction


def like(g: Groups) -> Expression | None:
    """同年5月, 같은 달 3일: the year or month last told of."""
    if g["l"] == "year":
        return Calendar(None, g["m"], g.get("d"), like=True)
    return Calendar(None, None, g["d"], like=True)


def like_month(g: Groups) -> Expression | None:
    """同月3日: the 3rd of the month last told of."""
    return like(g) if g["l"] == "month" else None


def same_unit(g: Groups) -> Expression:
    """同月, 같은 해: the month or year last told of."""
    return Turn(g["l"], anchor="context")


def not_before(date: Any) -> Expression:
    """이르면 내주, 早ければ来月, 最早下周: ahead, and open towards the future."""
    coming = Wrapped(make.expression(date), lambda whole, _: whole, "future")
    return since(coming)


def quarters(g: Groups) -> Expression | None:
    """2~3분기: two quarters of one year."""
    unit, last = g["b"]
    if unit != "quarter" or not 1 <= g["a"] < last <= 4:
        return None
    year = None if g["y"] is None else make.expression(g["y"])
    return Between(YearPart(unit, g["a"], year), YearPart(unit, last, year))


def seasons(g: Groups) -> Expression:
    """从春天到秋天: the later season is of the year of the earlier one."""
    first = Season(g["a"])

    def change(start: Interval, context: Context) -> Interval:
        assert start.start is not None
        last = Season(g["b"], Calendar(start.start.year)).at(context)
        if last.start is not None and last.start < start.start:
            last = Season(g["b"], Calendar(start.start.year + 1)).at(context)
        return replace(start, end=last.end, timex=f"{start.timex}/{last.timex}")

    return Wrapped(first, change)


def part_of(g: Groups) -> Expression:
    """초, 下旬, 年底: a part of what is named before it."""
    return in_part_of(make.expression(g["d"]), g["p"])


def first_of(g: Groups) -> int:
    """The first of two days, with or without its word for day."""
    return int(g["a"] if g["a"] is not None else g["a2"])


def days(g: Groups) -> Expression | None:
    """1月13〜14日: two days of one month."""
    date = make.date(make.Renamed(g, d=first_of(g)))
    if date is None or not 1 <= int(g["b"]) <= 31:
        return None
    return Between(date, Calendar(None, None, int(g["b"])))


def bounded(sign: int) -> Builder:
    """So long before or after a date; with "more than" open where it looks."""

    def build(g: Groups) -> Expression | None:
        point = make.shifted(g["a"], sign, make.expression(g["d"]))
        if point is None or g.get("more") is None:
            return point
        return since(point) if sign > 0 else until(point)

    return build


def nth(g: Groups) -> Expression | None:
    """The second week, weekday or three months of a date; a weekday in its second week."""
    number, unit = g["n"], g.get("u") or "week"
    weekday = g.get("w")
    if weekday is not None and g.get("u"):
        return Weekday(weekday, week=Nth(number, unit, make.expression(g["of"])))
    count = 1
    if (length := g.get("a")) is not None:
        count, unit = int(length[0][0]), length[0][1]
    if count < 1 or unit in make.CLOCK_UNITS:
        return None
    return Nth(number, unit, make.expression(g["of"]), count, weekday)


def months(g: Groups) -> Expression | None:
    """7〜9月: the first month goes without its word."""
    if not 1 <= g["a"] <= 12:
        return None
    if isinstance(year := g["y"], Expression):
        return Between(make.month_of(year, g["a"]), make.month_of(year, g["b"]))
    return Between(Calendar(year, g["a"]), Calendar(year, g["b"]))


def years(g: Groups) -> Expression | None:
    """1910年から45年まで: the end takes the century of the start."""
    (count, unit), *more = g["b"]
    if unit != "year" or more or not 10 <= count < 100 or not isinstance(g["a"], int):
        return None
    return make.years(make.Renamed(g, a=g["a"], b=count))


def lunar(g: Groups) -> Expression | None:
    """旧暦の8月15日."""
    year = None if g["y"] is None else make.expression(g["y"])
    return Holiday(f"lunar {g['m']:02d}-{g['d']:02d}", year)


def day_by_turn(g: Groups) -> Expression:
    """지난 13일, 오는 20일: the last or next day of that number."""
    looks: Direction = "past" if make.turn_number(g["t"]) < 0 else "future"
    inner: Expression = Calendar(None, None, g["d"])
    if g.get("b") is not None:
        inner = Between(Calendar(None, None, g["d"]), Calendar(None, None, g["b"]))
    return Wrapped(inner, lambda whole, _: whole, looks, day=g.get("b") is None, forced=True)


def every(g: Groups) -> Expression:
    """매주 월요일, 毎月15日, 每年3月1日: what comes again and again."""
    month = f"{g['m']:02d}" if g.get("m") else "XX"
    if g.get("d") is not None:
        return Timeless(f"XXXX-{month}-{g['d']:02d}")
    if g.get("m"):
        return Timeless(f"XXXX-{month}")
    return Timeless(f"XXXX-WXX-{g['w'] + 1}" if g.get("w") is not None else g["s"])


def working(g: Groups) -> Any:
    """영업일 기준 앞으로 나흘: the days counted are working days."""
    amounts = tuple((n, "businessday" if unit == "day" else unit) for n, unit in g["a"])
    if g.get("t") is None:
        return amounts
    return make.stretch(make.Renamed(g, a=amounts))


def days_of_turn(g: Groups) -> Expression | None:
    """来月3〜5日, 이달 24~26일: two days of a month told by turn."""
    first = make.numbered_day(g["of"], first_of(g))
    if first is None or not 1 <= g["b"] <= 31:
        return None
    last = make.numbered_day(g["of"], int(g["b"]))
    return None if last is None else Between(first, last)


def lengths(g: Groups) -> Any:
    """1년 3개월, 一年零三个月: smaller units after larger ones are one length."""
    a, b = g["a"], g["b"]
    counted = all(count >= 0 for count, _ in (*a, *b))
    return a + b if counted and larger(a[-1][1], b[0][1]) else None


def weekday_far(sign: int) -> Builder:
    """2주 후 월요일: the weekday of the week that lies so far off."""

    def build(g: Groups) -> Expression | None:
        counted = g["a"][0][0] >= 0 and g["a"][-1][1] == "week"
        week = make.shifted(g["a"], sign) if counted else None
        return None if week is None else Weekday(g["w"], week=week)

    return build


def first_quarters(g: Groups) -> Expression | None:
    """前三季度: from the start of the year to the end of that quarter."""
    year = None if g["y"] is None else make.expression(g["y"])

    def change(last: Interval, _: Context) -> Interval:
        assert last.start is not None
        start = floor(last.start, "year")
        return replace(last, start=start, timex=f"{start.year:04d}-Q1/{last.timex}")

    return Wrapped(YearPart("quarter", g["n"], year), change)


def first_months(g: Groups) -> Expression | None:
    """前11个月: January to November of the year that the clause looks at."""
    (count, unit), *more = g["a"]
    if unit != "month" or more or not 2 <= count <= 12:
        return None

    def change(last: Interval, _: Context) -> Interval:
        assert last.start is not None
        start = floor(last.start, "year")
        return replace(last, start=start, timex=f"{start.year:04d}-01/{last.timex}")

    return Wrapped(Calendar(None, int(count)), change)
