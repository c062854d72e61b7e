"""How near two statements are: by what they name, by their words, by their vectors."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from dateline.engines import unpack
from dateline.records import Expectation, Reading, Report, Span

_WORD = re.compile(r"[^\W\d_]+|\d[\d.,]*", re.UNICODE)
_EMPTY = frozenset(
    "a an the of to in on at by for and or as is are was were be been being it its this that these "
    "those with from after before will would may might could should expected plan plans planned "
    "intends scheduled set due also said says told according not has have had he she they his her "
    "their both two first later next last new more than about".split()
)
# Cosine of two sentences of different meaning on one topic, and of two that say the same:
# below the one similarity says nothing, above the other it is full. Read off pairs of
# sentences written for the tests, with the multilingual Universal Sentence Encoder.
_FAR, _NEAR = 0.35, 0.80


class Meaning:
    """Compares sentences of the reports it was given, through their readings."""

    def __init__(self, reports: Mapping[str, Report], readings: Mapping[str, Reading]) -> None:
        self._reports = reports
        self._readings = readings
        self._vectors: dict[str, dict[int, tuple[str, NDArray[np.float32]]]] = {}
        self._words: dict[Span, frozenset[str]] = {}

    def alike(self, one: Expectation, other: Expectation) -> float:
        """Return how far two expectations say the same, 0 to 1, by their nearest sentences."""
        return max(self.near(a, b) for a in one.spans for b in other.spans)

    def near(self, one: Span, other: Span) -> float:
        """Return the nearness of two sentences: the mean of vectors and of words or names.

        Across languages words say nothing, so linked actors and numbers stand in for them.
        """
        parts = []
        cosine = self._cosine(one, other)
        if cosine is not None:
            parts.append(min(1.0, max(0.0, (cosine - _FAR) / (_NEAR - _FAR))))
        if self._language(one) == self._language(other):
            parts.append(_overlap(self.words(one), self.words(other)))
        else:
            parts.append(_overlap(self.named(one), self.named(other)))
        return sum(parts) / len(parts)

    def words(self, span: Span) -> frozenset[str]:
        """Return the content words of a sentence, as lemmas where it was parsed."""
        if span not in self._words:
            reading, report = self._readings[span.report], self._reports[span.report]
            lemmas = {
                token.lemma.lower()
                for parse in reading.parses
                if reading.sentences[parse.sentence].span == span
                for token in parse.tokens
                if token.pos in ("NOUN", "PROPN", "VERB", "NUM", "ADJ")
            }
            if not lemmas:
                text = report.quote(span).lower()
                if reading.language in ("ja", "zh", "ko"):
                    bare = re.sub(r"[\s\W]", "", text)
                    lemmas = {bare[i : i + 2] for i in range(len(bare) - 1)}
                else:
                    lemmas = set(_WORD.findall(text))
            self._words[span] = frozenset(lemmas - _EMPTY)
        return self._words[span]

    def named(self, span: Span) -> frozenset[str]:
        """Return the actors and numbers of a sentence: what is the same in every language."""
        reading, report = self._readings[span.report], self._reports[span.report]
        actors = {
            mention.country or mention.actor
            for mention in reading.actors
            if mention.span.within(span)
        }
        return frozenset(actors | set(re.findall(r"\d+", report.quote(span))))

    def _language(self, span: Span) -> str:
        return self._readings[span.report].language

    def _cosine(self, one: Span, other: Span) -> float | None:
        first, second = self._vector(one), self._vector(other)
        if first is None or second is None or first[0] != second[0]:
            return None
        return float(first[1] @ second[1])

    def _vector(self, span: Span) -> tuple[str, NDArray[np.float32]] | None:
        reading = self._readings[span.report]
        if span.report not in self._vectors:
            self._vectors[span.report] = {
                reading.sentences[vector.sentence].span.start: (
                    vector.engine,
                    np.asarray(unpack(vector.values), dtype=np.float32),
                )
                for vector in reading.vectors
                if vector.of == "sentence"
            }
        return self._vectors[span.report].get(span.start)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of the smaller set that stands in the larger; 0 where either is nearly empty."""
    if min(len(one), len(other)) < 2:
        return 0.0
    return len(one & other) / min(len(one), len(other))
