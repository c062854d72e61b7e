"""Which active reports are worth comparing with a new one: a bounded number, from indexes.

Three ways in: features that few reports share (linked actors, places, names, numbers, words of
the opening), sampled shingles (near-copies), and the nearest vectors. Indexes hold only the
active window, and a query reads at most a fixed number of postings, so the cost of a query does
not grow with the archive.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dateline.group.meaning import Meaning
from dateline.group.score import Scorer, Weighed
from dateline.group.shingles import sample
from dateline.group.sketch import Vector
from dateline.group.weights import Floats

INDEXED = ("lead", "names", "numbers", "actors", "places")
MAX_FEATURES = 24  # most telling features of the new report that are looked up
MAX_POSTINGS = 64  # most recent reports read for each
MAX_NEIGHBOURS = 16  # nearest by vector, for each engine
MAX_CANDIDATES = 48


class Postings:
    """Feature → active reports that hold it, in order of arrival. Removal is lazy."""

    def __init__(self) -> None:
        self._lists: dict[object, list[int]] = {}
        self._dead: dict[object, int] = {}

    def add(self, number: int, keys: Iterable[object]) -> None:
        """Index report ``number`` under ``keys``."""
        for key in keys:
            self._lists.setdefault(key, []).append(number)

    def drop(self, keys: Iterable[object], alive: Iterable[int] | dict[int, Weighed]) -> None:
        """Forget a report that is no longer in ``alive`` under ``keys``."""
        for key in keys:
            dead = self._dead.get(key, 0) + 1
            listed = self._lists[key]
            if dead * 2 > len(listed):
                kept = [number for number in listed if number in alive]
                dead = 0
                if kept:
                    self._lists[key] = kept
                else:
                    del self._lists[key]
            if dead:
                self._dead[key] = dead
            else:
                self._dead.pop(key, None)

    def recent(self, key: object, alive: dict[int, Weighed], limit: int) -> list[int]:
        """Return the ``limit`` latest active reports under ``key``."""
        out = []
        for number in reversed(self._lists.get(key, ())):
            if number in alive:
                out.append(number)
                if len(out) == limit:
                    break
        return out


class Nearest:
    """Exact nearest neighbours among the active vectors of one engine."""

    def __init__(self, meaning: Meaning, dimension: int) -> None:
        self._meaning = meaning
        self._rows = np.zeros((256, dimension), dtype=np.float32)
        self._tongues = np.zeros(256, dtype=np.int64)
        self._languages: dict[str, int] = {}
        self._numbers: list[int] = []
        self._row_of: dict[int, int] = {}

    def add(self, number: int, vector: Vector, language: str) -> None:
        """Hold the vector of report ``number``."""
        row = len(self._numbers)
        if row == len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
            self._tongues = np.concatenate([self._tongues, np.zeros_like(self._tongues)])
        self._rows[row] = vector
        self._tongues[row] = self._languages.setdefault(language, len(self._languages))
        self._numbers.append(number)
        self._row_of[number] = row

    def drop(self, number: int) -> None:
        """Forget a report: the last row takes its place."""
        row = self._row_of.pop(number)
        last = self._numbers.pop()
        if last != number:
            self._rows[row] = self._rows[len(self._numbers)]
            self._tongues[row] = self._tongues[len(self._numbers)]
            self._numbers[row] = last
            self._row_of[last] = row

    def search(self, vector: Vector, language: str, limit: int) -> list[int]:
        """Return up to ``limit`` reports, nearest first; ties by order of arrival.

        Nearness is the product of the vectors less the means of their languages, rounded to
        four places, so that the order does not depend on which row a vector lies in.
        """
        count = len(self._numbers)
        if not count:
            return []
        query = (vector - self._meaning.mean(language)).astype(np.float32)
        level = np.array([self._meaning.mean(name) @ query for name in self._languages])
        near = np.round(self._rows[:count] @ query - level[self._tongues[:count]], 4)
        if count > limit:
            least = np.partition(near, count - limit)[count - limit]
            rows = np.flatnonzero(near >= least).tolist()
        else:
            rows = list(range(count))
        found = sorted((-float(near[row]), self._numbers[row]) for row in rows)
        return [number for _, number in found[:limit]]


class Candidates:
    """The indexes over the active window."""

    def __init__(self, scorer: Scorer) -> None:
        self._scorer = scorer
        self._features = {name: Postings() for name in INDEXED}
        self._shingles = Postings()
        self._nearest: dict[str, Nearest] = {}
        self.alive: dict[int, Weighed] = {}

    def add(self, number: int, item: Weighed) -> None:
        """Index an active report under its number of arrival."""
        self.alive[number] = item
        for name in INDEXED:
            self._features[name].add(number, item.features[name].slots.tolist())
        self._shingles.add(number, sample(item.sketch.shingles))
        for engine, vector in item.sketch.vectors.items():
            if engine not in self._nearest:
                meaning = self._scorer.meanings[engine]
                self._nearest[engine] = Nearest(meaning, len(vector))
            self._nearest[engine].add(number, vector, item.sketch.language)

    def drop(self, number: int) -> None:
        """Take a report out of the indexes."""
        item = self.alive.pop(number)
        for name in INDEXED:
            self._features[name].drop(item.features[name].slots.tolist(), self.alive)
        self._shingles.drop(sample(item.sketch.shingles), self.alive)
        for engine in item.sketch.vectors:
            self._nearest[engine].drop(number)

    def near_copies(self, item: Weighed, limit: int = 12) -> list[int]:
        """Return active reports that share the most sampled shingles with ``item``."""
        hits: dict[int, int] = {}
        for key in sample(item.sketch.shingles):
            for number in self._shingles.recent(key, self.alive, MAX_POSTINGS):
                hits[number] = hits.get(number, 0) + 1
        ranked = sorted(hits, key=lambda number: (-hits[number], number))
        return [n for n in ranked if hits[n] >= 2 or n == ranked[0]][:limit]

    def similar(self, item: Weighed) -> list[int]:
        """Return up to :data:`MAX_CANDIDATES` active reports worth scoring, best first."""
        hits: dict[int, float] = {}
        for name, slot, weight in self._telling(item):
            for number in self._features[name].recent(slot, self.alive, MAX_POSTINGS):
                hits[number] = hits.get(number, 0.0) + weight * weight
        ranked = sorted(hits, key=lambda number: (-round(hits[number], 6), number))
        chosen = dict.fromkeys(self.near_copies(item))
        for engine in sorted(item.sketch.vectors):
            if engine in self._nearest:
                vector, language = item.sketch.vectors[engine], item.sketch.language
                near = self._nearest[engine].search(vector, language, MAX_NEIGHBOURS)
                chosen.update(dict.fromkeys(near))
        chosen.update(dict.fromkeys(ranked))
        return list(chosen)[:MAX_CANDIDATES]

    def _telling(self, item: Weighed) -> list[tuple[str, int, float]]:
        found: list[tuple[str, int, float]] = []
        for name in INDEXED:
            features = item.features[name]
            weights: Floats = self._scorer.families[name].weigh(features)
            shared = self._scorer.families[name].shared(features)
            found.extend(
                (name, slot, weight)
                for slot, weight, held in zip(
                    features.slots.tolist(), weights.tolist(), shared.tolist(), strict=True
                )
                if held
            )
        family = self._scorer.families
        found.sort(key=lambda f: (-round(f[2], 6), f[0], family[f[0]].name(f[1])))
        return found[:MAX_FEATURES]
