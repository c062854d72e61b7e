"""A desk of many generated reports: the samples of this project, told again and again.

The samples go through every stage once. Each further telling takes the records that came out,
with other ids, days, outlets, states and words (of the same length, so that every span still
points where it did), and stores them as the stages would have. What a page asks of the desk is
of the sizes and shapes that reading gives.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.desk import Desk, open_desk
from dateline.group import GroupOptions
from dateline.pipeline import all_stages
from dateline.records import (
    Copy,
    Event,
    Expectation,
    Fetched,
    Member,
    Reading,
    Report,
    Story,
    content_id,
)  # fmt: skip
from dateline.records.codec import from_json, to_json
from dateline.run import run
from dateline.store import Store

NOW = datetime(2026, 6, 1, tzinfo=UTC)
SPREAD_DAYS = 30
OUTLETS = 300
# One story in so many tellings is part of a long one, told by all of these.
LONG_EVERY = 97
STATES = (
    "USA CHN RUS GBR FRA DEU JPN KOR IND BRA ITA CAN AUS MEX IDN TUR SAU ZAF ARG EGY IRN ISR UKR "
    "POL ESP NLD SWE NOR FIN PAK BGD VNM THA MYS PHL NGA ETH KEN COL CHL PER"
).split()
_ID = re.compile(r"\b(rep|f|[a-z]{1,4})_[0-9a-hjkmnp-tv-z]{16}\b")
_TIME = re.compile(r"\b(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)Z")
_CODE = re.compile(r'"([A-Z]{3})((?:[A-Z]{3})*)"')
_WORD = re.compile(r"\b[a-z]{5,}\b")
_OUTLET = re.compile(r'("outlet":")([^"]+)"')


class Samples:
    """The records of the samples, as JSON, ready to be told again."""

    def __init__(self, examples: Path) -> None:
        with open_desk(":memory:") as desk:
            desk.add([str(examples)], now=NOW)
            store = desk.store
            reports = list(store.report_ids())
            self.first = min(story.opened for story in store.stories())
            self.kinds: list[tuple[type, list[str]]] = [
                (Fetched, [to_json(store.fetched(r.fetched)) for r in store.reports(reports)]),
                (Report, [to_json(report) for report in store.reports(reports)]),
                (Reading, [to_json(reading) for reading in store.readings(reports)]),
                (Copy, [to_json(copy) for copy in store.copies(reports)]),
                (Story, [to_json(story) for story in store.stories()]),
                (Event, [to_json(event) for event in store.events()]),
                (Expectation, [to_json(item) for item in store.expectations(superseded=True)]),
            ]  # fmt: skip
            self.states = sorted({
                party.code[:3]
                for event in store.events() for party in (*event.sources, *event.targets)
                if party.code[:3].isupper()
            })  # fmt: skip
        self.size = len(reports)
        words = sorted({word for json in self.kinds[1][1] for word in _WORD.findall(json)})
        self.words: dict[int, list[str]] = {}
        for word in words:
            self.words.setdefault(len(word), []).append(word)

    def told(self, number: int) -> Iterator[Any]:
        """Yield the records of one telling."""
        rng = random.Random(number)
        states = dict(zip(self.states, rng.sample(STATES, len(self.states)), strict=True))
        changed = {
            word: rng.choice(same)
            for same in self.words.values()
            for word in rng.sample(same, len(same) // 2)
        }
        shift = NOW - timedelta(days=SPREAD_DAYS * rng.random() + 1) - self.first

        def text(json: str) -> str:
            json = _ID.sub(lambda m: content_id(m[1], number, m[0]), json)
            json = _TIME.sub(lambda m: _later(m[1], shift), json)
            json = _CODE.sub(lambda m: f'"{states.get(m[1], m[1])}{m[2]}"', json)
            return _OUTLET.sub(lambda m: f'{m[1]}{m[2]} {rng.randrange(OUTLETS // 10)}"', json)

        for kind, jsons in self.kinds:
            for json in jsons:
                made: Any = from_json(kind, text(json))
                if isinstance(made, Report):
                    told = _WORD.sub(lambda m: changed.get(m[0], m[0]), made.text)
                    # A telling's items are its own: else each would be a version of all others.
                    made = replace(made, text=told, key=f"{made.key}#{number}")
                yield made


def make(file: Path, reports: int, examples: Path) -> None:
    """Make a desk of about so many reports at ``file``."""
    samples = Samples(examples)
    long: list[Member] = []
    with open_desk(str(file)) as desk:
        store = desk.store
        for number in range(-(-reports // samples.size)):
            with store.transaction() as tx:
                for record in samples.told(number):
                    tx.put(record)
                    if isinstance(record, Reading):
                        tx.done("group", _version(desk, "group"), record.report)
                    if isinstance(record, Story) and number % LONG_EVERY == 0:
                        long.extend(record.members)
            if number % 100 == 0:
                print(f"{number * samples.size} of {reports} reports", file=sys.stderr)
        _join(store, long)
        _finish(desk, store)


def _join(store: Store, members: list[Member]) -> None:
    """Put the reports of many stories into one."""
    gone = {store.story_of(member.report) for member in members} - {None}
    joined = sorted(members, key=lambda member: (member.joined, member.report))
    first = store.story(str(store.story_of(joined[0].report)))
    long = replace(
        first, id=content_id("s", "long"), members=tuple(joined), version=len(joined),
        opened=joined[0].joined, updated=joined[-1].joined, independent=len(joined) // 2,
        origins=tuple(member.report for member in joined[::2]),
    )  # fmt: skip
    with store.transaction() as tx:
        tx.put(long)
        for id in sorted(filter(None, gone)):
            tx.put(replace(store.story(id), merged_into=long.id))


def _finish(desk: Desk, store: Store) -> None:
    """Mark everything as done but the lists, which are made."""
    for stage in _stages(desk):
        if stage.name == "list":
            run(stage, store)
            continue
        due = store.due(stage.name, stage.version)
        with store.transaction() as tx:
            for id in due:
                tx.done(stage.name, stage.version, id)


def _stages(desk: Desk) -> Any:
    return all_stages(desk.engines, desk.knowledge, GroupOptions())


def _version(desk: Desk, name: str) -> int:
    return int(next(stage.version for stage in _stages(desk) if stage.name == name))


def _later(time: str, shift: timedelta) -> str:
    moved = datetime.fromisoformat(time) + timedelta(seconds=int(shift.total_seconds()))
    return moved.isoformat() + "Z"
