"""How telling a word is: weights from the reports in the active window, over a smooth prior.

A family is one kind of feature (terms, names, actors, ...). Every feature of an active report
has a slot; the number of active reports that hold it gives its weight, ``log((N + P) / (df +
p))`` (inverse document frequency: Spärck Jones, 1972). The prior stands for P reports seen
before the first, so that early decisions don't hang on words that merely haven't come up yet.
Counts are whole numbers: the state after a restart equals the state before it, exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Slots = NDArray[np.int64]
Hashes = NDArray[np.uint64]
Floats = NDArray[np.float64]
Matrix = NDArray[np.float64]
PRIOR_REPORTS = 200.0
PRIOR_COUNT = 1.0
HASHED_SLOTS = 1 << 24  # of a hashed family; its counts take 64 MB at most, as they are touched
_SIEVE = (1 << 16) - 1  # low bits of a slot by which most slots are seen not to be looked for


@dataclass(frozen=True, slots=True)
class Features:
    """A report's features in one family: their slots and damped counts, in a fixed order."""

    slots: Slots
    counts: Floats


class Frequencies:
    """Document frequencies by slot over the active window, and what is weighed by them."""

    def __init__(self, slots: int) -> None:
        self._df = np.zeros(slots, dtype=np.int32)
        self._logs = np.log(np.arange(1024) + PRIOR_COUNT)
        self.reports = 0

    def drop(self, features: Features) -> None:
        """Count a report out."""
        self._df[features.slots] -= 1
        self.reports -= 1

    def weigh(self, features: Features) -> Floats:
        """Return the weight of each feature: damped count times inverse document frequency."""
        return features.counts * self.idf(features.slots)

    def idf(self, slots: Slots) -> Floats:
        """Return log((N + P) / (df + p)) for each slot."""
        if self.reports >= len(self._logs):  # logarithms of whole numbers are looked up
            self._logs = np.log(np.arange(2 * self.reports) + PRIOR_COUNT)
        idf: Floats = math.log(self.reports + PRIOR_REPORTS) - self._logs[self._df[slots]]
        return idf

    def shared(self, features: Features) -> NDArray[np.bool_]:
        """Say of each feature whether more than one active report holds it."""
        return np.asarray(self._df[features.slots] > 1)

    def compare(self, ones: Sequence[Features], others: Sequence[Features]) -> Matrix:
        """Return the cosine of each of ``ones`` with each of ``others``, 0 to 1."""
        known = np.unique(np.concatenate([item.slots for item in ones]))
        if not len(known):
            return np.zeros((len(ones), len(others)))
        rows = self._rows(ones, known)
        return rows @ (rows if others is ones else self._rows(others, known)).T

    def _rows(self, items: Sequence[Features], known: Slots) -> Matrix:
        """Return unit weight vectors, of which only the ``known`` slots are written out."""
        slots = np.concatenate([item.slots for item in items])
        owner = np.repeat(np.arange(len(items)), [len(item.slots) for item in items])
        weights = np.concatenate([item.counts for item in items]) * self.idf(slots)
        lengths = np.sqrt(np.bincount(owner, weights * weights, len(items)))
        lengths[lengths == 0] = 1.0
        sieve = np.zeros(_SIEVE + 1, dtype=np.bool_)
        sieve[known & _SIEVE] = True
        likely = np.flatnonzero(sieve[slots & _SIEVE])
        at = np.searchsorted(known, slots[likely])
        at[at == len(known)] = 0
        hit = known[at] == slots[likely]
        likely, at = likely[hit], at[hit]
        rows = np.zeros((len(items), len(known)))
        rows[owner[likely], at] = weights[likely] / lengths[owner[likely]]
        return rows


class HashedFamily(Frequencies):
    """A family whose features are too many to be kept by name: a hash gives the slot.

    Two features may share a slot; among sixteen million that is rare enough not to matter
    (feature hashing: Weinberger et al., 2009).
    """

    def __init__(self) -> None:
        super().__init__(HASHED_SLOTS)

    def add(self, hashes: Hashes) -> Features:
        """Count a report in and return its features, ordered by slot."""
        slots = np.unique(hashes % np.uint64(HASHED_SLOTS)).astype(np.int64)
        self._df[slots] += 1
        self.reports += 1
        return Features(slots, np.broadcast_to(np.float64(1.0), slots.shape))


class Family(Frequencies):
    """A family whose features are known by name."""

    def __init__(self) -> None:
        super().__init__(1024)
        self._slot: dict[str, int] = {}
        self._names: list[str] = []
        self._free: list[int] = []

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
        super().drop(features)
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
            self._names[slot] = name
            self._slot[name] = slot
        return slot

    def weight(self, name: str) -> float:
        """Return the inverse document frequency of one feature, seen or not."""
        slot = self._slot.get(name)
        seen = int(self._df[slot]) if slot is not None else 0
        return math.log((self.reports + PRIOR_REPORTS) / (seen + PRIOR_COUNT))

    def name(self, slot: int) -> str:
        """Return the feature that holds ``slot``."""
        return self._names[slot]
