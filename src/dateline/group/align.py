"""Which sentences of one report say the same as which sentences of another."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from operator import add

import numpy as np
from numpy.typing import NDArray

from dateline.group.sketch import SentenceSketch, Sketch
from dateline.records import Aligned

Weigh = Callable[[str], float]
Matrix = NDArray[np.float64]
MIN_WORDS = 4  # own words that a sentence needs to count as evidence
ALIGNED = 0.5  # score from which a pair of sentences is aligned
_ACROSS = 0.62  # cosine of sentence vectors from which sentences in two languages are aligned
_CHOSEN = 0.45  # the same where each is the other's nearest by a clear margin
_MARGIN = 0.15


@dataclass(frozen=True, slots=True)
class Alignment:
    """The aligned pairs, and the ``share`` (0 to 1) of the copy's own words that they cover."""

    pairs: tuple[Aligned, ...]
    share: float
    order: float


def flat(_: str) -> float:
    """Weigh every word alike."""
    return 1.0


class Words:
    """The words of a text's sentences, ready to be compared with those of many other texts."""

    def __init__(self, sketch: Sketch, weigh: Weigh) -> None:
        self.sketch = sketch
        self.weigh = weigh
        holders: dict[str, list[int]] = {}
        for at, sentence in enumerate(sketch.sentences):
            for stem in sentence.own:
                holders.setdefault(stem, []).append(at)
        self._number = {stem: number for number, stem in enumerate(holders)}
        self._weights = np.array([weigh(stem) for stem in holders])
        self._counts = np.array([len(held) for held in holders.values()], dtype=np.int64)
        self._ends = np.cumsum(self._counts)
        self._holders = np.array([at for held in holders.values() for at in held], dtype=np.int64)

    def common(self, other: Sketch) -> Matrix:
        """Return the weight of the words that each sentence shares with each of another text.

        Each weight is added up in the order of the words, so that it is the same to the last bit
        whichever of the two texts is asked.
        """
        size = (len(self.sketch.sentences), len(other.sentences))
        numbers = np.array(
            [self._number.get(stem, -1) for one in other.sentences for stem in one.own],
            dtype=np.int64,
        )
        owners = np.repeat(np.arange(size[1]), [len(one.own) for one in other.sentences])
        owners, numbers = owners[numbers >= 0], numbers[numbers >= 0]
        counts = self._counts[numbers]
        before = np.repeat(np.cumsum(counts) - counts, counts)
        places = np.repeat(self._ends[numbers] - counts, counts) + np.arange(len(before)) - before
        cells = self._holders[places] * size[1] + np.repeat(owners, counts)
        weights = np.repeat(self._weights[numbers], counts)
        return np.bincount(cells, weights, size[0] * size[1]).astype(np.float64).reshape(size)


def align(
    copy: Sketch, origin: Sketch, weigh: Weigh = flat, words: Words | None = None
) -> Alignment:
    """Align each sentence of ``copy`` with the sentence of ``origin`` nearest to it.

    Within a language sentences are compared by their words (weighed by ``weigh``), numbers and
    names; across languages by vectors, and by numbers as a check. Quoted words don't count:
    two reports may quote one speech. ``order`` is the share of neighbouring aligned sentences
    that stand in the same order in both. ``words`` are those of either text, where it is compared
    with many.
    """
    if copy.language == origin.language:
        words = words or Words(copy, weigh)
        common = words.common(origin) if words.sketch is copy else words.common(copy).T
        found = _by_words(copy, origin, common, words.weigh)
    else:
        found = _by_vectors(copy, origin)
    total = sum(s.weight for s in copy.sentences if s.weight >= MIN_WORDS)
    taken = sum(copy.sentences[i].weight * min(1.0, score / 0.8) for i, _, score, _ in found)
    places = [j for _, j, _, _ in found]
    kept = sum(1 for one, two in pairwise(places) if two >= one)
    return Alignment(
        pairs=tuple(
            Aligned(
                here=copy.sentences[i].span,
                there=origin.sentences[j].span,
                score=round(min(1.0, score), 3),
                why=why,
            )
            for i, j, score, why in found
        ),
        share=taken / total if total else 0.0,
        order=kept / (len(places) - 1) if len(places) > 1 else 1.0,
    )


Match = tuple[int, int, float, str]


def _by_words(copy: Sketch, origin: Sketch, common: Matrix, weigh: Weigh) -> list[Match]:
    exact = {s.digest: j for j, s in reversed(list(enumerate(origin.sentences)))}
    mine = np.array([reduce(add, map(weigh, one.own), 0.0) for one in copy.sentences])
    theirs = np.array([math.fsum(map(weigh, one.own)) for one in origin.sentences])
    scores = _overlaps(common, mine[:, None], theirs[None, :])
    nearest = scores.argmax(axis=1).tolist() if scores.size else []
    found: list[Match] = []
    for i, sentence in enumerate(copy.sentences):
        if sentence.weight < MIN_WORDS:
            continue
        if sentence.digest in exact:
            found.append((i, exact[sentence.digest], 1.0, "same words"))
            continue
        if not nearest:
            continue
        best = nearest[i]
        score = float(scores[i, best])
        if score >= ALIGNED and _agree(sentence, origin.sentences[best]):
            found.append((i, best, score, _why(sentence, origin.sentences[best])))
    return found


def _overlaps(common: Matrix, ones: Matrix, others: Matrix) -> Matrix:
    """Dice overlaps, or a discounted containment where one sentence was cut or two were joined."""
    with np.errstate(divide="ignore", invalid="ignore"):
        dice = 2 * common / (ones + others)
        smaller = np.minimum(ones, others)
        held = np.where(smaller > 5, 0.8 * common / smaller, 0.0)
    return np.where(smaller > 0, np.maximum(dice, held), 0.0)


def _agree(one: SentenceSketch, two: SentenceSketch) -> bool:
    """True unless both hold numbers and share none of them."""
    return not one.numbers or not two.numbers or bool(one.numbers & two.numbers)


def _why(one: SentenceSketch, two: SentenceSketch) -> str:
    parts = [f"{len(set(one.own).intersection(two.own))} words"]
    if names := sorted(one.names & two.names):
        parts.append(f"names {', '.join(names[:3])}")
    if numbers := sorted(one.numbers & two.numbers):
        parts.append(f"numbers {', '.join(numbers[:3])}")
    return "; ".join(parts)


def _by_vectors(copy: Sketch, origin: Sketch) -> list[Match]:
    here = [i for i, s in enumerate(copy.sentences) if s.weight >= MIN_WORDS and s.vectors]
    there = [j for j, s in enumerate(origin.sentences) if s.vectors]
    cosines = _cosines([copy.sentences[i] for i in here], [origin.sentences[j] for j in there])
    found: list[Match] = []
    for row, i in enumerate(here if there else ()):
        best = int(np.argmax(cosines[row]))
        cosine = float(cosines[row, best])
        rivals = np.concatenate([np.delete(cosines[row], best), np.delete(cosines[:, best], row)])
        chosen = cosine >= _CHOSEN and cosine - rivals.max(initial=0.0) >= _MARGIN
        if (chosen or cosine >= _ACROSS) and _agree(
            copy.sentences[i], origin.sentences[there[best]]
        ):
            found.append((i, there[best], cosine, f"meaning {cosine:.2f}"))
    return found


def _cosines(ones: list[SentenceSketch], others: list[SentenceSketch]) -> NDArray[np.float64]:
    """Return the cosines of sentences by an engine that both have; -1 where there is none."""
    cosines = np.full((len(ones), len(others)), -1.0)
    for engine in sorted({engine for sentence in ones for engine in sentence.vectors}):
        rows = [i for i, sentence in enumerate(ones) if engine in sentence.vectors]
        columns = [j for j, sentence in enumerate(others) if engine in sentence.vectors]
        if columns:
            left = np.stack([ones[i].vectors[engine] for i in rows]).astype(np.float32)
            right = np.stack([others[j].vectors[engine] for j in columns]).astype(np.float32)
            # Rounded, since sums may differ in the last bits with the shape of a matrix.
            cosines[np.ix_(rows, columns)] = np.round(left @ right.T, 4)
    return cosines
