from datetime import UTC, datetime

import numpy as np
import pytest

from dateline.engines.use import UseEmbedder
from dateline.read.roles import assign_roles
from dateline.read.roles.features import features, names
from dateline.read.roles.train import ROLES, cross_validate, examples, macro_f1
from dateline.records import Block, Made, Report, Sentence, Span

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
    assert all(sentence.why and sentence.certainty >= 0.35 for sentence in found)


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


def test_every_feature_has_a_weight() -> None:
    assert set(features("He will go.", "en", 0)) == set(names())


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
    assert features(text, language, 3)["future"] == 1.0


def test_cross_validation_of_features_alone_holds() -> None:
    rows = examples()
    assert {row.role for row in rows} == set(ROLES)
    assert macro_f1(*cross_validate(rows, None)) >= 0.78


def test_hostile_sentences_take_no_time() -> None:
    features("will " * 200_000, "en", 0)
    features("\u0000" * 100_000, "ja", 0)
