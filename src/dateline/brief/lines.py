"""Lines: the sentences of a story's reports, each with everything that is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from dateline.brief import cues
from dateline.brief.fit import NO_FITS, Fits, fits
from dateline.brief.number import Number
from dateline.brief.numerals import numbers
from dateline.brief.roles import HEADING_CERTAINTY, LEAD_CERTAINTY, fallback, heading_role
from dateline.brief.vectors import TITLE, sentence_vectors
from dateline.brief.weekday import as_told
from dateline.brief.words import content, length
from dateline.engines import Engines
from dateline.records import DateMention, Quote, Reading, Report, Role, Sentence, Span, Token
from dateline.records.origins import Origins

# A report of a thousand sentences is no news report; what comes later is not read for the brief.
MOST_SENTENCES = 400
# Each sentence is compared with each: of a story that many tell, the openings are read, where a
# report says what is new. Sixty reports of thirty sentences took ten seconds, six hundred take one.
MOST_LINES = 600
FEWEST = 4  # sentences that are read of any report
_EMBEDDED = "pic.twitter.com/"  # the end of a post that stands in the page as it was posted


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence: where it stands, who says it, what it does, what it holds.

    ``order`` is its index in the story (reports by time, then sentences by place), ``place``
    its position in the report from 0 (first) to 1 (last); ``inside`` the direct quotations in
    it, as offsets into ``text``; ``actors`` linked actor ids; ``vector`` a unit vector or None;
    ``tokens`` its parse where it has one; ``headline`` how near it is to the titles of the story's
    reports, 0 to 1 on average; ``fits`` how well it serves each section.
    """

    order: int
    report: str
    origin: str
    index: int
    block: int
    span: Span
    text: str
    language: str
    role: Role
    certainty: float
    place: float
    words: tuple[str, ...]
    numbers: tuple[Number, ...]
    actors: frozenset[str]
    places: tuple[str, ...]
    dates: tuple[DateMention, ...]
    quotes: tuple[Quote, ...]
    inside: tuple[tuple[int, int], ...]
    published: datetime | None
    vector: NDArray[np.float32] | None
    tokens: tuple[Token, ...] = ()
    headline: float = 0.0
    fits: Fits = NO_FITS

    @property
    def length(self) -> int:
        """Length in words."""
        return length(self.text)


def read_lines(
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    order: tuple[str, ...],
    origins: Origins,
    engines: Engines | None,
) -> tuple[Line, ...]:
    """Return the usable sentences of the reports in ``order``.

    Headings, titles, captions, derivation lines and boilerplate are left out: nothing of them
    may stand in a section. Of a report at most ``MOST_SENTENCES`` are read, and fewer where the
    story has many.
    """
    lines: list[Line] = []
    each = min(MOST_SENTENCES, max(FEWEST, MOST_LINES // max(1, len(order))))
    table = sentence_vectors(reports, readings, order, engines)
    titles = [content(reports[one].title or "") for one in order]
    vectors_of_titles = [table.get(one, {}).get(TITLE) for one in order]
    for report_id in order:
        report, reading = reports[report_id], readings.get(report_id)
        if reading is None:
            continue
        vectors = table.get(report_id, {})
        parses = {parse.sentence: parse.tokens for parse in reading.parses}
        total = max(1, len(reading.sentences) - 1)
        for index, sentence in enumerate(reading.sentences[:each]):
            tokens = parses.get(index, ())
            line = _line(
                report,
                reading,
                index,
                sentence,
                index / total,
                vectors,
                len(lines),
                origins,
                tokens,
            )
            if line is not None:
                near = [_near(line, t, v) for t, v in zip(titles, vectors_of_titles, strict=True)
                        if t]  # fmt: skip
                headline = round(sum(near) / len(near), 4) if near else 0.0
                lines.append(replace(line, headline=headline))
    return tuple(lines)


def _near(line: Line, title: tuple[str, ...], vector: NDArray[np.float32] | None) -> float:
    """How near a line is to a title: by the title's words in it, or by meaning."""
    words = len(set(title) & set(line.words)) / len(set(title))
    meaning = float(line.vector @ vector) if line.vector is not None and vector is not None else 0.0
    return max(words, meaning)


def _line(
    report: Report,
    reading: Reading,
    index: int,
    sentence: Sentence,
    place: float,
    vectors: dict[int, NDArray[np.float32]],
    order: int,
    origins: Origins,
    tokens: tuple[Token, ...],
) -> Line | None:
    text = report.quote(sentence.span)
    kind = (
        report.blocks[sentence.block].kind if sentence.block < len(report.blocks) else "paragraph"
    )
    if kind in ("title", "heading", "derivation", "caption") or not text.strip():
        return None
    role, certainty = sentence.role, sentence.certainty
    told = heading_role(report, sentence)
    if role == "unknown":
        role, certainty = fallback(report, sentence, text, place)
    elif (
        told is not None and certainty < HEADING_CERTAINTY and role not in ("boilerplate", "method")
    ):
        role, certainty = told, HEADING_CERTAINTY  # the report itself says what this part is
    if index == 0 and role in ("detail", "reason", "next", "reaction"):
        role, certainty = "main", max(certainty, LEAD_CERTAINTY)
    if (
        "pic.twitter.com/" in text
        or role in ("boilerplate", "method")
        or cues.ROLE_CUES[0][1].search(text)
    ):
        return None
    span = sentence.span
    quotes = tuple(quote for quote in reading.quotes if quote.span.overlaps(span))
    inside = quoted(text)
    dates = tuple(
        as_told(m, report.quote(m.span), tokens, report.published)
        for m in reading.dates
        if m.span.within(span)
    )
    fitting = fits(
        text, role=role, certainty=certainty, language=reading.language, place=index,
        inside=inside, dates=dates, published=report.published, tokens=tokens,
    )  # fmt: skip
    return Line(
        order=order,
        report=report.id,
        origin=origins.root(report.id),
        index=index,
        block=sentence.block,
        span=span,
        text=text,
        language=reading.language,
        role=role,
        certainty=certainty,
        place=place,
        words=content(text),
        numbers=numbers(text, reading.language),
        actors=frozenset(m.actor for m in reading.actors if m.actor and m.span.within(span)),
        places=tuple(dict.fromkeys(m.place for m in reading.places if m.span.within(span))),
        dates=dates,
        quotes=quotes,
        inside=inside,
        published=report.published,
        vector=vectors.get(index),
        tokens=tokens,
        fits=fitting,
    )


_MARKS = {"“": "”", "「": "」", "『": "』", "«": "»", "‘": "’", '"': '"'}


def quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of what stands between quotation marks in ``text``, the marks included."""
    found, at = [], 0
    while at < len(text):
        close = _MARKS.get(text[at])
        if close and not (text[at] == "‘" and at and text[at - 1].isalnum()):
            end = text.find(close, at + 1)
            if end < 0:
                found.append((at, len(text)))  # opened here, closed in a later sentence
                break
            found.append((at, end + 1))
            at = end
        at += 1
    return tuple(found)
