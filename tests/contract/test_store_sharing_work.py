"""Several processes on one store: claims of inputs, one leader, and fences against a late one."""

from __future__ import annotations

import threading
import time

import pytest

from dateline.errors import Superseded
from dateline.records import Rejected
from dateline.store import Store, open_store
from dateline.store.sharing import Claim
from tests.store.samples import at, fetched, hinted, reading, report


def put_items(store: Store, count: int) -> list[str]:
    with store.transaction() as tx:
        for number in range(count):
            tx.put(fetched(f"f_{number:03}", hints=hinted(at(1, number % 24))))
    return store.due("read", 1)


def test_no_two_workers_are_given_the_same(store: Store) -> None:
    due = put_items(store, 5)
    one = store.claim("read", 1, "a", 3, 60)
    two = store.claim("read", 1, "b", 9, 60)
    assert [claim.id for claim in (*one, *two)] == due
    assert {claim.tries for claim in (*one, *two)} == {1}
    assert store.claim("read", 1, "c", 9, 60) == []


def test_a_dead_workers_claims_come_back_and_are_counted(store: Store) -> None:
    due = put_items(store, 2)
    store.claim("read", 1, "dead", 9, 0.0)
    assert store.claim("read", 1, "b", 9, 60) == [Claim(id, 2) for id in due]


def test_what_was_done_or_rejected_is_not_claimed(store: Store) -> None:
    due = put_items(store, 3)
    with store.transaction() as tx:
        tx.done("read", 1, due[0])
        tx.reject(Rejected(stage="read", id=due[1], name="n", kind="empty", reason="r"), version=1)
    assert [claim.id for claim in store.claim("read", 1, "a", 9, 60)] == due[2:]


def test_claims_given_back_are_free_and_keep_their_count(store: Store) -> None:
    due = put_items(store, 2)
    store.claim("read", 1, "a", 9, 60)
    with store.transaction() as tx:
        tx.done("read", 1, due[0])
    store.give_back("read", "a")
    assert store.claim("read", 1, "b", 9, 60) == [Claim(due[1], 2)]


def test_many_workers_at_once_share_without_overlap(location: str) -> None:
    with open_store(location) as store:
        due = put_items(store, 120)
    taken: list[str] = []

    def work(name: str) -> None:
        with open_store(location) as mine:
            while claims := mine.claim("read", 1, name, 7, 60):
                taken.extend(claim.id for claim in claims)

    workers = [threading.Thread(target=work, args=(str(number),)) for number in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(taken) == sorted(due)


def test_one_leads_until_it_steps_down(location: str) -> None:
    with open_store(location) as one, open_store(location) as two:
        assert one.lead("group", "a", 60)
        assert not two.lead("group", "b", 60)
        assert one.lead("group", "a", 60)
        one.step_down("a")
        assert two.lead("group", "b", 60)
        assert not one.lead("group", "a", 60)


def test_a_leader_that_was_replaced_cannot_write(location: str) -> None:
    with open_store(location) as old, open_store(location) as new:
        assert old.lead("group", "old", 0.05)
        with old.transaction() as tx:
            tx.put(report("r_1"))
        time.sleep(0.1)
        assert new.lead("group", "new", 60)
        with new.transaction() as tx:
            tx.put(report("r_2"))
        with pytest.raises(Superseded), old.transaction() as tx:
            tx.put(report("r_3"))
        assert not old.lead("group", "old", 60)
        assert list(new.report_ids()) == ["r_1", "r_2"]


def test_a_late_leader_that_nobody_replaced_goes_on(location: str) -> None:
    with open_store(location) as store:
        assert store.lead("group", "a", 0.01)
        time.sleep(0.05)
        with store.transaction() as tx:
            tx.put(report("r_1"))
        assert store.lead("group", "a", 60)


def test_after_stepping_down_one_writes_as_anybody(location: str) -> None:
    with open_store(location) as old, open_store(location) as new:
        assert old.lead("group", "old", 0.01)
        time.sleep(0.05)
        assert new.lead("group", "new", 60)
        old.step_down("old")
        with old.transaction() as tx:
            tx.put(report("r_1"))
        assert not old.lead("group", "old", 60)


def test_what_came_in_before_the_unread_can_be_grouped(store: Store) -> None:
    for number in range(3):
        id = f"r_{number}"
        with store.transaction() as tx:
            tx.put(fetched(f"f_{number}"))
            if number != 1:
                tx.put(report(id))
                tx.put(reading(report(id)))
                tx.done("read", 1, f"f_{number}")
    assert store.due("group", 1) == ["r_0", "r_2"]
    assert store.arrived("group", 1, "read", 1) == ["r_0"]
    with store.transaction() as tx:
        tx.put(report("r_1"))
        tx.put(reading(report("r_1")))
        tx.done("read", 1, "f_1")
    assert store.arrived("group", 1, "read", 1) == ["r_0", "r_1", "r_2"]
