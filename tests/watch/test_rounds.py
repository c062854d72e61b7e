"""Rounds: what is read, what a stop leaves, and that watching beside the server ends with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from dateline.gather import new_feed
from dateline.records import Feed
from dateline.store import Store, Transaction, open_store
from dateline.watch import loop
from dateline.watch.child import watching_beside
from dateline.watch.rounds import Hooks, Plan, chosen, one_round
from dateline.watch.views import source_line
from tests.gather.conftest import NOW, Page, Site
from tests.gather.misbehaving import XML, entry, rss, sends
from tests.watch.conftest import Clock
from tests.watch.newswire import Newswire
from tests.watch.test_alerts import Host


def feed(name: str, **changes: object) -> Feed:
    return replace(new_feed(f"https://{name}.test/", NOW), **changes)  # type: ignore[arg-type]


def keep(store: Store, *feeds: Feed) -> None:
    with store.transaction() as tx:
        for one in feeds:
            tx.put(one)


def test_what_is_read_in_a_round() -> None:
    later, earlier = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
    new, due, early, paused, gone, waits = feeds = (
        feed("new"), feed("due", due=earlier), feed("early", due=later),
        feed("paused", due=earlier, paused=True), feed("gone", gone=True),
        feed("waits", due=earlier, not_before=later),
    )  # fmt: skip
    assert chosen(feeds, Plan(), NOW) == (due, new)
    assert set(chosen(feeds, Plan(everything=True), NOW)) == {new, due, early}
    asked = chosen(feeds, Plan(only=(paused.id, early.id)), NOW)
    assert {one.id for one in asked} == {paused.id, early.id}
    assert chosen(feeds, Plan(only=()), NOW) == ()
    assert source_line(waits, NOW).health == "waiting" and source_line(gone, NOW).due is None


def test_a_feed_removed_or_paused_meanwhile_stays_so(
    site: Site, store: Store, clock: Clock
) -> None:
    host = Host(store, allow_private=True)
    gone, paused = new_feed(site.url("/a"), NOW), new_feed(site.url("/b"), NOW)
    keep(store, gone, paused)

    def meddling(change: Callable[[Transaction], None], body: str) -> Page:
        def serve(handler: BaseHTTPRequestHandler) -> None:
            with store.transaction() as tx:
                change(tx)
            sends(body)(handler)

        return serve

    site.pages["/a"] = meddling(lambda tx: tx.remove(Feed, gone.id), rss(entry(1)))
    changed = replace(paused, paused=True, folder="Asia")
    site.pages["/b"] = meddling(lambda tx: tx.put(changed), rss(entry(2)))
    runs = one_round(host, Plan(), Hooks(clock=clock)).runs
    assert {run.outcome for run in runs} == {"new"}
    (left,) = store.feeds()
    assert (left.id, left.paused, left.folder, left.taken) == (paused.id, True, "Asia", 1)


def test_a_feed_that_moves_to_another_kept_one_is_paused(
    site: Site, store: Store, clock: Clock
) -> None:
    site.give("/new", rss(entry(1)), XML)
    site.answer("/old", 301, Location="/new")
    old, new = new_feed(site.url("/old"), NOW), new_feed(site.url("/new"), NOW)
    keep(store, old, new)
    one_round(Host(store, allow_private=True), Plan(), Hooks(clock=clock))
    assert store.feed(old.id).paused and not store.feed(new.id).paused
    assert "is kept already" in store.feed(old.id).problem


def test_a_slip_of_ours_on_one_feed_leaves_the_others(
    site: Site, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dateline.watch import fetching

    pull = fetching.pull

    def stumble(feed: Feed, *rest: object, **more: object) -> object:
        if feed.url.endswith("/bad"):
            raise ZeroDivisionError
        return pull(feed, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(fetching, "pull", stumble)
    site.give("/good", rss(entry(1)), XML)
    bad, good = new_feed(site.url("/bad"), NOW), new_feed(site.url("/good"), NOW)
    keep(store, bad, good)
    one_round(Host(store, allow_private=True), Plan(), Hooks(clock=clock))
    assert store.feed(good.id).outcome == "new"
    assert "ZeroDivisionError" in store.feed(bad.id).problem
    assert store.feed(bad.id).due is not None


def test_a_stop_ends_the_round_between_two_items(site: Site, store: Store, clock: Clock) -> None:
    teasers = [entry(n, link=site.url(f"/{n}"), description="Read more") for n in range(40)]
    site.give("/feed", rss(*teasers), XML)
    for n in range(40):
        site.give(f"/{n}", "<html><head></head><body><p>Text</p></body></html>")
    kept = new_feed(site.url("/feed"), NOW)
    keep(store, kept)
    hooks = Hooks(clock=clock)
    host = Host(store, allow_private=True)
    host.gathering = lambda hints=None: replace(  # type: ignore[method-assign]
        Host.gathering(host, hints), full_text=True, host_interval=0.05
    )
    threading.Timer(0.6, hooks.stop.set).start()
    began = time.monotonic()
    assert one_round(host, Plan(), hooks).stopped
    assert time.monotonic() - began < 5
    taken = store.counts()["fetched"]
    assert taken < 40
    assert store.feed(kept.id) == kept, "the feed's record is kept only when all of it was read"
    done = one_round(host, Plan(), Hooks(clock=clock))
    assert not done.stopped and store.counts()["fetched"] == 40
    assert len(site.asked("/0")) == 1, "what was taken before the stop is not fetched again"


def test_watching_goes_on_as_feeds_come_due(site: Site, store: Store) -> None:
    site.give("/feed", rss(entry(1)), XML)
    keep(store, new_feed(site.url("/feed"), NOW))
    hooks, rounds = Hooks(), []

    def told(done: object) -> None:
        rounds.append(done)
        if len(rounds) == 3:
            hooks.stop.set()

    plan = Plan(every=timedelta(seconds=0.2))
    loop.keep_watching(Host(store, allow_private=True), plan, hooks, told)
    assert len(rounds) == 3
    assert len(site.asked("/feed")) >= 2


@pytest.fixture
def wire() -> Iterator[Newswire]:
    opened = Newswire(desks=1, published=2)
    yield opened
    opened.stop()


def _until_read(db: Path, feed: Feed, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    with open_store(str(db)) as store:
        while store.feed(feed.id).succeeded is None:
            assert time.monotonic() < end, "the watcher read nothing"
            time.sleep(0.2)


def _holder(db: Path) -> str:
    with open_store(str(db)) as store:
        return store.lease("watch", "asking", 0.001)


@pytest.mark.slow
def test_the_watcher_beside_the_server_ends_with_it(
    tmp_path: Path, wire: Newswire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE", "true")
    db, feed = tmp_path / "desk.db", new_feed(wire.feeds()[0], NOW)
    with open_store(str(db)) as store:
        keep(store, feed)
    with watching_beside(str(db)):
        _until_read(db, feed)
        assert "|" in _holder(db)
    assert _holder(db) == "asking", "the lease was given back: it stopped cleanly"


@pytest.mark.slow
def test_the_watcher_ends_when_the_server_is_killed(tmp_path: Path, wire: Newswire) -> None:
    db, feed = tmp_path / "desk.db", new_feed(wire.feeds()[0], NOW)
    with open_store(str(db)) as store:
        keep(store, feed)
    server = subprocess.Popen(
        [sys.executable, "-c", "import sys, time; from dateline.watch.child import "
         "watching_beside\nwith watching_beside(sys.argv[1]): time.sleep(600)", str(db)],
        env={**os.environ, "DATELINE_ALLOW_PRIVATE": "true"},
    )  # fmt: skip
    _until_read(db, feed)
    server.send_signal(signal.SIGKILL)
    server.wait()
    end = time.monotonic() + 60
    while _holder(db) != "asking":
        assert time.monotonic() < end, "the watcher went on without its server"
        time.sleep(0.2)
