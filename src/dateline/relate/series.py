"""A dyad over time: counts by quad class and a smoothed cooperation–conflict score.

The score of a period is the level of a local-level model (random walk plus noise; Harvey 1989,
"Forecasting, Structural Time Series Models and the Kalman Filter") of the events' Goldstein
scores, filtered forwards and smoothed backwards. A period with many events moves the level
more than one with few; a period without events moves it not at all, and the uncertainty grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Literal, NamedTuple

from dateline.records import Event, QuadClass, Relation, RelationPoint, Status
from dateline.relate.dyads import COUNTED, between, moment

Period = Literal["week", "month"]
QUADS: tuple[QuadClass, ...] = (
    "verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict",
)  # fmt: skip
# Goldstein scores of single events of one period spread about this much (standard deviation 5:
# the scale is 20 wide), and the level drifts by about 1.2 a month (0.6 a week).
EVENT_VARIANCE = 25.0
DRIFT: dict[Period, float] = {"week": 0.35, "month": 1.5}
# Before the first event nothing is known: level 0, as wide as the scale.
FIRST_VARIANCE = 33.0
NORMAL_95 = 1.96


def series(
    events: Iterable[Event],
    a: str,
    b: str,
    period: Period = "month",
    *,
    statuses: Iterable[Status] = COUNTED,
) -> Relation:
    """Return the relation of two actors, a point for each period from its first event to its last.

    ``low`` and ``high`` bound the score with 95% under the model. ``statuses`` says what
    counts: by default only what happened. Periods are calendar months or ISO weeks in UTC.
    """
    first, second = sorted((a, b))
    found = between(events, first, second, statuses)
    periods = list(_periods(found, period))
    levels = _smooth([_seen(inside) for _, _, inside in periods], DRIFT[period])
    points = []
    for (start, end, inside), level in zip(periods, levels, strict=True):
        score, low, high = _bounded(*level)
        points.append(
            RelationPoint(
                start=start,
                end=end,
                counts=tuple((quad, sum(e.quad == quad for e in inside)) for quad in QUADS),
                score=score,
                low=low,
                high=high,
                events=tuple(e.id for e in inside),
            )
        )
    return Relation(a=first, b=second, points=tuple(points))


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What a period's events did to the level: from ``before`` (foreseen) to ``after`` (seen).

    ``surprise`` is how far the events lay from what was foreseen, in standard deviations.
    ``events`` are ids of the events that pulled most that way, strongest first.
    """

    start: datetime
    before: float
    after: float
    surprise: float
    events: tuple[str, ...]


def turns(relation: Relation, events: Iterable[Event], most: int = 5) -> tuple[Turn, ...]:
    """Return the periods whose events moved the level most, the largest move first.

    The level is followed forwards only, as one would have seen it at the time.
    """
    known = {event.id: event for event in events}
    inside = [[known[id] for id in point.events if id in known] for point in relation.points]
    if not inside:
        return ()
    first = relation.points[0]
    drift = DRIFT["month" if (first.end - first.start).days > 7 else "week"]
    steps = _filter([_seen(some) for some in inside], drift)
    found = []
    for point, some, step in zip(relation.points, inside, steps, strict=True):
        if not some:
            continue
        (before, spread), (after, _) = step
        _, mean = _seen(some)
        way = 1 if after >= before else -1
        pulled = sorted(some, key=lambda e: (-way * (e.goldstein - before), e.id))
        found.append(
            Turn(
                start=point.start,
                before=round(before, 3),
                after=round(after, 3),
                surprise=round(
                    abs(mean - before) / (spread + EVENT_VARIANCE / len(some)) ** 0.5, 3
                ),
                events=tuple(event.id for event in pulled[:5]),
            )
        )
    found.sort(key=lambda turn: (-abs(turn.after - turn.before), turn.start))
    return tuple(found[:most])


def _periods(
    events: Sequence[Event], period: Period
) -> Iterator[tuple[datetime, datetime, list[Event]]]:
    times = [when for event in events if (when := moment(event)) is not None]
    if not times:
        return
    start = _begin(times[0], period)
    index = 0
    while index < len(times):
        end = _next(start, period)
        inside = []
        while index < len(times) and times[index] < end:
            inside.append(events[index])
            index += 1
        yield start, end, inside
        start = end


def _begin(time: datetime, period: Period) -> datetime:
    day = time.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1)


def _next(start: datetime, period: Period) -> datetime:
    if period == "week":
        return start + timedelta(days=7)
    return (start + timedelta(days=32)).replace(day=1)


class Sum(NamedTuple):
    """Events that were counted ahead: how many on a day (UTC), and the sum of their scores."""

    day: date
    events: int
    score: float


def standing(sums: Sequence[Sum], period: Period = "month") -> tuple[float, float, float]:
    """Return the score of the last period with its 95% bounds, as the last point of
    :func:`series` has them, from sums by day. Raises ValueError where there are none.
    """
    totals: dict[datetime, tuple[int, float]] = {}
    for one in sums:
        start = _begin(datetime(one.day.year, one.day.month, one.day.day, tzinfo=UTC), period)
        number, total = totals.get(start, (0, 0.0))
        totals[start] = number + one.events, total + one.score
    if not totals:
        raise ValueError("nothing was counted")
    observed: list[Seen] = []
    start, last = min(totals), max(totals)
    while start <= last:
        number, total = totals.get(start, (0, 0.0))
        observed.append((number, total / number if number else 0.0))
        start = _next(start, period)
    _, (level, variance) = _filter(observed, DRIFT[period])[-1]
    return _bounded(level, variance)


def _bounded(level: float, variance: float) -> tuple[float, float, float]:
    """Return a level with its bounds, within the scale."""
    spread = NORMAL_95 * variance**0.5
    return (
        round(level, 3), round(max(-10.0, level - spread), 3), round(min(10.0, level + spread), 3)
    )  # fmt: skip


Level = tuple[float, float]
"""Mean and variance."""
Seen = tuple[int, float]
"""How many events a period has, and their mean score."""


def _seen(events: Sequence[Event]) -> Seen:
    total = sum(event.goldstein for event in events)
    return len(events), total / len(events) if events else 0.0


def _filter(observed: Sequence[Seen], drift: float) -> list[tuple[Level, Level]]:
    """Return for each period the level foreseen and the level seen (Kalman filter)."""
    steps: list[tuple[Level, Level]] = []
    level, variance = 0.0, FIRST_VARIANCE
    for number, mean in observed:
        foreseen = level, variance
        if number:
            gain = variance / (variance + EVENT_VARIANCE / number)
            level += gain * (mean - level)
            variance *= 1 - gain
        steps.append((foreseen, (level, variance)))
        variance += drift
    return steps


def _smooth(observed: Sequence[Seen], drift: float) -> list[Level]:
    """Return level and variance of each period given all (Rauch, Tung and Striebel)."""
    steps = _filter(observed, drift)
    smoothed = [steps[-1][1]] if steps else []
    for index in range(len(steps) - 2, -1, -1):
        level, variance = steps[index][1]
        ahead, ahead_variance = steps[index + 1][0]
        after, after_variance = smoothed[-1]
        gain = variance / ahead_variance
        smoothed.append(
            (
                level + gain * (after - ahead),
                variance + gain * gain * (after_variance - ahead_variance),
            )
        )
    return smoothed[::-1]
