"""The written reports read as far as roles need it: vectors, parses, quotations and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from dateline.engines import Engines
from dateline.read.dates import find_dates
from dateline.read.quotes import find_quotes
from dateline.read.reading import parse_sentences
from dateline.read.roles.evidence import Evidence, evidence_rows
from dateline.read.roles.features import cues, features
from dateline.read.roles.written import YEAR, Written
from dateline.records import Block, Made, Report, Sentence, Span

# As many characters of a sentence as its vector is made from when reports are read.
EMBEDDED = 180
# The day on which the written reports are taken to appear: late in the year that they tell of.
PUBLISHED = datetime(YEAR, 11, 20, 12, tzinfo=UTC)

# Cues that no language without a parser has: German has the most of them.
_ENGLISH_ONLY = frozenset(
    name for name, patterns in cues().items() if not patterns.keys() & {"de", "all"}
)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A written report with the vectors of its sentences and of its opening, and its features:
    ``rows`` with all that is known, ``unparsed`` as of a language with cues but no parser,
    ``uncued`` as of one that has neither.
    """

    written: Written
    vectors: Matrix
    opening: Matrix
    rows: tuple[dict[str, float], ...]
    unparsed: tuple[dict[str, float], ...]
    uncued: tuple[dict[str, float], ...]


def prepare(reports: Sequence[Written], engines: Engines) -> list[Prepared]:
    """Read every written report. Pure; takes some 40 seconds for 3,000 sentences."""
    return [_prepare(one, engines) for one in reports]


def _prepare(one: Written, engines: Engines) -> Prepared:
    embedder = engines.embedder_for("en")
    if embedder is None:
        raise ValueError("roles are trained with the embedder of English")
    vectors = embedder.embed([one.opening, *(text[:EMBEDDED] for text in one.texts)])
    report, sentences = as_report(one)
    evidence = read_evidence(report, sentences, one.language, engines)
    rows = evidence_rows(report, sentences, evidence)
    less = evidence_rows(report, sentences, Evidence(dates=evidence.dates))
    breaks = [index == 0 for index in range(len(one.texts))]  # paragraphs are not marked
    return Prepared(
        written=one,
        vectors=np.asarray(vectors[1:], np.float64),
        opening=np.asarray(vectors[0], np.float64),
        rows=tuple(features(one.texts, one.language, breaks, YEAR, rows)),
        unparsed=tuple(
            map(_as_unparsed, features(one.texts, one.language, breaks, YEAR, less))
            if one.language == "en"
            else features(one.texts, one.language, breaks, YEAR, less)
        ),
        uncued=tuple(features(one.texts, "und", breaks, YEAR, less)),
    )


def _as_unparsed(row: dict[str, float]) -> dict[str, float]:
    """Leave of an English row the cues that languages without a parser have as well."""
    return {name: 0.0 if name in _ENGLISH_ONLY else value for name, value in row.items()}


def as_report(one: Written) -> tuple[Report, list[Sentence]]:
    """Put a written report together: its title, then one paragraph, a space between sentences."""
    start = len(one.title) + 2 if one.title else 0
    text = " ".join(one.texts)
    body = Block(kind="paragraph", start=start, end=start + len(text))
    title = (Block(kind="title", start=0, end=len(one.title)),) if one.title else ()
    sentences = []
    for piece in one.texts:
        span = Span(report="rep_written", start=start, end=start + len(piece))
        sentences.append(Sentence(span=span, block=len(title)))
        start = span.end + 1
    report = Report(
        id="rep_written",
        key="written",
        text=f"{one.title}\n\n{text}" if one.title else text,
        blocks=(*title, body),
        published=PUBLISHED,
        retrieved=PUBLISHED,
        made=Made(stage="read", version=1),
    )
    return report, sentences


def read_evidence(
    report: Report, sentences: Sequence[Sentence], language: str, engines: Engines
) -> Evidence:
    """Parse the sentences and find their dates and quotations, as reading does."""
    parses = parse_sentences(report, sentences, language, engines)
    return Evidence(
        parses=parses,
        dates=find_dates(
            report.text,
            language,
            report=report.id,
            published=report.published,
            sentences=[sentence.span for sentence in sentences],
        ),
        quotes=find_quotes(report, sentences, parses, (), language),
    )
