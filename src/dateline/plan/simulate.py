"""A day of arrivals through queues: how long a report waits until it is grouped.

Reports arrive at random (a Poisson process) at a rate that follows the hour of the day, wait for
one of the readers, then for the one leader that does what comes after, first come first served.
Reading times are drawn from those measured, so their spread is real.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.plan.costs import Costs
from dateline.plan.load import Load
from dateline.plan.model import DAY, PEAK, WORKERS, seconds_by_stage

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a simulated day came to. Delays are seconds from arrival to being grouped.

    ``backlog`` is the most reports that were waiting or in work at once; ``behind`` how many
    were not done when the day ended.
    """

    reports: int
    workers: int
    busy: float
    leader_busy: float
    median: float
    p95: float
    p99: float
    longest: float
    backlog: int
    behind: int


def simulate(load: Load, costs: Costs, workers: int, seed: int = 1) -> Day:
    """Play one day. The same arguments give the same day."""
    random = np.random.default_rng(seed)
    arrivals = _arrivals(load.reports, random)
    count = len(arrivals)
    stages = seconds_by_stage(load, costs)
    shared = sum(cost for stage, cost in stages.items() if stage in WORKERS)
    alone = sum(stages.values()) - shared
    spread = np.asarray(costs.samples or (1.0,), dtype=np.float64)
    service = shared * spread[random.integers(0, len(spread), count)]
    read = _first_come(arrivals, service, workers)
    order = np.argsort(read, kind="stable")
    done = np.empty(count)
    done[order] = _first_come(read[order], np.full(count, alone), 1)
    delay = done - arrivals
    cuts = np.percentile(delay, (50, 95, 99)) if count else np.zeros(3)
    return Day(
        reports=count,
        workers=workers,
        busy=float(service.sum() / (workers * DAY)),
        leader_busy=count * alone / DAY,
        median=float(cuts[0]),
        p95=float(cuts[1]),
        p99=float(cuts[2]),
        longest=float(delay.max()) if count else 0.0,
        backlog=_backlog(arrivals, done),
        behind=int((done > DAY).sum()),
    )


def rate(hour: float) -> float:
    """How busy an hour of the day is, over the mean: a wave between 2 - PEAK and PEAK."""
    return 1 + (PEAK - 1) * math.sin(2 * math.pi * (hour - 8) / 24)


def _arrivals(reports: float, random: np.random.Generator) -> Floats:
    """Moments of arrival by thinning (Lewis and Shedler 1979), in order."""
    tries = np.sort(random.uniform(0, DAY, int(random.poisson(reports * PEAK))))
    wave = 1 + (PEAK - 1) * np.sin(2 * np.pi * (tries / 3600 - 8) / 24)
    return np.asarray(tries[random.uniform(0, PEAK, len(tries)) < wave], dtype=np.float64)


def _first_come(arrivals: Floats, service: Floats, servers: int) -> Floats:
    """When each is done, first come first served, by as many servers."""
    free = [0.0] * servers
    done = np.empty(len(arrivals))
    for i, (moment, seconds) in enumerate(zip(arrivals.tolist(), service.tolist(), strict=True)):
        end = max(moment, free[0]) + seconds
        heapq.heapreplace(free, end)
        done[i] = end
    return done


def _backlog(arrivals: Floats, done: Floats) -> int:
    """The most that were under way at once."""
    if not len(arrivals):
        return 0
    over = np.searchsorted(np.sort(done), arrivals, side="right")
    return int((np.arange(1, len(arrivals) + 1) - over).max())
