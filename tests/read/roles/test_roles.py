import dataclasses
from datetime import UTC, datetime

import numpy as np
import pytest

from dateline.engines.use import UseEmbedder
from dateline.read.roles import Evidence, assign_roles
from dateline.read.roles.evidence import evidence_rows
from dateline.read.roles.features import features, names
from dateline.read.roles.model import chain, columns, succession, weights
from dateline.read.roles.prepared import as_report, prepare, read_evidence
from dateline.read.roles.quoted import quoted
from dateline.read.roles.train import cross_validate, engines, macro_f1
from dateline.read.roles.written import ROLES, Written, written_reports
from dateline.records import Block, Made, Report, Sentence, Span
from dateline.records.report import BlockKind

TEXT = (
    "The prime ministers of Nepal and Bhutan opened a bridge over the Torsa on Saturday. "
    "It is 412 metres long and was built in three years. "
    "It is important because the old ferry stops in every monsoon. "
    '"We waited all our lives for this," said a farmer on the Bhutanese bank. '
    "A first bridge was washed away in 1993. "
    "A second one is expected to open next year. "
    "The engineer spoke on condition of anonymity. "
    "Sign up for our newsletter."
)
KINDS: tuple[BlockKind, ...] = ("paragraph", "paragraph", "caption")
EXPECTED = ["main", "detail", "reason", "reaction", "background", "next", "method", "boilerplate"]


def report(text: str = TEXT) -> Report:
    return Report(
        id="rep_1",
        key="k",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=datetime(2026, 1, 1, tzinfo=UTC),
        made=Made(stage="read", version=1),
    )


def sentences(text: str = TEXT) -> list[Sentence]:
    found, start = [], 0
    for part in text.split(". "):
        end = min(start + len(part) + 1, len(text))
        found.append(Sentence(span=Span(report="rep_1", start=start, end=end), block=0))
        start = end + 1
    return found


def test_each_role_is_found_with_vectors_and_says_why() -> None:
    embedder = UseEmbedder()
    given = sentences()
    vectors = embedder.embed([TEXT[s.span.start : s.span.end] for s in given])
    found = assign_roles(report(), given, "en", vectors, embedder.name)
    assert [sentence.role for sentence in found] == EXPECTED
    assert all(sentence.why and sentence.certainty >= 0.25 for sentence in found)


def test_without_vectors_the_cues_still_speak() -> None:
    found = assign_roles(report(), sentences(), "en")
    agree = sum(s.role == role for s, role in zip(found, EXPECTED, strict=True))
    assert agree >= 6


def test_a_language_without_cues_or_vectors_is_left_unknown() -> None:
    found = assign_roles(report(), sentences(), "sw")
    assert {sentence.role for sentence in found} == {"unknown"}


def test_vectors_of_another_engine_are_left_aside() -> None:
    given = sentences()
    other = assign_roles(report(), given, "en", np.ones((len(given), 384)), "other-1.0")
    assert other == assign_roles(report(), given, "en")


def test_no_sentences_no_roles() -> None:
    assert assign_roles(report(), [], "en") == ()


def features_of(text: str, language: str) -> dict[str, float]:
    return features([text], language, [True], 2025)[0]


def test_every_feature_has_a_weight() -> None:
    assert set(features_of("He will go.", "en")) == set(names())
    assert weights().without_vector.shape == (len(columns()) + 1, len(ROLES))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He will visit Oslo next week.", "en"),
        ("来月に訪問する予定だ。", "ja"),
        ("다음 달 방문할 예정이다.", "ko"),
        ("预计将于下月访问。", "zh"),
    ],
)
def test_the_future_is_seen_in_four_languages(text: str, language: str) -> None:
    assert features_of(text, language)["future"] == 1.0


def test_years_look_back_or_ahead_from_publication() -> None:
    back, ahead = features(
        ["The mill burned down in 1911.", "It opens in 2031."], "en", [True, True], 2025
    )
    assert (back["year"], back["coming_year"]) == (1.0, 0.0)
    assert (ahead["year"], ahead["coming_year"]) == (0.0, 1.0)
    assert back["after_year"] == 0.0
    assert ahead["before_year"] == 1.0


@pytest.mark.parametrize(
    "texts",
    [
        ["“We lost the roof.", "We lost the cow.", "We start again.”", "He went in."],
        ['"We lost the roof.', "We lost the cow.", 'We start again."', "He went in."],
    ],
)
def test_a_quotation_goes_on_until_it_is_closed(texts: list[str]) -> None:
    marks = quoted(texts, [True, False, False, False])
    assert [one.inside for one in marks] == [False, True, True, False]
    assert [one.share > 0.9 for one in marks] == [True, True, True, False]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    marks = quoted(["“We lost the roof.", "The mayor came at noon."], [True, True])
    assert not marks[1].inside
    assert marks[1].share == 0.0


def test_an_unmarked_sentence_within_a_quotation_is_a_reaction() -> None:
    text = (
        "The council of Bergen closed the old fish market on Monday. "
        "“I have sold cod here for thirty years. "
        "My mother stood at this table. "
        "Nobody asked us,” said Kari Moe, a fishmonger."
    )
    embedder, given = UseEmbedder(), sentences(text)
    vectors = embedder.embed([text[s.span.start : s.span.end] for s in given])
    found = assign_roles(report(text), given, "en", vectors, embedder.name)
    assert [sentence.role for sentence in found[1:]] == ["reaction"] * 3


def test_captions_and_headings_are_no_reporting() -> None:
    parts = ["The dam broke on Monday.", "What happened next", "A boat at the dam."]
    text = "\n\n".join(parts)
    blocks, given, start = [], [], 0
    for number, (part, kind) in enumerate(zip(parts, KINDS, strict=True)):
        blocks.append(Block(kind=kind, start=start, end=start + len(part)))
        span = Span(report="rep_1", start=start, end=start + len(part))
        given.append(Sentence(span=span, block=number))
        start += len(part) + 2
    found = assign_roles(dataclasses.replace(report(text), blocks=tuple(blocks)), given, "en")
    assert [sentence.why for sentence in found[1:]] == ["heading", "caption"]
    assert {sentence.role for sentence in found[1:]} == {"boilerplate"}
    assert found[0].role == "main"


def test_the_chain_lets_neighbours_decide_what_is_even() -> None:
    follows = succession([[0, 0, 0, 0, 1, 1, 1, 1]] * 20, 2)
    even = np.array([[0.9, 0.1], [0.5, 0.5], [0.9, 0.1]])
    assert chain(even, follows, 1.0)[1, 0] > 0.6
    assert np.allclose(chain(even, follows, 0.0), even)


def told(text: str) -> dict[str, float]:
    """The features of a sentence that is parsed, with its quotations."""
    one = Written("en", 0, True, "", (text,), ("detail",))
    whole, given = as_report(one)
    return evidence_rows(whole, given, read_evidence(whole, given, "en", engines()))[0]


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("The minister resigned on Monday.", "clause_own_past"),
        ("The minister will resign.", "clause_own_future"),
        ("Ito said the minister had resigned.", "clause_told_pluperfect"),
        ("Ito said the minister should resign.", "clause_told_must"),
        ("Ito said the minister had resigned.", "clause_said"),
        ("Ito criticised the minister.", "clause_stance"),
    ],
)
def test_a_clause_tells_its_tense_and_whose_words_it_holds(text: str, feature: str) -> None:
    assert told(text)[feature] == 1.0


def test_a_date_counts_where_it_is_what_the_sentence_tells_of() -> None:
    assert told("The school was founded in 1911.")["when_long"] == 1.0
    beside = told("The school, founded in 1911, teaches sixty children.")
    assert (beside["when_long"], beside["when_aside"]) == (0.0, 1.0)


def test_a_time_holds_until_another_is_named() -> None:
    texts = (
        "In 1998 the mill closed.",
        "Its owner left the town.",
        "Today the building is a library.",
        "It has nine rooms.",
    )
    one = Written("en", 0, True, "", texts, ("background", "background", "detail", "detail"))
    whole, given = as_report(one)
    rows = evidence_rows(whole, given, read_evidence(whole, given, "en", engines()))
    assert [row["carried_long"] for row in rows] == [1.0, 1.0, 0.0, 0.0]


def test_a_lead_says_the_title_again() -> None:
    one = Written(
        "en", 0, True, "Dam bursts above Narvik", ("A dam burst above Narvik.",), ("main",)
    )
    whole, given = as_report(one)
    assert evidence_rows(whole, given, Evidence())[0]["title_words"] > 0.4


def test_pull_quotes_and_bare_numbers_are_told_by_their_form() -> None:
    text = "The dam broke on Monday.\n\n2.\n\nWe lost everything"
    spans = ((0, 24), (26, 28), (30, 48))
    kinds: tuple[BlockKind, ...] = ("paragraph", "paragraph", "quote")
    blocks = tuple(
        Block(kind=kind, start=start, end=end)
        for kind, (start, end) in zip(kinds, spans, strict=True)
    )
    given = [
        Sentence(span=Span(report="rep_1", start=start, end=end), block=number)
        for number, (start, end) in enumerate(spans)
    ]
    found = assign_roles(dataclasses.replace(report(text), blocks=blocks), given, "en")
    assert [sentence.role for sentence in found[1:]] == ["boilerplate", "reaction"]
    assert [sentence.why for sentence in found[1:]] == ["no word", "pull quote"]


def test_a_language_without_cues_is_read_by_vectors() -> None:
    text = "Der Präsident eröffnet am Montag die Brücke. „Wir sind froh“, sagte eine Bäuerin."
    embedder, given = UseEmbedder(), sentences(text)
    vectors = embedder.embed([text[s.span.start : s.span.end] for s in given])
    found = assign_roles(report(text), given, "de", vectors, embedder.name)
    assert [sentence.role for sentence in found] == ["main", "reaction"]


@pytest.mark.slow
def test_cross_validation_holds() -> None:
    reports = prepare(written_reports(), engines())
    assert {role for one in reports for role in one.written.roles} == set(ROLES)
    assert macro_f1(*cross_validate(reports)) >= 0.84
    assert macro_f1(*cross_validate(reports, vectors=False)) >= 0.74


def test_hostile_sentences_take_no_time() -> None:
    features_of("will " * 200_000, "en")
    features_of("\u0000" * 100_000, "ja")
    features_of("had " * 50_000, "en")
    quoted(["“" * 100_000], [True])
