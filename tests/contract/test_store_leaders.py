"""Two leaders of one work, the first paused at a bad moment: its late writing is refused."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from dateline.store import open_store
from tests.conftest import ROOT

# Leads, and writes reports one after the other; says so before, in and after each transaction.
LEADER = """
import sys, time
from dateline.errors import Superseded
from dateline.store import open_store
from tests.store.samples import report
name, location = sys.argv[1:]
with open_store(location) as store:
    began = time.monotonic()
    while not store.lead("group", name, 1.0):
        time.sleep(0.1)
    print("leads", round(time.monotonic() - began, 1), flush=True)
    for number in range(100_000):
        try:
            print("before", flush=True)
            time.sleep(0.02)
            with store.transaction() as tx:
                id = f"r_{name}_{number:05}"
                tx.put(report(id))
                tx.done("group", 1, id)
                print("inside", flush=True)
                time.sleep(0.02)
        except Superseded:
            print("refused", flush=True)
            break
"""


def leader(name: str, location: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", LEADER, name, location], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )


def until(process: subprocess.Popen[str], word: str, times: int = 1) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        times -= line.startswith(word)
        if not times:
            return line
    raise AssertionError(f"it ended before it said {word!r}")


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before", "inside"])
def test_a_paused_leader_is_replaced_and_then_refused(location: str, moment: str) -> None:
    if moment == "inside" and "://" not in location:
        pytest.skip("SQLite has one lock: a process stopped while it writes keeps it")
    with leader("a", location) as first:
        until(first, moment, times=5)
        first.send_signal(signal.SIGSTOP)
        with leader("b", location) as second:
            took = float(until(second, "leads").split()[1])
            until(second, "inside", times=5)
            first.send_signal(signal.SIGCONT)
            refused_or_cut_off = first.stdout.read() if first.stdout else ""
            until(second, "inside", times=5)
            second.kill()
    assert took < 30
    assert moment == "inside" or "refused" in refused_or_cut_off
    with open_store(location) as store:
        order = [id.split("_")[1] for id in store.report_ids()]
        written = [store.report(id).id for id in store.report_ids() if "_a_" in id]
    assert order.count("b") >= 9
    assert 4 <= len(written) <= 5  # what was committed before the pause, and nothing after it


def test_a_killed_leader_is_replaced(location: str) -> None:
    with leader("a", location) as first:
        until(first, "inside", times=2)
        first.kill()
    with leader("b", location) as second:
        took = float(until(second, "leads").split()[1])
        until(second, "inside")
        second.kill()
    assert took < 30
