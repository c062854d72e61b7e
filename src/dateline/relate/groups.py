"""Three actors or more: the table of dyads, the balance of triads, who moves whom."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Event
from dateline.relate.dyads import between, direction, dyads
from dateline.relate.series import Period, Sum, series, standing

# With fewer shared periods than this a correlation says nothing.
FEWEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """A line of the table: how many events, and the relation's latest score with its bounds."""

    a: str
    b: str
    events: int
    score: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Triad:
    """Three actors and the signs of their dyads.

    ``balanced`` is Heider's and Cartwright and Harary's (1956): the product of the signs is
    positive (all friends, or two against one). None where a sign is not sure, that is where
    the bounds of a score hold zero.
    """

    actors: tuple[str, str, str]
    signs: tuple[int, int, int]
    balanced: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pull:
    """How far what ``mover`` does to ``moved`` is followed by what comes back.

    ``correlation`` is Pearson's, of the mean score of acts one way in a period with those the
    other way in the next, over the ``periods`` that have both. It is no proof of cause.
    """

    mover: str
    moved: str
    correlation: float
    periods: int


def table(
    events: Sequence[Event], actors: Sequence[str], period: Period = "month"
) -> tuple[Dyad, ...]:
    """Return a line for each pair of ``actors`` that has events, the busiest first."""
    lines = []
    for a, b in dyads(events, tuple(actors)):
        relation = series(events, a, b, period)
        if relation.points:
            last = relation.points[-1]
            count = sum(len(point.events) for point in relation.points)
            lines.append(
                Dyad(a=a, b=b, events=count, score=last.score, low=last.low, high=last.high)
            )
    return tuple(sorted(lines, key=lambda line: (-line.events, line.a, line.b)))


def counted(
    sums: Mapping[tuple[str, str], Sequence[Sum]], period: Period = "month"
) -> tuple[Dyad, ...]:
    """Return the lines of :func:`table` from sums by day of each pair, ``a`` before ``b``."""
    lines = []
    for (a, b), days in sums.items():
        if days:
            score, low, high = standing(days, period)
            number = sum(day.events for day in days)
            lines.append(Dyad(a=a, b=b, events=number, score=score, low=low, high=high))
    return tuple(sorted(lines, key=lambda line: (-line.events, line.a, line.b)))


def triads(lines: Sequence[Dyad]) -> tuple[Triad, ...]:
    """Return the triads whose three dyads all have events."""
    known = {(line.a, line.b): line for line in lines}
    actors = sorted({actor for line in lines for actor in (line.a, line.b)})
    found = []
    for a, b, c in itertools.combinations(actors, 3):
        three = [known.get(pair) for pair in ((a, b), (a, c), (b, c))]
        if None in three:
            continue
        signs = tuple(_sign(line) for line in three if line is not None)
        product = signs[0] * signs[1] * signs[2]
        found.append(
            Triad(
                actors=(a, b, c),
                signs=(signs[0], signs[1], signs[2]),
                balanced=None if product == 0 else product > 0,
            )
        )
    return tuple(found)


def pulls(events: Sequence[Event], a: str, b: str, period: Period = "month") -> tuple[Pull, Pull]:
    """Say for each of two actors how far its acts are followed by the other's in kind."""
    found = between(events, a, b)
    forth = [event for event in found if direction(event, a, b) in ("ab", "both")]
    back = [event for event in found if direction(event, a, b) in ("ba", "both")]
    one, other = _means(forth, a, b, period), _means(back, a, b, period)
    return _pull(a, b, one, other), _pull(b, a, other, one)


def _sign(line: Dyad) -> int:
    if line.low > 0:
        return 1
    return -1 if line.high < 0 else 0


def _means(events: Sequence[Event], a: str, b: str, period: Period) -> dict[str, float]:
    known = {event.id: event for event in events}
    return {
        point.start.isoformat(): sum(known[id].goldstein for id in point.events) / len(point.events)
        for point in series(events, a, b, period).points
        if point.events
    }


def _pull(mover: str, moved: str, acts: dict[str, float], answers: dict[str, float]) -> Pull:
    # Months follow each other in the order of their starts among all that either has.
    starts = sorted({*acts, *answers})
    pairs = [
        (acts[now], answers[then])
        for now, then in itertools.pairwise(starts)
        if now in acts and then in answers
    ]
    correlation = _pearson(pairs) if len(pairs) >= FEWEST else 0.0
    return Pull(mover=mover, moved=moved, correlation=round(correlation, 3), periods=len(pairs))


def _pearson(pairs: Sequence[tuple[float, float]]) -> float:
    size = len(pairs)
    mean_x = sum(x for x, _ in pairs) / size
    mean_y = sum(y for _, y in pairs) / size
    both = sum((x - mean_x) * (y - mean_y) for x, y in pairs)
    spread = (
        sum((x - mean_x) ** 2 for x, _ in pairs) * sum((y - mean_y) ** 2 for _, y in pairs)
    ) ** 0.5
    return both / spread if spread else 0.0
