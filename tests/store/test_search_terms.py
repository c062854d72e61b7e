"""Texts and queries into terms."""

from __future__ import annotations

import pytest

from dateline.store.search_terms import (
    MAX_INDEXED,
    MAX_QUERY_TERMS,
    Term,
    indexed,
    matched,
    query_terms,
    terms_of,
)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Talks in Zürich", {"talks", "in", "zurich"}),
        ("G7サミット", {"g7", "サミ", "ミッ", "ット", "ト"}),
        ("首脳会談", {"首脳", "脳会", "会談", "談"}),
        ("고려", {"고려", "려"}),
        ("か\u3099", {"が"}),  # a voiced kana written in two characters
        ("ﬁne", {"fine"}),
        ("snake_case", {"snake", "case"}),
        ("सम्मेलन", {"सम्मेलन"}),
        ("…—!?", set()),
        ("", set()),
    ],
)
def test_terms(text: str, terms: set[str]) -> None:
    assert terms_of(text) == terms


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Talks Talks", (Term("talks"),)),
        ("talk*", (Term("talk", prefix=True),)),
        ("会談", (Term("会談"),)),
        ("会", (Term("会", prefix=True),)),
        ("* ** 'or'", (Term("or"),)),
    ],
)
def test_query_terms(query: str, terms: tuple[Term, ...]) -> None:
    assert query_terms(query) == terms


def test_queries_are_bounded() -> None:
    assert len(query_terms(" ".join(f"w{n}" for n in range(1000)))) == MAX_QUERY_TERMS
    assert query_terms("x" * 10_000) == (Term("x" * 64),)


def test_the_index_is_bounded_and_padded() -> None:
    text = " ".join(f"word{n}" for n in range(100_000))
    assert MAX_INDEXED - 100 < len(indexed(text)) <= MAX_INDEXED + 2
    assert indexed("b a b") == " b a "
    assert indexed("!") == ""


def test_matched_counts_terms() -> None:
    assert matched((Term("talk", prefix=True), Term("rain"), Term("会談")), "Talks 会談") == 2
