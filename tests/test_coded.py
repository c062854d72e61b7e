"""A story is coded from what is in hand and from what is new, to the same events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.coded import EventsStage
from dateline.config import load_options
from dateline.desk import Desk
from dateline.store import Store

NARA = Path(__file__).parents[1] / "examples" / "nara"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """The samples, taken in."""
    options, settings = load_options({"db": ":memory:"})
    with Desk(options, settings) as desk:
        desk.add([str(NARA)], now=datetime(2026, 1, 20, tzinfo=UTC))
        yield desk.store


@pytest.fixture
def story(store: Store) -> str:
    """The story with most reports."""
    return max(store.stories(), key=lambda one: (len(one.members), one.id)).id


def test_what_is_in_hand_is_neither_loaded_nor_coded_again(store: Store, story: str) -> None:
    stage = EventsStage()
    first = stage.load(store, story)
    events = stage.decide(first)
    assert len(first.readings) == len(first.reports) > 1
    assert events
    again = stage.load(store, story)
    assert not again.readings
    assert stage.decide(again) == events == EventsStage().decide(first)


def test_a_reading_that_was_replaced_is_coded_anew(store: Store, story: str) -> None:
    stage = EventsStage()
    before = stage.decide(stage.load(store, story))
    report = before[0].spans[0].report
    reading = store.reading(report)
    try:
        with store.transaction() as tx:
            tx.put(replace(reading, parses=()))
        item = stage.load(store, story)
        assert set(item.readings) == {report}
        assert stage.decide(item) != before
    finally:
        with store.transaction() as tx:
            tx.put(reading)


def test_saving_what_is_stored_already_changes_nothing(store: Store, story: str) -> None:
    stage = EventsStage()
    events = stage.decide(stage.load(store, story))
    with store.transaction() as tx:
        stage.save(store, tx, story, events)
    before = store.revision()
    with store.transaction() as tx:
        stage.save(store, tx, story, events)
    assert store.revision() == before
    with store.transaction() as tx:
        stage.save(store, tx, story, events[1:])
    assert events[0].id not in {event.id for event in store.events(story=story)}
