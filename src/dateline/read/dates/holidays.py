"""Holidays by name: rows of ``holidays.toml`` made into expressions."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files

from dateline.read.dates.expressions import Context, Expression, choose
from dateline.read.dates.intervals import (
    Absurd,
    Interval,
    day,
    floor,
    midnight,
    shift,
    unit_interval,
)
from dateline.read.dates.lunar import lunar_day
from dateline.records.when import Anchor

_RULE = re.compile(
    r"(?P<month>\d\d)-(?P<date>\d\d)|easter(?P<easter>[+-]\d+)"
    r"|lunar (?P<lm>\d\d)-(?P<ld>\d\d)(?P<by>[+-]\d)?"
    r"|(?P<term>\d\d)=(?P<c>\d+\.\d+)"
    r"|(?P<in>\d\d)/(?P<n>-?\d)\*(?P<weekday>\d)(?P<plus>\+\d)?"
)


@cache
def names(language: str) -> dict[str, str]:
    """Holiday names of a language (English lower case) to their rules."""
    text = files("dateline.read.dates").joinpath("holidays.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["holiday"]
    return {name: row["rule"] for row in rows for name in row.get(language, ())}


def easter(year: int) -> datetime:
    """Western Easter Sunday (the anonymous Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, date = divmod(h + m - 7 * n + 114, 31)
    return day(year, month, date + 1)


def holiday_in(rule: str, year: int) -> datetime:
    """The day on which a holiday falls; Absurd where it can't be computed."""
    found = _RULE.fullmatch(rule)
    if found is None:
        raise Absurd(f"holiday rule {rule!r}")
    if found["month"]:
        return day(year, int(found["month"]), int(found["date"]))
    if found["easter"]:
        return shift(easter(year), "day", int(found["easter"]))
    if found["lm"]:
        lunar = lunar_day(year, int(found["lm"]), int(found["ld"]))
        return shift(lunar, "day", int(found["by"] or 0))
    if found["term"]:
        if not 2000 <= year < 2100:
            raise Absurd(f"solar term of {year}")
        y = year % 100
        return day(year, int(found["term"]), int(float(found["c"]) + 0.2422 * y) - y // 4)
    n, weekday = int(found["n"]), int(found["weekday"]) - 1
    first = day(year, int(found["in"]), 1)
    if n > 0:
        date = shift(first, "day", (weekday - first.weekday()) % 7 + 7 * (n - 1))
    else:
        last = shift(shift(first, "month", 1), "day", -1)
        date = shift(last, "day", -((last.weekday() - weekday) % 7) + 7 * (n + 1))
    return shift(date, "day", int(found["plus"] or 0))


@dataclass(frozen=True, slots=True)
class Holiday(Expression):
    """A holiday of a year, or the one that the clause looks at; ``turn`` -1 last, 1 next."""

    rule: str
    year: Expression | None = None
    turn: int | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The year's."""
        return "published" if self.year is None else self.year.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.year is not None:
            start = self.year.at(context).start
            if start is None:
                raise Absurd("holiday of an open year")
            return unit_interval(holiday_in(self.rule, start.year), "day")
        fixed = re.fullmatch(r"\d\d-\d\d", self.rule)
        now = context.need(f"XXXX-{self.rule}" if fixed else "UNDEF-holiday")
        today = midnight(now)
        around = []
        for year in (now.year - 1, now.year, now.year + 1):
            try:
                around.append(unit_interval(holiday_in(self.rule, year), "day"))
            except Absurd:
                continue
        if self.turn:
            side = [
                i
                for i in around
                if i.start and (i.start > today if self.turn > 0 else i.start < today)
            ]
            if not side:
                raise Absurd("holiday outside the tables")
            return side[0] if self.turn > 0 else side[-1]
        if self.turn == 0:
            around = [i for i in around if i.start and floor(i.start, "year") == floor(now, "year")]
        return choose(around, context, now)
