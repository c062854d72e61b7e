"""Server time of every page over a generated desk, while another process writes to it.

``--reports N`` (50,000) generated reports are stored in SQLite; ``--desk FILE`` keeps the file
for another time (as for `desk-speed`). Each page is asked ``--times`` with varying arguments,
through the whole application; what stands in no cache is made. Figures: ``ms_per_PAGE``, the 95th
percentile of milliseconds; ``ms_per_any_page``, the worst of them; ``kb_of_story``, the largest
story page in kilobytes without its pictures.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import httpx

from bench.busy import WORDS, add_arguments, busy_desk, p95, tell
from bench.make.desk import NOW, STATES
from dateline.desk import Desk
from dateline.serve import pictures
from dateline.serve.web.app import create_app

__all__ = ["add_arguments", "run"]

_PICTURE = re.compile(rb"<svg.*?</svg>", re.DOTALL)


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Make the desk where there is none, and time the pages."""
    with busy_desk(args) as desk:
        figures = asyncio.run(_time(desk, args.times))
    tell(figures)
    return figures


def pages(desk: Desk) -> dict[str, Callable[[int], str]]:
    """Return the pages by name; each takes a number that varies what is asked for."""
    shown = [line.id for line in desk.stories(limit=200)]
    reports = [one.report for one in desk.store.facts(shown[:60])]
    events = [event.id for event in desk.events(limit=200, order="newest")]
    expected = [item.id for item in desk.store.expectations(limit=200)]
    random.Random(1).shuffle(shown)

    def state(number: int) -> str:
        return STATES[number % len(STATES)]

    def period(number: int) -> str:
        end = NOW - timedelta(days=number % 20)
        return f"since={(end - timedelta(days=7)).date()}&until={end.date()}"

    return {
        "today": lambda n: "/",
        "today_later": lambda n: f"/?page={2 + n % 8}",
        "story": lambda n: f"/stories/{shown[n % len(shown)]}",
        "report": lambda n: f"/reports/{reports[n % len(reports)]}",
        "relations": lambda n: f"/relations?{period(n)}",
        "relation": lambda n: f"/relations/{state(n)}/with/{state(n + 7)}",
        "calendar": lambda n: f"/calendar?page={1 + n % 5}",
        "calendar_of_actor": lambda n: f"/calendar?show=overdue&actor={state(n)}",
        "record": lambda n: "/calendar?show=record",
        "expectation": lambda n: f"/expectations/{expected[n % len(expected)]}",
        "events": lambda n: f"/events?page={1 + n % 9}",
        "events_of_pair": lambda n: f"/events?actor={state(n)}&with={state(n + 5)}",
        "event": lambda n: f"/events/{events[n % len(events)]}",
        "actors": lambda n: f"/actors?page={1 + n % 3}",
        "actor": lambda n: f"/actors/{state(n)}",
        "map": lambda n: f"/map?{period(n)}",
        "search": lambda n: f"/search?q={WORDS[n % len(WORDS)]}",
        "sources": lambda n: "/sources",
        "watch": lambda n: "/watch",
        "doctor": lambda n: "/doctor",
    }


async def _time(desk: Desk, times: int) -> dict[str, float]:
    pictures.warm()
    transport = httpx.ASGITransport(create_app(desk))
    figures: dict[str, float] = {}
    largest = 0
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
        for name, path in pages(desk).items():
            took = []
            for number in range(times):
                started = time.perf_counter()
                answer = await client.get(path(number))
                took.append((time.perf_counter() - started) * 1000)
                if answer.status_code != 200:
                    raise RuntimeError(f"{path(number)} answered {answer.status_code}")
                if name == "story":
                    largest = max(largest, len(_PICTURE.sub(b"", answer.content)))
            figures[f"ms_per_{name}"] = p95(took)
    figures["ms_per_any_page"] = max(figures.values())
    figures["kb_of_story"] = largest / 1000
    return figures
