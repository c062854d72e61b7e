"""How telling a word is: weights from the reports in the active window, over a smooth prior.

A family is one kind of feature (terms, names, actors, ...). Every feature of an active report
has a slot; the number of active reports that hold it gives its weight, ``log((N + P) / (df +
p))`` (inverse document frequency: Spärck Jones, 1972). The prior stands for P reports seen
before the first, so that early decisions don't hang on words that merely haven't come up yet.
Counts are whole numbers: the state after a restart equals the state before it, exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Slots = NDArray[np.int64]
Floats = NDArray[np.float64]
PRIOR_REPORTS = 200.0
PRIOR_COUNT = 1.0


@dataclass(frozen=True, slots=True)
class Features:
    """A report's features in one family: their slots and damped counts, in a fixed order."""

    slots: Slots
    counts: Floats


class Family:
    """Document frequencies of one family over the active window."""

    def __init__(self) -> None:
        self._slot: dict[str, int] = {}
        self._names: list[str] = []
        self._free: list[int] = []
        self._df: Slots = np.zeros(1024, dtype=np.int64)
        self._query: Floats = np.zeros(1024)
        self._loaded: Slots = np.zeros(0, dtype=np.int64)
        self.reports = 0

    def add(self, counts: Mapping[str, float] | Iterable[str]) -> Features:
        """Count a report in and return its features, ordered by name."""
        plain = counts if isinstance(counts, Mapping) else dict.fromkeys(counts, 1.0)
        names = sorted(plain)
        slots = np.fromiter((self._take(name) for name in names), np.int64, len(names))
        self._df[slots] += 1
        self.reports += 1
        damped = np.fromiter((1.0 + math.log(plain[name]) for name in names), float, len(names))
        return Features(slots, damped)

    def drop(self, features: Features) -> None:
        """Count a report out; features that nobody holds any more give their slot back."""
        self._df[features.slots] -= 1
        self.reports -= 1
        for slot in features.slots[self._df[features.slots] == 0].tolist():
            del self._slot[self._names[slot]]
            self._free.append(slot)

    def _take(self, name: str) -> int:
        slot = self._slot.get(name)
        if slot is None:
            slot = self._free.pop() if self._free else len(self._names)
            if slot == len(self._names):
                self._names.append(name)
                if slot >= len(self._df):
                    self._df = np.concatenate([self._df, np.zeros_like(self._df)])
                    self._query = np.concatenate([self._query, np.zeros_like(self._query)])
            self._names[slot] = name
            self._slot[name] = slot
        return slot

    def weigh(self, features: Features) -> Floats:
        """Return the weight of each feature: damped count times inverse document frequency."""
        return features.counts * self.idf(features.slots)

    def idf(self, slots: Slots) -> Floats:
        """Return log((N + P) / (df + p)) for each slot."""
        idf: Floats = np.log((self.reports + PRIOR_REPORTS) / (self._df[slots] + PRIOR_COUNT))
        return idf

    def load(self, features: Features) -> float:
        """Make ``features`` the query of :meth:`cosine`; return their norm."""
        self._query[self._loaded] = 0.0
        weights = self.weigh(features)
        self._query[features.slots] = weights
        self._loaded = features.slots
        return float(np.sqrt((weights * weights).sum()))

    def cosine(self, norm: float, features: Features) -> float:
        """Return the cosine of the loaded query (of ``norm``) and ``features``, 0 to 1."""
        if not norm or not len(features.slots):
            return 0.0
        mine = self.weigh(features)
        own = float(np.sqrt((mine * mine).sum()))
        return float((self._query[features.slots] * mine).sum()) / (norm * own) if own else 0.0

    def name(self, slot: int) -> str:
        """Return the feature that holds ``slot``."""
        return self._names[slot]

    def frequency(self, slot: int) -> int:
        """Return how many active reports hold the feature."""
        return int(self._df[slot])
