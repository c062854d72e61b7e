"""``kill -9`` during watch a hundred times in a row: nothing lost, nothing double, nothing broken.

Each watcher is a process of its own, forked from one that has the engines loaded, so that a
hundred of them take a minute and not ten. The wire publishes more between the kills; where the
kill falls is drawn, over all that a round does. At the end one round goes through undisturbed,
and the desk holds what a desk holds that was never disturbed: to the digest.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dateline
from dateline.desk import Desk
from dateline.watch.rounds import Hooks, Plan
from tests.watch.newswire import Newswire, report

KILLS = 100
BATCHES = 5
BATCH = 6
NOW = datetime(2026, 1, 20, tzinfo=UTC)


def open_desk(db: Path) -> Desk:
    return dateline.open(str(db), allow_private=True, fetch_pace=0, robots=False)


def watch(db: Path) -> None:
    """Carry out one round over all feeds."""
    with open_desk(db) as desk:
        desk.watch_once(Plan(everything=True), Hooks(clock=lambda: NOW))


def subscribe(db: Path, wire: Newswire) -> None:
    with open_desk(db) as desk:
        for address in wire.feeds():
            desk.add_source(address, check=False)
        desk.add_watchlist("Norway", actors=["Norway"], now=NOW)


def watch_killed(db: Path, seconds: float) -> bool:
    """Watch in a forked process and kill it after a while; tell whether it was still at work."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            watch(db)
            code = 0
        finally:
            os._exit(code)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) == 0, "a watcher that was not killed failed"
    return os.WIFSIGNALED(status)


def state(db: Path) -> tuple[str, dict[str, int], list[str]]:
    with open_desk(db) as desk:
        alerts = sorted(alert.id for alert in desk.store.alerts())
        return desk.store.state_digest(), desk.store.counts(), alerts


@pytest.fixture
def wire() -> Iterator[Newswire]:
    opened = Newswire(desks=3)
    yield opened
    opened.stop()


@pytest.mark.slow
def test_a_hundred_kills_leave_no_trace(tmp_path: Path, wire: Newswire) -> None:
    _warm(tmp_path)
    calm, killed = tmp_path / "calm.db", tmp_path / "killed.db"
    subscribe(calm, wire)
    took = 0.0
    for batch in range(1, BATCHES + 1):
        wire.published = batch * BATCH
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            watch(calm)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        took = max(took, time.monotonic() - began)

    subscribe(killed, wire)
    chance = random.Random(5)
    hits = tries = 0
    for batch in range(1, BATCHES + 1):
        wire.published = batch * BATCH
        wanted = KILLS * batch // BATCHES
        while hits < wanted and tries < 6 * KILLS:
            tries += 1
            # short ones first: a round that is killed early leaves most of its work for the next
            hits += watch_killed(killed, chance.uniform(0.01, took * chance.random()))
            _sound(killed)
        child = os.fork()
        if child == 0:
            watch(killed)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
    assert hits >= KILLS, f"only {hits} of {tries} watchers were killed at work"
    assert state(killed) == state(calm)
    assert state(killed)[1]["report"] == BATCHES * BATCH
    pages = [path for path in wire.asked if path.startswith("/report/")]
    assert pages, "no linked page was ever fetched"


def _warm(folder: Path) -> None:
    """Read a report here, so that every fork has the engines loaded already."""
    title, text, _ = report(0)
    (folder / "warm.txt").write_text(f"{title}\n\n{text}\n", encoding="utf-8")
    with open_desk(folder / "warm.db") as desk:
        assert desk.add([str(folder / "warm.txt")]).reports == 1


def _sound(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        double = "SELECT count(*) - count(DISTINCT url) FROM fetched WHERE url IS NOT NULL"
        assert connection.execute(double).fetchone() == (0,)
