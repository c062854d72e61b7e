"""From measured costs and a load to cores, memory, disk and money.

Work is linear: the seconds of one core that a day's reports take, over the seconds of a day. Two
things are added. News is not even: in the busiest hour it is :data:`PEAK` times the mean, and
cores are counted for that hour at :data:`BUSY` of their time, beyond which queues grow long
(:mod:`dateline.plan.simulate` shows how long). And grouping, with what follows from it, is one
leader's work, in order: past what one core carries no number of cores helps, and the plan says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from dateline.plan.costs import Costs
from dateline.plan.load import Load

DAY = 86_400.0
# Assumptions, to be replaced by what you know of your feeds and machines.
PEAK = 2.0  # the busiest hour over the mean hour
BUSY = 0.7  # how much of its time a core may be busy in that hour
HEADROOM = 1.3  # memory and disk over what is counted: indexes, logs, the system
WORKERS = ("read",)  # stages that any number of processes share; the leader does the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Money a month, in whatever currency: of a core, a gigabyte of memory and one of disk."""

    core: float = 15.0
    memory: float = 3.0
    disk: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One stage's part: seconds of a core for a day's reports, and its share of all seconds."""

    stage: str
    seconds: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the load needs. Memory and disk are in gigabytes (10^9 bytes), money is a month's.

    ``leader`` is how busy the grouping leader is in the busiest hour: above one it can't keep up.
    ``backfill_cores`` is what the archive takes beside the daily work while it is read in.
    """

    shares: tuple[Share, ...]
    cores: int
    workers: int
    leader: float
    backfill_cores: int
    page_cores: float
    memory: float
    disk: float
    money: float
    warnings: tuple[str, ...]


def make_plan(load: Load, costs: Costs, prices: Prices | None = None) -> Plan:
    """Work out what ``load`` needs where a report costs ``costs``."""
    prices = prices or Prices()
    per_report = seconds_by_stage(load, costs)
    seconds = {stage: load.reports * cost for stage, cost in per_report.items()}
    total = sum(seconds.values())
    shared = sum(cost for stage, cost in per_report.items() if stage in WORKERS)
    alone = sum(per_report.values()) - shared
    leader = load.reports * alone * PEAK / DAY
    workers = max(1, math.ceil(load.reports * shared * PEAK / DAY / BUSY))
    page_cores = load.readers * load.pages * costs.page / 3600
    backfill = load.archive * sum(per_report.values()) / (load.backfill_days * DAY)
    cores = (
        workers + max(1, math.ceil(leader))
        if workers > 1
        else math.ceil(load.reports * (alone + shared) * PEAK / DAY / BUSY)
    )
    cores = max(1, cores + math.ceil(page_cores / BUSY) - (1 if page_cores < 0.2 else 0))
    length = sum(share * load.length(name) for name, share in load.shares.items())
    kept = load.reports * load.keep_days + load.archive
    active = min(load.reports * min(load.window_days, load.keep_days), load.most_active)
    memory = (workers * costs.worker + costs.worker + active * costs.active) * HEADROOM / 1e9
    disk = kept * length / 1000 * costs.disk * HEADROOM / 1e9
    return Plan(
        shares=tuple(
            Share(stage=stage, seconds=value, share=value / total if total else 0.0)
            for stage, value in seconds.items()
        ),
        cores=cores,
        workers=workers,
        leader=leader,
        backfill_cores=math.ceil(backfill / BUSY),
        page_cores=page_cores,
        memory=memory,
        disk=disk,
        money=cores * prices.core + memory * prices.memory + disk * prices.disk,
        warnings=tuple(_warnings(leader, memory, disk)),
    )


def seconds_by_stage(load: Load, costs: Costs) -> dict[str, float]:
    """Seconds of one core that an average report of the load takes, stage by stage."""
    read = sum(
        share * costs.reading(name, load.length(name)) for name, share in load.shares.items()
    )
    return {"read": read, **{stage: cost * load.lengths for stage, cost in costs.later.items()}}


def _warnings(leader: float, memory: float, disk: float) -> list[str]:
    found = []
    if leader > 1:
        found.append(
            "grouping and what follows from it is one leader's work, and in the busiest hour this "
            f"load needs {leader:.1f} of them: split the desk by region or language"
        )
    elif leader > BUSY:
        found.append("the leader is near its limit in the busiest hour")
    if disk > 100:
        found.append("above some 100 GB take PostgreSQL rather than SQLite: backups, vacuum")
    if memory > 64:
        found.append("the grouping window alone takes much memory: shorten window_days")
    return found
