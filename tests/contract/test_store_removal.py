"""Removal and the digest: what goes, what stays, and how to tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.errors import NotFound, StoreError
from dateline.records import (
    Copy,
    Event,
    Expectation,
    Fetched,
    KeptBrief,
    Member,
    Report,
    Story,
    StoryLink,
)
from dateline.store import Store
from tests.store.samples import (
    at,
    copy,
    event,
    expectation,
    fetched,
    hinted,
    kept_brief,
    link,
    reading,
    report,
    story,
)


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


def test_removing_what_is_made_anew(store: Store) -> None:
    put(store, report("r_1"), report("r_2"), report("r_3"), story(), event(), expectation())
    put(store, copy("r_2", "r_1"), copy("r_3", "r_2"), link(), kept_brief())
    with store.transaction() as tx:
        tx.remove(Copy, "r_2")
        tx.remove(StoryLink, "s_2")
        tx.remove(Story, "s_1")
        tx.remove(Event, "e_1")
        tx.remove(Expectation, "x_1")
        tx.remove(KeptBrief, "no such brief")
    assert store.copies(["r_1", "r_2", "r_3"]) == [copy("r_3", "r_2")]
    assert (store.links("s_1"), store.stories(), store.story_of("r_1")) == ([], [], None)
    assert (store.events(actor="JPN"), store.expectations()) == ([], [])
    assert store.gists(["s_1"], "en", "short") == {}  # it went with its story
    for kind in (Report, Fetched):
        with pytest.raises(StoreError, match="forget"), store.transaction() as tx:
            tx.remove(kind, "r_1")  # type: ignore[arg-type]


def test_a_forgotten_report_leaves_nothing(store: Store) -> None:
    one, two = report("r_1", body="The secret word is quixotry."), report("r_2")
    put(store, fetched("f_1"), fetched("f_2"), one, two, reading(one), reading(two), copy())
    put(store, story(reports=("r_1", "r_2")))
    put(store, event("e_1"), event("e_2", report="r_2"), expectation(), kept_brief())
    with store.transaction() as tx:
        for stage in ("events", "expect", "brief"):
            tx.done(stage, 1, "s_1")
        tx.done("read", 1, "f_1")
    store.forget("r_1")
    for question, id in ((store.report, "r_1"), (store.reading, "r_1"), (store.fetched, "f_1")):
        with pytest.raises(NotFound):
            question(id)
    assert store.search("quixotry") == []
    assert store.copies(["r_1", "r_2"]) == []
    assert [found.id for found in store.events()] == ["e_2"]
    assert (store.expectations(), store.gists(["s_1"], "en", "short")) == ([], {})
    assert store.due("events", 1) == ["s_1"]
    assert store.due("read", 1) == ["f_2"]
    assert store.report("r_2") == two
    with pytest.raises(NotFound):
        store.forget("r_1")
    put(store, fetched("f_1"))
    assert store.due("read", 1) == ["f_1", "f_2"]


def test_an_item_two_reports_stand_on_outlives_the_first(store: Store) -> None:
    put(store, fetched("f_1"), report("r_1"), report("r_2", fetched="f_1"))
    store.forget("r_1")
    assert store.fetched("f_1").id == "f_1"
    store.forget("r_2")
    with pytest.raises(NotFound):
        store.fetched("f_1")


def test_the_digest_sees_records_not_circumstances(store: Store) -> None:
    undated = report("r_1", published=None, retrieved=at(20))
    joined = (Member(report="r_1", joined=at(20)),)
    taken = story(members=joined, opened=at(20), updated=at(20))
    put(store, fetched(hints=hinted(None)), undated, taken)
    digest = store.state_digest()
    later = (Member(report="r_1", joined=at(25)),)
    put(store, replace(undated, retrieved=at(25)))
    put(store, replace(taken, members=later, opened=at(25), updated=at(25)))
    assert store.state_digest() == digest
    put(store, replace(undated, retrieved=at(25), outlet="Another"))
    assert store.state_digest() != digest


def test_the_digest_sees_the_content_of_items(store: Store) -> None:
    digests = set()
    for content in (b"one", b"two"):
        with pytest.raises(KeyboardInterrupt), store.transaction() as tx:
            tx.put(fetched(content=content))
            digests.add(store.state_digest())
            raise KeyboardInterrupt
    assert len(digests | {store.state_digest()}) == 3
