"""Alignment: how much two lines say the same, within and across languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.brief.lines import Line
from dateline.brief.words import is_cjk

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Similarity of every pair of lines: ``meaning`` by vectors (zeros where there are none),
    ``words`` by weighted word overlap (0 across scripts), both 0 to 1."""

    meaning: Matrix
    words: Matrix

    @property
    def best(self) -> Matrix:
        """The better of the two views of every pair."""
        return np.maximum(self.meaning, self.words)

    def score(self, a: int, b: int) -> float:
        """The better of the two views of lines ``a`` and ``b``."""
        return float(max(self.meaning[a, b], self.words[a, b]))


def align(lines: Sequence[Line]) -> Alignment:
    """Compare every line with every other."""
    return Alignment(_meaning(lines), _words(lines))


def _meaning(lines: Sequence[Line]) -> Matrix:
    size = len(lines)
    dimension = next((len(line.vector) for line in lines if line.vector is not None), 0)
    if not dimension:
        return np.zeros((size, size), dtype=np.float32)
    table = np.zeros((size, dimension), dtype=np.float32)
    for row, line in enumerate(lines):
        if line.vector is not None and len(line.vector) == dimension:
            table[row] = line.vector
    return _scores(table @ table.T)


def _words(lines: Sequence[Line]) -> Matrix:
    """Cosine of word counts weighted by inverse document frequency among these lines."""
    size = len(lines)
    seen = Counter(word for line in lines for word in set(line.words))
    column = {word: i for i, word in enumerate(sorted(w for w, n in seen.items() if n > 1))}
    if not column:
        return np.zeros((size, size), dtype=np.float32)
    table = np.zeros((size, len(column)), dtype=np.float32)
    norm = np.full(size, 1e-6)
    for row, line in enumerate(lines):
        for word in sorted(set(line.words)):
            weight = float(np.log1p(size / seen[word]))
            norm[row] += weight * weight
            if word in column:
                table[row, column[word]] = weight
    table /= np.sqrt(norm)[:, None]
    cjk = np.array([is_cjk(line.text) for line in lines])
    overlap = table @ table.T
    overlap[cjk[:, None] != cjk[None, :]] = 0.0
    return _scores(overlap)


def _scores(products: Matrix) -> Matrix:
    """Return cosines as scores of 0 to 1, to four decimals.

    The last bits of a product hang on where its rows lie in memory. Rounded, pairs that are alike
    tie, and ties are decided by order.
    """
    scores: Matrix = np.clip(np.round(products, 4), 0.0, 1.0).astype(np.float32)
    return scores
