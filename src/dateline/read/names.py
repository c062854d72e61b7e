"""Names that a recogniser finds, asked for only where a sentence holds some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.engines import Engines, NamedSpan
from dateline.records import Parse, Report

# Places of a report in which names are looked for; who matters is named before that.
MOST = 25
# Tokens on both sides of a name that the recogniser is shown: as many as its network sees.
AROUND = 4


@dataclass(slots=True)
class Name:
    """A name with offsets in the report's text."""

    start: int
    end: int
    label: str


def unknown_names(
    report: Report,
    parses: Sequence[Parse],
    language: str,
    engines: Engines,
) -> list[NamedSpan]:
    """Return the names a recogniser finds where the parse holds proper nouns in a row.

    The recogniser takes as long as the parser. So it is asked only about the first place where
    each name of two words or more stands: a surname alone is linked to it later.
    """
    recogniser = engines.recogniser_for(language)
    if recogniser is None:
        return []
    seen: set[str] = set()
    asked: list[tuple[int, int]] = []
    for parse in parses:
        for first, last in _runs(parse):
            start, end = parse.tokens[first].start, parse.tokens[last].end
            if report.text[start:end] in seen:
                continue
            seen.add(report.text[start:end])
            near = parse.tokens[max(0, first - AROUND) : last + 1 + AROUND]
            if asked and near[0].start <= asked[-1][1]:
                asked[-1] = asked[-1][0], near[-1].end
            elif len(asked) < MOST:
                asked.append((near[0].start, near[-1].end))
    found = recogniser.names([report.text[start:end] for start, end in asked], language)
    return [
        Name(start + name.start, start + name.end, name.label)
        for (start, _), names in zip(asked, found, strict=True)
        for name in names
    ]


def _runs(parse: Parse) -> Iterator[tuple[int, int]]:
    """The first and last token of each run of two or more proper nouns."""
    start: int | None = None
    for index, token in enumerate(parse.tokens):
        if token.pos == "PROPN":
            start = index if start is None else start
            continue
        if start is not None and index - start > 1:
            yield start, index - 1
        start = None
    if start is not None and len(parse.tokens) - start > 1:
        yield start, len(parse.tokens) - 1
