"""Kept briefs: read back while nothing changed, and written anew when something did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dateline.records import Event, Expectation, Made, Settlement, StoryLink
from dateline.store import Gist, Store
from tests.store.samples import at, brief, event, expectation, kept_brief, link, standing, story


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


@pytest.fixture
def told(store: Store) -> Store:
    """A store with a story that was told, and the one that it follows."""
    put(store, story("s_0", reports=()), story(), link("s_0", "s_1"), event(), expectation())
    put(store, expectation("x_0", story="s_0"))
    put(store, kept_brief("s_1"), kept_brief("s_0"))
    with store.transaction() as tx:
        for id in ("s_0", "s_1"):
            tx.done("brief", 1, id)
    return store


def fresh(store: Store, id: str = "s_1", made: int = 1) -> bool:
    """Tell whether a brief is up to date; it is due whenever it is not."""
    found = store.kept_brief(id, "en", "short", made) is not None
    assert found == (id not in store.due("brief", made))
    return found


def test_a_brief_is_kept_by_language_and_length(told: Store) -> None:
    assert told.kept_brief("s_1", "en", "short", 1) == kept_brief("s_1")
    assert told.kept_brief("s_1", "ja", "short", 1) is None
    assert told.kept_brief("s_1", "en", "full", 1) is None
    assert told.kept_brief("s_2", "en", "short", 1) is None
    shown = Gist("s_1", "Leaders met.", "en", "Leaders met.", "en")
    assert told.gists(["s_1", "s_9"], "en", "short") == {"s_1": shown}
    assert told.gists(["s_1"], "en", "full") == {}


SETTLED = Settlement(outcome="met", at=at(20))
CHANGES: dict[str, Any] = {
    "a report more": lambda tx: tx.put(story(version=2)),
    "an event": lambda tx: tx.put(event("e_2")),
    "another event": lambda tx: tx.put(event(status="denied")),
    "an event less": lambda tx: tx.remove(Event, "e_1"),
    "an expectation settled": lambda tx: tx.put(expectation(settled=SETTLED)),
    "one of the storyline settled": lambda tx: tx.put(
        expectation("x_0", story="s_0", settled=SETTLED)
    ),
    "an expectation less": lambda tx: tx.remove(Expectation, "x_1"),
    "another storyline": lambda tx: tx.remove(StoryLink, "s_0"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_brief_tells_of_makes_it_due(told: Store, change: str) -> None:
    assert fresh(told)
    before = told.basis("s_1")
    with told.transaction() as tx:
        CHANGES[change](tx)
    assert not fresh(told)
    # The same number would come out for the same event told differently: its id is of its content.
    assert told.basis("s_1") != before or change == "another event"
    assert told.gists(["s_1"], "en", "short")  # lists show it as it was last told
    put(told, kept_brief("s_1", brief=brief(story_version=told.story("s_1").version)))
    assert told.kept_brief("s_1", "en", "short", 1) is not None


def test_what_another_story_learns_does_not(told: Store) -> None:
    with told.transaction() as tx:
        tx.put(story("s_2", reports=("r_2",)))
        tx.put(event("e_9", story="s_2"))
        tx.put(expectation("x_9", story="s_2"))
        tx.put(event("e_0", story="s_0"))
        tx.put(event("e_imported", story=None))
        tx.put(expectation())  # the same again
    assert fresh(told)
    assert not fresh(told, "s_0")


def test_another_version_of_the_stage_makes_it_due(told: Store) -> None:
    assert told.kept_brief("s_1", "en", "short", 2) is None
    put(told, kept_brief("s_1", made=Made(stage="brief", version=2)))
    assert told.kept_brief("s_1", "en", "short", 2) is not None


def test_a_merged_story_keeps_no_brief(told: Store) -> None:
    put(told, story("s_1", merged_into="s_0"))
    assert told.gists(["s_1"], "en", "short") == {}


def test_keeping_a_brief_is_no_change_of_the_records(told: Store) -> None:
    before = (told.state_digest(), told.revision("records"), told.revision("beside"))
    put(
        told,
        replace(kept_brief("s_1"), basis="other"),
        kept_brief("s_1", id="kept_2", length="full"),
    )
    assert (told.state_digest(), told.revision("records"), told.revision("beside")) == before


def test_the_weightiest_of_late_lead(store: Store) -> None:
    for number, (day, weight) in enumerate(((14, 1.0), (14, 3.0), (13, 2.0), (2, 9.0))):
        put(store, story(f"s_{number}", reports=(), opened=at(1), updated=at(day)))
        put(store, standing(f"s_{number}", weight=weight))
    put(store, story("s_unlisted", reports=(), opened=at(1), updated=at(14)))
    put(store, story("s_merged", merged_into="s_1", updated=at(14)), standing("s_merged", weight=5))

    def leading(most: int, among: int = 4) -> set[str]:
        ids = ("s_0", "s_1", "s_2", "s_3", "s_unlisted", "s_none")
        return {id for id in ids if store.leads(id, most, among)}

    assert leading(1) == {"s_1"}
    assert leading(2) == {"s_1", "s_2"}
    assert leading(9) == {"s_0", "s_1", "s_2"}
    assert leading(2, among=99) == {"s_3", "s_1"}
    assert leading(0) == set()
