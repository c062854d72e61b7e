"""Search: the same hits in the same order on every database."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dateline.errors import StoreError
from dateline.store import Store
from dateline.store.search_terms import query_terms
from tests.store.samples import at, reading, report

PROPERTY = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def keep(store: Store, *texts: tuple[str, str, str], **changes: Any) -> None:
    """Put reports given as (id, language, body)."""
    with store.transaction() as tx:
        for id, language, body in texts:
            made = report(id, body=body, title=None, **changes)
            tx.put(made)
            tx.put(reading(made, language))


def ids(store: Store, query: str, **filters: Any) -> list[str]:
    return [hit.report for hit in store.search(query, **filters)]


@pytest.mark.parametrize(
    "query",
    ["首脳会談", "会談", "首脳", "談", "高市", "奈良県", "ﾅﾗ", "ナラ", "シャトル", "シャトル外交"],
)
def test_japanese(store: Store, query: str) -> None:
    body = "高市早苗首相は奈良県で首脳会談に臨んだ。ナラのシャトル外交。"
    keep(store, ("r_1", "ja", body), ("r_2", "ja", "東京で雨が降った。"))
    assert ids(store, query) == ["r_1"]


@pytest.mark.parametrize("query", ["정상회담", "정상", "회담", "대통령", "이재명 대통령", "명"])
def test_korean_with_its_particles(store: Store, query: str) -> None:
    body = "이재명 대통령은 나라에서 정상회담을 했다."
    keep(store, ("r_1", "ko", body), ("r_2", "ko", "서울에 비가 왔다."))
    assert ids(store, query) == ["r_1"]


@pytest.mark.parametrize("query", ["会谈", "首相", "高市", "在奈良", "县"])
def test_chinese(store: Store, query: str) -> None:
    body = "日本首相高市在奈良县举行会谈。"
    keep(store, ("r_1", "zh", body), ("r_2", "zh", "东京今天下雨。"))
    assert ids(store, query) == ["r_1"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("zurich", ["r_1"]), ("ZÜRICH", ["r_1"]), ("Zürich's", ["r_1"]), ("g7", ["r_1"]),
        ("talks zurich", ["r_1"]), ("talks", ["r_1", "r_2"]), ("talk", []),
        ("talk*", ["r_1", "r_2"]),
        ("мир", ["r_2"]), ("МИР", ["r_2"]), ("सम्मेलन", ["r_2"]), ("सम", []),
        ("ความ", ["r_2"]), ("r_1", []), ("zurich lima", []), ('"zurich"', ["r_1"]),
        ("zurich AND talks", []), ("-zurich", ["r_1"]), ("headline:talks", []),
    ],
)  # fmt: skip
def test_words(store: Store, query: str, expected: list[str]) -> None:
    keep(
        store,
        ("r_1", "en", "Zürich's G7 talks went on."),
        ("r_2", "en", "Talks in Lima; мир; सम्मेलन; ความร่วมมือ."),
    )
    assert ids(store, query) == expected


def test_headlines_first_then_the_later_then_the_id(store: Store) -> None:
    with store.transaction() as tx:
        for id, title, day in (
            ("r_a", "Rain", None),
            ("r_b", "Rain", 10),
            ("r_d", "Rain", 12),
            ("r_c", "Rain", 12),
            ("r_e", "Trade talks", 2),
            ("r_f", "Talks", 3),
        ):
            published = None if day is None else at(day)
            tx.put(report(id, body="The trade talks.", title=title, published=published))
    hits = store.search("trade talks")
    assert [hit.report for hit in hits] == ["r_e", "r_f", "r_c", "r_d", "r_b", "r_a"]
    assert [hit.score for hit in hits] == [1.0, 0.5, 0.0, 0.0, 0.0, 0.0]
    assert ids(store, "trade talks", limit=2) == ["r_e", "r_f"]
    assert ids(store, "trade talks", limit=0) == ids(store, "trade", limit=-1) == []


def test_filters(store: Store) -> None:
    keep(store, ("r_1", "en", "Talks today."), published=at(13))
    keep(store, ("r_2", "fr", "Talks hier."), published=at(15))
    keep(store, ("r_3", "en", "Talks again."), published=None)
    with store.transaction() as tx:
        tx.put(report("r_4", body="Talks unread.", language="fr", published=at(1)))
    assert ids(store, "talks", language="en") == ["r_1", "r_3"]
    assert ids(store, "talks", language="fr") == ["r_2", "r_4"]
    assert ids(store, "talks", since=at(13)) == ["r_2", "r_1"]
    assert ids(store, "talks", since=at(13), until=at(15)) == ["r_1"]
    assert ids(store, "talks", language="x\x00\ud800") == []


def test_only_the_newest_version_is_found(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(report("r_1", body="Talks fail.", key="k"))
        tx.put(report("r_2", body="Talks succeed.", key="k", version=2))
    assert ids(store, "talks") == ["r_2"]
    assert ids(store, "fail") == []


def test_the_span_is_the_best_sentence(store: Store) -> None:
    keep(store, ("r_1", "en", "Talks began. Trade talks in Lima ended. Trade stopped."))
    (hit,) = store.search("trade talks lima")
    assert store.report("r_1").quote(hit.span).strip() == "Trade talks in Lima ended."


def test_the_span_of_an_unread_report_is_a_block(store: Store) -> None:
    with store.transaction() as tx:
        tx.put(report("r_1", title="Talks", body="Trade talks ended."))
    (hit,) = store.search("trade")
    assert store.report("r_1").quote(hit.span) == "Trade talks ended."


def test_a_monstrous_text_is_indexed_and_found(store: Store) -> None:
    words = " ".join(f"word{number}" for number in range(90_000))
    keep(store, ("r_1", "en", f"Opening. {words}"), ("r_2", "en", "x" * 300_000 + "."))
    assert ids(store, "opening word7") == ["r_1"]
    assert ids(store, "x" * 300_000) == ["r_2"]


@PROPERTY
@given(st.text(max_size=80))
@example("\x00")
@example("\ud800 \udfff")
@example("'\"*()^:-+{}[]&|!<>\\")
@example("NEAR(a b) OR NOT *")
@example("*")
@example("a" * 100_000 + " ' " * 1000)
@example("談" * 5000)
@example("ﷺ" * 2000)
@example("e" + "\u0301" * 5000)
def test_no_query_raises(store: Store, query: str) -> None:
    for hit in store.search(query):
        assert hit.report


@PROPERTY
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
@example("İstanbul ﬁn Straße ０１")
@example("บัญชี ក្រុម བོད မြန်မာ")
def test_a_text_is_found_by_itself(store: Store, text: str) -> None:
    with store.transaction() as tx:
        tx.put(report("r_1", body=text, title=None))
    expected = ["r_1"] if query_terms(text) else []
    assert ids(store, text) == expected


def test_naive_times_are_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="zone"):
        store.search("talks", since=at(1).replace(tzinfo=None))
