"""Speed of a brief: milliseconds for one of 20 reports, once they are read.

Data: any file or folder that ``dateline add`` takes (the samples by default); its first 20
reports are taken as one story. ``ms_per_brief`` is the median of eleven runs, ``reports`` how
many reports there were, ``sentences`` how many sentences they hold.
"""

from __future__ import annotations

import argparse
import statistics
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.reading import open_measuring_desk, read_path
from dateline.brief import write_brief
from dateline.records import Made, Member, Story

REPORTS, RUNS = 20, 11


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Time :func:`dateline.brief.write_brief` on reports that are read already."""
    del args
    source = data or Path(__file__).parents[2] / "examples"
    with open_measuring_desk() as desk:
        read = read_path(desk, source)[:REPORTS]
        engines = desk.engines
    epoch = datetime(2000, 1, 1, tzinfo=UTC)
    story = Story(
        id="s_measured",
        version=1,
        members=tuple(Member(report=report.id, joined=epoch) for report, _ in read),
        opened=epoch,
        updated=epoch,
        independent=len(read),
        made=Made(stage="bench", version=1),
    )
    reports = {report.id: report for report, _ in read}
    readings = {reading.report: reading for _, reading in read}
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        write_brief(story, reports, readings, [], engines=engines)
        times.append((time.perf_counter() - started) * 1000)
    return {
        "ms_per_brief": statistics.median(times),
        "reports": float(len(read)),
        "sentences": float(sum(len(reading.sentences) for _, reading in read)),
    }
