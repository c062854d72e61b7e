"""Types by verb and arguments, statuses, parties, times."""

from __future__ import annotations

import pytest

from dateline.events import Mention
from dateline.events.ontology import TYPES, as_plover
from tests.events.conftest import Mentions, Read


def _only(mentions: list[Mention]) -> Mention:
    assert len(mentions) == 1, [(m.action, m.why) for m in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("The government of Kenya lifted its sanctions on Ethiopia on Monday.", "CONCEDE"),
        ("The government of Kenya imposed heavy sanctions on Ethiopia.", "SANCTION"),
        ("The opposition leader in Kenya attacked the budget plan of Ethiopia.", "ACCUSE"),
        ("Kenya sold its new tanks to the army of Ethiopia this year.", "COOPERATE"),
        ("Troops of Kenya stormed a village in the north of Ethiopia.", "ASSAULT"),
        ("The president of Kenya called the president of Ethiopia a liar.", "ACCUSE"),
        ("The president of Kenya called on Ethiopia to open the road.", "REQUEST"),
        ("The army of Kenya broke the truce with the army of Ethiopia.", "ASSAULT"),
        ("The minister said that Kenya would never release the pilot of Ethiopia.", "REJECT"),
    ],
)  # fmt: skip
def test_arguments_decide(text: str, action: str, mentions: Mentions) -> None:
    assert action in {as_plover(m.action, m.status) for m in mentions(text)}


def test_an_attack_in_parliament_is_no_assault(mentions: Mentions) -> None:
    text = "The opposition in Japan attacked the plan in parliament on Tuesday, and Seoul replied."
    assert "ASSAULT" not in {m.action for m in mentions(text)}


def test_a_plural_noun_that_was_parsed_as_a_verb_acts_not(mentions: Mentions) -> None:
    text = "Japan's minister said on Monday that the seafood import bans Seoul imposed remained."
    assert not [m for m in mentions(text) if any(p.code.startswith("JPN") for p in m.sources)]


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake struck northern Chile on Monday and killed nine people in the port.",
        "Nobody was killed in the aftershock, but six were hurt, Chile's interior minister said.",
        "A quake struck off northern Chile on Monday, Chile's interior minister said.",
    ],
)
def test_nature_assaults_nobody(mentions: Mentions, text: str) -> None:
    assert not [m for m in mentions(text) if m.action == "ASSAULT"]


def test_a_plan_keeps_its_deed_and_plover_calls_it_agree(mentions: Mentions) -> None:
    found = _only(mentions("The government of Kenya will free forty prisoners from Ethiopia."))
    assert (found.action, found.status) == ("RETREAT", "planned")
    assert as_plover(found.action, found.status) == "AGREE"


def test_codes_have_country_and_sector(mentions: Mentions) -> None:
    found = _only(mentions("South Korean troops shot at a boat of the Japanese coast guard."))
    assert [p.code for p in found.sources] == ["KORMIL"]
    assert found.targets[0].code.startswith("JPN")


def test_a_state_alone_has_its_country(mentions: Mentions) -> None:
    found = _only(mentions("On Monday the state of Kenya condemned Ethiopia for the raid."))
    assert {p.code[:3] for p in found.targets} == {"ETH"}


def test_the_date_is_that_of_the_clause(mentions: Mentions) -> None:
    text = "Kenya said on Tuesday that its jets had bombed a camp in Ethiopia on Sunday night."
    found = [m for m in mentions(text) if m.action == "ASSAULT"]
    assert found[0].when.timex.startswith("2025-06-08")


def test_long_ago_is_background(mentions: Mentions) -> None:
    found = _only(mentions("Kenya and Ethiopia signed a peace treaty in 1970, after the war."))
    assert found.status == "background"


def test_every_mention_says_why_and_where(mentions: Mentions, read: Read) -> None:
    text = "The government of Kenya imposed heavy sanctions on Ethiopia."
    found = _only(mentions(text))
    assert "sanction" in found.why
    assert text[found.words.start : found.words.end] == "imposed"


def test_deep_nesting_ends(mentions: Mentions) -> None:
    mentions("Kenya said that " * 150 + "Ethiopia left the talks.")


def test_every_type_has_a_quad_class_and_a_score_on_its_side() -> None:
    for name, kind in TYPES.items():
        assert (kind.goldstein > 0) == kind.quad.endswith("cooperation"), name


@pytest.mark.parametrize(
    ("language", "text", "action", "status"),
    [
        ("ja", "高市早苗首相は昨日、韓国の李在明大統領と会談した。", "CONSULT", "happened"),
        ("ja", "韓国の李在明大統領は来月、日本を訪問する予定だ。", "CONSULT", "planned"),
        ("ja", "中国は日本を強く批判した。記者会見で報道官が述べた。", "ACCUSE", "happened"),
        ("ko", "이재명 대통령이 다카이치 사나에 총리와 정상회담을 했다.", "CONSULT", "happened"),
        ("ko", "이재명 대통령은 다음 달 일본을 방문할 예정이다.", "CONSULT", "planned"),
        ("zh", "中国外交部发言人昨天表示，中国谴责日本的有关言论。", "ACCUSE", "happened"),
        ("zh", "韩国总统李在明将于下周访问日本，双方官员正在准备。", "CONSULT", "planned"),
    ],
)  # fmt: skip
def test_east_asian_sentences(
    language: str, text: str, action: str, status: str, mentions: Mentions
) -> None:
    found = mentions(text, language=language)
    assert (action, status) in {(m.action, m.status) for m in found}, found


def test_a_language_without_rules_has_none(mentions: Mentions) -> None:
    assert mentions("Kenya heeft Ethiopië zondag aangevallen.", language="nl") == []
