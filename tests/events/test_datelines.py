"""Datelines take part in nothing; unknown officials have the country that introduces them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.events import Mention
from dateline.events.dateline import NONE, find_dateline
from tests.events.conftest import Mentions, Read

SIGNED = (
    "ANKARA, June 12 (Harbour Press) - Kenya and Ethiopia signed an agreement on border trade on "
    "Thursday after two years of negotiations."
)


def _codes(found: list[Mention]) -> set[str]:
    return {p.code for m in found for p in (*m.sources, *m.targets)}


def test_a_dateline_is_found_with_its_country(read: Read) -> None:
    report, reading = read(SIGNED)
    dateline = find_dateline(report, reading)
    assert report.text[: dateline.end] == "ANKARA, June 12 (Harbour Press) - "
    assert dateline.country == "TUR"


def test_a_text_that_opens_with_its_news_has_none(read: Read) -> None:
    assert find_dateline(*read("Kenya signed an agreement with Ethiopia on Thursday.")) == NONE


def test_the_town_of_the_dateline_is_no_party(mentions: Mentions) -> None:
    found = mentions(SIGNED)
    assert [(m.sources[0].code[:3], m.targets[0].code[:3]) for m in found if m.targets] == [
        ("KEN", "ETH")
    ]
    assert not any(code.startswith("TUR") for code in _codes(found))


def test_a_surname_keeps_the_office_that_was_said_before(mentions: Mentions) -> None:
    found = mentions(
        "Ethiopian Foreign Minister Tolm Garane arrived on Monday. Garane accused Kenya of "
        "closing the border without a reason."
    )
    (accused,) = [m for m in found if m.action == "ACCUSE"]
    assert [p.code for p in accused.sources] == ["ETHGOV"]


def test_an_official_at_home_is_of_the_country_written_from(mentions: Mentions) -> None:
    found = mentions(
        "NAIROBI, June 12 (Harbour Press) - Thousands of people marched through the streets of the "
        "capital on Thursday to protest against a new levy on fuel, and the police blocked the "
        "bridges over the river. President Omari Kipsang accused the United States of meddling."
    )
    assert "KENGOV" in _codes(found)


def test_a_guest_is_not_of_the_country_written_from(mentions: Mentions) -> None:
    found = mentions(
        "NAIROBI, June 12 (Harbour Press) - Kenyan President Omari Kipsang met President Ilko "
        "Maro on Thursday to discuss the border."
    )
    assert not [m for m in found for p in m.targets if p.code.startswith("KEN")]


def test_what_has_no_date_is_of_the_day_of_the_news(mentions: Mentions) -> None:
    found = mentions(
        "Kenya closed its border with Ethiopia on Wednesday after two soldiers were shot. "
        "Uganda condemned Ethiopia over the shooting and recalled its envoy."
    )
    (accused,) = [m for m in found if m.action == "ACCUSE"]
    assert not accused.dated
    assert accused.when.earliest is not None
    assert accused.when.earliest.date() == datetime(2025, 6, 11, tzinfo=UTC).date()


def test_travel_bans_and_freezes_are_sanctions(mentions: Mentions) -> None:
    found = mentions(
        "Kenya's foreign ministry imposed travel bans and asset freezes on nine Ethiopian "
        "officials on Wednesday."
    )
    assert {m.action for m in found} == {"SANCTION"}


@pytest.mark.parametrize(
    "text",
    [
        "The Ceasefire Violations Committee (CFVC) accused Kenya of shelling a village.",
        "Emmanuel Macron – long a critic of the plan – accused Kenya of shelling a village.",
        "NATO (which met on Monday) accused Kenya of shelling a village.",
    ],
)
def test_a_subject_is_no_dateline(read: Read, mentions: Mentions, text: str) -> None:
    report, reading = read(text)
    assert find_dateline(report, reading) == NONE
    assert [m.action for m in mentions(text)][:1] == ["ACCUSE"]
