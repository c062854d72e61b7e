"""Base rates: what followed what between two actors, how often, out of how many."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.records import Event
from dateline.relate.dyads import between, moment

NORMAL_95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRate:
    """After ``first`` (``cases`` times), ``then`` came within ``days`` in ``hits`` of them.

    ``usual`` is the share of all days of the record after which it came as soon: the rate
    without ``first``. ``low`` and ``high`` bound ``rate`` with 95% (Wilson 1927). Cases whose
    ``days`` aren't over at the end of the record are left out.
    """

    first: str
    then: str
    days: int
    cases: int
    hits: int
    rate: float
    low: float
    high: float
    usual: float


def base_rate(
    events: Iterable[Event], a: str, b: str, *, first: str, then: str, days: int = 90
) -> BaseRate:
    """Count how often an event of type ``then`` came within ``days`` after one of ``first``.

    ``first`` and ``then`` are PLOVER types, or a type and a mode ("CONSULT/visit").
    """
    found = between(events, a, b)
    times = {
        kind: [t for e in found if _is(e, kind) and (t := moment(e))] for kind in (first, then)
    }
    every = [t for e in found if (t := moment(e)) is not None]
    window = timedelta(days=days)
    ends = every[-1] if every else None
    whole = [t for t in times[first] if ends is not None and t + window <= ends]
    hits = sum(_follows(times[then], t, window) for t in whole)
    rate = hits / len(whole) if whole else 0.0
    low, high = wilson(hits, len(whole))
    return BaseRate(
        first=first,
        then=then,
        days=days,
        cases=len(whole),
        hits=hits,
        rate=round(rate, 4),
        low=round(low, 4),
        high=round(high, 4),
        usual=round(_usual(every, times[then], window), 4),
    )


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """Return Wilson's 95% bounds of a share; (0, 1) without cases."""
    if cases == 0:
        return 0.0, 1.0
    square = NORMAL_95 * NORMAL_95
    share = hits / cases
    middle = (share + square / (2 * cases)) / (1 + square / cases)
    half = (
        NORMAL_95
        * (share * (1 - share) / cases + square / (4 * cases * cases)) ** 0.5
        / (1 + square / cases)
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def _is(event: Event, kind: str) -> bool:
    action, _, mode = kind.partition("/")
    return event.action == action and (not mode or event.mode == mode)


def _follows(times: list[datetime], after: datetime, window: timedelta) -> bool:
    index = bisect.bisect_right(times, after)
    return index < len(times) and times[index] <= after + window


def _usual(every: list[datetime], then: list[datetime], window: timedelta) -> float:
    if not every:
        return 0.0
    days = [every[0] + timedelta(days=n) for n in range((every[-1] - window - every[0]).days + 1)]
    return sum(_follows(then, day, window) for day in days) / len(days) if days else 0.0
