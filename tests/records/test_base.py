import dataclasses

import pytest

from dateline.records import Made, content_id


def test_equal_parts_give_equal_ids_and_others_differ() -> None:
    assert content_id("rep", "a", "b") == content_id("rep", "a", "b")
    assert content_id("rep", "ab", "c") != content_id("rep", "a", "bc")
    assert content_id("rep", "a", None) != content_id("rep", "a")


def test_an_id_is_its_tag_and_sixteen_letters_without_look_alikes() -> None:
    tag, _, letters = content_id("rep", "奈良", 13).partition("_")
    assert tag == "rep"
    assert len(letters) == 16
    assert not set(letters) & set("ilou")


def test_lone_surrogates_do_not_break_an_id() -> None:
    assert content_id("rep", "\ud800").startswith("rep_")


def test_records_are_frozen_and_keyword_only() -> None:
    made = Made(stage="read", version=1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        made.version = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Made("read", 1)  # type: ignore[misc]
