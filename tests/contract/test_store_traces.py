"""Traces: reports found by the numbers they share, on every database."""

from __future__ import annotations

from dateline.store import Store
from tests.store.samples import report

TOP = 2**63 - 1


def put(store: Store, **kept: list[int]) -> None:
    with store.transaction() as tx:
        for id, keys in kept.items():
            tx.put(report(id))
            tx.trace(id, keys)


def found(store: Store, *keys: int, least: int = 1, common: int = 9, most: int = 9) -> list[str]:
    return store.traced(keys, least=least, common=common, most=most)


def test_those_that_share_most_come_first(store: Store) -> None:
    put(store, r_1=[1, 2, 3], r_2=[2, 3, TOP], r_3=[9])
    assert found(store, 1, 2, TOP) == ["r_1", "r_2"]
    assert found(store, 2, 3, TOP, most=1) == ["r_2"]
    assert found(store, 1, 2, 9, least=2) == ["r_1"]
    assert found(store) == []


def test_what_many_reports_share_counts_for_nothing(store: Store) -> None:
    put(store, r_1=[1, 2], r_2=[1], r_3=[1])
    assert found(store, 1, 2, common=2) == ["r_1"]
    assert found(store, 1, common=3) == ["r_1", "r_2", "r_3"]


def test_traces_are_replaced_and_go_with_their_report(store: Store) -> None:
    put(store, r_1=[1, 2], r_2=[1])
    put(store, r_1=[3, 3])
    assert found(store, 1, 2, 3) == ["r_1", "r_2"]
    assert found(store, 1) == ["r_2"]
    store.forget("r_2")
    assert found(store, 1) == []
