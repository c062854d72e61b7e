"""Every way a feed can misbehave: handled, shown, and no hindrance to the others."""

from __future__ import annotations

import re
import threading
import time

import pytest

from dateline.gather import new_feed
from dateline.records import Feed
from dateline.store import Store
from dateline.watch.fetching import read_feeds
from dateline.watch.views import FeedRun, source_line
from tests.gather.conftest import NOW, Site
from tests.gather.misbehaving import CASES, QUICK, Case, as_if_public, misbehave
from tests.watch.conftest import Clock


@pytest.fixture(autouse=True)
def _misbehaving(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    as_if_public(monkeypatch)
    misbehave(site)


def read(store: Store, clock: Clock, *feeds: Feed) -> dict[str, FeedRun]:
    runs = read_feeds(store, feeds, QUICK, clock, threading.Event())
    return {run.feed.id: run for run in runs}


def keep(store: Store, *feeds: Feed) -> None:
    with store.transaction() as tx:
        for feed in feeds:
            tx.put(feed)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_handled_and_shown(case: Case, site: Site, store: Store, clock: Clock) -> None:
    feed = new_feed(case.url(site), NOW)
    keep(store, feed)
    items = 0
    for _ in range(case.readings):
        run = read(store, clock, store.feed(feed.id))[feed.id]
        items += run.items
        clock.later(hours=2)
    kept = store.feed(feed.id)
    line = source_line(kept, run.feed.checked or NOW)
    assert (run.outcome, items) == (case.outcome, case.items), line.says
    assert re.search(case.says, line.says), line.says
    assert kept.outcome == case.outcome
    assert store.counts()["fetched"] == case.items
    if case.outcome == "failed":
        assert kept.failures == 1 and kept.due is not None and kept.due > NOW
        assert line.health in ("failing", "waiting")


def test_that_there_are_the_twenty() -> None:
    assert len(CASES) >= 20
    assert len({case.name for case in CASES}) == len(CASES)


def test_none_stops_the_others(site: Site, store: Store, clock: Clock) -> None:
    good = new_feed(f"http://good.test:{site.server_port}/feed", NOW)
    feeds = {case.name: new_feed(case.url(site), NOW) for case in CASES}
    keep(store, good, *feeds.values())
    began = time.monotonic()
    runs = read(store, clock, *feeds.values(), good)
    assert time.monotonic() - began < 20
    assert runs[good.id].outcome == "new" and runs[good.id].items == 3
    assert len(runs) == len(CASES) + 1
    for case in CASES:
        if case.readings == 1:
            line = source_line(store.feed(feeds[case.name].id), NOW)
            assert re.search(case.says, line.says), (case.name, line.says)
    again = read(store, clock, store.feed(good.id))
    assert again[good.id].outcome == "unchanged"


def test_what_comes_in_is_sound(site: Site, store: Store, clock: Clock) -> None:
    items = {}
    for name in ("future-dates", "duplicate-guids", "script-in-titles", "one-link-for-all"):
        (case,) = (case for case in CASES if case.name == name)
        feed = new_feed(case.url(site), NOW)
        keep(store, feed)
        read(store, clock, feed)
        items[name] = [
            item
            for item in map(store.fetched, store.due("read", 1))
            if item.source == case.url(site)
        ]
    assert items["future-dates"][0].hints.published is None
    assert {item.hints.own_id for item in items["duplicate-guids"]} == {None}
    assert [item.hints.title for item in items["script-in-titles"]] == ["A deal is near"]
    assert {item.url for item in items["one-link-for-all"]} != {"http://wire.test/"}
    assert len({item.hints.own_id for item in items["one-link-for-all"]}) == 2
