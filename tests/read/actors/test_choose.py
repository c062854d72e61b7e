from __future__ import annotations

import pytest

from .conftest import Link


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Jordan closed its border with Syria.", "JOR"),
        ("Georgia and Abkhazia signed it in Tbilisi.", "GEO"),
        ("Voters in Georgia and Alabama chose a senator in Atlanta.", "US-GA"),
        ("Fighting in Congo reached Goma.", "COD"),
        ("Congo held a vote in Brazzaville.", "COG"),
        ("Korea will host the games in Seoul, Busan said.", "KOR"),
        ("Washington said it would answer.", "USA"),
        ("Ties between Tokyo and Seoul improved.", "JPN"),
        ("The Kremlin denied it.", "RUS-GOV"),
        ("Officials at the Blue House denied it.", "KOR-GOV"),
        ("The Turkish army crossed the river.", "TUR-MIL"),
        ("Hamas rejected the plan.", "PSE-HAMAS"),
        ("The WHO warned of cholera.", "WHO"),
        ("Chad closed its border.", "TCD"),
    ],
)
def test_what_a_name_stands_for(link: Link, text: str, actor: str) -> None:
    assert actor in [found for _, found, _ in link(text)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Michael Jordan played well.", "JOR"),
        ("Jordan Henderson scored.", "JOR"),
        ("Chad Smith plays the drums.", "TCD"),
        ("WASHINGTON (AP) - It rained.", "USA"),
        ("He lives in Washington.", "USA"),
        ("George Washington crossed the river.", "USA"),
        ("Peru's Congress voted.", "USA-LEG"),
        ("The Korean Peninsula is divided.", "KOR"),
        ("She flew with American Airlines.", "USA"),
        ("Bank of America closed a branch.", "USA"),
        ("They told us who is there.", "USA"),
        ("They told us who is there.", "WHO"),
        ("The college won two SEC titles.", "USA-SEC"),
        ("Trump Tower stands there.", "p:donald-trump"),
        ("Ivanka Trump spoke.", "p:donald-trump"),
    ],
)
def test_what_a_name_does_not_stand_for(link: Link, text: str, actor: str) -> None:
    assert actor not in [found for _, found, _ in link(text)]


def test_the_navy_is_that_of_the_state_the_page_is_about(link: Link) -> None:
    assert "USA-NAVY" in [m[1] for m in link("The U.S. carrier left. The Navy named no port.")]
    assert "USA-NAVY" not in [m[1] for m in link("Chile's carrier left. The Navy named no port.")]


def test_a_usual_name_needs_a_page_on_public_affairs(link: Link) -> None:
    assert link("John Edwards scored twice for the visitors.") == []
    found = link("Senator John Edwards spoke to Democrats in Congress.")
    assert "p:john-edwards" in [m[1] for m in found]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Beijing's assertive foreign policy worries them.", True),
        ("Beijing's children went to school.", False),
        ("As Tokyo grapples with the dispute, talks go on.", True),
        ("A man was swallowed by Tokyo sinkholes.", False),
    ],
)
def test_a_capital_is_its_government_only_when_it_acts(link: Link, text: str, linked: bool) -> None:
    assert ("metonym" in [how for _, _, how in link(text)]) is linked


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("ja", "米国の国会は揺れた。", "JPN-LEG"),
        ("ko", "중국의 국회가 열렸다.", "KOR-LEG"),
        ("zh", "韩国外交部表示反对。", "CHN-MFA"),
    ],
)
def test_another_states_body(link: Link, language: str, text: str, actor: str) -> None:
    assert actor not in [found for _, found, _ in link(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("ja", "国会は予算を可決した。", "JPN-LEG"),
        ("ja", "イラン外務省は否定した。", "IRN-MFA"),
        ("ko", "중국 외교부는 부인했다.", "CHN-MFA"),
        ("zh", "俄罗斯国防部称。", "RUS-MOD"),
    ],
)
def test_bodies_in_other_scripts(link: Link, language: str, text: str, actor: str) -> None:
    assert actor in [found for _, found, _ in link(text, language)]
