from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dateline.read.actors import by_sentence, mentions_within
from dateline.records import Span

from .conftest import Link, mentions_of, sentences_of

SUMMIT = (
    "Takaichi and Lee agree on talks\n\n"
    "Japanese Prime Minister Sanae Takaichi and South Korean President Lee Jae-myung met in Nara "
    "on Tuesday. Both leaders agreed to meet again. The prime minister thanked her guest. "
    "President Lee invited Takaichi to Andong."
)


@dataclass
class Named:
    start: int
    end: int
    label: str


def test_full_names_then_surnames_titles_roles_and_pairs(link: Link) -> None:
    assert link(SUMMIT) == [
        ("Takaichi", "p:sanae-takaichi", "surname"),
        ("Lee", "p:lee-jae-myung", "surname"),
        ("Japanese", "JPN", "adjective"),
        ("Sanae Takaichi", "p:sanae-takaichi", "full name"),
        ("South Korean", "KOR", "adjective"),
        ("Lee Jae-myung", "p:lee-jae-myung", "full name"),
        ("Both leaders", "p:lee-jae-myung", "list"),
        ("Both leaders", "p:sanae-takaichi", "list"),
        ("prime minister", "p:sanae-takaichi", "role"),
        ("her", "p:sanae-takaichi", "pronoun"),
        ("Lee", "p:lee-jae-myung", "title"),
        ("Takaichi", "p:sanae-takaichi", "surname"),
    ]


def test_mentions_carry_country_and_sector_of_the_day() -> None:
    then = mentions_of("Joe Biden spoke.", on="2023-05-01")[0]
    now = mentions_of("Joe Biden spoke.", on="2026-01-14")[0]
    before = mentions_of("Pete Hegseth spoke.", on="2020-05-01")[0]
    assert (then.country, then.sector) == ("USA", "GOV")
    assert (now.country, now.sector) == ("USA", "ELI")
    assert before.sector == ""


def test_order_of_names_and_hyphens(link: Link) -> None:
    for written in ("Takaichi Sanae", "Sanae Takaichi"):
        assert (written, "p:sanae-takaichi", "full name") in link(f"{written} spoke.")
    for written in ("Lee Jae Myung", "Lee Jae-myung", "Jae-myung Lee"):
        assert (written, "p:lee-jae-myung", "full name") in link(f"{written} spoke.")


def test_possessives_and_hyphenated_pairs(link: Link) -> None:
    assert [
        m[:2] for m in link("Japan-South Korea ties and U.S.-China trade, France's worry.")
    ] == [
        ("Japan", "JPN"),
        ("South Korea", "KOR"),
        ("U.S.", "USA"),
        ("China", "CHN"),
        ("France", "FRA"),
    ]
    assert ("Sino", "CHN", "adjective") in link("The Sino-Indian border is quiet.")


def test_title_and_surname_needs_the_day_of_the_tenure(link: Link) -> None:
    text = "President Yoon declared martial law."
    assert ("Yoon", "p:yoon-suk-yeol", "title") in link(text, on="2024-12-03")
    assert link(text, on="2026-01-14") == []
    assert link(text, on="2021-01-14") == []


def test_a_role_with_its_country_is_the_holder_of_the_day(link: Link) -> None:
    text = "Japan's prime minister left. South Korea's president stayed."
    assert ("prime minister", "p:shigeru-ishiba", "role") in link(text, on="2025-10-20")
    assert ("prime minister", "p:sanae-takaichi", "role") in link(text, on="2025-10-21")
    assert not [m for m in link(text, on="2025-05-01") if m[0] == "president"]
    assert not [m for m in link(text, on="2031-01-01") if m[2] == "role"]
    assert not [m for m in link(text, on=None) if m[2] == "role"]


def test_another_persons_name_is_not_taken_over(link: Link) -> None:
    found = link("Prime Minister Sanae Takaichi met Haruko Takaichi, and Jeb Trump of Ohio.")
    assert [m for m in found if m[1] == "p:sanae-takaichi"] == [
        ("Sanae Takaichi", "p:sanae-takaichi", "full name")
    ]
    assert "p:donald-trump" not in {m[1] for m in found}


def test_deputies_and_plurals_are_no_holders(link: Link) -> None:
    found = link("Japan's deputy prime minister and two presidents met the French presidents.")
    assert not [m for m in found if m[2] in ("role", "title")]


def test_the_role_of_an_unknown_newcomer_stays_with_the_newcomer(link: Link) -> None:
    text = "Japanese Prime Minister Taro Yamadera spoke. Japan's prime minister left."
    found = link(text)
    assert ("Taro Yamadera", "x:taro-yamadera", "unknown") in found
    assert "p:sanae-takaichi" not in {m[1] for m in found}


def test_an_unknown_actor_keeps_its_name_and_apposition() -> None:
    text = "Kim Min-ji, a professor at Seoul National University, spoke. Kim doubted it."
    found = mentions_of(text, names=[Named(0, 10, "PERSON")])
    first = found[0]
    assert (first.actor, first.how, first.kind) == ("x:kim-min-ji", "unknown", "unknown")
    assert first.apposition is not None
    assert text[first.apposition.start : first.apposition.end] == (
        "a professor at Seoul National University"
    )


def test_pronouns_only_where_one_person_is_meant(link: Link) -> None:
    assert ("She", "p:sanae-takaichi", "pronoun") in link(
        "Prime Minister Sanae Takaichi spoke. She left early."
    )
    assert not [m for m in link(SUMMIT + " He left early.") if m[0] == "He"]
    assert not [m for m in link("Sanae Takaichi spoke. He left.") if m[2] == "pronoun"]


def test_same_input_same_output_and_no_overlap() -> None:
    first, second = mentions_of(SUMMIT), mentions_of(SUMMIT)
    assert first == second
    single = [m for m in first if m.how != "list"]
    assert all(a.span.end <= b.span.start for a, b in pairwise(single))


def test_mentions_by_sentence() -> None:
    found = mentions_of(SUMMIT)
    spans = sentences_of(SUMMIT)
    assert sum(len(part) for part in by_sentence(found, spans)) == len(found)
    assert mentions_within(found, Span(report="other", start=0, end=999)) == ()


def test_hostile_text_is_read_quickly() -> None:
    for text in ("President " * 20_000, "U.S.-" * 20_000, "Kim " * 30_000, "日" * 60_000):
        mentions_of(text, "ja" if "日" in text else "en")


def test_an_undated_title_is_decided_by_the_pages_own_time(link: Link) -> None:
    assert not link("President Bush spoke.", on=None)
    found = link("President Bush spoke. The law of 2006 stands.", on=None)
    assert ("Bush", "p:george-w-bush", "title") in found
    found = link("President Bush met Nouri al-Maliki.", on=None)
    assert ("Bush", "p:george-w-bush", "title") in found


def test_the_pope_needs_a_church(link: Link) -> None:
    text = "The pope spoke to cardinals at the Vatican."
    assert ("pope", "p:pope-leo-xiv", "role") in link(text)
    assert not link("Pope falls cheaply on a turning pitch.")
