"""From raw page to coded, grouped report: reports a second by engine, and each stage's share.

``--data`` is a JSON Lines file or a folder of pages; without it a generated archive of pages in
English is used (``bench/make/archive.py``). Each engine takes the same items into a new desk on
this machine; starting the workers and loading their models, which happens once, is not counted.
Wall time and processor time of all processes are both given: on a machine that does other things
too, the latter is what can be compared.

The briefs that are written ahead, of the desk's leading stories, are not counted: `brief-speed`
times them. One stage after the other shows the shares, but leaves workers idle while one process
groups.
``backfill_a_second`` is what ``dateline backfill`` reaches: it takes a stretch at a time and reads
the next one meanwhile; give ``--count`` two or three stretches to see it.

``--plan`` asks the model of ``dateline plan`` for the processor time of such a report, measured on
the samples, and says how much of what was measured here it foretells (``plan_share``).

The profile (``--profile``) lists what reading spends its time in.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.make.archive import write_archive
from dateline.desk import Desk, open_desk
from dateline.gather import collect
from dateline.gather.item import Item
from dateline.group import GroupOptions
from dateline.pipeline import all_stages, keep
from dateline.plan import Load, measure
from dateline.plan.model import seconds_by_stage
from dateline.run import open_engine
from dateline.run import run as run_stage
from dateline.run.backfill import STRETCH, Backfill
from dateline.run.work import Stages

NOW = datetime(2026, 2, 10, tzinfo=UTC)
ENGINES = "inline,pool:1,pool:2"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say how much, and on which engines."""
    parser.add_argument("--count", type=int, default=120, help="generated reports")
    parser.add_argument("--most", type=int, default=100_000, help="files taken of a folder")
    parser.add_argument(
        "--engines", default=ENGINES, help=f"ENGINE:WORKERS,... (default {ENGINES})"
    )
    parser.add_argument("--stretch", type=int, default=STRETCH, help="items derived together")
    parser.add_argument("--plan", action="store_true", help="compare with `dateline plan`")
    parser.add_argument("--profile", action="store_true", help="print what reading spends time in")


def run_engine(named: str, sources: list[str], folder: Path) -> dict[str, float]:
    """Take ``sources`` in on one engine; seconds by stage, wall and processor, a report."""
    kind, _, count = named.partition(":")
    with open_desk(str(folder / f"{kind}{count}.db")) as desk:
        gathered = time.perf_counter()
        list(keep(desk.store, collect(sources, desk.gathering(), NOW)))
        seconds = {"gather": time.perf_counter() - gathered}
        stages = stages_of(desk)
        warm(stages, desk)
        with open_engine(kind, int(count or 1), desk.options, stages, desk.store) as engine:
            engine.warm()
            driver, workers = own_time(), time_of(engine.processes)
            for name, stage in stages.items():
                began = time.perf_counter()
                run_stage(stage, desk.store, None, engine)
                seconds[name] = time.perf_counter() - began
            driver, workers = own_time() - driver, time_of(engine.processes) - workers
        reports = desk.store.counts()["report"]
    wall = sum(seconds.values())
    figures = {f"share_{name}": spent / wall for name, spent in seconds.items()}
    return {
        "reports": reports,
        "a_second": reports / wall,
        "read_a_second": reports / seconds["read"],
        "ms_per_report_driver": driver * 1000 / reports,
        "ms_per_report_workers": workers * 1000 / reports,
        **figures,
    }


def run_backfill(named: str, sources: list[str], folder: Path, stretch: int) -> float:
    """Take ``sources`` in as the command does; reports a second."""
    kind, _, count = named.partition(":")
    with open_desk(str(folder / f"backfill-{kind}{count}.db")) as desk:
        stages = stages_of(desk)
        gathering = desk.gathering()

        def items(source: str) -> Iterator[Item]:
            return collect([source], gathering, NOW)

        with open_engine(kind, int(count or 1), desk.options, stages, desk.store) as engine:
            engine.warm()
            began = time.perf_counter()
            done = Backfill(sources, items, stages, desk.store, stretch=stretch).run(engine)
            return done.read / (time.perf_counter() - began)


def stages_of(desk: Desk) -> Stages:
    """Return the desk's stages by name, as far as a report is coded and grouped."""
    stages = all_stages(desk.engines, desk.knowledge, GroupOptions())
    return {stage.name: stage for stage in stages if stage.name != "brief"}


def warm(stages: Stages, desk: Desk) -> None:
    """Load the models of this process with the first item."""
    due = desk.store.due("read", stages["read"].version)
    stages["read"].decide(stages["read"].load(desk.store, due[0]))


def own_time() -> float:
    """Return the processor seconds that this process has used."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime


def time_of(workers: tuple[int, ...]) -> float:
    """Return the processor seconds that ``workers`` have used."""
    total = 0.0
    tick = os.sysconf("SC_CLK_TCK")
    for worker in workers:
        fields = Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / tick
    return total


def foretold(figures: dict[str, Any]) -> dict[str, float]:
    """Compare what the plan's model says of an English report with each engine's figures."""
    seconds = sum(seconds_by_stage(Load(reports=1.0), measure()).values())
    found = {"plan_ms_per_report": seconds * 1000}
    for name in [name for name in figures if name.endswith("_ms_per_report_driver")]:
        engine = name.removesuffix("_ms_per_report_driver")
        taken = figures[name] + figures[f"{engine}_ms_per_report_workers"]
        found[f"{engine}_plan_share"] = seconds * 1000 / taken
    return found


def run_profile(sources: list[str], folder: Path) -> None:
    """Print the functions that reading spends most time in, their callees included."""
    with open_desk(str(folder / "profile.db")) as desk:
        list(keep(desk.store, collect(sources, desk.gathering(), NOW)))
        stages = stages_of(desk)
        warm(stages, desk)
        profile = cProfile.Profile(time.process_time)  # the machine may do other things too
        profile.enable()
        for stage in stages.values():
            run_stage(stage, desk.store)
        profile.disable()
        reports = desk.store.counts()["report"]
    rows = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    by_function: dict[str, float] = defaultdict(float)
    for (file, _, function), (_, _, _, total, _) in rows.items():
        if "/dateline/" in file:
            by_function[f"{file.rpartition('/dateline/')[2]}:{function}"] += total
    for name, total in sorted(by_function.items(), key=lambda row: -row[1])[:45]:
        print(f"{total * 1000 / reports:8.1f} ms a report  {name}", file=sys.stderr)


def sources_of(data: Path | None, args: argparse.Namespace, folder: Path) -> Iterator[str]:
    """Yield what to take in."""
    if data is None:
        archive = folder / "archive.jsonl"
        write_archive(archive, args.count, only="en", pages=True)
        yield str(archive)
    elif data.is_file():
        yield str(data)
    else:
        files = sorted(path for path in data.rglob("*.html*") if path.is_file())
        yield from map(str, files[: args.most])


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure every engine on the same items."""
    figures: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = list(sources_of(data, args, folder))
        if args.profile:
            run_profile(sources, folder)
            return {}
        for engine in args.engines.split(","):
            for figure, value in run_engine(engine, sources, folder).items():
                figures[f"{engine.replace(':', '_')}_{figure}"] = value
            if engine != "inline":
                done = run_backfill(engine, sources, folder, args.stretch)
                figures[f"{engine.replace(':', '_')}_backfill_a_second"] = done
    if {"pool_1_read_a_second", "pool_2_read_a_second"} <= figures.keys():
        figures["two_workers"] = figures["pool_2_read_a_second"] / figures["pool_1_read_a_second"]
    if args.plan:
        figures |= foretold(figures)
    if {"inline_read_a_second", "ray_1_read_a_second"} <= figures.keys():
        figures["ray_cost"] = figures["inline_read_a_second"] / figures["ray_1_read_a_second"] - 1
    return figures
