"""A multinomial logistic model over features and a sentence vector; its weights are a file.

``weights.json`` holds two models: one over features and the vector of the sentence (any
language that the embedder knows), one over features alone for when there is no vector.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.read.roles.features import names

Matrix = NDArray[np.float64]

# Vectors have unit length, cues are 0 or 1: this brings both to the same scale. Chosen by
# cross-validation among 1, 3 and 5 (macro-F1 .86, .90, .87).
VECTOR_SCALE = 3.0


def design(rows: Sequence[dict[str, float]], vectors: NDArray[Any] | None) -> Matrix:
    """Put features, vectors (or none) and a constant side by side, one row a sentence."""
    order = names()
    parts = [np.array([[row[name] for name in order] for row in rows], dtype=np.float64)]
    if vectors is not None:
        parts.append(np.asarray(vectors, dtype=np.float64) * VECTOR_SCALE)
    parts.append(np.ones((len(rows), 1)))
    return np.hstack(parts)


def fit(x: Matrix, y: NDArray[np.int64], classes: int, *, l2: float = 1.0) -> Matrix:
    """Fit weights (columns of ``x`` by classes) by accelerated gradient descent.

    Nesterov's method with a fixed step from the largest singular value: deterministic, no
    random start. Classes weigh the same however often they occur. ``l2`` is the ridge
    penalty on a sum over sentences.
    """
    target = np.eye(classes)[y]
    weight = (len(y) / (classes * np.bincount(y, minlength=classes)))[y][:, None]
    step = 2.0 / (0.25 * np.linalg.norm(x, 2) ** 2 * weight.max() + l2)
    found = np.zeros((x.shape[1], classes))
    ahead, pace = found, 1.0
    for _ in range(400):
        gradient = x.T @ (weight * (softmax(x @ ahead) - target)) + l2 * ahead
        new = ahead - step * gradient
        new_pace = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
        ahead = new + (pace - 1) / new_pace * (new - found)
        found, pace = new, new_pace
    return found


def softmax(scores: Matrix) -> Matrix:
    """Turn scores into probabilities, row by row."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=1, keepdims=True))


@functools.cache
def weights() -> tuple[tuple[str, ...], str, Matrix, Matrix]:
    """Load roles, the embedder's name, and the weights with and without a vector."""
    text = (files("dateline.read.roles") / "data" / "weights.json").read_text(encoding="utf-8")
    kept = json.loads(text)
    if kept["features"] != list(names()):
        raise ValueError("weights.json was trained on other features: train the roles anew")
    return (
        tuple(kept["roles"]),
        kept["engine"],
        np.array(kept["with_vector"], dtype=np.float64),
        np.array(kept["without_vector"], dtype=np.float64),
    )
