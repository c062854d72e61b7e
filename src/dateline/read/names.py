"""Names that a recogniser finds, asked for only where a sentence holds some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.engines import Engines, NamedSpan
from dateline.records import Parse, Report, Sentence

# Sentences a report in which names are looked for; who matters is named before that.
MOST = 40


@dataclass(slots=True)
class Name:
    """A name with offsets in the report's text."""

    start: int
    end: int
    label: str


def unknown_names(
    report: Report,
    sentences: Sequence[Sentence],
    parses: Sequence[Parse],
    language: str,
    engines: Engines,
) -> list[NamedSpan]:
    """Return the names a recogniser finds in the sentences whose parse holds two proper nouns
    in a row.

    The recogniser takes as long as the parser, and the knowledge base finds single names by
    itself, so sentences without a name of several words are not given to it.
    """
    recogniser = engines.recogniser_for(language)
    if recogniser is None:
        return []
    asked = [
        sentences[parse.sentence].span.start
        for parse in parses
        if any(
            one.pos == other.pos == "PROPN"
            for one, other in zip(parse.tokens, parse.tokens[1:], strict=False)
        )
    ][:MOST]
    ends = {sentence.span.start: sentence.span.end for sentence in sentences}
    found = recogniser.names([report.text[start : ends[start]] for start in asked], language)
    return [
        Name(start + name.start, start + name.end, name.label)
        for start, names in zip(asked, found, strict=True)
        for name in names
    ]
