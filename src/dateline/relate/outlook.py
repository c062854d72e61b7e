"""Outlook: who will do what to whom next, judged by what recurred, and its own track record.

The strict and relaxed recurrency baselines of Gastinger et al. (2024), "History Repeats Itself:
A Baseline for Temporal Knowledge Graph Forecasting", joined with two counts of the same kind:
how recently and often the pair met in any relation, and who an actor deals with at all. Every
count fades with age. Nothing is learnt but the counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Fact = tuple[int, int, int, int]
"""Subject, relation, object, time step; relations of the other direction count on from n."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each count weighs, and the half-lives in time steps after which it is worth half.

    The defaults were set on the training part of ICEWS14: facts before day 240 as history,
    those of the twelve days that follow as questions.
    """

    exact: float = 0.5
    recent: float = 1.0
    pair: float = 0.5
    answer: float = 1.0
    partner: float = 0.02
    slow: float = 60.0
    fast: float = 2.0


@dataclass(slots=True)
class _Fading:
    """Counts by key and entity that lose half of their weight every ``half_life`` steps.

    Stored as if at step 0, so that nothing has to be touched as time goes by.
    """

    half_life: float
    counts: dict[tuple[int, ...], dict[int, float]] = field(default_factory=dict)

    def add(self, key: tuple[int, ...], entity: int, step: int, weight: float = 1.0) -> None:
        table = self.counts.setdefault(key, {})
        table[entity] = table.get(entity, 0.0) + weight * 2.0 ** (step / self.half_life)

    def into(
        self, scores: NDArray[np.float64], key: tuple[int, ...], step: int, weight: float
    ) -> None:
        table = self.counts.get(key)
        if table:
            at = np.fromiter(table.keys(), dtype=np.intp, count=len(table))
            worth = np.fromiter(table.values(), dtype=np.float64, count=len(table))
            worth *= 2.0 ** (-step / self.half_life)
            scores[at] += weight * worth / (1.0 + worth)


class Recurrency:
    """The forecaster: feed it facts in order of time with :meth:`learn`, ask :meth:`scores`."""

    def __init__(self, entities: int, relations: int, weights: Weights | None = None) -> None:
        self.entities, self.relations = entities, relations
        self.weights = weights or Weights()
        self._exact = _Fading(self.weights.slow)
        self._recent = _Fading(self.weights.fast)
        self._pair = _Fading(self.weights.slow)
        self._answers = np.zeros((2 * relations, entities))
        self._partners = np.zeros(entities)

    def learn(self, facts: Iterable[Fact]) -> None:
        """Count facts, each in both directions."""
        for subject, relation, object_, step in facts:
            self._learn(subject, relation, object_, step)
            self._learn(object_, relation + self.relations, subject, step)

    def _learn(self, subject: int, relation: int, object_: int, step: int) -> None:
        self._exact.add((subject, relation), object_, step)
        self._recent.add((subject, relation), object_, step)
        self._pair.add((subject,), object_, step)
        self._answers[relation, object_] += 1
        self._partners[object_] += 1

    def scores(self, subject: int, relation: int, step: int) -> NDArray[np.float64]:
        """Return a score for each entity as the object of the asked relation at ``step``."""
        weights = self.weights
        answers = self._answers[relation]
        scores: NDArray[np.float64] = answers * (weights.answer / (1.0 + answers.sum()))
        scores += self._partners * (weights.partner / (1.0 + self._partners.sum()))
        self._exact.into(scores, (subject, relation), step, weights.exact)
        self._recent.into(scores, (subject, relation), step, weights.recent)
        self._pair.into(scores, (subject,), step, weights.pair)
        return scores


def rank(scores: NDArray[np.float64], wanted: int, others: Sequence[int]) -> float:
    """Return the rank of ``wanted`` when other right answers are left out of account.

    Entities with the same score share the mean of their ranks.
    """
    mine = scores[wanted]
    better = int((scores > mine).sum())
    equal = int((scores == mine).sum())
    for other in others:
        if other != wanted:
            better -= bool(scores[other] > mine)
            equal -= bool(scores[other] == mine)
    return better + (equal + 1) / 2
