from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.gather import GatherOptions
from dateline.gather.item import Carrier
from dateline.gather.text import split_front_matter, text_item
from dateline.records import Fetched, Hints, Rejected
from tests.gather.conftest import NOW, one, refused

REPORT = """---
title: "Ministers meet in Nara: first day"
outlet: Meridian Wire   # a comment
country: GB
language: en-GB
published: 2026-01-12T14:20:00+09:00
author: [Ana Ruiz, Ken Ito]
url: https://user:secret@meridian.example/a?b=c
sample: true
---

Ministers met on Monday.

They will meet again.
"""


def test_front_matter_becomes_hints_and_leaves_the_text(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(REPORT)
    item = one(file)
    assert item.content == b"Ministers met on Monday.\n\nThey will meet again."
    assert item.media_type == "text/markdown"
    assert item.charset == "utf-8"
    assert item.name == item.source == str(file)
    assert item.retrieved == NOW
    assert item.url == "https://meridian.example/a?b=c"
    assert item.hints == Hints(
        title="Ministers meet in Nara: first day",
        outlet="Meridian Wire",
        country="GB",
        language="en",
        authors=("Ana Ruiz", "Ken Ito"),
        published=datetime(2026, 1, 12, 5, 20, tzinfo=UTC),
        url="https://meridian.example/a?b=c",
        zone="Etc/GMT-9",
    )


def test_plain_text_states_nothing_and_nothing_is_guessed(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Title: not a title\n\nBy Nobody\n\nText of 12 January 2026.\n")
    item = one(file)
    assert item.hints == Hints()
    assert item.media_type == "text/plain"
    assert item.content.startswith(b"Title: not a title")


@pytest.mark.parametrize(
    "text",
    [
        "---\nno end of this\ntitle: x\n",
        "---\n\nBetween two rules.\n\n---\n\nAfter.\n",
        "Text\n---\ntitle: late\n---\n",
        "--- \nunknown: key\n---\nText",
    ],
)
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text) == ({}, text)


def test_lists_under_a_key() -> None:
    facts, body = split_front_matter("---\nauthors:\n  - Ana Ruiz\n  - 'Ken Ito'\n---\nText")
    assert facts == {"authors": ["Ana Ruiz", "Ken Ito"]}
    assert body == "Text"


def test_times_without_offset_are_in_the_stated_zone(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\npublished: 2026-01-13 09:00\nzone: Asia/Tokyo\n---\nText.")
    assert one(file).hints.published == datetime(2026, 1, 13, 0, tzinfo=UTC)


@pytest.mark.parametrize("written", ["yesterday", "20260113", "2026-13-45", "", "9" * 500])
def test_a_time_that_cannot_be_read_is_unknown(tmp_path: Path, written: str) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"---\ntitle: x\npublished: {written}\n---\nText.")
    assert one(file).hints.published is None


def test_options_win_over_the_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(REPORT)
    stated = Hints(title="Other", outlet="Elsewhere", language="ja")
    hints = one(file, options=GatherOptions(overrides=stated)).hints
    assert (hints.title, hints.outlet, hints.language) == ("Other", "Elsewhere", "ja")
    assert hints.country == "GB"


def test_for_a_folder_only_shared_facts_are_overridden(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(REPORT)
    stated = Hints(title="Other", outlet="Elsewhere")
    hints = one(tmp_path, options=GatherOptions(overrides=stated)).hints
    assert hints.title == "Ministers meet in Nara: first day"
    assert hints.outlet == "Elsewhere"


def test_a_front_matter_alone_is_empty(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: x\n---\n \n")
    assert refused(file).kind == "empty"


_LINES = st.lists(
    st.sampled_from(["---", "title: x", "author:", "- a", "zone: ../etc", "url: http://["])
    | st.text(max_size=30),
    max_size=12,
)


@given(_LINES)
def test_any_text_is_taken_or_rejected(lines: list[str]) -> None:
    carrier = Carrier(name="a.md", source="a.md", retrieved=NOW)
    item = text_item("---\n" + "\n".join(lines), "text/markdown", carrier)
    assert isinstance(item, Fetched | Rejected)
