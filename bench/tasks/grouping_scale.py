"""Grouping at scale: time per report and memory over a long generated stream.

``--reports N`` (by default 100,000; the full measure takes 1,000,000) generated reports of
realistic sizes and repeats go through the grouper, at most ``--max-active`` of them at a time.
A second process generates the reports. Time is the grouper's processor time; memory is what the
grouping process holds. With ``--plot FILE.svg`` both curves are drawn, anew at each hundredth.
Figures: ``growth``, time per report in the last tenth over that in the second tenth; ``peak_mb``,
the most memory the process held; ``growth_mb``, memory in the last tenth over that in the second.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing import Process, Queue
from pathlib import Path

from bench.make.generated import generate
from dateline.group import Grouper, GroupOptions, Sketch

PARTS = 100
BATCH = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--max-active", type=int, default=GroupOptions().max_active)
    parser.add_argument("--plot", type=Path, help="draw time and memory as an SVG")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Run the stream and compare its ends."""
    grouper = Grouper(GroupOptions(max_active=args.max_active))
    step = max(1, args.reports // PARTS)
    took, memory, spent = [], [], 0.0
    for number, sketch in enumerate(generated_beside(args.reports), 1):
        started = time.process_time()
        grouper.add(sketch)
        spent += time.process_time() - started
        if number % step == 0:
            took.append(spent / step * 1000)
            memory.append(held_mb())
            spent = 0.0
            print(f"{number}: {took[-1]:.2f} ms, {memory[-1]:.0f} MB", file=sys.stderr, flush=True)
            if args.plot:
                args.plot.write_text(drawn(took, memory, number), encoding="utf-8")
    return {
        "growth": growth(took),
        "growth_mb": growth(memory),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def generated_beside(count: int) -> Iterator[Sketch]:
    """Yield the generated stream, made by a process of its own, a few hundred reports ahead."""
    batches: Queue[list[Sketch]] = Queue(maxsize=4)
    maker = Process(target=_make, args=(count, batches), daemon=True)
    maker.start()
    while batch := batches.get():
        yield from batch
    maker.join()


def _make(count: int, batches: Queue[list[Sketch]]) -> None:
    stream = generate(count)
    while batch := list(islice(stream, BATCH)):
        batches.put(batch)
    batches.put([])


def growth(values: list[float]) -> float:
    """Return the mean over the last tenth, over the mean over the second tenth."""
    tenth = max(1, len(values) // 10)
    last, second = values[-tenth:], values[tenth : 2 * tenth] or values[-1:]
    return (sum(last) / len(last)) / (sum(second) / len(second))


def held_mb() -> float:
    """Return the memory that the process holds now; its most so far where /proc is missing."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def drawn(took: list[float], memory: list[float], reports: int) -> str:
    """Draw both curves, each from 0 to its own maximum, as an SVG."""

    def line(values: list[float], colour: str) -> str:
        top = max(values)
        points = " ".join(
            f"{40 + 700 * at / max(1, len(values) - 1):.0f},{260 - 220 * value / top:.0f}"
            for at, value in enumerate(values)
        )
        return f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'

    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 300" font-family="sans-serif" '
        'font-size="13">'
        f"{line(took, '#2563a8')}{line(memory, '#b45309')}"
        f'<text x="40" y="20" fill="#2563a8">ms a report, at most {max(took):.1f}</text>'
        f'<text x="420" y="20" fill="#b45309">MB held, at most {max(memory):.0f}</text>'
        '<line x1="40" x2="740" y1="260" y2="260" stroke="#888"/><text x="40" y="285">0</text>'
        f'<text x="740" y="285" text-anchor="end">{reports:,} reports</text></svg>\n'
    )
