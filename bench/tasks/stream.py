"""Stream: real headlines replayed twice, and once shuffled within the hour.

``--data`` is JSON Lines with ``headline``, ``source`` and ``seen`` (NotSooShariff/newsflow on
GitHub, MIT). Headlines are read and grouped one by one in the order given. With ``--vectors``
they are embedded too, which takes some 40 ms each.

Figures: ``identical`` (1 when two replays end in the same stories with the same ids),
``pairs_changed`` (pairs together in one of the two orders and not in the other, as a share of
pairs together in either), ``ms_per_report`` and ``stories``.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bench.make.reports import Line, Reader
from bench.make.stream import stream


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--limit", type=int, default=0, help="only the first so many headlines")
    parser.add_argument("--vectors", action="store_true", help="embed the headlines")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Replay and compare."""
    if data is None:
        raise SystemExit("stream needs --data: JSON Lines with headline, source, seen")
    lines = load(data)[: args.limit or None]
    sketches = Reader(embed=args.vectors).sketches(lines)
    started = time.perf_counter()
    first = stream(sketches)
    took = time.perf_counter() - started
    print(f"one replay took {took:.0f} s", file=sys.stderr)
    second = stream(sketches)
    order = shuffled(lines)
    moved = stream([sketches[i] for i in order])
    third = [""] * len(lines)
    for at, story in zip(order, moved, strict=True):
        third[at] = story
    return {
        "identical": float(first == second),
        "pairs_changed": changed(first, third),
        "ms_per_report": took / len(lines) * 1000,
        "stories": float(len(set(first))),
    }


def shuffled(lines: list[Line]) -> list[int]:
    """Return an order that shuffles the lines of each hour among themselves."""
    rng = random.Random(1)
    keys = [(line.time.replace(minute=0, second=0, microsecond=0), rng.random())
            for line in lines if line.time]  # fmt: skip
    return sorted(range(len(lines)), key=keys.__getitem__)


def changed(one: list[str], two: list[str]) -> float:
    """Return the share of pairs that only one of two groupings puts together."""

    def pairs(keys: Counter[object]) -> float:
        return sum(n * (n - 1) / 2 for n in keys.values())

    both = pairs(Counter(zip(one, two, strict=True)))
    total = pairs(Counter(one)) + pairs(Counter(two)) - both
    return (total - both) / total if total else 0.0


def load(data: Path) -> list[Line]:
    """Read the headlines: each is the whole text of its report."""
    rows = [json.loads(row) for row in data.read_text(encoding="utf-8").splitlines() if row]
    return [
        Line(
            id=str(at),
            text=row["headline"],
            story=str(at),
            language="en",
            time=datetime.fromisoformat(row["seen"]).replace(tzinfo=UTC),
            outlet=row["source"],
        )
        for at, row in enumerate(rows)
    ]
