"""Time of every desk verb that a page calls, over a generated desk while another process writes.

``--reports N`` (50,000) generated reports are stored in SQLite; ``--desk FILE`` keeps the file
for another time. Then every verb is asked over and over with different arguments, while a writer
adds reports, one transaction each, at ``--pace`` a second. Figures: ``ms_per_VERB``, the 95th
percentile in milliseconds; ``ms_per_any``, the worst of them; ``bytes_per_report``.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.busy import WORDS, add_arguments, busy_desk, p95, tell
from bench.make.desk import NOW, STATES
from dateline.desk import Desk
from dateline.loading import view_story
from dateline.remember import record_of

__all__ = ["add_arguments", "run"]

WARM = 3


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Make the desk where there is none, and time the verbs."""
    with busy_desk(args) as desk:
        figures = {f"ms_per_{n}": p95(_timed(v, args.times)) for n, v in verbs(desk).items()}
        tell(figures)
        figures["ms_per_any"] = max(figures.values())
        figures["bytes_per_report"] = desk.store.health().size / desk.store.counts()["report"]
    return figures


def verbs(desk: Desk) -> dict[str, Callable[[int], Any]]:
    """Return what pages ask, by name; each takes a number that varies the question."""
    store, week = desk.store, timedelta(days=7)
    shown = [line.id for line in desk.stories(as_of=NOW, limit=40)]

    def state(number: int) -> str:
        return STATES[number % len(STATES)]

    def brief_inputs(number: int) -> None:
        story = store.story(shown[number % len(shown)])
        view = view_story(store, story.id)
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
        "events": lambda n: desk.events(limit=50, offset=50 * (n % 20), order="newest"),
        "events_of_actor": lambda n: desk.events(actor=state(n), limit=50, order="newest"),
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
