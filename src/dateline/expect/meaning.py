"""How near two pieces of reporting are: by what they name, by their words, by their vectors."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from dateline.engines import unpack
from dateline.expect.acts import acts_in
from dateline.expect.deeds import Deed, english_deeds, other_deeds
from dateline.expect.find import ACTING, Look, look_forward, trees_of
from dateline.expect.forward import Forward
from dateline.expect.patterns import segments
from dateline.expect.piece import Piece, content_of, folded, near
from dateline.expect.tree import Tree
from dateline.records import Outcome, Reading, Report, Sentence, Span

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*", re.UNICODE)
_EMPTY = frozenset(
    "a an the of to in on at by for and or as is are was were be been being it its this that these "
    "those with from after before will would may might could should expect plan intend schedule "
    "set due also say tell accord not have do make take hold his her their both two first later "
    "next last new more than about president prime minister leader official monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december year month week day morning afternoon evening".split()
)
_AGAIN = re.compile(
    r"\b(every|each) (year|month|week|day)\b|\bannual|\byearly\b"
    r"|毎年|毎月|定期|매년|매달|정기|每年|每月|每周"
)
_MARCH = re.compile(r"\bMarch\b")  # the month is no protest


@dataclass(frozen=True, slots=True)
class Clause:
    """What the span of an expectation says, ready to be compared without its report.

    ``said`` is when the report was published (or, undated, retrieved), ``ended`` what the sentence
    itself says became of it; see :meth:`Meaning.ended`.
    """

    said: datetime
    piece: Piece
    ended: Outcome | None


@dataclass(slots=True)
class _Parts:
    """What was read out of one report, once."""

    looks: tuple[Look, ...]
    forward: dict[Span, Forward]
    trees: dict[int, Tree]
    vectors: dict[int, tuple[str, NDArray[np.float32]]]


class Meaning:
    """Compares clauses of the reports it was given, through their readings.

    ``clauses`` are those that :meth:`clause` gave before, of reports that are not at hand now.
    """

    def __init__(
        self,
        reports: Mapping[str, Report],
        readings: Mapping[str, Reading],
        clauses: Mapping[Span, Clause] | None = None,
    ) -> None:
        self.reports = reports
        self._clauses = clauses or {}
        self.readings = readings
        self._parts: dict[str, _Parts] = {}
        self._pieces: dict[Span, Piece] = {}
        self._distinct: dict[tuple[object, ...], Piece] = {}
        self._nearness: dict[tuple[int, int], float] = {}
        self._fulfils: dict[tuple[int, int], float] = {}
        self._folded: dict[int, Piece] = {}
        self._deeds: dict[str, tuple[tuple[Sentence, Deed], ...]] = {}
        self._told: dict[Deed, Piece] = {}

    def knows(self, span: Span) -> bool:
        """Say whether a span's clause is known, or it lies in one of the reports given."""
        return span in self._clauses or (
            span.report in self.reports and span.report in self.readings
        )

    def said(self, span: Span) -> datetime:
        """Return when a span's report was published (or, undated, retrieved)."""
        if span in self._clauses:
            return self._clauses[span].said
        report = self.reports[span.report]
        return report.published or report.retrieved

    def clause(self, span: Span) -> Clause:
        """Return all that is known of the span of an expectation, to be kept."""
        return Clause(said=self.said(span), piece=self.expected(span), ended=self.ended(span))

    def looks(self, report_id: str) -> tuple[Look, ...]:
        """Return the sentences of a report that look forward."""
        return self._read(report_id).looks

    def expected(self, span: Span) -> Piece:
        """Return the forward-looking clause of an expectation's span."""
        if span not in self._pieces:
            if span in self._clauses:
                self._pieces[span] = self._own(self._clauses[span].piece)
            else:
                forward = self._read(span.report).forward.get(span)
                self._pieces[span] = self._piece(span, forward)
        return self._pieces[span]

    def ended(self, span: Span) -> Outcome | None:
        """Return what the sentence of an expectation says became of it: *postponed* or
        *withdrawn*, None where it stands.
        """
        if span in self._clauses:
            return self._clauses[span].ended
        forward = self._read(span.report).forward.get(span)
        if forward is None or not forward.ended:
            return None
        ends = [deed.outcome for _, deed in self.deeds(span.report) if deed.within == span]
        return next((end for end in ends if end in ("postponed", "withdrawn")), None)

    def nearness(self, one: Piece, other: Piece) -> float:
        """Return how near two pieces are (see :func:`near`), reckoned once for a pair."""
        pair = one.number, other.number
        if pair not in self._nearness:
            self._nearness[pair] = self._nearness[pair[::-1]] = near(one, other)
        return self._nearness[pair]

    def fulfils(self, told: Piece, expected: Piece) -> float:
        """Return how near a told deed is to what was expected: as :meth:`nearness`, but words of
        one act ("meet", "summit") are one word, and days are left to the dates.
        """
        pair = expected.number, told.number
        if pair not in self._fulfils:
            self._fulfils[pair] = near(self._fold(expected), self._fold(told))
        return self._fulfils[pair]

    def _fold(self, piece: Piece) -> Piece:
        if piece.number not in self._folded:
            self._folded[piece.number] = folded(piece)
        return self._folded[piece.number]

    def deeds(self, report_id: str) -> tuple[tuple[Sentence, Deed], ...]:
        """Return what a report tells as done or not done, sentence by sentence."""
        if report_id not in self._deeds:
            self._deeds[report_id] = tuple(self._find_deeds(report_id))
        return self._deeds[report_id]

    def told(self, deed: Deed) -> Piece:
        """Return the clause that tells a deed."""
        if deed not in self._told:
            denied = deed.outcome == "missed"
            self._told[deed] = self._build(
                deed.within, deed.span, deed.words, deed.acts, deed.agent, denied=denied
            )
        return self._told[deed]

    def _find_deeds(self, report_id: str) -> Iterator[tuple[Sentence, Deed]]:
        report, reading = self.reports[report_id], self.readings[report_id]
        parts = self._read(report_id)
        for index, sentence in enumerate(reading.sentences):
            if sentence.role == "boilerplate":
                continue
            if reading.language == "en":
                if index in parts.trees:
                    title = report.blocks[sentence.block].kind == "title"
                    tree = parts.trees[index]
                    for deed in english_deeds(report, sentence.span, tree, title=title):
                        yield sentence, deed
                continue
            if reading.language not in ("ja", "ko", "zh"):
                continue
            for piece in segments(report, sentence.span):
                forward = parts.forward.get(piece)
                dated = any(m.direction != "future" and m.span.within(piece) for m in reading.dates)
                for deed in other_deeds(report, piece, reading.language, forward, dated=dated):
                    yield sentence, deed

    def _read(self, report_id: str) -> _Parts:
        if report_id not in self._parts:
            report, reading = self.reports[report_id], self.readings[report_id]
            trees = trees_of(report, reading)
            looks = tuple(look_forward(report, reading, trees))
            self._parts[report_id] = _Parts(
                looks=looks,
                forward={span: forward for _, span, forward, _ in looks},
                trees=trees,
                vectors={
                    reading.sentences[v.sentence].span.start: (
                        v.engine,
                        np.asarray(unpack(v.values), dtype=np.float32),
                    )
                    for v in reading.vectors
                    if v.of == "sentence"
                },
            )
        return self._parts[report_id]

    def _piece(self, span: Span, forward: Forward | None) -> Piece:
        report, reading = self.reports[span.report], self.readings[span.report]
        clause = span
        words: frozenset[str] = frozenset()
        if forward is not None:
            clause = Span(report=span.report, start=forward.clause[0], end=forward.clause[1])
            words = forward.words
        text = report.quote(clause)
        if reading.language == "en":
            plain = _MARCH.sub("", text).lower()
            acts = acts_in(" ".join(sorted(words)), "en") | acts_in(plain, "en")
        else:
            acts = acts_in(text, reading.language)
        denied = forward is not None and forward.denied
        agent = forward.agent if forward is not None else None
        return self._build(span, clause, words, acts, agent, denied=denied)

    def _build(
        self,
        span: Span,
        clause: Span,
        words: frozenset[str],
        acts: frozenset[str],
        agent: tuple[int, int] | None,
        *,
        denied: bool,
    ) -> Piece:
        report, reading = self.reports[span.report], self.readings[span.report]
        mentions = [m for m in reading.actors if m.span.within(clause)]
        places = {m.name.lower() for m in reading.places if m.span.within(clause)}
        acting = [m for m in mentions if m.kind in ACTING]
        countries = frozenset(m.country for m in acting if m.country)
        numbers = set(re.findall(r"\d+", report.quote(clause)))
        piece = Piece(
            number=0,
            language=reading.language,
            words=_content(words) if words else _characters(report.quote(clause)),
            acts=acts,
            actors=frozenset(m.actor for m in acting),
            countries=countries,
            agents=frozenset(
                name
                for m in acting
                if _acts_here(m.span, agent, reading.language, report.text)
                for name in (m.actor, m.country)
                if name
            ),
            again=bool(_AGAIN.search(report.quote(clause))),
            named=frozenset({m.country or m.actor for m in mentions} | places | numbers),
            denied=denied,
            vector=self._vector(reading, span),
        )
        return self._own(piece)

    def _own(self, piece: Piece) -> Piece:
        """Return a piece under its number here: that of the one that says the same."""
        content = content_of(piece)
        if content not in self._distinct:
            self._distinct[content] = dataclasses.replace(piece, number=len(self._distinct))
        return self._distinct[content]

    def _vector(self, reading: Reading, span: Span) -> tuple[str, NDArray[np.float32]] | None:
        vectors = self._read(span.report).vectors
        if span.start in vectors:
            return vectors[span.start]
        around = [s.span.start for s in reading.sentences if span.within(s.span)]
        return vectors.get(around[0]) if around else None


def _acts_here(mention: Span, agent: tuple[int, int] | None, language: str, text: str) -> bool:
    """Say whether a mention is the one who acts: by the parse, or by the particle after it."""
    if agent is not None:
        return agent[0] <= mention.start and mention.end <= agent[1]
    after = text[mention.end : mention.end + 6]
    if language == "ja":
        return bool(re.match(r"(首相|大統領|外相|氏|政府)?(は|が|も)", after))
    if language == "ko":
        return bool(re.match(r"\s?(대통령|총리|장관|정부)?(이|가|은|는|도|께서)\s", after))
    return False


def _content(words: frozenset[str]) -> frozenset[str]:
    lowered = (word.lower() for word in words)
    return frozenset(word for word in lowered if any(map(str.isalnum, word))) - _EMPTY


def _characters(text: str) -> frozenset[str]:
    bare = re.sub(r"[\s\W]", "", text)
    return frozenset(bare[i : i + 2] for i in range(len(bare) - 1))
