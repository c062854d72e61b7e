from __future__ import annotations

import pytest

from dateline.brief.edit import apply, undo
from dateline.brief.lines import Line, read_lines
from dateline.brief.reference import leaning, placed
from dateline.brief.trim import trim
from dateline.brief.words import content
from dateline.config import Options
from dateline.engines import load_engines
from dateline.records import Parse, Token
from dateline.records.origins import Origins
from tests.brief.helpers import item


@pytest.fixture(scope="module")
def parser() -> object:
    return load_engines(Options.model_validate({"db": ":memory:"})).parser_for("en")


def line_of(text: str, parser: object) -> Line:
    import dataclasses

    report, reading = item("a", [[text]])
    tokens: tuple[Token, ...]
    (tokens,) = parser.parse([text], "en")  # type: ignore[attr-defined]
    reading = dataclasses.replace(reading, parses=(Parse(sentence=0, tokens=tokens),))
    origins = Origins([report.id], [])
    return read_lines({report.id: report}, {report.id: reading}, (report.id,), origins, None)[0]


TOLD = (frozenset(content("The two ministers met in the port of Nordhavn on a cold morning.")),)


def test_a_last_clause_that_only_repeats_goes_and_comes_back(parser: object) -> None:
    text = (
        "Osterland lifted its ban on Norland fish for the first time, after the two ministers met "
        "in the port of Nordhavn."
    )
    line = line_of(text, parser)
    edits = trim(line, (), TOLD)
    short = apply(edits, line.text)
    assert short == "Osterland lifted its ban on Norland fish for the first time."
    assert undo(edits, short) == text


@pytest.mark.parametrize(
    "text",
    [
        # a condition, a contrast, somebody's words, and what would leave too little
        "Osterland will lift its ban on Norland fish, if the two ministers meet in Nordhavn.",
        "Osterland lifted its ban on Norland fish, although the ministers met in Nordhavn port.",
        "Osterland lifted its ban, after “the two ministers met in the port of Nordhavn”.",
        "The ban fell, after the two ministers met in the port of Nordhavn.",
    ],
)
def test_what_binds_quotes_or_leaves_little_stays(text: str, parser: object) -> None:
    assert trim(line_of(text, parser), (), TOLD) == ()


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("The request came a week later.", ["request"]),
        ("The request of the ministry came a week later.", []),
        ("The government accepted the offer after two days of talks.", ["offer"]),
        ("The government accepted the offer of the fishers after two days of talks.", []),
        ("Norland has fought those policies for years.", ["policy"]),
        ("The Norland fleet left the harbour before noon.", []),
        ("Fishers say the catch has halved.", []),
    ],
)
def test_definite_nouns_that_nothing_places(text: str, leans: list[str], parser: object) -> None:
    assert [noun for noun, _ in leaning(line_of(text, parser))] == leans


def test_a_noun_is_placed_by_itself_or_by_one_of_its_sense() -> None:
    assert placed("request", set(content("Norland requests more time")))
    assert placed("deal", set(content("Ministers sign an agreement on the port")))
    assert not placed("request", set(content("Ships left the port at dawn")))
