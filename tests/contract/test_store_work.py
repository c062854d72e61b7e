"""What is due, what was rejected, and the iterators stages go on from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import StoreError
from dateline.records import Made, Rejected
from dateline.store import Store
from tests.store.samples import at, fetched, hinted, reading, report, story


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


def done(store: Store, stage: str, version: int, *ids: str) -> None:
    with store.transaction() as tx:
        for id in ids:
            tx.done(stage, version, id)


def rejected(id: str = "f_1", stage: str = "read", **changes: Any) -> Rejected:
    given = {"stage": stage, "id": id, "name": "a.txt", "kind": "broken", "reason": "it is broken"}
    return Rejected(**(given | changes))


def test_each_stage_takes_its_noun_in_order(store: Store) -> None:
    late, early, undated = (
        report("r_b"),
        report("r_c", published=at(2)),
        report("r_a", published=None),
    )
    put(store, late, early, undated, *map(reading, (late, early, undated)), report("r_unread"))
    put(store, fetched("f_a", hints=hinted(None)), fetched("f_b", hints=hinted(at(5))))
    put(store, fetched("f_c", hints=hinted(at(4))))
    put(store, story("s_b"), story("s_a"), story("s_0", opened=at(20)))
    put(store, story("s_c", merged_into="s_a"))
    assert store.due("read", 1) == ["f_c", "f_b", "f_a"]
    assert store.due("group", 1) == ["r_c", "r_b", "r_a"]
    for stage in ("events", "expect", "brief"):
        assert store.due(stage, 1) == ["s_a", "s_b", "s_0"]
    assert store.due("read", 1, limit=2) == ["f_c", "f_b"]
    with pytest.raises(StoreError, match="read, group"):
        store.due("nonsense", 1)


def test_done_work_is_due_again_at_another_version_only(store: Store) -> None:
    put(store, fetched("f_1"), fetched("f_2"))
    done(store, "read", 1, "f_1")
    assert store.due("read", 1) == ["f_2"]
    assert store.due("read", 2) == ["f_1", "f_2"]
    done(store, "read", 2, "f_1", "f_2")
    assert store.due("read", 2) == []


def test_rejected_work_is_not_due_at_that_version(store: Store) -> None:
    put(store, fetched("f_1"), fetched("f_2"))
    with store.transaction() as tx:
        tx.reject(rejected("f_1"), version=1)
        tx.reject(rejected("f_2"))
    assert store.due("read", 1) == []
    assert store.due("read", 2) == ["f_1"]


def test_a_rejection_counts_once_and_success_clears_it(store: Store) -> None:
    put(store, fetched("f_1"))
    for reason in ("one", "one", "two"):
        with store.transaction() as tx:
            tx.reject(rejected(reason=reason), version=1)
    assert [found.reason for found in store.rejections()] == ["two"]
    assert store.counts()["rejected"] == 1
    done(store, "group", 1, "f_1")
    assert len(store.rejections()) == 1
    done(store, "read", 1, "f_1")
    assert store.rejections() == []


def test_an_item_that_came_in_after_all_is_no_longer_rejected(store: Store) -> None:
    refused = rejected("x", stage="gather", name="inbox/f_1.txt")
    with store.transaction() as tx:
        tx.reject(refused)
        tx.reject(rejected("y", stage="gather", name="inbox/f_2.txt"))
        tx.reject(rejected("z", stage="read", name="inbox/f_1.txt"))
    put(store, fetched("f_1", name="inbox/f_1.txt"))
    assert [(left.stage, left.id) for left in store.rejections()] == [
        ("gather", "y"),
        ("read", "z"),
    ]
    with store.transaction() as tx:
        tx.reject(refused)
    put(store, fetched("f_1", name="inbox/f_1.txt"))
    assert len(store.rejections()) == 2


def test_rejections_are_listed_by_stage_and_name(store: Store) -> None:
    odd = rejected("g", stage="gather", name="na\udce9ve\x00.txt")
    items = [rejected("a", name="z"), rejected("b", name="y"), odd]
    with store.transaction() as tx:
        for item in items:
            tx.reject(item)
    assert store.rejections() == [odd, items[1], items[0]]
    assert store.rejections("gather") == [odd]


def test_a_changed_record_is_due_again_and_a_changed_stamp_is_not(store: Store) -> None:
    put(store, report(), reading(report()), story())
    done(store, "group", 1, "r_1")
    done(store, "brief", 1, "s_1")
    put(store, replace(reading(report()), made=Made(stage="read", version=2)))
    put(store, story())
    assert (store.due("group", 1), store.due("brief", 1)) == ([], [])
    put(store, replace(reading(report()), language="fr"), story(version=2))
    assert (store.due("group", 1), store.due("brief", 1)) == (["r_1"], ["s_1"])


def test_a_changed_record_clears_its_rejection(store: Store) -> None:
    put(store, story())
    with store.transaction() as tx:
        tx.reject(rejected("s_1", stage="brief"))
    assert store.due("brief", 1) == []
    put(store, story(version=2))
    assert (store.due("brief", 1), store.rejections()) == (["s_1"], [])


def test_report_ids_stream_in_order(store: Store) -> None:
    expected = []
    with store.transaction() as tx:
        for number in range(450):
            day = None if number >= 400 else at(1 + number // 40)
            tx.put(report(f"r_{number:03}", published=day))
            expected.append(f"r_{number:03}")
    assert list(store.report_ids()) == expected
    assert list(store.report_ids(after="r_199")) == expected[200:]
    assert list(store.report_ids(after="r_449")) == []


def test_iterating_and_writing_do_not_disturb_each_other(store: Store) -> None:
    put(store, *(report(f"r_{number:03}") for number in range(250)))
    seen = 0
    for id in store.report_ids():
        with store.transaction() as tx:
            tx.done("group", 1, id)
        seen += 1
    assert seen == 250


def test_active_gives_what_grouping_needs(store: Store) -> None:
    reports = [report("r_1"), report("r_2", published=at(2)), report("r_3", published=None)]
    put(store, *reports, *map(reading, reports), report("r_4"), report("r_unread"))
    put(store, story("s_1", ("r_1", "r_3")), story("s_2", ("r_2",), updated=at(2)))
    put(store, story("s_3", ("r_unread",)))
    with store.transaction() as tx:
        for id in ("r_3", "r_1", "r_2"):
            tx.done("group", 1, id)

    def ids(*since: Any) -> list[tuple[str, str, str]]:
        return [(found.id, read.report, at_home) for found, read, at_home in store.active(*since)]

    first, second = ("r_3", "r_3", "s_1"), ("r_1", "r_1", "s_1")
    assert ids() == [first, second, ("r_2", "r_2", "s_2")], "in the order of grouping"
    assert ids(at(14)) == [first, second]
    assert ids(at(15)) == []
