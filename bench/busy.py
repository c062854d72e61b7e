"""A large desk at work: opened, and written to by another process as long as it is timed."""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.make.desk import Samples, make
from dateline.desk import Desk, open_desk
from dateline.run import run

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = (
    "summit",
    "ministers",
    "power grid",
    "rescue",
    "delegates",
    "earthquake",
    "首脳会談",
    "정상",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of tasks that time a busy desk."""
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--desk", type=Path, help="the desk's file: made once, used again")
    parser.add_argument("--times", type=int, default=40, help="how often each thing is asked")
    parser.add_argument("--pace", type=float, default=8.0, help="reports written a second")


@contextmanager
def busy_desk(args: argparse.Namespace) -> Iterator[Desk]:
    """Open the desk that the arguments name, made where there is none, and write to it."""
    with tempfile.TemporaryDirectory() as folder:
        file = args.desk or Path(folder) / "desk.db"
        if not file.exists():
            make(file, args.reports, EXAMPLES)
        with open_desk(str(file)) as desk:
            _catch_up(desk)
            with _writer(file, args.pace):
                yield desk


def tell(figures: Mapping[str, float]) -> None:
    """Print figures as progress, the largest first."""
    for name, value in sorted(figures.items(), key=lambda item: -item[1]):
        print(f"{name:32} {value:8.1f}", file=sys.stderr)


def p95(values: list[float]) -> float:
    """Return the 95th percentile: of 60 values the fourth largest."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def _catch_up(desk: Desk) -> None:
    """Do what a watched desk has done: lists and briefs that are due, and the first of today's."""
    _carry(desk)
    while told := desk.tell_ahead():
        print(f"{told} briefs written ahead", file=sys.stderr)


def _carry(desk: Desk) -> None:
    for stage in desk.stages:
        if stage.name in ("list", "brief"):
            run(stage, desk.store)


@contextmanager
def _writer(file: Path, pace: float) -> Iterator[None]:
    """Write reports from another process as long as the block lasts."""
    stop = multiprocessing.get_context("spawn").Event()
    process = multiprocessing.get_context("spawn").Process(
        target=_write, args=(str(file), pace, stop), daemon=True
    )
    process.start()
    try:
        yield
    finally:
        stop.set()
        process.join(60)


def _write(file: str, pace: float, stop: Any) -> None:
    """Tell the samples again and again, as watching would: record by record, then the stages."""
    samples, chance = Samples(EXAMPLES), random.Random()
    with open_desk(file) as desk:
        while not stop.is_set():
            for record in samples.told(chance.randrange(10**9, 10**12)):
                with desk.store.transaction() as tx:
                    tx.put(record)
                stop.wait(1 / (pace * 6))  # about six records a report
                if stop.is_set():
                    break
            _carry(desk)
