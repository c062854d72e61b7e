"""What every store does with records: keep, find, list, remove."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from dateline.errors import NotFound, StoreError
from dateline.records import (
    Made,
    Parse,
    Token,
    Vector,
    When,
)
from dateline.store import Store
from tests.store.samples import (
    at,
    copy,
    event,
    expectation,
    fetched,
    kept_brief,
    link,
    reading,
    report,
    span,
    standing,
    story,
)


def put(store: Store, *records: Any) -> None:
    with store.transaction() as tx:
        for record in records:
            tx.put(record)


def test_each_noun_comes_back_as_it_was(store: Store) -> None:
    one, two = report("r_1"), report("r_2")
    read = reading(
        one,
        parses=(
            Parse(
                sentence=0,
                tokens=(Token(start=0, end=7, lemma="l", pos="N", tag="N", rel="r", head=0),),
            ),
        ),
        vectors=(Vector(of="report", engine="test", values=bytes(range(256)) * 8),),
    )
    told, due, made = event(), expectation(), kept_brief()
    put(store, fetched(), one, two, read, copy(), story(), standing(), link(), told, due, made)
    assert store.fetched("f_1") == fetched()
    assert store.report("r_1") == one
    assert store.reading("r_1") == read
    assert store.copies(["r_1"]) == [copy()]
    assert store.story("s_1") == story()
    assert store.standings(["s_1"]) == {"s_1": standing()}
    assert store.links("s_2") == [link()]
    assert store.event("e_1") == told
    assert store.expectation("x_1") == due
    assert store.kept_brief("s_1", "en", "short", 1) == made
    assert store.counts() == {
        "fetched": 1, "report": 2, "reading": 1, "copy": 1, "story": 1, "standing": 1,
        "story_link": 1, "event": 1, "expectation": 1, "rejected": 0,
    }  # fmt: skip


def test_what_is_unknown_is_not_found(store: Store) -> None:
    for question in (
        store.fetched, store.report, store.reading, store.story, store.event, store.expectation,
        store.basis, store.latest,
    ):  # fmt: skip
        with pytest.raises(NotFound, match="r_9"):
            question("r_9")  # type: ignore[operator]
    put(store, report("r_1"))
    with pytest.raises(NotFound, match="r_9"):
        store.reports(["r_1", "r_9"])
    with pytest.raises(NotFound):
        list(store.report_ids(after="r_9"))
    assert store.story_of("r_9") is None
    assert store.versions("no such key") == []


def test_putting_again_changes_nothing(store: Store) -> None:
    records = (
        fetched(),
        report(),
        reading(report()),
        story(),
        event(),
        expectation(),
        kept_brief(),
    )
    put(store, *records)
    counts, digest = store.counts(), store.state_digest()
    put(store, *records)
    assert (store.counts(), store.state_digest()) == (counts, digest)


def test_a_record_of_the_same_id_is_replaced(store: Store) -> None:
    put(store, report(title="Before"), event(action="CONSULT"))
    put(store, report(title="After"), event(action="AGREE"))
    assert store.report("r_1").title == "After"
    assert [hit.report for hit in store.search("after")] == ["r_1"]
    assert store.search("before") == []
    assert [e.action for e in store.events()] == ["AGREE"]


def test_the_first_retrieval_stands(store: Store) -> None:
    put(store, fetched(retrieved=at(20)))
    put(store, fetched(retrieved=at(25)))
    assert store.fetched("f_1").retrieved == at(20)


def test_times_come_back_in_utc(store: Store) -> None:
    tokyo = timezone(timedelta(hours=9))
    put(store, report(published=datetime(2026, 1, 13, 9, 30, tzinfo=tokyo)))
    published = store.report("r_1").published
    assert published == datetime(2026, 1, 13, 0, 30, tzinfo=UTC)
    assert published is not None and published.utcoffset() == timedelta(0)


def test_naive_times_are_refused(store: Store) -> None:
    naive = datetime(2026, 1, 13)  # noqa: DTZ001
    with pytest.raises(StoreError, match="zone"):
        put(store, story(opened=naive))
    for question in (store.stories, store.events, store.expectations):
        with pytest.raises(StoreError, match="zone"):
            question(since=naive)


def test_texts_no_database_takes_are_kept_whole(store: Store) -> None:
    odd = "a\x00b \ud83d c' \"; DROP TABLE report; --"
    put(store, report(id="r_1", body=odd, outlet=odd, key=odd), fetched(name=odd))
    assert store.report("r_1").text.endswith(odd)
    assert store.latest(odd).outlet == odd
    assert store.fetched("f_1").name == odd
    with pytest.raises(NotFound):
        store.report(odd)


def test_large_content_is_kept(store: Store) -> None:
    content = bytes(range(256)) * 40_000
    put(store, fetched(content=content))
    assert store.fetched("f_1").content == content


def test_what_json_cannot_say_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="Copy can't be stored"):
        put(store, report("r_1"), report("r_2"), copy(share=float("nan")))
    with pytest.raises(StoreError, match="not something"):
        put(store, Made(stage="read", version=1))


def test_a_reading_needs_its_report(store: Store) -> None:
    with pytest.raises(StoreError, match="put the report first"):
        put(store, reading(report("r_9")))
    assert store.counts()["reading"] == 0


def test_lists_are_in_the_order_asked_for(store: Store) -> None:
    ids = [f"r_{n}" for n in range(600)]
    put(store, *(report(id) for id in ids))
    asked = [*reversed(ids), "r_3"]
    assert [found.id for found in store.reports(asked)] == ids[::-1]
    assert store.reports([]) == []


def test_versions_of_an_item(store: Store) -> None:
    first = report("r_b", key="k")
    second = report("r_a", key="k", version=2, supersedes="r_b")
    put(store, second, first, report("r_c"))
    assert store.versions("k") == [first, second]
    assert store.latest("k") == second


def test_a_report_is_named_by_the_id_it_came_with(store: Store) -> None:
    put(
        store, report("r_1", key="k", own_id="urn:1"), report("r_2"), report("r_4", own_id="7"),
        report("r_3", key="k", version=2, supersedes="r_1", own_id="urn:1"),
        report("r_5", own_id="7"),
    )  # fmt: skip
    assert store.named_report("r_1") == "r_1"
    assert store.named_report("urn:1") == "r_3"
    with pytest.raises(NotFound, match="r_4, r_5"):
        store.named_report("7")
    with pytest.raises(NotFound, match="urn:2"):
        store.named_report("urn:2")


def test_reports_of_an_item(store: Store) -> None:
    put(store, report("r_1", fetched="f_a"), report("r_2", fetched="f_b", published=at(2)))
    assert store.reports_from(["f_a", "f_b", "f_c"]) == ["r_2", "r_1"]


def test_stories_by_update(store: Store) -> None:
    put(
        store,
        story("s_a", updated=at(14)),
        story("s_b", updated=at(16)),
        story("s_c", updated=at(16)),
        story("s_d", updated=at(18), merged_into="s_a"),
    )

    def ids(**filters: Any) -> list[str]:
        return [found.id for found in store.stories(**filters)]

    assert ids() == ["s_b", "s_c", "s_a"]
    assert ids(since=at(16)) == ["s_b", "s_c"]
    assert ids(until=at(16)) == ["s_a"]
    assert ids(limit=1, offset=1) == ["s_c"]
    assert ids(limit=0) == []
    assert ids(offset=2) == ["s_a"]
    assert ids(limit=-5, offset=-5) == []


def test_stories_by_the_beginning_of_their_id(store: Store) -> None:
    put(store, story("s_abc1"), story("s_abd1"), story("s_abd12"))
    assert store.story("s_abc").id == "s_abc1"
    assert store.story("s_abd1").id == "s_abd1"
    with pytest.raises(NotFound, match="s_abd1, s_abd12"):
        store.story("s_abd")
    for unknown in ("", "%", "s_x", "S_ABC"):
        with pytest.raises(NotFound):
            store.story(unknown)


def test_merged_stories_redirect(store: Store) -> None:
    put(store, story("s_1", ("r_1",)), story("s_2", ("r_2",)), story("s_3", ("r_3",)))
    put(store, story("s_2", ("r_1", "r_2")), story("s_1", ("r_1",), merged_into="s_2"))
    put(store, story("s_3", ("r_1", "r_2", "r_3")), story("s_2", merged_into="s_3"))
    assert store.story("s_1").id == "s_3"
    assert [store.story_of(id) for id in ("r_1", "r_2", "r_3")] == ["s_3"] * 3
    assert [found.id for found in store.stories()] == ["s_3"]


@pytest.mark.parametrize("order", [("s_1", "s_2"), ("s_2", "s_1")])
def test_redirects_never_run_in_circles(store: Store, order: tuple[str, str]) -> None:
    first, second = order
    put(store, story(first, merged_into=second))
    with pytest.raises(StoreError, match="redirect"):
        put(store, story(second, merged_into=first))
    with pytest.raises(StoreError, match="redirect"):
        put(store, story("s_4", merged_into="s_4"))


def test_a_split_moves_members(store: Store) -> None:
    put(store, story("s_1", ("r_1", "r_2")))
    put(store, story("s_2", ("r_2",), split_from="s_1"), story("s_1", ("r_1",), version=2))
    assert (store.story_of("r_1"), store.story_of("r_2")) == ("s_1", "s_2")


def test_a_report_that_left_its_story_is_in_none(store: Store) -> None:
    put(store, story("s_1", ("r_1", "r_2")))
    put(store, story("s_1", ("r_1",), version=2))
    assert (store.story_of("r_1"), store.story_of("r_2")) == ("s_1", None)


def test_copies_touch_either_end(store: Store) -> None:
    put(store, *(report(f"r_{n}") for n in range(1, 5)))
    a, b, c = copy("r_2", "r_1"), copy("r_3", "r_2"), copy("r_4", "r_3")
    put(store, c, b, a)
    assert store.copies(["r_2"]) == [a, b]
    assert store.copies(["r_1", "r_4"]) == [a, c]
    assert store.copies([]) == []


def test_events_by_actor_story_and_time(store: Store) -> None:
    put(
        store,
        event("e_a", occurred=When(earliest=at(13), latest=at(14))),
        event("e_b", occurred=When(earliest=at(15), latest=at(15), precision="instant")),
        event("e_c", occurred=When(earliest=at(10)), story="s_2", sources=()),
        event("e_d", occurred=When()),
    )

    def ids(**filters: Any) -> list[str]:
        return [found.id for found in store.events(**filters)]

    assert ids() == ["e_c", "e_a", "e_b", "e_d"]
    assert ids(actor="JPN") == ["e_a", "e_b", "e_d"]
    assert ids(actor="KOR", story="s_2") == ["e_c"]
    assert ids(actor="FRA") == []
    assert ids(since=at(14)) == ["e_c", "e_b"]
    assert ids(since=at(15)) == ["e_c", "e_b"]
    assert ids(until=at(13)) == ["e_c"]
    assert ids(since=at(13, 12), until=at(13, 18)) == ["e_c", "e_a"]
    assert ids(limit=1) == ["e_c"]


def test_expectations_leave_out_what_was_revised(store: Store) -> None:
    old = expectation("x_1")
    new = expectation("x_2", supersedes="x_1", due=When(earliest=at(25), latest=at(26)))
    put(store, old, new)
    assert store.expectations() == [new]
    assert store.expectations(superseded=True) == [old, new]
    assert store.expectations(actor="KOR", story="s_1", since=at(25), until=at(26)) == [new]
    assert store.expectations(actor="JPN", until=at(25)) == []


def test_health(store: Store) -> None:
    health = store.health()
    assert health.backend in ("sqlite", "postgresql")
    assert health.schema == health.newest_schema >= 1
    assert health.size > 0 and health.version[0].isdigit() and health.location


def test_spans_are_read_back_from_the_report(store: Store) -> None:
    put(store, report(), event(spans=(span("r_1", 14, 20),)))
    (found,) = store.events()
    assert store.report("r_1").quote(found.spans[0]) == "Leader"
