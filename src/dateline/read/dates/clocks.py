"""Expressions of the time of day: clock times, ranges of them, parts of the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from dateline.read.dates.expressions import Context, Expression, Unanchored
from dateline.read.dates.intervals import (
    DAY_PARTS,
    Absurd,
    Interval,
    midnight,
    shift,
    timex_of,
)
from dateline.records.when import Anchor, Precision


@dataclass(frozen=True, slots=True)
class Clock(Expression):
    """A time of day, of a date or alone; ``second`` None when only minutes are named."""

    hour: int
    minute: int | None = None
    second: int | None = None
    date: Expression | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The date's; a bare clock time is relative."""
        return "relative" if self.date is None else self.date.anchor

    @classmethod
    def checked(cls, hour: int | None, minute: int | None, second: int | None) -> Clock | None:
        """A clock time, or None for one that no clock shows."""
        if hour is None or hour > 24 or (minute or 0) > 59 or (second or 0) > 59:
            return None
        return cls(hour % 24, minute, second)

    @property
    def loose(self) -> str:
        """The time alone."""
        text = f"T{self.hour:02d}"
        if self.minute is not None:
            text += f":{self.minute:02d}"
        return text if self.second is None else f"{text}:{self.second:02d}"

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.date is None:
            raise Unanchored(self.loose)
        start = self.date.at(context).start
        if start is None:
            raise Absurd("time of an open date")
        moment = midnight(start) + timedelta(
            hours=self.hour, minutes=self.minute or 0, seconds=self.second or 0
        )
        unit = "hour" if self.minute is None else "minute" if self.second is None else "second"
        precision: Precision = "hour" if self.minute is None else "instant"
        timex = timex_of(moment, "day") + f"T{moment:%H}" + self.loose[3:]
        return Interval(moment, shift(moment, unit, 1), precision, timex)


@dataclass(frozen=True, slots=True)
class ClockRange(Expression):
    """From one clock time to another, of a date or alone."""

    first: Clock
    last: Clock
    date: Expression | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The date's."""
        return "relative" if self.date is None else self.date.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.date is None:
            raise Unanchored(f"{self.first.loose}/{self.last.loose}")
        start = replace(self.first, date=self.date).at(context)
        end = replace(self.last, date=self.date).at(context).start
        assert start.start is not None
        assert end is not None
        if end <= start.start:
            end += timedelta(days=1)
        return Interval(start.start, end, start.precision, f"{start.timex}/{self.last.loose}")


@dataclass(frozen=True, slots=True)
class DayPart(Expression):
    """The morning, afternoon, evening or night of a date, or alone."""

    name: str
    date: Expression | None = None

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """The date's."""
        return "relative" if self.date is None else self.date.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.date is None:
            raise Unanchored(f"T{self.name}")
        whole = self.date.at(context)
        if whole.start is None:
            raise Absurd("part of an open day")
        first, last = DAY_PARTS[self.name]
        date = midnight(whole.start)
        return Interval(
            date + timedelta(hours=first), date + timedelta(hours=last),
            "hour", f"{timex_of(date, 'day')}T{self.name}",
        )  # fmt: skip
