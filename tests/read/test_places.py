from __future__ import annotations

import pytest

from dateline.knowledge import load_knowledge
from dateline.read.actors import find_actors
from dateline.read.places import find_places
from dateline.records import PlaceMention


def places(text: str, language: str = "en") -> list[PlaceMention]:
    knowledge = load_knowledge()
    actors = find_actors(
        text, language, report="r", sentences=(), published=None, knowledge=knowledge
    )
    return list(find_places(text, language, report="r", knowledge=knowledge, actors=actors))


def names(text: str, language: str = "en") -> list[tuple[str, str, str]]:
    return [(text[p.span.start : p.span.end], p.country, p.how) for p in places(text, language)]


def test_a_dateline_and_a_town_of_the_text() -> None:
    text = "Leaders meet\n\nNARA, Japan (Reuters) — Leaders met in Nara on Tuesday."
    assert names(text) == [("NARA", "JPN", "dateline"), ("Nara", "JPN", "mentioned")]
    place = places(text)[0]
    assert place.name == "Nara"
    assert place.latitude == pytest.approx(34.68, abs=0.1)
    assert place.longitude == pytest.approx(135.80, abs=0.1)


def test_the_country_beside_decides() -> None:
    assert names("He lives in Georgetown, Guyana, now.") == [("Georgetown", "GUY", "with country")]
    assert names("It rained in Portland, Maine, again.") == [("Portland", "USA", "with country")]


def test_ambiguous_towns_are_left_alone() -> None:
    assert names("They met in Springfield on Monday.") == []
    assert names("They met in Georgetown on Monday.") == []


def test_a_much_larger_namesake_wins() -> None:
    assert names("The U.S. delegation flew from Paris on Monday.") == [
        ("Paris", "FRA", "mentioned")
    ]


def test_months_and_persons_are_no_towns() -> None:
    assert names("In March, talks with Hamilton failed in May.") == []


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("ja", "両首脳は奈良市で会談した。", "JPN"),
        ("ko", "정상은 부산에서 만났다.", "KOR"),
        ("zh", "两人在基辅举行会谈。", "UKR"),
    ],
)
def test_other_scripts(language: str, text: str, country: str) -> None:
    assert [place.country for place in places(text, language)] == [country]


def test_hostile_text_is_read_quickly() -> None:
    for text in ("in A" * 30_000, "A" * 100_000, "NARA, " * 20_000, "in The " * 20_000):
        places(text)
