"""A dyad over time: counts by quad class and a smoothed cooperation–conflict score.

The score of a period is the level of a local-level model (random walk plus noise; Harvey 1989,
"Forecasting, Structural Time Series Models and the Kalman Filter") of the events' Goldstein
scores, filtered forwards and smoothed backwards. A period with many events moves the level
more than one with few; a period without events moves it not at all, and the uncertainty grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

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
    levels = _smooth([[e.goldstein for e in inside] for _, _, inside in periods], DRIFT[period])
    points = tuple(
        RelationPoint(
            start=start,
            end=end,
            counts=tuple((quad, sum(e.quad == quad for e in inside)) for quad in QUADS),
            score=round(level, 3),
            low=round(max(-10.0, level - NORMAL_95 * variance**0.5), 3),
            high=round(min(10.0, level + NORMAL_95 * variance**0.5), 3),
            events=tuple(e.id for e in inside),
        )
        for (start, end, inside), (level, variance) in zip(periods, levels, strict=True)
    )
    return Relation(a=first, b=second, points=points)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change of a relation: from ``before`` to ``after`` in the period at ``start``.

    ``sure`` is the change over its own standard error. ``events`` are ids of the period's
    events that pulled most in the change's direction, strongest first.
    """

    start: datetime
    before: float
    after: float
    sure: float
    events: tuple[str, ...]


def turns(relation: Relation, events: Iterable[Event], most: int = 5) -> tuple[Turn, ...]:
    """Return the periods whose level moved most from the one before, the largest move first."""
    known = {event.id: event for event in events}
    found = []
    for before, after in zip(relation.points, relation.points[1:], strict=False):
        change = after.score - before.score
        spread = ((after.high - after.low) / (2 * NORMAL_95)) or 1.0
        pulled = sorted(
            (known[id] for id in after.events if id in known),
            key=lambda e: ((before.score - e.goldstein) * (1 if change > 0 else -1), e.id),
        )
        found.append(
            Turn(
                start=after.start,
                before=before.score,
                after=after.score,
                sure=round(abs(change) / spread, 3),
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


def _smooth(observed: Sequence[Sequence[float]], drift: float) -> list[tuple[float, float]]:
    """Return level and variance of each period: Kalman filter, then Rauch-Tung-Striebel."""
    predicted: list[tuple[float, float]] = []
    filtered: list[tuple[float, float]] = []
    level, variance = 0.0, FIRST_VARIANCE
    for values in observed:
        predicted.append((level, variance))
        if values:
            noise = EVENT_VARIANCE / len(values)
            gain = variance / (variance + noise)
            level += gain * (sum(values) / len(values) - level)
            variance *= 1 - gain
        filtered.append((level, variance))
        variance += drift
    smoothed = filtered[-1:]
    for index in range(len(filtered) - 2, -1, -1):
        level, variance = filtered[index]
        ahead, ahead_variance = predicted[index + 1]
        after, after_variance = smoothed[-1]
        gain = variance / ahead_variance
        smoothed.append(
            (
                level + gain * (after - ahead),
                variance + gain * gain * (after_variance - ahead_variance),
            )
        )
    return smoothed[::-1]
