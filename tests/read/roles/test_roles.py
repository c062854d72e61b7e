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


def test_a_language_without_cues_or_vectors_is_read_by_its_marks_and_places() -> None:
    found = assign_roles(report(), sentences(), "sw")
    assert [found[0].role, found[3].role] == ["main", "reaction"]
    assert {sentence.role for sentence in found[1:3]} == {"detail"}


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
    assert weights().unparsed_words.shape == (len(columns()) + 1, len(ROLES))
    assert weights().uncued_words.shape == weights().unparsed_words.shape
    assert weights().parsed.shape == weights().unparsed.shape == weights().uncued.shape


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He will visit Oslo next week.", "en"),
        ("来月に訪問する予定だ。", "ja"),
        ("다음 달 방문할 예정이다.", "ko"),
        ("预计将于下月访问。", "zh"),
        ("Er will im Mai nach Oslo reisen.", "de"),
        ("Il se rendra à Oslo la semaine prochaine.", "fr"),
        ("Viajará a Oslo la próxima semana.", "es"),
        ("Hij gaat volgende week naar Oslo.", "nl"),
        ("W przyszłym tygodniu będzie w Oslo.", "pl"),
        ("Он будет в Осло.", "ru"),
        ("Han ska till Oslo.", "sv"),
        ("Gelecek hafta Oslo'ya gidecek.", "tr"),
    ],
)
def test_the_future_is_seen_in_many_languages(text: str, language: str) -> None:
    assert features_of(text, language)["future"] == 1.0


def test_years_look_back_or_ahead_from_publication() -> None:
    back, ahead = features(
        ["The mill burned down in 1911.", "It opens in 2031."], "en", [True, True], 2025
    )
    assert (back["year"], back["coming_year"]) == (1.0, 0.0)
    assert (ahead["year"], ahead["coming_year"]) == (0.0, 1.0)


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


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("„Wir gehen heim“, sagte sie.", ", sagte sie."),
        ("“We go home,” she said.", "she said."),
        ("”Vi går hem”, sa hon.", ", sa hon."),
        ("»Wir gehen heim«, sagte sie.", ", sagte sie."),
        ("« Nous rentrons », dit-elle.", ", dit-elle."),
        ("「帰ろう」と彼女は言った。", "と彼女は言った。"),
        ("– Wracamy do domu – powiedziała.", "– powiedziała."),
    ],
)
def test_marks_open_and_close_as_their_languages_use_them(text: str, outside: str) -> None:
    [marks] = quoted([text], [True], dashes=True)
    assert marks.outside.strip() == outside
    assert marks.share > 0.2


def test_a_quotation_goes_on_over_paragraphs_that_only_close_it() -> None:
    texts = ["“I have a life.", "I have two dogs.", "I have my health,” she said.", "She left."]
    marks = quoted(texts, [True] * 4)
    assert [one.inside for one in marks] == [False, True, True, False]


def test_time_is_sought_outside_quotation_marks() -> None:
    row = features_of("“We were poor in 1950 and will be again next year,” said Anna Holt.", "en")
    assert (row["future"], row["past"], row["quoted"]) == (0.0, 0.0, 1.0)


def test_what_somebody_judges_is_told_from_what_somebody_tells() -> None:
    judged = features_of("She said the plan was reckless and unfair.", "en")
    told = features_of("She said the plan had been sent to 40 towns.", "en")
    assert (judged["told_judging"], judged["told_plain"]) == (1.0, 0.0)
    assert (told["told_judging"], told["told_plain"]) == (0.0, 1.0)


def test_an_older_time_fades_over_the_past_tense_after_it() -> None:
    texts = ["The mill burned down in 1911.", "The owner left.", "His sons stayed.", "It is rich."]
    rows = features(texts, "en", [True, False, False, False], 2025)
    found = [row["older_told"] for row in rows]
    assert found[0] == found[3] == 0.0
    assert found[1] > found[2] > 0.0


def test_words_in_marks_are_a_reaction_whenever_they_were_spoken() -> None:
    text = "The mill at Osby closed on Monday. “In 1911 we all worked there,” her letter says."
    found = assign_roles(report(text), sentences(text), "en")
    assert found[1].role == "reaction"
    assert found[1].certainty > 0.8


def test_the_lead_under_a_standfirst_is_the_main_event() -> None:
    parts = ["Two towns argue over a bridge that nobody uses.",
             "A court in Bergen stopped the bridge over the Torsa on Monday.",
             "The judges read the files for a year."]  # fmt: skip
    text = "Court stops bridge over Torsa\n\n" + "\n\n".join(parts)
    blocks, given, start = [Block(kind="title", start=0, end=29)], [], 31
    for number, part in enumerate(parts, 1):
        blocks.append(Block(kind="paragraph", start=start, end=start + len(part)))
        span = Span(report="rep_1", start=start, end=start + len(part))
        given.append(Sentence(span=span, block=number))
        start += len(part) + 2
    whole = dataclasses.replace(report(text), blocks=tuple(blocks))
    found = assign_roles(whole, given, "en")
    assert [sentence.role for sentence in found[:2]] == ["main", "main"]
    assert found[1].why == "lead"
    assert found[2].role != "main"


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


def test_german_is_read_by_cues_and_vectors() -> None:
    text = (
        "Der Präsident eröffnet am Montag die Brücke. "
        "„Wir sind froh, dass das Warten endet“, sagte eine Bäuerin."
    )
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
