"""Grouping at scale: time per report and memory over a long generated stream.

``--reports N`` (by default 100,000; the full measure takes 1,000,000) generated reports of
realistic sizes and repeats go through the grouper. Time is processor time. With ``--plot
FILE.svg`` both curves are drawn. Figures: ``growth``, time per report in the last tenth over that
in the second tenth; ``peak_mb``, the most memory the process held.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path

from bench.make.generated import generate
from dateline.group import Grouper, GroupOptions

PARTS = 50


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
    for number, sketch in enumerate(generate(args.reports), 1):
        started = time.process_time()
        grouper.add(sketch)
        spent += time.process_time() - started
        if number % step == 0:
            took.append(spent / step * 1000)
            memory.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
            spent = 0.0
            print(f"{number}: {took[-1]:.1f} ms, {memory[-1]:.0f} MB", file=sys.stderr)
    if args.plot:
        args.plot.write_text(drawn(took, memory), encoding="utf-8")
    tenth = max(1, len(took) // 10)
    last, second = took[-tenth:], took[tenth : 2 * tenth]
    return {
        "growth": (sum(last) / len(last)) / (sum(second) / len(second)),
        "peak_mb": memory[-1],
    }


def drawn(took: list[float], memory: list[float]) -> str:
    """Draw both curves, each to its own maximum, as an SVG."""

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
        '<text x="40" y="285">reports →</text></svg>\n'
    )
