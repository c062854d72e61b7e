"""Expressions made over others: ordinals within, open ends, clock times, spans of years."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from dateline.read.dates.expressions import (
    Context,
    Expression,
    Unanchored,
    Wrapped,
    choose,
)
from dateline.read.dates.intervals import (
    SEASON_MONTH,
    Absurd,
    Interval,
    day,
    floor,
    midnight,
    part,
    precision_of,
    shift,
    timex_of,
    unit_interval,
)
from dateline.records.when import Anchor, Direction, Precision


@dataclass(frozen=True, slots=True)
class Timeless(Expression):
    """A TIMEX3 value with no interval: a length of time, a repeated time, PRESENT_REF."""

    timex: str
    anchor: Anchor = "relative"

    def at(self, context: Context) -> Interval:
        """Never anchored."""
        raise Unanchored(self.timex)


@dataclass(frozen=True, slots=True)
class Present(Expression):
    """ "Now", "currently": the moment of publication."""

    timex: str = "PRESENT_REF"
    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        now = context.need(self.timex)
        return Interval(now, now, "vague", self.timex)


@dataclass(frozen=True, slots=True)
class Years(Expression):
    """A run of years that is named at once: 1990s, the 15th century, Japan's Heisei era."""

    first: int
    count: int
    precision: Precision
    timex: str

    def at(self, context: Context) -> Interval:
        """See the class."""
        return Interval(
            day(max(self.first, 1), 1, 1), day(self.first + self.count, 1, 1),
            self.precision, self.timex,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Season(Expression):
    """A season of a year, or the one that the clause looks at; ``turn`` as in Calendar."""

    season: str
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
                raise Absurd("season of an open year")
            return self._in(start.year)
        now = context.need(f"XXXX-{self.season}")
        around = [self._in(now.year + n) for n in (-2, -1, 0, 1, 2)]
        if self.turn is None:
            return choose(around, context, now)
        if self.turn == 0:  # "this winter" is the one nearest; others are of this year
            if self.season != "WI":
                return self._in(now.year)
            return choose(around, replace(context, direction="unknown"), now)
        if self.turn < 0:
            return [i for i in around if i.end and i.end <= now][-1]
        return next(i for i in around if i.start and i.start > now)

    def _in(self, year: int) -> Interval:
        return unit_interval(day(year, SEASON_MONTH[self.season], 1), "season")


@dataclass(frozen=True, slots=True)
class YearPart(Expression):
    """A numbered quarter or half of a year; with no year, the one that the clause looks at."""

    unit: str
    number: int
    year: Expression | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The year's."""
        return "published" if self.year is None else self.year.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.year is not None:
            start = self.year.at(context).start
            if start is None:
                raise Absurd("part of an open year")
            return self._in(start)
        letter = "Q" if self.unit == "quarter" else "H"
        now = context.need(f"XXXX-{letter}{self.number}")
        return choose([self._in(shift(now, "year", n)) for n in (-1, 0, 1)], context, now)

    def _in(self, year: datetime) -> Interval:
        months = 3 if self.unit == "quarter" else 6
        # counted from the start given, so that a fiscal year has its own quarters and halves
        first = floor(year, "year") if self.year is None else midnight(year.replace(day=1))
        start = shift(first, "month", months * (self.number - 1))
        found = unit_interval(start, self.unit)
        if found.start == start:
            return found
        end = shift(start, "month", months)
        timex = f"{timex_of(start, 'month')}/{timex_of(shift(end, 'day', -1), 'month')}"
        return replace(found, start=start, end=end, timex=timex)


@dataclass(frozen=True, slots=True)
class Nth(Expression):
    """The first week of July, the last Monday of April, the last four months of 2021.

    ``number`` counts from 1, or from the end where negative. A week belongs to the month or
    year that holds its Thursday, as in ISO 8601.
    """

    number: int
    unit: str
    whole: Expression
    count: int = 1
    weekday: int | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The whole's."""
        return self.whole.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        whole = self.whole.at(context)
        if whole.start is None or whole.end is None or not 0 < abs(self.number) <= 400:
            raise Absurd("ordinal in an open interval")
        unit, last = self.unit, shift(whole.end, "day", -1)
        if self.weekday is not None:
            step = (self.weekday - whole.start.weekday()) % 7
            first = shift(whole.start, "day", step)
            if self.number < 0:
                first = shift(last, "day", -((last.weekday() - self.weekday) % 7))
            moved = self.number - 1 if self.number > 0 else self.number + 1
            return self._checked(unit_interval(shift(first, "week", moved), "day"), whole)
        if unit in ("week", "weekend"):
            edge = whole.start if self.number > 0 else last
            week = floor(edge, "week")
            thursday = shift(week, "day", 3)
            if self.number > 0 and thursday < whole.start:
                week = shift(week, "week", 1)
            if self.number < 0 and thursday > last:
                week = shift(week, "week", -1)
            first = shift(week, "day", 5) if unit == "weekend" else week
        else:
            first = floor(whole.start if self.number > 0 else last, unit)
        if self.number > 0:
            first = shift(first, unit, (self.number - 1) * self.count)
            end = shift(first, unit, self.count)
        else:
            end = shift(first, unit, 2 + self.number)
            first = shift(end, unit, -self.count)
        if self.count == 1:
            return self._checked(unit_interval(first, unit), whole)
        timex = f"{timex_of(first, unit)}/{timex_of(shift(end, 'day', -1), unit)}"
        return Interval(first, end, precision_of(unit), timex)

    @staticmethod
    def _checked(found: Interval, whole: Interval) -> Interval:
        if not (found.start and whole.end and found.start < whole.end):
            raise Absurd("no such ordinal")
        return found


@dataclass(frozen=True, slots=True)
class FiscalYear(Expression):
    """A fiscal year by number or turn; where it starts depends on the country.

    Japan's 2026年度 starts in April 2026 (``start`` 4). Without a start of its own the
    context's country decides; without that, the year stays relative: no guess is made. A
    year that starts after June is named for the calendar year in which it ends.
    """

    year: int | None = None
    turn: int = 0
    start: int | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """Absolute with a number."""
        return "published" if self.year is None else "absolute"

    def at(self, context: Context) -> Interval:
        """See the class."""
        name = f"FY{self.year:04d}" if self.year else f"UNDEF-fiscal-year{self.turn:+d}"
        month = self.start or context.fiscal_month
        if month is None:
            raise Unanchored(name)
        late = 1 if month > 6 else 0
        year = self.year
        if year is None:
            now = context.need(name)
            year = now.year + late - (1 if now.month < month else 0) + self.turn
        first = day(year - late, month, 1)
        return Interval(first, shift(first, "year", 1), "year", f"FY{year:04d}")


def since(inner: Expression, *, after: bool = False) -> Expression:
    """Open towards the future. "After" a month or year starts when it is over; "after" a day
    may still be that day."""  # fmt: skip

    def change(whole: Interval, _: Context) -> Interval:
        fine = whole.precision in ("day", "hour", "instant")
        start = whole.end if after and not fine else whole.start
        return Interval(start, None, whole.precision, whole.timex)

    looks: Direction | None = None if after else "past"
    return Wrapped(inner, change, looks)


def until(inner: Expression, *, whole: bool = False, looks: Direction | None = None) -> Expression:
    """Open towards the past: before (exclusive) or, ``whole``, up to the end of what is named.

    ``looks`` is where the words look in a clause that does not say ("closed until Monday").
    """

    whole = whole or (isinstance(inner, Wrapped) and inner.closing)

    def change(found: Interval, _: Context) -> Interval:
        end = found.end if whole else found.start
        return Interval(None, end, found.precision, found.timex)

    return Wrapped(inner, change, looks)


def rest(inner: Expression, *, sign: int) -> Expression:
    """Later (1) or earlier (-1) in what is named: "later this month" starts today."""

    def change(whole: Interval, context: Context) -> Interval:
        now = context.now
        if now is None or whole.start is None or whole.end is None:
            return whole
        today = midnight(now)
        if not whole.start <= today < whole.end:
            return part(whole, "start" if sign < 0 else "end")
        if sign < 0:
            end = max(today, shift(whole.start, "day", 1))
            return Interval(whole.start, min(end, whole.end), whole.precision, whole.timex)
        return Interval(today, whole.end, whole.precision, whole.timex)

    return Wrapped(inner, change)
