"""Search by meaning: the same reports in the same order on every database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import psycopg
import pytest

from dateline.engines import pack
from dateline.records import Reading, Vector
from dateline.store import Store, open_store, seal
from dateline.store import nearest as looking
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


@pytest.fixture
def server(postgres_url: str) -> Iterator[str]:
    """A database of its own on a server that has pgvector."""
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE meanings")
    yield postgres_url.replace("/postgres?", "/meanings?")
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("DROP DATABASE meanings WITH (FORCE)")


@pytest.mark.slow
def test_pgvector_finds_what_is_older_than_the_latest(
    server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LATEST", 3)
    rng = np.random.default_rng(1)
    with open_store(server) as store:
        readings = [
            read(f"r_{n:02}", vector(*rng.normal(size=8)), language="ja" if n % 4 else "en")
            for n in range(28)
        ]
        put(store, *readings)  # the first is the oldest
        question = {"one": readings[0].vectors[0].values}
        before = [hit.report for hit in store.nearest(question, limit=5)]
        assert set(before) == {"r_25", "r_26", "r_27"}
        store.tidy()
        store.tidy()  # what is there is left alone
        hits = store.nearest(question, limit=5)
        assert len(hits) == 5
        assert hits[0].report == "r_00" and hits[0].score > 0.999
        monkeypatch.setattr(looking, "LATEST", 28)
        assert hits == store.nearest(question, limit=5), "as by comparing all"
        monkeypatch.setattr(looking, "LATEST", 3)
        assert "r_00" not in {hit.report for hit in store.nearest(question, language="ja")}
        assert store.nearest(question, until=at(2))[0].report == "r_00"
        put(store, read("r_99", readings[0].vectors[0]))  # as old as the first
        assert {"r_00", "r_99"} <= {hit.report for hit in store.nearest(question)}
        store.forget("r_00")
        assert "r_00" not in {hit.report for hit in store.nearest(question)}


@pytest.mark.slow
def test_pgvector_reads_vectors_as_they_are_stored(server: str) -> None:
    values = [0.0, -0.0, 1.0, -1.0, 0.5, 6e-8, -3e-5, 6.1e-5, 0.333, 0.9995, -0.0001]
    stored = pack(np.array(values))
    with open_store(server) as store:
        put(store, read("r_1", vector(1, 0)))
        store.tidy()
    with psycopg.connect(server) as connection:
        (told,) = connection.execute("SELECT dateline_half(%s)::text", [stored]).fetchone() or ()
    assert [float(part) for part in told.strip("[]").split(",")] == pytest.approx(
        np.frombuffer(stored, "<f2").astype(float).tolist(), rel=1e-3
    )
