"""Event speed: what event coding adds to a report that is already read, on one core.

Data: a folder of reports in any form that ``dateline add`` takes; without ``--data`` the
sample reports under ``examples/``. ``ms_per_report`` is the median over the reports of the
best of five runs each; ``ms_per_report_p95`` the 95th percentile.
"""

from __future__ import annotations

import statistics
import time
from argparse import Namespace
from pathlib import Path

from dateline.config import load_options
from dateline.desk import Desk
from dateline.events import find_mentions, merge_mentions

ROOT = Path(__file__).parents[2]
RUNS = 5


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Read everything once, then time coding alone."""
    folder = data or ROOT / "examples"
    options, settings = load_options({"db": ":memory:"})
    with Desk(options, settings) as desk:
        items = desk.read([str(folder)]).items
    times = []
    for item in items:
        best = float("inf")
        for _ in range(RUNS):
            started = time.perf_counter()
            found = list(find_mentions(item.report, item.reading))
            merge_mentions(found, {item.report.id: item.report}, None)
            best = min(best, time.perf_counter() - started)
        times.append(best * 1000)
    times.sort()
    return {
        "ms_per_report": statistics.median(times),
        "ms_per_report_p95": times[int(0.95 * (len(times) - 1))],
        "reports": float(len(times)),
    }
