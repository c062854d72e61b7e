"""Server time of every page over a generated desk, while another process writes to it.

``--reports N`` (50,000) generated reports are stored in SQLite; ``--desk FILE`` keeps the file
for another time (as for `desk-speed`). Each page is asked ``--times`` with varying arguments,
through the whole application, once it has got ready as a server does that begins to listen; what
stands in no cache is made. Figures: ``ms_per_PAGE``, the 95th percentile of milliseconds;
``ms_per_any_page``, the worst of them; ``kb_of_story``, the largest story page in kilobytes
without its pictures.

With ``--readers N`` the desk is served by a process of its own to so many readers at once for
``--seconds``: see :mod:`bench.readers` for the figures. ``--only`` names the pages to ask for.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import httpx
from starlette.types import ASGIApp, Message

from bench import busy
from bench.busy import WORDS, busy_desk, p95, tell
from bench.make.desk import NOW, STATES
from bench.readers import read
from dateline.desk import Desk
from dateline.serve.web.app import WARMING, create_app

__all__ = ["add_arguments", "run"]

_PICTURE = re.compile(rb"<svg.*?</svg>", re.DOTALL)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what this task takes."""
    busy.add_arguments(parser)
    parser.add_argument("--only", default="", help="pages to ask for, between commas")
    parser.add_argument("--readers", type=int, default=0, help="readers at once")
    parser.add_argument("--seconds", type=float, default=300.0, help="how long they read")
    parser.add_argument("--look", type=float, default=5.0, help="seconds they look at a page")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Make the desk where there is none, and time the pages."""
    only = set(filter(None, args.only.split(",")))
    with busy_desk(args) as desk:
        asked = {name: path for name, path in pages(desk).items() if not only or name in only}
        if args.readers:
            file = Path(desk.options.db)
            figures = read(file, asked, args.readers, args.seconds, args.look)
        else:
            figures = asyncio.run(_time(desk, asked, args.times))
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


async def _time(desk: Desk, asked: dict[str, Callable[[int], str]], times: int) -> dict[str, float]:
    app = create_app(desk)
    transport = httpx.ASGITransport(app)
    figures: dict[str, float] = {}
    largest = 0
    async with (
        _started(app),
        httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client,
    ):
        for name, path in asked.items():
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


@asynccontextmanager
async def _started(app: ASGIApp) -> AsyncIterator[None]:
    """Start an application as a server does, and wait until it got ready."""
    inbox: asyncio.Queue[Message] = asyncio.Queue()
    outbox: asyncio.Queue[Message] = asyncio.Queue()
    life = asyncio.ensure_future(app({"type": "lifespan"}, inbox.get, outbox.put))
    await inbox.put({"type": "lifespan.startup"})
    await outbox.get()
    for thread in threading.enumerate():
        if thread.name == WARMING:
            await asyncio.to_thread(thread.join)
    try:
        yield
    finally:
        await inbox.put({"type": "lifespan.shutdown"})
        await life
