"""Search by meaning: the same reports in the same order on every database."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dateline.engines import pack
from dateline.records import Reading, Vector
from dateline.store import Store, seal
from tests.store.samples import at, reading, report


def vector(*values: float, of: str = "report", engine: str = "one", sentence: int = -1) -> Vector:
    unit = np.array(values) / np.linalg.norm(values)
    return Vector(of=of, engine=engine, values=pack(unit), sentence=sentence)  # type: ignore[arg-type]


def read(id: str, *vectors: Vector, **changes: object) -> Reading:
    return replace(reading(report(id)), vectors=vectors, **changes)  # type: ignore[arg-type]


def put(store: Store, *readings: Reading) -> None:
    for number, one in enumerate(readings):
        with store.transaction() as tx:
            tx.put(report(one.report, published=at(1 + number)))
            tx.put(seal(one) if number % 2 else one)


def asked(*values: float, engine: str = "one") -> dict[str, bytes]:
    return {engine: vector(*values).values}


def test_the_nearest_come_first(store: Store) -> None:
    put(store, read("r_1", vector(1, 0)), read("r_2", vector(1, 1)), read("r_3", vector(0, 1)))
    hits = store.nearest(asked(0, 1))
    assert [hit.report for hit in hits] == ["r_3", "r_2", "r_1"]
    assert [round(hit.score, 2) for hit in hits] == [1.0, 0.71, 0.0]
    assert [hit.report for hit in store.nearest(asked(1, 0), limit=1)] == ["r_1"]


def test_filters_hold(store: Store) -> None:
    put(store, read("r_1", vector(1, 0)), read("r_2", vector(1, 1), language="ja"))
    assert [hit.report for hit in store.nearest(asked(1, 0), language="ja")] == ["r_2"]
    assert [hit.report for hit in store.nearest(asked(1, 0), since=at(2))] == ["r_2"]
    assert [hit.report for hit in store.nearest(asked(1, 0), until=at(2))] == ["r_1"]


def test_engines_are_not_mixed(store: Store) -> None:
    put(store, read("r_1", vector(1, 0)), read("r_2", vector(1, 0, 0, engine="two")))
    assert [hit.report for hit in store.nearest(asked(1, 0))] == ["r_1"]
    both = {**asked(1, 0), "two": vector(0, 0, 1).values}
    assert {hit.report for hit in store.nearest(both)} == {"r_1", "r_2"}
    assert store.nearest(asked(1, 0, engine="three")) == store.nearest({}) == []


def test_a_hit_shows_the_nearest_sentence(store: Store) -> None:
    plain = reading(report("r_1"))
    assert len(plain.sentences) > 1
    sentences = [
        vector(at == 1, at != 1, of="sentence", sentence=at) for at in range(len(plain.sentences))
    ]
    put(store, read("r_1", vector(1, 1), *sentences))
    (hit,) = store.nearest(asked(1, 0))
    assert hit.span == plain.sentences[1].span


def test_what_is_forgotten_is_not_found(store: Store) -> None:
    put(store, read("r_1", vector(1, 0)), read("r_2", vector(1, 1)))
    store.forget("r_1")
    assert [hit.report for hit in store.nearest(asked(1, 0))] == ["r_2"]


def test_what_is_read_again_is_found_by_its_new_meaning(store: Store) -> None:
    put(store, read("r_1", vector(1, 0)))
    put(store, read("r_1", vector(0, 1)))
    assert [hit.score for hit in store.nearest(asked(0, 1))] == [1.0]
