"""Transactions, threads and several stores on one database."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.errors import StoreError
from dateline.store import Store, open_store
from tests.store.samples import copy, event, fetched, link, reading, report, story


class Stop(Exception):
    """Raised in a transaction, as any failure may be."""


def test_a_broken_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(Stop), store.transaction() as tx:
        tx.put(report())
        tx.put(event())
        tx.done("group", 1, "r_1")
        raise Stop
    assert sum(store.counts().values()) == 0
    assert store.search("leaders") == []
    with store.transaction() as tx:
        tx.put(report())
    assert store.report("r_1") == report()


def test_reads_inside_a_transaction_see_its_writes(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(report())
        assert store.report("r_1") == report()
        assert list(store.report_ids()) == ["r_1"]
        with pytest.raises(StoreError, match="open in this thread"), store.transaction():
            pass
        tx.put(reading(report()))
    assert store.reading("r_1").report == "r_1"


def test_other_stores_see_whole_transactions_only(location: str) -> None:
    with open_store(location) as one, open_store(location) as other:
        with one.transaction() as tx:
            tx.put(report())
            assert other.counts()["report"] == 0
        assert other.report("r_1") == report()


def test_what_is_written_is_there_after_reopening(location: str) -> None:
    with open_store(location) as store, store.transaction() as tx:
        tx.put(report())
    with open_store(location) as store:
        assert store.report("r_1") == report()
        assert [hit.report for hit in store.search("nara")] == ["r_1"]


def test_a_second_writer_waits_then_gives_up_with_advice(location: str) -> None:
    with open_store(location) as one, open_store(location, patience=0.2) as other:
        with one.transaction() as tx:
            tx.put(report("r_1"))
            busy = pytest.raises(StoreError, match="another process is writing")
            with busy, other.transaction() as late:
                late.put(report("r_2"))
        with other.transaction() as late:
            late.put(report("r_2"))
        assert one.counts()["report"] == 2


def test_a_second_writer_gets_its_turn(location: str) -> None:
    with open_store(location) as one, open_store(location) as other:
        began, written = threading.Event(), threading.Event()

        def write_late() -> None:
            began.wait()
            with other.transaction() as tx:
                assert written.is_set()
                assert other.report("r_1") == report("r_1")
                tx.put(report("r_2"))

        with ThreadPoolExecutor(1) as pool:
            late = pool.submit(write_late)
            with one.transaction() as tx:
                tx.put(report("r_1"))
                began.set()
                threading.Event().wait(0.1)
                written.set()
            late.result(timeout=20)


def test_many_threads_write_and_read(store: Store) -> None:
    def work(worker: int) -> int:
        for number in range(10):
            with store.transaction() as tx:
                tx.put(report(f"r_{worker}_{number}"))
                tx.put(reading(report(f"r_{worker}_{number}")))
            store.report(f"r_{worker}_{number}")
        return worker

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(work, range(4))) == [0, 1, 2, 3]
    assert store.counts()["report"] == 40
    assert len(list(store.report_ids())) == 40


def test_many_may_open_an_empty_database_at_once(location: str) -> None:
    def work(number: int) -> int:
        with open_store(location) as store, store.transaction() as tx:
            tx.put(report(f"r_{number}"))
        return number

    with ThreadPoolExecutor(6) as pool:
        assert len(list(pool.map(work, range(6)))) == 6
    with open_store(location) as store:
        assert store.counts()["report"] == 6


@pytest.mark.slow
def test_every_backend_ends_in_the_same_state(locations: Callable[[], list[str]]) -> None:
    digests, found = set(), set()
    for place in locations():
        with open_store(place) as store:
            one, two = (
                report("r_1"),
                report("r_2", body="高市首相は奈良で会談した。", published=None),
            )
            with store.transaction() as tx:
                for record in (fetched(), one, two, reading(one), reading(two, "ja"), copy()):
                    tx.put(record)
                tx.done("read", 1, "f_1")
            with store.transaction() as tx:
                for record in (story(reports=("r_1", "r_2")), link(), event()):
                    tx.put(record)
            digests.add(store.state_digest())
            found.add(tuple(store.search("奈良")))
    assert len(digests) == len(found) == 1
