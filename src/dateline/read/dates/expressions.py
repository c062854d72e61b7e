"""What date words mean before they meet a reference time: small expressions that resolve.

``at(context)`` gives an Interval or raises: Absurd when the calendar has no such date,
Unanchored when the words need a time that is not known; its text is the TIMEX3 value kept.
``anchor`` tells what an expression is resolved against.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from dateline.read.dates.intervals import (
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
from dateline.records.when import Anchor, Direction


class Unanchored(Exception):
    """The words need a time that is not known; ``str`` is the TIMEX3 value that is left."""


@dataclass(frozen=True, slots=True)
class Context:
    """What words are resolved against.

    ``now`` is the publication time, local; ``narrated`` the day last told of (for "two days
    later"); ``fiscal_month`` the month in which the country's fiscal year starts; ``told`` is
    True where the expression itself says which way it looks ("last", 오는), not the clause.
    """

    now: datetime | None
    direction: Direction = "unknown"
    narrated: datetime | None = None
    fiscal_month: int | None = None
    told: bool = False

    def need(self, timex: str) -> datetime:
        """The publication time, or Unanchored with what the words say alone."""
        if self.now is None:
            raise Unanchored(timex)
        return self.now

    def narrative(self, timex: str) -> datetime:
        """The day last told of; the publication time before any was told."""
        return self.narrated if self.narrated is not None else self.need(timex)


class Expression:
    """Base of all expressions."""

    __slots__ = ()
    anchor: Anchor = "absolute"

    def at(self, context: Context) -> Interval:
        """The interval that the words mean in this context."""
        raise NotImplementedError


def choose(candidates: list[Interval], context: Context, now: datetime) -> Interval:
    """The candidate that the clause looks at.

    Past: the last one begun; future: the first one not over; unknown: the nearest, where a
    candidate that holds the publication day is nearest of all.
    """
    today = midnight(now)
    tomorrow = today + timedelta(days=1)
    pairs = [(i.start, i.end, i) for i in candidates if i.start is not None and i.end is not None]
    if not pairs:
        raise Absurd("no such date")
    if context.direction == "past":
        begun = [p for p in pairs if p[0] < tomorrow]
        return max(begun or pairs[:1], key=lambda p: p[0])[2]
    if context.direction == "future":
        ahead = [p for p in pairs if p[1] > today]
        return min(ahead or pairs[-1:], key=lambda p: p[0])[2]

    def distance(pair: tuple[datetime, datetime, Interval]) -> float:
        if pair[0] < tomorrow and pair[1] > today:
            return 0
        return min(abs((pair[0] - today).days), abs((pair[1] - tomorrow).days))

    return min(pairs, key=distance)[2]


# "The 13th" on the 12th is tomorrow and on the 14th yesterday, whatever the tense of the sentence's
# last verb ("회담을 한다고 밝혔다"): a day a month away would have been named with its month. Days
# further off than this are left to the tense.
CLOSE = 1


def close_by(candidates: list[Interval], now: datetime) -> Interval | None:
    """The bare day of a month that lies within a day of publication, or None."""
    today = midnight(now)
    near = [i for i in candidates if i.start and abs((i.start - today).days) <= CLOSE]
    return near[0] if len(near) == 1 else None


@dataclass(frozen=True, slots=True)
class Calendar(Expression):
    """A date by its parts; a missing year or month is found from the context.

    ``turn`` is set by "last", "this" and "next" before a month: -1, 0, 1.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    turn: int | None = None
    like: bool = False  # the year or month last told of: 同年, 같은 달

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """Absolute with a year."""
        if self.like:
            return "context"
        return "published" if self.year is None else "absolute"

    @property
    def unit(self) -> str:
        """The smallest unit named."""
        return "day" if self.day else "month" if self.month else "year"

    @property
    def loose(self) -> str:
        """The TIMEX3 value without a reference."""
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        if self.month or self.day:
            parts.append("XX" if self.month is None else f"{self.month:02d}")
        if self.day:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.year is not None and (self.month is not None or self.day is None):
            return self._in(self.year, self.month or 1)
        now = context.narrative(self.loose) if self.like else context.need(self.loose)
        if self.like:
            return self._in(self.year or now.year, self.month or now.month)
        if self.turn is not None:
            return self._turned(now)
        candidates = self._candidates(now)
        if self.weekday is not None:
            right = [c for c in candidates if c.start and c.start.weekday() == self.weekday]
            candidates = right or candidates
        if self.month is None and self.weekday is None and not context.told:
            near = close_by(candidates, now)
            if near is not None:
                return near
        return choose(candidates, context, now)

    def _in(self, year: int, month: int) -> Interval:
        return unit_interval(day(year, month, self.day or 1), self.unit)

    def _candidates(self, now: datetime) -> list[Interval]:
        if self.month is None:
            reach = 3 if self.weekday is None else 14
            this = floor(now, "month")
            months = [shift(this, "month", n) for n in range(-reach, reach + 1)]
            tries = [(m.year, m.month) for m in months]
        else:
            reach = 8 if (self.month, self.day) == (2, 29) else 7 if self.weekday is not None else 1
            tries = [(now.year + n, self.month) for n in range(-reach, reach + 1)]
        found = []
        for year, month in tries:
            try:
                found.append(self._in(year, month))
            except Absurd:
                continue
        if self.weekday is not None and self.month is not None:
            near = [c for c in found if c.start and abs(c.start.year - now.year) <= 1]
            right = [c for c in near if c.start and c.start.weekday() == self.weekday]
            found = right or near
        return sorted(found, key=lambda i: i.start or now)

    def _turned(self, now: datetime) -> Interval:
        assert self.turn is not None
        month = self.month or now.month
        if self.turn == 0:
            return self._in(now.year, month)
        today = midnight(now)
        tries = [self._in(now.year + n, month) for n in (-1, 0, 1)]
        if self.turn < 0:
            return [i for i in tries if i.end and i.end <= today][-1]
        return next(i for i in tries if i.start and i.start > today)


@dataclass(frozen=True, slots=True)
class Weekday(Expression):
    """A day of the week: bare, in the week that is ``turn`` weeks off, or the nearest one
    strictly before (``near`` -1) or after (``near`` 1) today."""  # fmt: skip

    weekday: int
    turn: int | None = None
    near: int = 0
    week: Expression | None = None
    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        loose = f"XXXX-WXX-{self.weekday + 1}"
        if self.week is not None:
            start = self.week.at(context).start
            if start is None:
                raise Absurd("weekday of an open week")
            return self._on(floor(start, "week"))
        now = context.need(loose)
        week = floor(now, "week")
        if self.turn is not None:
            return self._on(shift(week, "week", self.turn))
        found = [self._on(shift(week, "week", n)) for n in (-1, 0, 1)]
        if self.near:
            today = midnight(now)
            if self.near < 0:
                return [i for i in found if i.start and i.start < today][-1]
            return next(i for i in found if i.start and i.start > today)
        return choose(found, context, now)

    @property
    def bare(self) -> bool:
        """Whether nothing says of which week it is."""
        return self.turn is None and not self.near and self.week is None

    def after(self, start: datetime) -> Interval:
        """The first one that comes after a day."""
        days = (self.weekday - start.weekday() - 1) % 7 + 1
        return unit_interval(shift(midnight(start), "day", days), "day")

    def _on(self, week: datetime) -> Interval:
        return unit_interval(shift(week, "day", self.weekday), "day")


@dataclass(frozen=True, slots=True)
class Turn(Expression):
    """This, last or next calendar unit: today is Turn("day", 0), last week Turn("week", -1)."""

    unit: str
    turn: int = 0
    count: int = 1
    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        loose = f"UNDEF-{self.unit}{self.turn:+d}"
        now = context.narrative(loose) if self.anchor == "context" else context.need(loose)
        unit = self.unit
        first = shift(floor(now, unit), unit, self.turn)
        if self.count == 1:
            return unit_interval(first, unit)
        end = shift(first, unit, self.count)
        return Interval(first, end, precision_of(unit), timex_of(first, unit))


@dataclass(frozen=True, slots=True)
class Weekend(Expression):
    """ "Over the weekend": the one that the clause looks at, early in a week the last one."""

    anchor: Anchor = "published"

    def at(self, context: Context) -> Interval:
        """See the class."""
        now = context.need("XXXX-WXX-WE")
        week = floor(now, "week")
        found = [unit_interval(shift(week, "week", n), "weekend") for n in (-1, 0)]
        return choose(found, context, now)


@dataclass(frozen=True, slots=True)
class Wrapped(Expression):
    """An expression whose interval another one is made of: early, since, the morning of, …"""

    inner: Expression
    change: Callable[[Interval, Context], Interval]
    looks: Direction | None = None
    day: bool = False  # the result is one day
    closing: bool = False  # the end of something: "before the end of March" is "by" it
    forced: bool = False  # ``looks`` overrules the clause: 지난 13일

    @property
    def anchor(self) -> Anchor:  # type: ignore[override]
        """As the inner expression's."""
        return self.inner.anchor

    def at(self, context: Context) -> Interval:
        """See the class."""
        if self.looks is not None and (self.forced or context.direction == "unknown"):
            context = replace(context, direction=self.looks, told=True)
        return self.change(self.inner.at(context), context)


def partly(inner: Expression, name: str) -> Expression:
    """Early (*start*), mid (*mid*) or late (*end*) in what the inner words name.

    Of a part that is not over, what happened lies before tomorrow ("rose early this year", told
    in May) and what is to come lies ahead ("late this month", told on the 28th).
    """

    def change(whole: Interval, context: Context) -> Interval:
        found = part(whole, name)
        if name == "mid" or context.now is None or found.start is None or found.end is None:
            return found
        today = midnight(context.now)
        if not found.start < today < found.end:
            return found
        if context.direction == "past":
            return replace(found, end=min(found.end, today + timedelta(days=1)))
        return replace(found, start=today) if context.direction == "future" else found

    return Wrapped(inner, change, closing=name in ("end", "finish"))
