"""A multinomial logistic model over features and a sentence vector; its weights are a file.

``weights.json`` holds one model over features and the vector of the sentence where there is a
parser; two for languages without one, with cues of their own and without; the same two for when
there is no vector; and how often a role follows another, which joins the sentences of a report
to a chain.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dateline.read.roles.features import names

Matrix = NDArray[np.float64]

# Vectors have unit length and 512 columns, cues are 0 or 1. Larger scales let the vectors take
# from the cues what these tell as well, and what was learnt then holds less well on pages.
VECTOR_SCALE = 2.0
# How far the neighbours' roles weigh in the chain; 1 would count them as independent evidence,
# which they are not, since the features see the neighbours too.
CHAINED = 0.5
# How far roles weigh the same in training however often they occur.
EVEN = 0.25
# How much likelier a role is in pages of outlets than in the written reports, given the same
# features: log odds. Pages are longer, and what they add is mostly detail. Chosen in steps of .3
# to .5 on 1,388 sentences of the fundus test pages; cross-validation leaves it out.
PAGES = {"background": 0.6, "detail": 0.9, "next": 0.6, "reason": -0.8}
# How similar a sentence is to the opening of its report, to the whole, and to the first sentence;
# the last for the second sentence alone, which under a standfirst says the same once more.
NEARNESS = ("near_opening", "near_whole", "near_first", "second_near")
# How sure it is that words in quotation marks are a reaction: it is what defines them.
SPOKEN = 0.95


@dataclass(frozen=True, slots=True)
class Weights:
    """The trained model. ``follows`` holds the log of how much likelier a role (column) is
    after another (row) than by itself.
    """

    roles: tuple[str, ...]
    engine: str
    parsed: Matrix
    unparsed: Matrix
    uncued: Matrix
    unparsed_words: Matrix
    uncued_words: Matrix
    follows: Matrix

    def matrix(self, *, parsed: bool, cued: bool, vectors: bool) -> Matrix:
        """Return the weights for what is known of a report."""
        if not vectors:
            return self.unparsed_words if cued else self.uncued_words
        if not cued:
            return self.uncued
        return self.parsed if parsed else self.unparsed


def columns() -> tuple[str, ...]:
    """Return the names of the readable columns of a design, before the vector."""
    return (*names(), *NEARNESS)


def design(
    rows: Sequence[dict[str, float]],
    vectors: NDArray[Any] | None,
    opening: NDArray[Any] | None = None,
) -> Matrix:
    """Put features, nearness, vectors (or none) and a constant side by side, a row a sentence.

    The rows are the sentences of one report; ``opening`` is the vector of its headline and
    opening, by default its first sentence.
    """
    order = names()
    parts = [np.array([[row[name] for name in order] for row in rows], dtype=np.float64)]
    if vectors is None:
        parts.append(np.zeros((len(rows), len(NEARNESS))))
    else:
        own = np.asarray(vectors, dtype=np.float64)
        lead = own[0] if opening is None else np.asarray(opening, dtype=np.float64)
        mean = own.mean(axis=0)
        mean /= np.linalg.norm(mean) or 1.0
        first = own @ own[0]
        first[0] = 0.0
        second = np.where(np.arange(len(own)) == 1, first, 0.0)
        parts.append(np.stack([own @ lead, own @ mean, first, second], axis=1))
        parts.append(own * VECTOR_SCALE)
    parts.append(np.ones((len(rows), 1)))
    return np.hstack(parts)


def fit(
    x: Matrix, y: NDArray[np.int64], classes: int, *, l2: float = 4.0, even: float = EVEN
) -> Matrix:
    """Fit weights (columns of ``x`` by classes) by accelerated gradient descent.

    Nesterov's method with a fixed step from the largest singular value: deterministic, no
    random start. ``even`` tells how far classes weigh the same however often they occur: 0
    not at all, 1 wholly. ``l2`` is the ridge penalty on a sum over sentences.
    """
    target = np.eye(classes)[y]
    share = np.bincount(y, minlength=classes) * classes / len(y)
    weight = (np.maximum(share, 1e-9) ** -even)[y][:, None]
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


def succession(reports: Sequence[Sequence[int]], classes: int, *, least: float = 4.0) -> Matrix:
    """Count which role follows which in the reports: log of the ratio to its own share.

    ``least`` counts are added to every pair, shared out as the roles are, so that rare pairs
    say little.
    """
    share = np.bincount([role for one in reports for role in one], minlength=classes) + 1.0
    share /= share.sum()
    counts = np.zeros((classes, classes))
    for one in reports:
        for before, after in itertools.pairwise(one):
            counts[before, after] += 1
    counts += least * classes * share[None, :]
    return np.asarray(np.log(counts / counts.sum(axis=1, keepdims=True) / share[None, :]))


def chain(chances: Matrix, follows: Matrix, strength: float) -> Matrix:
    """Let the sentences of a report speak for each other: forward-backward over ``chances``."""
    pull = np.exp(strength * follows)
    ahead, back = chances.copy(), np.ones_like(chances)
    for index in range(1, len(chances)):
        ahead[index] *= ahead[index - 1] @ pull
        ahead[index] /= ahead[index].sum()
    for index in range(len(chances) - 2, -1, -1):
        back[index] = pull @ (back[index + 1] * chances[index + 1])
        back[index] /= back[index].sum()
    both = ahead * back
    return np.asarray(both / both.sum(axis=1, keepdims=True))


def spoken(chances: Matrix, rows: Sequence[dict[str, float]], roles: Sequence[str]) -> Matrix:
    """Give sentences that stand in quotation marks their role: by definition a *reaction*."""
    out = chances.copy()
    for index, row in enumerate(rows):
        if row["quoted"] and not row["first"]:
            out[index] = (1.0 - SPOKEN) / (len(roles) - 1)
            out[index, list(roles).index("reaction")] = SPOKEN
    return out


def pages(roles: Sequence[str]) -> NDArray[np.float64]:
    """Return what is added to the scores of the roles on pages of outlets."""
    return np.array([PAGES.get(role, 0.0) for role in roles])


@functools.cache
def weights() -> Weights:
    """Load the trained model. Raises ValueError when it was trained on other features."""
    text = (files("dateline.read.roles") / "data" / "weights.json").read_text(encoding="utf-8")
    kept = json.loads(text)
    if kept["columns"] != list(columns()):
        raise ValueError("weights.json was trained on other features: train the roles anew")
    return Weights(
        roles=tuple(kept["roles"]),
        engine=kept["engine"],
        parsed=np.array(kept["parsed"], dtype=np.float64),
        unparsed=np.array(kept["unparsed"], dtype=np.float64),
        uncued=np.array(kept["uncued"], dtype=np.float64),
        unparsed_words=np.array(kept["unparsed_words"], dtype=np.float64),
        uncued_words=np.array(kept["uncued_words"], dtype=np.float64),
        follows=np.array(kept["follows"], dtype=np.float64),
    )
