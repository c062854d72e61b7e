"""Killed at any moment, the database holds whole transactions only."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.store import open_store
from tests.conftest import ROOT

# Each transaction writes a report, its reading, its story, and the mark that the work is done,
# and then says so.
WRITER = """
import sys
from dateline.store import open_store
from tests.store.samples import reading, report, story
with open_store(sys.argv[1]) as store:
    first = store.counts()["report"]
    for number in range(first, 100_000):
        id = f"r_{number:06}"
        with store.transaction() as tx:
            tx.put(report(id, body="A long enough text. " * 50))
            tx.put(reading(report(id)))
            tx.put(story("s_" + id, (id,)))
            tx.done("group", 1, id)
        print(id, flush=True)
"""


def run_and_kill(file: Path, seconds: float) -> int:
    """Start the writer, kill it after ``seconds`` of writing; return how many it reported."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read().split("\n")
    return bool(first) + sum(line.startswith("r_") and len(line) == 8 for line in rest)


@pytest.mark.slow
def test_kill_leaves_whole_transactions_and_loses_none(tmp_path: Path) -> None:
    file, chance, told = tmp_path / "desk.db", random.Random(2026), 0
    for _ in range(8):
        told += run_and_kill(file, chance.uniform(0.0, 0.25))
        with open_store(str(file)) as store:
            counts = store.counts()
            ids = list(store.report_ids())
            # What was reported as written is there; the kill may fall between commit and report.
            assert len(ids) >= told
            told = len(ids)
            assert counts["reading"] == counts["story"] == counts["report"] == len(ids)
            assert ids == [f"r_{number:06}" for number in range(len(ids))]
            assert store.due("group", 1) == []
            assert len(store.search("enough", limit=1000)) == min(len(ids), 1000)
            assert all(store.story_of(id) == f"s_{id}" for id in ids[-3:])
    assert told > 8
