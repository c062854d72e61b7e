"""What a sentence needs to be read alone: weekdays, years, who is meant, what is taken up."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest

from dateline.brief.edit import apply, edits_for
from dateline.brief.lines import Line, read_lines
from dateline.brief.numeral_words import value
from dateline.brief.persons import is_person
from dateline.brief.wording import stands_alone
from dateline.config import Options
from dateline.engines import load_engines
from dateline.records import DateMention, Parse, Reading, Report, Span, When
from dateline.records.origins import Origins
from tests.brief.helpers import item

PUBLISHED = datetime(2026, 1, 12, 8, tzinfo=UTC)  # a Monday


@pytest.fixture(scope="module")
def parser() -> object:
    return load_engines(Options.model_validate({"db": ":memory:"})).parser_for("en")


def read(text: str, parser: object, words: str = "", day: str = "", precision: str = "day",
         direction: str = "future") -> tuple[Line, Report, Reading]:  # fmt: skip
    """A one-sentence report, parsed, with ``words`` of it dated to ``day``."""
    report, reading = item("a", [[text]], published=PUBLISHED)
    (tokens,) = parser.parse([text], "en")  # type: ignore[attr-defined]
    dates: tuple[DateMention, ...] = ()
    if words:
        start = datetime.fromisoformat(f"{day}T00:00:00+00:00")
        when = When(earliest=start, latest=start + timedelta(days=1 if precision == "day" else 28),
                    precision=precision, anchor="published")  # type: ignore[arg-type]  # fmt: skip
        at = text.index(words)
        span = Span(report=report.id, start=at, end=at + len(words))
        dates = (DateMention(span=span, when=when, direction=direction),)  # type: ignore[arg-type]
    reading = dataclasses.replace(
        reading, parses=(Parse(sentence=0, tokens=tokens),), dates=dates
    )  # fmt: skip
    (line,) = read_lines(
        {report.id: report}, {report.id: reading}, (report.id,), Origins([report.id], []), None
    )
    return line, report, reading


def edited(*args: str, parser: object, **more: str) -> str:
    line, report, reading = read(args[0], parser, *args[1:], **more)
    return apply(edits_for(line, report, reading), line.text)


def test_a_weekday_told_as_done_is_the_one_gone_by(parser: object) -> None:
    text = "The two ministers met on Sunday in the old port of Lom."
    made = edited(text, "Sunday", "2026-01-18", parser=parser)
    assert made == "The two ministers met on 11 January 2026 in the old port of Lom."


def test_a_weekday_of_a_plan_stays_where_it_is(parser: object) -> None:
    text = "The ministers of Osterland will meet in Lom on Sunday."
    made = edited(text, "Sunday", "2026-01-18", parser=parser)
    assert made == "The ministers of Osterland will meet in Lom on 18 January 2026."


def test_a_month_gone_by_gets_its_year(parser: object) -> None:
    text = "The two countries signed a treaty on fish in October."
    made = edited(text, "October", "2025-10-01", "month", parser=parser, direction="past")
    assert made == "The two countries signed a treaty on fish in October 2025."


def test_a_month_that_may_be_the_next_or_the_last_gets_none(parser: object) -> None:
    text = "Osterland’s decision in October has angered the fishers of Lom."
    assert edited(text, "October", "2026-10-01", "month", parser=parser) == text


def test_what_was_added_is_said(parser: object) -> None:
    text = "The fishers of Lom added that the catch had halved."
    assert edited(text, parser=parser) == "The fishers of Lom said that the catch had halved."


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("The Harbour Times has reported she was fond of the sea and of fish.", False),
        ("Minister Ada Berg said she was fond of the sea and of fish.", True),
        ("There are key next steps that need to be taken.", False),
        ("Ministers to meet in Lom over fish and the price of fuel", False),
        ("41: Per cent of fishers in Lom that think the port is unsafe.", False),
        ("Some have already left the port of Lom for the north.", False),
        ("Some fishers have already left the port of Lom for the north.", True),
        ("However, the port of Lom stays open through the winter.", True),
    ],
)
def test_what_can_be_read_alone(text: str, alone: bool, parser: object) -> None:
    line, report, reading = read(text, parser)
    assert stands_alone(line, report, reading) is alone


def test_persons() -> None:
    assert all(map(is_person, ("miner", "activist", "mother", "fisherman", "minister")))
    assert not any(map(is_person, ("ability", "river", "number", "newspaper", "border")))


@pytest.mark.parametrize(
    ("words", "language", "number"),
    [
        ("treinta y cuatro", "es", 34), ("veintisiete", "es", 27), ("doscientas", "es", 200),
        ("quatre-vingt-dix-sept", "fr", 97), ("vingt et un", "fr", 21), ("trois cents", "fr", 300),
        ("siebenundzwanzig", "de", 27), ("zweihundertdreißig", "de", 230), ("zwölf", "de", 12),
        ("Haus", "de", None), ("y", "es", None),
    ],
)  # fmt: skip
def test_number_words(words: str, language: str, number: int | None) -> None:
    assert value(words, language) == number
