"""One watcher a desk, whatever happens to it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.run import processes
from dateline.store import Store, open_store
from dateline.watch import lease

HOLDS = """
import sys, threading, time
from dateline.store import open_store
from dateline.watch.lease import watching
with watching(open_store(sys.argv[1]), threading.Event()):
    print("held", flush=True)
    time.sleep(60)
"""


def hold(db: Path) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", HOLDS, str(db)], stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    return process


def test_a_second_watcher_is_told_who_watches(tmp_path: Path) -> None:
    process = hold(tmp_path / "desk.db")
    with open_store(str(tmp_path / "desk.db")) as store:
        with (
            pytest.raises(StoreError, match=f"process {process.pid} on "),
            lease.watching(store, threading.Event()),
        ):
            pass
        process.send_signal(signal.SIGKILL)
        process.wait()
        began = time.monotonic()
        with lease.watching(store, threading.Event()):
            assert time.monotonic() - began < 5, "a dead process's lease is taken over at once"


def test_it_is_given_back(store: Store) -> None:
    for _ in range(2):
        with lease.watching(store, threading.Event()):
            pass


def test_two_uses_in_one_process_exclude_each_other(store: Store) -> None:
    with (
        lease.watching(store, threading.Event()),
        pytest.raises(StoreError),
        lease.watching(store, threading.Event()),
    ):
        pass


def test_who_is_dead() -> None:
    me = processes.this_process()
    host, boot, pid, started, use = me.split("|")
    assert not processes.is_dead(me)
    assert processes.is_dead("|".join((host, boot, pid, "1", use))), "the number was given anew"
    assert processes.is_dead("|".join((host, "another-boot", pid, started, use)))
    assert not processes.is_dead("|".join(("elsewhere", boot, "1", "1", use)))
    assert not processes.is_dead("nonsense")
    assert str(os.getpid()) in processes.describe(me)


def test_the_lease_is_prolonged_and_its_loss_stops_the_work(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "SECONDS", 0.3)
    monkeypatch.setattr(lease, "_PROLONGED_EVERY", 0.05)
    stop = threading.Event()
    with lease.watching(store, stop):
        time.sleep(0.6)
        with pytest.raises(StoreError), lease.watching(store, threading.Event()):
            pass
        assert not stop.is_set()
        store.lease(lease.NAME, "another", 60, over=_holder(store))
        assert stop.wait(2)


def _holder(store: Store) -> str:
    return store.lease(lease.NAME, "asking", 1)
