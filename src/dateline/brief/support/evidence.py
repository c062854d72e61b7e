"""Evidence: the sentences of the sources, and which of them a claim is nearest to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.brief.support.parsed import Parsed, parse
from dateline.brief.weekday import as_told
from dateline.engines import Engines, unpack
from dateline.records import DateMention, Reading, Report, Span, Token

# Sentences that are looked at closely for one claim.
CLOSE = 5


@dataclass(frozen=True, slots=True)
class Near:
    """A source sentence near a claim: its index, and the share of the claim's words it holds."""

    index: int
    cover: float
    meaning: float


class Evidence:
    """The sources of a check, read once for any number of claims."""

    def __init__(
        self, sources: Sequence[tuple[Report, Reading]], engines: Engines | None = None
    ) -> None:
        """Take the sentences of ``sources``, titles included; parse and embed what isn't yet."""
        self.engines = engines
        self.reports = tuple(report for report, _ in sources)
        sentences: list[Parsed] = []
        self.dates: list[tuple[DateMention, ...]] = []
        for report, reading in sources:
            spans = [s.span for s in reading.sentences]
            titles = [b for b in report.blocks if b.kind == "title"]
            for block in titles:
                spans.insert(0, Span(report=report.id, start=block.start, end=block.end))
            parsed = _parsed(report, reading, spans, engines)
            sentences += parsed
            self.dates += [
                _dates(report, reading, s, p.tokens) for s, p in zip(spans, parsed, strict=True)
            ]
        self.sentences = tuple(sentences)
        self._index = {id(sentence): index for index, sentence in enumerate(self.sentences)}
        self.seen = Counter(word for s in self.sentences for word in set(s.words))
        self.lower = frozenset().union(*(s.lower for s in self.sentences))
        self.text = " ".join(s.text for s in self.sentences).lower()
        self._lines: dict[str, set[int]] = {}
        for index, sentence in enumerate(self.sentences):
            for at in range(len(sentence.tokens)):
                self._lines.setdefault(sentence.lemma(at), set()).add(index)
        self.lemmas = self._lines.keys()
        self.lemmas_sorted = sorted(word for word in self._lines if len(word) > 2)
        self._words: dict[str, NDArray[np.float32]] = {}
        self._vectors = self._embed([s.text for s in self.sentences], sources)

    def dates_of(self, sentence: Parsed) -> tuple[DateMention, ...]:
        """The dates of one of the source sentences."""
        return self.dates[self._index[id(sentence)]]

    def weight(self, word: str) -> float:
        """How telling a word is among these sentences: rarer is more."""
        return math.log1p(len(self.sentences) / (self.seen.get(word, 0) + 0.5))

    def near(self, claim: Parsed) -> tuple[Near, ...]:
        """The source sentences nearest to ``claim``, best first: by words held, then meaning."""
        words = set(claim.words)
        total = sum(map(self.weight, sorted(words))) or 1.0
        meaning = self._meaning(claim.text)
        found = [
            Near(
                index,
                sum(self.weight(w) for w in sorted(words & set(sentence.words))) / total,
                float(meaning[index]) if meaning is not None else 0.0,
            )
            for index, sentence in enumerate(self.sentences)
        ]
        found.sort(key=lambda n: (-round(n.cover + 0.5 * n.meaning, 6), n.index))
        return tuple(found[:CLOSE])

    def meaning(self, texts: Sequence[str]) -> NDArray[np.float32] | None:
        """Cosines of ``texts`` (rows) with every source sentence; None without an embedder."""
        if self._vectors is None or self._embedder is None or not texts:
            return None
        table: NDArray[np.float32] = self._embedder.embed(list(texts)) @ self._vectors.T
        return table

    def together(self, a: str, b: str) -> bool:
        """True when two lemmas stand in one sentence, or in two that follow each other."""
        mine = self._lines.get(a, set())
        theirs = self._lines.get(b, set())
        return any(i in theirs or i + 1 in theirs or i - 1 in theirs for i in mine)

    def likeness(self, a: str, b: str) -> float:
        """Cosine of two single words; 0.6 where there is no embedder, so that links decide."""
        if self._embedder is None:
            return 0.6 if a != b else 1.0
        fresh = [word for word in (a, b) if word not in self._words]
        if fresh:
            self._words |= dict(zip(fresh, self._embedder.embed(fresh), strict=True))
        return float(self._words[a] @ self._words[b])

    def _meaning(self, text: str) -> NDArray[np.float32] | None:
        table = self.meaning([text])
        return None if table is None else table[0]

    def _embed(
        self, texts: Sequence[str], sources: Sequence[tuple[Report, Reading]]
    ) -> NDArray[np.float32] | None:
        languages = Counter(reading.language for _, reading in sources)
        top = min(languages, key=lambda x: (-languages[x], x), default="und")
        self._embedder = self.engines.embedder_for(top) if self.engines is not None else None
        if self._embedder is None or not texts:
            return None
        known = {}
        for report, reading in sources:
            for vector in reading.vectors:
                if vector.of == "sentence" and vector.engine == self._embedder.name:
                    span = reading.sentences[vector.sentence].span
                    known[(report.id, span.start, span.end)] = unpack(vector.values)
        rows: list[NDArray[np.float32] | None] = []
        for sentence in self.sentences:
            s = sentence.span
            rows.append(known.get((s.report, s.start, s.end)) if s is not None else None)
        missing = [i for i, row in enumerate(rows) if row is None]
        if missing:
            fresh = self._embedder.embed([texts[i] for i in missing])
            for i, row in zip(missing, fresh, strict=True):
                rows[i] = row
        return np.stack([row for row in rows if row is not None])


def _dates(
    report: Report, reading: Reading, span: Span, tokens: Sequence[Token]
) -> tuple[DateMention, ...]:
    """The dates of a sentence as they were read, and its weekdays as its verbs tell them."""
    read = [d for d in reading.dates if d.span.within(span)]
    told = [
        as_told(d, report.quote(d.span), tokens, report.published, base=span.start) for d in read
    ]
    return tuple(dict.fromkeys((*read, *told)))


def _parsed(
    report: Report, reading: Reading, spans: Sequence[Span], engines: Engines | None
) -> list[Parsed]:
    """Parse what the reading holds no parse of; token offsets count from the sentence."""
    stored: dict[tuple[int, int], tuple[Token, ...]] = {}
    for one in reading.parses:
        span = reading.sentences[one.sentence].span
        stored[(span.start, span.end)] = tuple(_shift(t, span.start) for t in one.tokens)
    parser = engines.parser_for(reading.language) if engines is not None else None
    missing = [s for s in spans if (s.start, s.end) not in stored]
    fresh = parse([report.quote(s) for s in missing], reading.language, parser, missing)
    by_span = {p.span: p for p in fresh}
    return [
        by_span.get(s) or Parsed(report.quote(s), reading.language, stored[(s.start, s.end)], s)
        for s in spans
    ]


def _shift(token: Token, by: int) -> Token:
    return Token(
        start=token.start - by, end=token.end - by, lemma=token.lemma, pos=token.pos,
        tag=token.tag, rel=token.rel, head=token.head,
    )  # fmt: skip
