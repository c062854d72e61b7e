"""Soak: ``serve --watch`` on a growing wire, readers at the pages, memory and times measured.

Short by default. ``DATELINE_SOAK_REPORTS=100000`` and ``DATELINE_SOAK_SECONDS`` make it as long
as one likes; ``python -m tests.soak.test_watch`` runs it alone and prints the figures.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from dataclasses import asdict, dataclass, field
from pathlib import Path

import pytest

import dateline
from tests.watch.newswire import Newswire

REPORTS = int(os.environ.get("DATELINE_SOAK_REPORTS", "240"))
SECONDS = float(os.environ.get("DATELINE_SOAK_SECONDS", "60"))
READERS = 2
PAGES = ("/", "/calendar", "/sources", "/search?q=ministers", "/api/v1/stories")
MOST_GROWTH = 0.05 if SECONDS >= 600 else 0.35
"""Of memory over the second half of the run, by its slope: more would be a leak. In a short run
caches and the grouping window are still filling."""


@dataclass
class Figures:
    """What a soak measured: seconds, reports kept, megabytes at the middle and the end by
    process, growth over the second half by its slope, and p95 page times in milliseconds.
    """

    seconds: float = 0.0
    reports: int = 0
    memory_mb: dict[str, tuple[float, float]] = field(default_factory=dict)
    growth: dict[str, float] = field(default_factory=dict)
    requests: int = 0
    errors: int = 0
    p95_start_ms: float = 0.0
    p95_end_ms: float = 0.0


class Soak:
    """A desk that is served and watched, its wire and its readers."""

    def __init__(self, folder: Path, reports: int, seconds: float) -> None:
        self.db = folder / "soak.db"
        self.reports, self.seconds = reports, seconds
        # Long enough that none is missed while a round lasts, short enough to be read each time.
        shown = max(50, min(500, reports // 8))
        self.wire = Newswire(desks=4, published=min(20, reports), shown=shown)
        self.times: list[tuple[float, float]] = []
        self.memory: dict[str, list[tuple[float, float]]] = {"serve": [], "watch": []}
        self.errors = 0
        self._ended = threading.Event()
        self._began = time.monotonic()

    def run(self) -> Figures:
        """Run to the end and return the figures."""
        environment = {
            **os.environ,
            "DATELINE_ALLOW_PRIVATE": "true",
            "DATELINE_FETCH_PACE": "0",
            "OMP_NUM_THREADS": "1",
        }
        with dateline.open(str(self.db)) as desk:
            for address in self.wire.feeds():
                desk.add_source(address, check=False)
            desk.add_watchlist("Norway", actors=["Norway"])
        command = [sys.executable, "-m", "dateline.cli.main"]
        serve = subprocess.Popen(
            [*command, "serve", "--port", "0", "--db", str(self.db)],
            env=environment, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        # the shortest interval is a minute: a soak has no time for the real ones
        watch = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.watcher", str(self.db)],
            env=environment, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            address = self._listening(serve)
            self._began = time.monotonic()
            readers = [
                threading.Thread(target=self._read, args=(address, n), daemon=True)
                for n in range(READERS)
            ]
            for reader in readers:
                reader.start()
            self._publish({"serve": serve, "watch": watch})
            self._ended.set()
            for reader in readers:
                reader.join(60)
        finally:
            for process in (watch, serve):
                process.terminate()
            for process in (watch, serve):
                try:
                    process.wait(60)
                except subprocess.TimeoutExpired:
                    process.kill()
            self.wire.stop()
        return self._figures()

    def _listening(self, serve: subprocess.Popen[str]) -> str:
        assert serve.stderr is not None
        for line in serve.stderr:
            if found := re.search(r"http://\S+/", line):
                threading.Thread(target=serve.stderr.read, daemon=True).start()
                return found[0].rstrip("/")
        raise AssertionError("the server did not start")

    def _publish(self, processes: dict[str, subprocess.Popen[str]]) -> None:
        """Let the wire publish evenly over the time, and weigh the processes each second."""
        while (passed := time.monotonic() - self._began) < self.seconds:
            due = int(self.reports * min(1.0, 1.1 * passed / self.seconds))
            self.wire.published = max(self.wire.published, due)
            for name, process in processes.items():
                assert process.poll() is None, f"{name} ended by itself"
                self.memory[name].append((passed, resident_mb(process.pid)))
            time.sleep(1)

    def _read(self, address: str, number: int) -> None:
        turn = number
        while not self._ended.is_set():
            began = time.monotonic()
            try:
                with urllib.request.urlopen(address + PAGES[turn % len(PAGES)], timeout=30) as page:
                    page.read()
            except OSError:
                self.errors += 1
            self.times.append((began - self._began, time.monotonic() - began))
            turn += 1
            time.sleep(0.1)

    def _figures(self) -> Figures:
        with dateline.open(str(self.db)) as desk:
            kept = desk.store.counts()["report"]
        figures = Figures(seconds=self.seconds, reports=kept, errors=self.errors)
        for name, samples in self.memory.items():
            half = [sample for sample in samples if sample[0] > self.seconds / 2]
            growth = slope(half) * (self.seconds / 2) / statistics.mean(mb for _, mb in half)
            figures.growth[name] = round(growth, 4)
            figures.memory_mb[name] = (round(half[0][1], 1), round(half[-1][1], 1))
        figures.requests = len(self.times)
        quarter = self.seconds / 4
        warm = [took for at, took in self.times if quarter / 2 < at < 1.5 * quarter]
        late = [took for at, took in self.times if at > self.seconds - quarter]
        figures.p95_start_ms, figures.p95_end_ms = p95(warm), p95(late)
        return figures


def resident_mb(pid: int) -> float:
    """Return the resident memory of a process in megabytes."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def slope(samples: list[tuple[float, float]]) -> float:
    """Return the slope of the least-squares line through ``(x, y)`` samples."""
    fitted = statistics.linear_regression(*zip(*samples, strict=True))
    return float(fitted.slope)


def p95(seconds: list[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    ordered = sorted(seconds) or [0.0]
    return round(1000 * ordered[int(0.95 * (len(ordered) - 1))], 1)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_stays_and_pages_stay_quick(tmp_path: Path) -> None:
    figures = Soak(tmp_path, REPORTS, SECONDS).run()
    print(json.dumps(asdict(figures)))
    assert figures.errors == 0
    assert figures.reports > REPORTS / 10
    assert figures.growth["watch"] < MOST_GROWTH
    assert figures.growth["serve"] < MOST_GROWTH
    assert figures.p95_end_ms < max(1_000, 3 * figures.p95_start_ms)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(asdict(Soak(Path(place), REPORTS, SECONDS).run()), indent=1))
