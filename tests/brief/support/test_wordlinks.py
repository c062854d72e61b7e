from __future__ import annotations

import pytest

from dateline.brief.support.opposites import opposed
from dateline.brief.support.split import sentences
from dateline.brief.support.wordlinks import wordlinks


@pytest.mark.parametrize(
    ("claim", "source", "relation"),
    [
        ("invade", "invasion", "form"),
        ("incursion", "invasion", "broader"),
        ("lawmaker", "legislator", "broader"),
        ("street", "road", "narrower"),
        ("loss", "gain", "opposite"),
        ("yellow", "green", "rival"),
        ("shampoo", "treaty", None),
    ],
)
def test_relations(claim: str, source: str, relation: str | None) -> None:
    assert wordlinks().relation(claim, source) == relation


def test_opposites_hold_both_ways() -> None:
    assert opposed("keep", "delete")
    assert opposed("delete", "keep")
    assert not opposed("keep", "preserve")


def test_sentences_are_cut_but_not_in_abbreviations() -> None:
    text = (
        "Mr. Berg met U.S. envoys at 5 p.m. on Monday. They signed.\n両首脳は会談した。次は奈良だ。"
    )
    assert sentences(text) == (
        "Mr. Berg met U.S. envoys at 5 p.m. on Monday.", "They signed.", "両首脳は会談した。",
        "次は奈良だ。",
    )  # fmt: skip
