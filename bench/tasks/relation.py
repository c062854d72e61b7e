"""A relation over years, from dated one-line items: does it show turns nobody told it of?

Data: JSON Lines of items with ``date``, ``text`` and ``headings``, as Wikipedia's current events
portal has them (CC BY-SA; one item a line, taken from its daily pages). The items that name both
states are read and coded as any report; figures are their number, that of the events between the
two that happened, and the mean of the monthly smoothed scores of each year (``score_2019``).
``--plot FILE.svg`` draws the monthly score with its bounds and marks the turns.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from dateline.config import load_options
from dateline.engines import load_engines
from dateline.events import Mention, find_mentions, merge_mentions
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Block, Made, RelationPoint, Report
from dateline.relate import Turn, between, series, turns

WIDTH, HEIGHT, LEFT = 760, 260, 40


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--pair", nargs=2, default=("JPN", "KOR"), metavar="STATE")
    parser.add_argument("--plot", type=Path, help="draw the score as an SVG")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Read, code and follow the pair."""
    if data is None:
        raise SystemExit("relation: --data FILE.jsonl is needed")
    engines, knowledge = load_engines(load_options({})[0]), load_knowledge()
    a, b = args.pair
    names = [
        {name.text for name in knowledge.actors[code].names if name.language == "en"}
        for code in (a, b)
    ]
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines()]
    named = [row for row in rows if all(any(n in _words(row) for n in one) for one in names)]
    reports: dict[str, Report] = {}
    mentions: list[Mention] = []
    for number, row in enumerate(named):
        day = datetime.fromisoformat(row["date"]).replace(hour=12, tzinfo=UTC)
        text = row["text"]
        report = Report(
            id=f"r{number}", key=f"r{number}", text=text, retrieved=day, published=day,
            blocks=(Block(kind="paragraph", start=0, end=len(text)),), language="en",
            made=Made(stage="read", version=1),
        )  # fmt: skip
        reports[report.id] = report
        mentions += find_mentions(report, read_report(report, engines, knowledge))
    found = between(merge_mentions(mentions, reports, None), a, b)
    line = series(found, a, b, "month")
    years: dict[int, list[float]] = defaultdict(list)
    for point in line.points:
        years[point.start.year].append(point.score)
    if args.plot:
        args.plot.write_text(drawn(line.points, turns(line, found), f"{a}–{b}"), encoding="utf-8")
    means = {f"score_{year}": sum(scores) / len(scores) for year, scores in sorted(years.items())}
    return {"items": len(named), "events": len(found), **means}


def _words(row: dict[str, object]) -> str:
    headings = row.get("headings")
    return f"{row['text']} {' '.join(headings) if isinstance(headings, list) else ''}"


def drawn(points: Sequence[RelationPoint], moved: Sequence[Turn], name: str) -> str:
    """Draw the score from -10 to +10, its bounds as a band, the turns as dots."""

    def at(index: int, score: float) -> str:
        x = LEFT + (WIDTH - LEFT - 10) * index / max(len(points) - 1, 1)
        return f"{x:.1f},{HEIGHT / 2 - score * (HEIGHT / 2 - 20) / 10:.1f}"

    band = [at(i, p.high) for i, p in enumerate(points)]
    band += [at(i, p.low) for i, p in reversed(list(enumerate(points)))]
    score = " ".join(at(i, p.score) for i, p in enumerate(points))
    starts = {turn.start for turn in moved}
    dots = "".join(
        '<circle r="4" fill="#a8201a" cx="{}" cy="{}"/>'.format(*at(i, p.score).split(","))
        for i, p in enumerate(points)
        if p.start in starts
    )
    ticks = "".join(
        '<text x="{}" y="{}" text-anchor="middle">{}</text>'.format(
            at(i, 0).split(",")[0], HEIGHT - 2, p.start.year
        )
        for i, p in enumerate(points)
        if p.start.month == 1
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="11"><title>{name}</title>'
        f'<polygon fill="#cfe0f3" points="{" ".join(band)}"/>'
        f'<line x1="{LEFT}" x2="{WIDTH}" y1="{HEIGHT / 2}" y2="{HEIGHT / 2}" stroke="#888"/>'
        f'<polyline fill="none" stroke="#1f5a99" stroke-width="2" points="{score}"/>{dots}{ticks}'
        f'<text x="4" y="24">+10</text><text x="4" y="{HEIGHT / 2 + 4}">0</text>'
        f'<text x="4" y="{HEIGHT - 16}">-10</text></svg>\n'
    )
