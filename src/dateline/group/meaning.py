"""Vectors of one engine, compared after taking out what all texts of a language share.

Sentence embedders put texts of one language near one another whatever they say, and unrelated
texts at a cosine far from 0. Subtracting the mean of each language (Mu and Viswanath, "All but
the top", 2018, with the mean alone) makes cosines comparable across languages and engines. The
means come from the active window, over a prior from sentences written for Dateline, so that a
small pool of reports on one event doesn't subtract that event from itself.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from dateline.group.sketch import Vector

Matrix = NDArray[np.float64]
_STEP = (
    4096  # sums are kept in whole numbers of 1/4096, so that taking out what was put in is exact
)
_PRIOR_LANGUAGE = 20.0  # reports that the prior mean of a language counts for
_PRIOR_ALL = 100.0  # reports that the prior mean over languages counts for


@functools.cache
def _background(engine: str) -> dict[str, NDArray[np.float64]]:
    """Prior means by language ("" for all) of an engine; empty for one that has none."""
    folder = resources.files("dateline.group") / "data"
    name = engine.split("-")[0]
    file = folder / f"background_{name}.npz"
    if not file.is_file():
        return {}
    with file.open("rb") as stream, np.load(stream) as data:
        return {key: data[key].astype(np.float64) for key in data.files}


class Meaning:
    """The active vectors of one engine, summed by language."""

    def __init__(self, engine: str, dimension: int) -> None:
        prior = _background(engine)
        self._zero = np.zeros(dimension)
        self._prior = {k: v for k, v in prior.items() if len(v) == dimension}
        self._sums: dict[str, NDArray[np.int64]] = {}
        self._counts: dict[str, int] = {}
        self._all = np.zeros(dimension, dtype=np.int64)
        self._total = 0

    def add(self, vector: Vector, language: str) -> None:
        """Count a report's vector in."""
        self._change(vector, language, 1)

    def drop(self, vector: Vector, language: str) -> None:
        """Count a report's vector out."""
        self._change(vector, language, -1)

    def _change(self, vector: Vector, language: str, by: int) -> None:
        whole = np.round(vector * _STEP).astype(np.int64) * by
        if language not in self._sums:
            self._sums[language] = np.zeros(len(self._zero), dtype=np.int64)
            self._counts[language] = 0
        self._sums[language] += whole
        self._counts[language] += by
        self._all += whole
        self._total += by
        if not self._counts[language]:
            del self._sums[language], self._counts[language]

    def mean(self, language: str) -> NDArray[np.float64]:
        """Return the mean vector of a language as it is now believed to be."""
        prior = self._prior.get("", self._zero)
        everything = (self._all / _STEP + _PRIOR_ALL * prior) / (self._total + _PRIOR_ALL)
        own = self._prior.get(language, everything)
        count = self._counts.get(language, 0)
        if not count:
            return own
        sums = self._sums[language] / _STEP
        mean: NDArray[np.float64] = (sums + _PRIOR_LANGUAGE * own) / (count + _PRIOR_LANGUAGE)
        return mean

    def centred(self, vectors: Sequence[Vector], languages: Sequence[str]) -> Matrix:
        """Return unit rows: each vector less the mean of its language."""
        means = {language: self.mean(language) for language in sorted(set(languages))}
        rows = np.stack(
            [v - means[language] for v, language in zip(vectors, languages, strict=True)]
        ).astype(np.float64)
        lengths = np.sqrt((rows * rows).sum(axis=1, keepdims=True))
        lengths[lengths == 0] = 1.0
        return np.asarray(rows / lengths)
