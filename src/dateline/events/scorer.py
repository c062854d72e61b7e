"""A small trained scorer over sentence vectors, for what the lexicon misses.

A logistic regression with one output a type, on vectors of sentences written for this project
(``data/sentences.tsv``; ``train_scorer.py`` makes the weights). It speaks only where the
lexicon has no answer: letting it overrule the lexicon when sure made the answers worse.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib import resources

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Verdict:
    """The type decided on, its probability by the vectors, and whether they decided."""

    action: str | None
    probability: float
    by_vectors: bool


@dataclass(frozen=True, slots=True)
class Scorer:
    """Weights (types by dimensions) and offsets for one embedder."""

    types: tuple[str, ...]
    weights: NDArray[np.float32]
    offsets: NDArray[np.float32]

    def probabilities(self, vector: NDArray[np.floating]) -> dict[str, float]:
        """Return the probability of each type for a sentence's vector."""
        scores = self.weights @ vector.astype(np.float32) + self.offsets
        powers = np.exp(scores - scores.max())
        return dict(zip(self.types, (powers / powers.sum()).tolist(), strict=True))

    def decide(self, vector: NDArray[np.floating], told: str | None) -> Verdict:
        """Join the lexicon's answer ``told`` (None where it has none) with the vectors'."""
        chances = self.probabilities(vector)
        best = max(chances, key=lambda name: (chances[name], name))
        if told is None:
            return Verdict(best, chances[best], by_vectors=True)
        return Verdict(told, chances.get(told, 0.0), by_vectors=False)


@functools.cache
def load_scorer(engine: str) -> Scorer | None:
    """Return the scorer for vectors of ``engine``, None where there is none."""
    name = f"scorer_{engine.partition('-')[0]}.npz"
    file = resources.files(__package__).joinpath("data", name)
    if not file.is_file():
        return None
    with resources.as_file(file) as path, np.load(path) as stored:
        return Scorer(
            types=tuple(str(one) for one in stored["types"]),
            weights=stored["weights"].astype(np.float32),
            offsets=stored["offsets"].astype(np.float32),
        )
