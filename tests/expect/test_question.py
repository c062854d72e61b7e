from __future__ import annotations

import pytest

from dateline.expect.question import read_question
from tests.expect.samples import days, read


@pytest.mark.parametrize(
    ("question", "statement", "due"),
    [
        ("Will Kenya sign a new power contract with Ethiopia by the end of June 2026?",
         "Kenya will sign a new power contract with Ethiopia by the end of June 2026",
         (None, "2026-07-01")),
        ("Will the African Union admit a new member state before March 1, 2026?",
         "The African Union will admit a new member state before March 1, 2026",
         (None, "2026-03-01")),
        ("If the court agrees, will the president of Peru resign in 2026?",
         "If the court agrees, the president of Peru will resign in 2026",
         ("2026-01-01", "2027-01-01")),
        ("A ceasefire between the two armies in February 2026?",
         "A ceasefire between the two armies in February 2026",
         ("2026-02-01", "2026-03-01")),
        ("Will the rebels of the eastern province accept the offer of the government?",
         "The rebels of the eastern province will accept the offer of the government",
         (None, None)),
    ],
)  # fmt: skip
def test_a_question_becomes_what_it_asks_about(
    question: str, statement: str, due: tuple[str | None, str | None]
) -> None:
    report, reading = read(question, "2026-01-12")
    assert report.published is not None
    item = read_question(report, reading, report.published)
    assert item is not None
    assert (item.statement, days(item)) == (statement, due)


def test_an_open_question_has_no_statement() -> None:
    report, reading = read("Who will be the next president of Peru after the vote?", "2026-01-12")
    assert report.published is not None
    assert read_question(report, reading, report.published) is None


def test_a_day_without_a_year_is_the_next_of_its_name() -> None:
    text = "Will the Kenyan parliament have passed the budget bill by January 5?"
    report, reading = read(text, "2026-01-12")
    assert report.published is not None
    item = read_question(report, reading, report.published)
    assert item is not None
    assert days(item) == (None, "2027-01-06")
