"""One process groups at a time, whoever dies, is paused or comes in between."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.run.leading import LED, leading
from dateline.store import Store, open_store
from tests.conftest import ROOT
from tests.run.test_team import stages

NOW = datetime(2026, 12, 1, tzinfo=UTC)

# Leads until it is killed; says so once it does.
LEADER = """
import sys, time
from dateline.run import leading as seat
from dateline.run.leading import leading
from dateline.store import open_store
seat.LEASE = 4.0
with open_store(sys.argv[1]) as store, leading(store, lambda: False):
    print("leads", flush=True)
    time.sleep(600)
"""


def leader(location: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", LEADER, location], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdout is not None and process.stdout.readline() == "leads\n"
    return process


def test_a_killed_leader_is_replaced_at_once(location: str) -> None:
    with leader(location) as first:
        first.kill()
    began = time.monotonic()
    with open_store(location) as store, leading(store, lambda: False) as leads:
        assert leads
        assert time.monotonic() - began < 5


@pytest.mark.slow
def test_a_paused_leader_is_replaced_when_its_time_is_over(location: str) -> None:
    with leader(location) as first:
        first.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        with open_store(location) as store, leading(store, lambda: False) as leads:
            assert leads and 2 < time.monotonic() - began < 4 + 10
        first.kill()


def test_who_waits_goes_on_without_leading_once_nothing_is_left(location: str) -> None:
    with open_store(location) as one, open_store(location) as two:
        looks = iter((False, False, True))
        with leading(one, lambda: False), leading(two, lambda: next(looks)) as leads:
            assert not leads
        assert next(looks, None) is None, "it looked until there was nothing left"
        assert one.led_by(LED) is None
        with leading(two, lambda: True) as leads:
            assert leads


def test_who_waited_comes_before_who_led(location: str) -> None:
    order: list[str] = []
    with open_store(location) as one, open_store(location) as two:

        def wait() -> None:
            with leading(two, lambda: False):
                order.append("two")

        waiting = threading.Thread(target=wait)
        with leading(one, lambda: False):
            waiting.start()
            time.sleep(0.5)
            order.append("one")
        with leading(one, lambda: False):
            order.append("one")
        waiting.join()
    assert order == ["one", "two", "one"]


def opened(location: str) -> Desk:
    """A desk without language engines, which a test of who groups has no need of."""
    desk = open_desk(location)
    desk.__dict__["stages"] = stages()
    return desk


def test_a_term_ends_where_another_led_or_a_report_went(location: str) -> None:
    with opened(location) as desk, open_store(location) as other:
        desk.add([str(ROOT / "examples" / "power")], now=NOW)
        first = desk.store.term()
        with desk.leading(lambda: False):
            pass
        assert desk.store.term() == first, "nobody led in between"
        with leading(other, lambda: False):
            pass
        with desk.leading(lambda: False):
            second = desk.store.term()
        assert second != first
        desk.remove(report=next(desk.store.report_ids()))
        assert desk.store.term() != second


def test_a_report_that_was_removed_is_not_grouped_with(location: str) -> None:
    with opened(location) as watching, opened(location) as other:
        watching.add([str(ROOT / "examples" / "nara" / "01-meridian-wire-preview.md")], now=NOW)
        (gone,) = watching.store.report_ids()
        other.remove(report=gone)
        watching.add([str(ROOT / "examples" / "nara" / "02-harbour-post-copy.md")], now=NOW)
        (story,) = watching.store.stories()
        assert gone not in {member.report for member in story.members}


def partition(store: Store) -> set[frozenset[str]]:
    return {frozenset(member.report for member in story.members) for story in store.stories()}


def test_desks_that_add_at_once_come_to_the_stories_of_one(tmp_path: Path) -> None:
    with opened(str(tmp_path / "alone.db")) as desk:
        desk.add([str(ROOT / "examples")], now=NOW)
        expected = partition(desk.store)
    file = str(tmp_path / "many.db")

    def add(folder: str) -> None:
        with opened(file) as desk:
            assert desk.add([str(ROOT / "examples" / folder)], now=NOW).stories

    threads = [threading.Thread(target=add, args=(name,)) for name in ("nara", "power", "quake")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with opened(file) as desk:
        assert partition(desk.store) == expected
        assert not any(desk.store.due(one.name, one.version) for one in desk.stages)
