"""Time of every desk verb that a page calls, over a generated desk while another process writes.

``--reports N`` (50,000) generated reports are stored in SQLite; ``--desk FILE`` keeps the file
for another time. Then every verb is asked over and over with different arguments, while a writer
adds reports, one transaction each, at ``--pace`` a second. Figures: ``ms_per_VERB``, the 95th
percentile in milliseconds; ``ms_per_any``, the worst of them; ``bytes_per_report``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.make.desk import NOW, STATES, Samples, make
from dateline import pipeline
from dateline.desk import Desk, open_desk
from dateline.remember import record_of
from dateline.store import open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
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
WARM = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--reports", type=int, default=50_000)
    parser.add_argument("--desk", type=Path, help="the desk's file: made once, used again")
    parser.add_argument("--times", type=int, default=60, help="how often each verb is asked")
    parser.add_argument("--pace", type=float, default=8.0, help="reports written a second")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Make the desk where there is none, and time the verbs."""
    with tempfile.TemporaryDirectory() as folder:
        file = args.desk or Path(folder) / "desk.db"
        if not file.exists():
            make(file, args.reports, EXAMPLES)
        with open_desk(str(file)) as desk, _writer(file, args.pace):
            figures = {f"ms_per_{n}": p95(_timed(v, args.times)) for n, v in verbs(desk).items()}
            for name, value in sorted(figures.items(), key=lambda item: -item[1]):
                print(f"{name:32} {value:8.1f}", file=sys.stderr)
            figures["ms_per_any"] = max(figures.values())
            reports = desk.store.counts()["report"]
            figures["bytes_per_report"] = desk.store.health().size / reports
    return figures


def verbs(desk: Desk) -> dict[str, Callable[[int], Any]]:
    """Return what pages ask, by name; each takes a number that varies the question."""
    store, week = desk.store, timedelta(days=7)
    shown = [line.id for line in desk.stories(as_of=NOW, limit=40)]

    def state(number: int) -> str:
        return STATES[number % len(STATES)]

    def brief_inputs(number: int) -> None:
        story = store.story(shown[number % len(shown)])
        view = pipeline.view_story(store, story.id)
        record_of(store, view.story, desk.knowledge)

    def calendar(number: int) -> None:
        at = NOW - timedelta(days=number % 20)
        store.expectations(state="open", as_of=at, since=at, limit=100)
        store.expectations(state="overdue", as_of=at, latest_first=True, limit=50)
        store.expectations(state="settled", as_of=at, latest_first=True, limit=50)

    def relation(number: int) -> None:
        desk.events(actor=state(number), other=state(number + 7), limit=None)

    return {
        "stories": lambda n: desk.stories(as_of=NOW, limit=50),
        "stories_page_9": lambda n: desk.stories(as_of=NOW, limit=50, offset=400),
        "stories_of_actor": lambda n: desk.stories(as_of=NOW, limit=50, actor=state(n)),
        "story": lambda n: store.story(shown[n % len(shown)]),
        "story_facts": lambda n: store.facts([shown[n % len(shown)]]),
        "brief_inputs": brief_inputs,
        "events": lambda n: desk.events(limit=50, offset=50 * (n % 20), newest=True),
        "events_of_actor": lambda n: desk.events(actor=state(n), limit=50, newest=True),
        "events_counted": lambda n: desk.count_events(actor=state(n)),
        "events_of_week": lambda n: desk.events(
            since=NOW - week * (1 + n % 3), until=NOW - week * (n % 3), limit=500
        ),
        "relation": relation,
        "calendar": calendar,
        "search": lambda n: desk.search(WORDS[n % len(WORDS)]),
        "search_filtered": lambda n: desk.search(
            WORDS[n % len(WORDS)], language="en", since=NOW - 2 * week, until=NOW
        ),
        "search_meaning": lambda n: desk.search(WORDS[n % len(WORDS)], by="meaning"),
        "actors": lambda n: store.busiest(limit=500),
        "due": lambda n: [store.due(one.name, one.version, limit=1) for one in desk.stages],
        "report": lambda n: desk.show(store.facts([shown[n % len(shown)]])[0].report),
        "outlets": lambda n: store.outlets(),
        "counts": lambda n: store.counts(),
        "rejections": lambda n: store.rejections(),
        "revision": lambda n: store.revision(),
        "health": lambda n: store.health(),
    }


def _timed(verb: Callable[[int], Any], times: int) -> list[float]:
    for number in range(WARM):
        verb(number)
    took = []
    for number in range(times):
        started = time.perf_counter()
        verb(number)
        took.append((time.perf_counter() - started) * 1000)
    return took


def p95(values: list[float]) -> float:
    """Return the 95th percentile: of 60 values the fourth largest."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


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
    samples, chance = Samples(EXAMPLES), random.Random()
    with open_store(file) as store:
        while not stop.is_set():
            for record in samples.told(chance.randrange(10**9, 10**12)):
                with store.transaction() as tx:
                    tx.put(record)
                stop.wait(1 / (pace * 6))  # about six records a report
                if stop.is_set():
                    return
