"""Quotation marks followed through a report: single marks, names in marks, long quotations."""

from __future__ import annotations

import pytest

from dateline.read.roles.features import features
from dateline.read.roles.quoted import quoted


def one_paragraph(texts: list[str]) -> list[bool]:
    return [index == 0 for index in range(len(texts))]


def test_single_marks_around_speech_open_and_close_as_double_ones_do() -> None:
    texts = ["She added: ‘I'm not one to look back.", "I have a boat.", "It floats.’", "He left."]
    marks = quoted(texts, one_paragraph(texts))
    assert [one.inside for one in marks] == [False, True, True, False]
    assert marks[1].share == 1.0


@pytest.mark.parametrize("text", ["The boys’ club has a ‘family’ plan.", "It’s the ‘70s again."])
def test_apostrophes_and_words_set_apart_are_no_speech(text: str) -> None:
    [marks] = quoted([text], [True])
    assert marks.share == 0.0


def test_single_marks_within_double_ones_stay_as_they_are() -> None:
    [marks] = quoted(["“He said: ‘Go.’ And I went,” she said."], [True])
    assert marks.share > 0.6


def test_a_quotation_that_its_paragraph_closes_may_be_long() -> None:
    texts = ["“I was born here.", *["I stayed."] * 9, "I shall die here,” he said.", "He laughed."]
    assert [one.inside for one in quoted(texts, one_paragraph(texts))] == [
        False,
        *[True] * 10,
        False,
    ]


def test_a_mark_that_is_lost_does_not_quote_the_rest() -> None:
    texts = ["“I was born here.", *["He stayed."] * 11]
    assert not quoted(texts, one_paragraph(texts))[-1].inside


@pytest.mark.parametrize(
    ("text", "language", "is_speech"),
    [
        ("Parliament passed the “Act on the Registration of Ships” last.", "en", False),
        ("Das Kabinett hat das „Gesetz über die Eintragung der Schiffe“ gebilligt.", "de", False),
        ("“We shall register every ship in this port,” said Anna Holt.", "en", True),
        ("Holt said the ships were “unsafe, unseen and not worth a penny” that day.", "en", True),
        ("大臣は「すべての船を登録しなければ港に入れない」と話した。", "ja", True),
    ],
)
def test_a_name_in_marks_is_nobodys_words(text: str, language: str, is_speech: bool) -> None:
    assert bool(features([text], language, [True], 2025)[0]["quoted"]) is is_speech


@pytest.mark.parametrize(
    ("past", "present", "language"),
    [
        ("Die Brücke stand lange leer.", "Die Brücke ist lang.", "de"),
        ("Le pont était fermé.", "Le pont compte six voies.", "fr"),
        ("El puente cerró.", "El puente tiene seis carriles.", "es"),
        ("Мост закрыли.", "Мост стоит дорого.", "ru"),
        ("橋は閉鎖された。", "橋は市内にある。", "ja"),
        ("다리는 폐쇄됐다.", "다리는 강 위에 있다.", "ko"),
        ("大桥关闭了。", "大桥是公路桥。", "zh"),
    ],
)
def test_tense_is_seen_in_languages_without_a_parser(
    past: str, present: str, language: str
) -> None:
    rows = features([past, present], language, [True, True], 2025)
    assert [row["happened"] for row in rows] == [1.0, 0.0]
    assert rows[1]["ongoing"] == 1.0


def test_the_ends_of_a_report_are_seen() -> None:
    rows = features(["A ship sank."] + ["It was old."] * 5, "en", [True] * 6, 2025)
    assert [row["first"] for row in rows] == [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert [row["last"] for row in rows] == [0.0, 0.0, 0.0, 0.0, 0.0, 1.0]
