"""Expressions that measure: lengths of time from now, distances, and ranges between two dates."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.read.dates.expressions import Calendar, Context, Expression, Weekday
from dateline.read.dates.intervals import (
    Absurd,
    Interval,
    floor,
    midnight,
    precision_of,
    shift,
    timex_of,
)
from dateline.records.when import Anchor, Precision


@dataclass(frozen=True, slots=True)
class Stretch(Expression):
    """ "The past two years", "the next 3 days": a length of time that ends or starts now.

    Days ahead start tomorrow. Quarters, halves, decades and centuries are whole ones.
    A ``count`` below zero is unknown ("the coming weeks"): vague, open where it looks.
    """

    amounts: tuple[tuple[float, str], ...]
    sign: int
    timex: str = ""
    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        now = context.need(self.timex)
        unit = self.amounts[-1][1]
        if any(count < 0 for count, _ in self.amounts):
            if self.sign < 0:
                return Interval(None, now, "vague", self.timex)
            return Interval(midnight(now), None, "vague", self.timex)
        precision: Precision = precision_of(unit)
        if unit in ("hour", "minute", "second"):
            start, end = now, now
        elif unit in ("quarter", "half", "decade", "century") and len(self.amounts) == 1:
            start = end = floor(now, unit)
            if self.sign > 0:
                start = end = shift(start, unit, 1)
        else:
            start, end = shift(midnight(now), "day", 1), midnight(now)
            if unit == "businessday" and self.sign > 0:
                return Interval(
                    start, self._moved(shift(start, "day", -1), 1, 1), "day", self.timex
                )
        if self.sign > 0:
            return Interval(start, self._moved(start, 1), precision, self.timex)
        return Interval(self._moved(end, -1), end, precision, self.timex)

    def _moved(self, moment: datetime, sign: int, days: int = 0) -> datetime:
        for count, unit in self.amounts:
            moment = shift(moment, unit, sign * count)
        return shift(moment, "day", days)


@dataclass(frozen=True, slots=True)
class Offset(Expression):
    """ "Three days ago", "in two weeks", "two weeks from 15 January".

    The interval is the day that lies so far off; ``precision`` and ``timex`` keep the unit
    of the words, so that "two years ago" does not pretend to know the day.
    """

    amounts: tuple[tuple[float, str], ...]
    sign: int
    base: Expression | None = None
    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        unit = max(self.amounts, key=lambda amount: _rank(amount[1]))[1]
        exact = len(self.amounts) > 1
        loose = f"UNDEF-{unit}{self.sign * self.amounts[0][0]:+g}"
        if self.base is not None:
            base = self.base.at(context).start
            if base is None:
                raise Absurd("offset from an open interval")
        elif self.anchor == "context":
            base = context.narrative(loose)
        else:
            base = context.need(loose)
        for count, step in self.amounts:
            base = shift(base, step, self.sign * count)
        if any(step in ("hour", "minute", "second") for _, step in self.amounts):
            return Interval(
                base, base + timedelta(seconds=1), precision_of(unit), timex_of(base, "second")
            )
        start = midnight(base)
        named = "day" if exact or self.base is not None or unit == "fortnight" else unit
        if unit in ("week", "fortnight"):
            named = "day" if self.base is not None else "week"
        precision = "day" if exact else precision_of(unit)
        return Interval(start, shift(start, "day", 1), precision, timex_of(start, named))


def larger(unit: str, other: str) -> bool:
    """Whether one unit of time is longer than another: a month than a day."""
    return _rank(unit) < _rank(other)


def _rank(unit: str) -> int:
    order = ("century", "decade", "year", "half", "quarter", "month", "fortnight", "week", "day",
             "businessday", "hour", "minute", "second")  # fmt: skip
    return order.index(unit) if unit in order else 0


@dataclass(frozen=True, slots=True)
class Between(Expression):
    """From one date to another; the later one lends the earlier one its year and month."""

    first: Expression
    last: Expression

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """Absolute only when both are."""
        return self.last.anchor if self.first.anchor == "absolute" else self.first.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        try:
            found = self._read(context, context)
            return self._under_way(found, context) or found
        except Absurd:
            if context.direction != "past":  # "from the end of March to September", told in July
                return self._read(replace(context, direction="past"), context)
            return self._read(context, replace(context, direction="future"))

    def _under_way(self, found: Interval, context: Context) -> Interval | None:
        """The same range a year earlier, where it has begun and is not over.

        Told in September, "between August and October" ahead is this year's: the range lies
        ahead as long as its end does, though its first month is past.
        """
        if context.direction == "past" or context.now is None or not self._bare():
            return None
        if found.start is None or found.start <= context.now:
            return None
        earlier = self._read(replace(context, direction="past"), context)
        if earlier.start is None or earlier.end is None:
            return None
        today = midnight(context.now)
        return earlier if earlier.start <= today < earlier.end < found.start else None

    def _bare(self) -> bool:
        """Whether both ends are months or days of no named year, or weekdays of no named week."""
        return all(
            (isinstance(e, Calendar) and e.year is None and bool(e.month))
            or (isinstance(e, Weekday) and e.bare)
            for e in (self.first, self.last)
        )

    def _read(self, context: Context, later: Context) -> Interval:
        first, last = self.first, self.last
        if isinstance(first, Calendar) and isinstance(last, Calendar):
            first, last = _lend(first, last)
        if isinstance(last, Weekday) and last.bare:  # "next Monday to Friday": the next one
            start = first.at(context)
            if start.start is None:
                raise Absurd("range of an open start")
            end = last.after(start.start)
        elif isinstance(first, Calendar) and first.year is None and not isinstance(last, Calendar):
            end = last.at(later)
            now = context.need(first.loose)
            starts = [
                i for i in first._candidates(now) if i.start and end.start and i.start <= end.start
            ]
            start = starts[-1] if starts else first.at(context)
        else:
            start = first.at(context)
            end = last.at(later)
        if isinstance(last, Calendar) and last.year is None and start.start and end.end:
            unit = "month" if last.month is None else "year"
            while end.end <= start.start:
                end = last._in(*_after(end, unit))
        if start.start and end.start and end.start < start.start:
            raise Absurd("range runs backwards")
        precision = (
            end.precision if _rank(end.precision) > _rank(start.precision) else start.precision
        )
        return Interval(start.start, end.end, precision, f"{start.timex}/{end.timex}")


def _after(interval: Interval, unit: str) -> tuple[int, int]:
    assert interval.start is not None
    moved = shift(interval.start, unit, 1)
    return moved.year, moved.month


def _lend(first: Calendar, last: Calendar) -> tuple[Calendar, Calendar]:
    """Give each end what only the other names: 3 to 5 May, 13 January to 14, May–June 2026."""
    if first.day and last.day and first.month is None and last.month is not None:
        month = last.month
        if first.day > last.day:
            month = 12 if last.month == 1 else last.month - 1
        first = replace(first, month=month)
    if last.day and last.month is None and first.month is not None:
        last = replace(last, month=first.month)
        if last.day is not None and first.day is not None and last.day < first.day:
            month = 1 if first.month == 12 else (first.month or 0) + 1
            last = replace(last, month=month)
    key = ((first.month or 1), first.day or 1), ((last.month or 1), last.day or 1)
    if first.year is None and last.year is not None:
        first = replace(first, year=last.year - (1 if key[0] > key[1] else 0))
    elif last.year is None and first.year is not None and last.month is not None:
        last = replace(last, year=first.year + (1 if key[1] < key[0] else 0))
    return first, last
