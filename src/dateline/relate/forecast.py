"""What two actors will do to each other soon, by what they did, with the forecaster's record.

For each type of act: the chance that at least one comes within so many days. Acts come in bursts,
so a week counts once however many it holds. The weeks' rate fades with age and leans on the rate
of the whole record; the chance is the mean of that of a Poisson process with this rate and of the
plain share of earlier windows that held such an act: the two err in different ways. The record is
what the same rule would have said at every earlier moment, scored when the days were over (Brier
1950), beside the plain share.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.records import Event
from dateline.relate.dyads import between, moment

WEEK = 7.0
# Days after which an act counts half, and days of the whole record's rate that are mixed in. Set on
# the training part of ICEWS14: half-lives of 20 to 60 days and leans of 30 to 60 differ by less
# than one in a hundred of the score.
HALF_LIFE = 30.0
LEAN = 45.0
# Windows of the past that must lie before the first that is scored.
BEFORE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """The chance of an ``action`` within ``days``; ``usual`` is the share of past windows with one.

    ``brier`` is the mean squared error of the same rule over ``cases`` earlier moments,
    ``brier_usual`` that of always saying the share of windows before: the smaller the better, and
    a forecast that doesn't beat it deserves no belief. Both are None without a case.
    """

    action: str
    days: int
    chance: float
    usual: float
    cases: int
    brier: float | None
    brier_usual: float | None


def forecasts(
    events: Iterable[Event], a: str, b: str, *, now: datetime, days: int = 30
) -> tuple[Forecast, ...]:
    """Forecast every type of act seen between two actors, the likeliest first."""
    found = [(event, t) for event in between(events, a, b) if (t := moment(event)) and t <= now]
    if not found:
        return ()
    begun = min(t for _, t in found)
    end = (now - begun) / timedelta(days=1)
    made = []
    for action in sorted({event.action for event, _ in found}):
        at = sorted((t - begun) / timedelta(days=1) for event, t in found if event.action == action)
        chance, usual = chances(at, end, days)
        scored = track_record(at, end, days)
        made.append(
            Forecast(
                action=action,
                days=days,
                chance=round(chance, 4),
                usual=round(usual, 4),
                cases=len(scored),
                brier=_mean([(p - hit) ** 2 for p, _, hit in scored]),
                brier_usual=_mean([(u - hit) ** 2 for _, u, hit in scored]),
            )
        )
    return tuple(sorted(made, key=lambda one: (-one.chance, one.action)))


def chances(at: Sequence[float], now: float, days: float) -> tuple[float, float]:
    """The chance that an act comes in the ``days`` after ``now``, and the share of past windows.

    ``at`` are the moments of earlier acts and ``now`` the present, in days since the record began;
    acts after ``now`` are not looked at.
    """
    weeks = sorted({int(t // WEEK) for t in at if t <= now})
    length = max(now, 1.0)
    decay = math.log(2) / HALF_LIFE
    recent = sum(math.exp(-decay * max(now - (week + 0.5) * WEEK, 0.0)) for week in weeks)
    seen = (1 - math.exp(-decay * length)) / decay
    whole = len(weeks) / length
    rate = (recent + LEAN * whole) / (seen + LEAN)
    windows = max(int(length // days), 1)
    hit = {int((now - t) // days) for t in at if t <= now}
    usual = (sum(1 for window in range(windows) if window in hit) + 0.5) / (windows + 1)
    return (1 - math.exp(-rate * days) + usual) / 2, usual


def track_record(at: Sequence[float], now: float, days: float) -> list[tuple[float, float, int]]:
    """What would have been said at earlier moments, ``days`` apart, and whether it came."""
    found = []
    steps = int(now // days)
    for back in range(steps - BEFORE, 0, -1):
        then = now - back * days
        chance, usual = chances(at, then, days)
        came = any(then < t <= then + days for t in at)
        found.append((chance, usual, int(came)))
    return found


def _mean(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
