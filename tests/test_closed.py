"""Stories that have closed are opened again by their copies, and by nothing that looks alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from dateline.group import GroupOptions
from dateline.pipeline import GroupStage, explain
from dateline.records import Reading, Report, Story
from dateline.run import run
from dateline.store import Store, open_store
from tests.group.samples import report

WRECK = (
    "The ferry Halcyon sank off Cape Torrel on Sunday night with 212 people on board. Rescue boats "
    "from Torrel and Minas pulled 140 passengers out of the water before dawn. Captain Ivo Brandt "
    "told the harbour office that the bow door had failed in a heavy swell. The owners, Halcyon "
    "Lines, said that the ship had passed an inspection in March."
)
SAME_WRECK = (
    "At least 70 people are missing after the ferry Halcyon went down off Cape Torrel on Sunday. "
    "Boats from Minas and Torrel saved 140 passengers. Ivo Brandt, her captain, said the bow door "
    "gave way in a heavy swell. Halcyon Lines said an inspection in March had found no fault."
)
ANOTHER_WRECK = (
    "The ferry Sea Lark sank off Port Anselm on Friday night with 95 people on board. Rescue boats "
    "from Anselm pulled 60 passengers out of the water before dawn. Captain Mara Dunn told the "
    "harbour office that the engine room had flooded. The owners, Lark Shipping, said that the "
    "ship had passed an inspection in January."
)
VOTE = (
    "Parliament in Sulia voted on {day} to raise the tax on copper to {n} percent. Finance "
    "minister Tomas Vega said that the money would pay for clinics in the {where} valleys."
)
OPENED = datetime(2025, 3, 2, 20, tzinfo=UTC)


def published(text: str, days: float, outlet: str) -> tuple[Report, Reading]:
    """A report so many days after the first."""
    made, reading = report(text, outlet=outlet, time=None)
    return replace(made, published=OPENED + timedelta(days=days)), reading


def vote(number: int, days: float) -> tuple[Report, Reading]:
    where = ["northern", "eastern", "southern", "western"][number % 4]
    text = VOTE.format(day=f"{days} March", n=number + 3, where=where)
    return published(text, days, f"Daily {number}")


def group(store: Store, *items: tuple[Report, Reading], stage: GroupStage | None = None) -> None:
    """Group some reports, the earlier ones being grouped already."""
    with store.transaction() as tx:
        for one, reading in items:
            tx.put(one)
            tx.put(reading)
    run(stage or GroupStage(GroupOptions()), store)


def story_of(store: Store, item: tuple[Report, Reading]) -> Story:
    id = store.story_of(item[0].id)
    assert id is not None
    return store.story(id)


@pytest.fixture
def store() -> Iterator[Store]:
    """A store in which the story of a wreck has closed, long ago."""
    with open_store(":memory:") as opened:
        group(opened, published(WRECK, 0, "Torrel Post"), published(SAME_WRECK, 0.4, "Minas News"))
        group(opened, vote(0, 200), vote(1, 201))
        yield opened


def test_a_copy_two_hundred_days_late_joins_the_old_story(store: Store) -> None:
    late = published(WRECK, 202, "Archive Weekly")
    group(store, late)
    story = story_of(store, late)
    assert len(story.members) == 3
    assert story.id == story_of(store, published(WRECK, 0, "Torrel Post")).id
    assert story.reopened == (late[0].id,)
    assert [member.closed for member in story.members] == [True, True, False]
    assert story.members[-1].why.startswith("reopened 201 days after its last report: verbatim")
    kinds = {copy.of: copy.kind for copy in store.copies([late[0].id])}
    assert kinds[published(WRECK, 0, "Torrel Post")[0].id] == "verbatim"
    assert late[0].id not in story.origins
    assert story.updated == late[0].published


def test_why_says_that_a_report_reopened_its_story(store: Store) -> None:
    late = published(WRECK, 202, "Archive Weekly")
    group(store, late)
    found = explain(store, late[0].id, published(SAME_WRECK, 0.4, "Minas News")[0].id)
    assert any("reopened 201 days" in line for line in found.lines)


def test_a_look_alike_a_year_later_opens_a_story_of_its_own(store: Store) -> None:
    other = published(ANOTHER_WRECK, 366, "Torrel Post")
    group(store, vote(2, 365), other)
    assert len(story_of(store, other).members) == 1
    assert story_of(store, other).reopened == ()


def test_what_follows_is_told_with_the_report_that_reopened(store: Store) -> None:
    late, next_day = published(WRECK, 202, "Archive Weekly"), published(WRECK, 203, "Anselm Star")
    group(store, late)
    group(store, next_day)
    assert story_of(store, next_day).id == story_of(store, late).id
    assert story_of(store, next_day).reopened == (late[0].id,)


def test_a_report_of_a_closed_story_that_is_read_anew_stays_where_it_is(store: Store) -> None:
    first = published(WRECK, 0, "Torrel Post")
    before = story_of(store, first)
    with store.transaction() as tx:
        tx.put(replace(first[1], language="de"))
    run(GroupStage(GroupOptions()), store)
    assert story_of(store, first) == before


def test_it_closes_again_and_a_restart_at_any_report_changes_nothing() -> None:
    stream = [
        published(WRECK, 0, "Torrel Post"), published(SAME_WRECK, 0.4, "Minas News"),
        vote(0, 200), published(WRECK, 202, "Archive Weekly"), vote(1, 203),
        published(SAME_WRECK, 204, "Anselm Star"), vote(2, 420), published(WRECK, 421, "Late"),
        published(ANOTHER_WRECK, 1, "Found in a drawer"), vote(3, 422),
    ]  # fmt: skip
    digests = set()
    for again in (False, True):
        with open_store(":memory:") as store:
            stage = GroupStage(GroupOptions())
            for item in stream:
                group(store, item, stage=None if again else stage)
            digests.add(store.state_digest())
            assert story_of(store, stream[0]).reopened == (stream[3][0].id, stream[7][0].id)
    assert len(digests) == 1
