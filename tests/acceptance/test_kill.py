"""``kill -9`` at any moment of ``add``, then the same again: the state of an unbroken run."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dateline.store import open_store

PLACES = ["Oslo", "Nairobi", "Lima", "Hanoi", "Ottawa", "Ankara", "Madrid", "Jakarta"]
TOPICS = ["a railway", "fishing rights", "a gas pipeline", "visa rules", "a border crossing"]


def write_reports(file: Path, count: int) -> None:
    """Write ``count`` generated reports: events told by one to five outlets, some copies."""
    chance = random.Random(7)
    with file.open("w", encoding="utf-8") as out:
        for number in range(count):
            event = number // 3
            day, place, topic = 1 + event % 28, PLACES[event % 8], TOPICS[event % 5]
            text = (
                f"Ministers met in {place} on day {event} of the talks and agreed on {topic}. "
                f"{chance.choice(TOPICS).capitalize()} will be discussed next month."
            )
            row = {
                "id": f"g{number}",
                "outlet": f"Outlet {number % 3}",
                "language": "en",
                "published": f"2026-01-{day:02}T{number % 24:02}:00:00Z",
                "title": f"{place} talks end with deal on {topic} ({event})",
                "text": text,
            }
            out.write(json.dumps(row) + "\n")


def add(file: Path, db: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "dateline.cli.main", "add", str(file), "--as-of", "2026-02-10"],
        env={**os.environ, "DATELINE_DB": str(db)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def digest(db: Path) -> str:
    store = open_store(str(db))
    try:
        assert store.counts()["report"] == 500
        return store.state_digest()
    finally:
        store.close()


@pytest.mark.slow
def test_a_killed_add_ends_as_an_unbroken_one(tmp_path: Path) -> None:
    file = tmp_path / "reports.jsonl"
    write_reports(file, 500)
    whole = tmp_path / "whole.db"
    started = time.monotonic()
    unbroken = add(file, whole)
    assert unbroken.wait() == 0, unbroken.stderr.read() if unbroken.stderr else ""
    took = time.monotonic() - started
    expected = digest(whole)
    broken = tmp_path / "broken.db"
    chance = random.Random(11)
    killed = 0
    for _ in range(8):
        process = add(file, broken)
        try:
            process.wait(timeout=chance.uniform(0.05, 0.4) * took)
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += 1
    assert killed >= 3, "the kills came too late to prove anything"
    last = add(file, broken)
    assert last.wait() == 0
    assert digest(broken) == expected
