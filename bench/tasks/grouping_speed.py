"""Grouping speed: what grouping adds to one report, on one core.

Generated reports (``bench/make/generated.py``; ``--reports N``, by default 6,000) are sketched
and grouped one by one with their vectors at hand; processor time. Figures: ``ms_per_report``, the
median over the last half, of which ``ms_per_report_sketch`` is the sketch; ``ms_per_report_p95``.
"""

from __future__ import annotations

import argparse
import statistics
import time
from pathlib import Path

from bench.make.generated import generate
from dateline.group import Grouper


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--reports", type=int, default=6_000)


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Time the stream."""
    grouper = Grouper()
    making, adding = [], []
    reports = generate(args.reports)
    while True:
        started = time.process_time()
        sketch = next(reports, None)
        if sketch is None:
            break
        made = time.process_time()
        grouper.add(sketch)
        adding.append((time.process_time() - made) * 1000)
        making.append((made - started) * 1000)  # the generator's own work included
    half = adding[len(adding) // 2 :]
    return {
        "ms_per_report": statistics.median(half),
        "ms_per_report_sketch": statistics.median(making),
        "ms_per_report_p95": statistics.quantiles(half, n=20)[18],
    }
