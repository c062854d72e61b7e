"""One score for "do these two reports tell of the same event", and its parts.

Each part is a similarity between 0 and 1, or a gap in time; the score is their weighted sum, a
log-odds. There are three sets of weights: for a pair of articles and a pair of blurbs in one
language (what lies between is scored between), and for a pair in two languages, where words can't
be compared and vectors, linked actors, numbers and times must do; each for every kind of vector
that both reports may have. The weights are in :mod:`dateline.group.calibration`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dateline.group.calibration import (
    APART,
    BREVITY,
    BREVITY_ACROSS,
    BREVITY_SPREAD,
    DATED_BY,
    TOLD_BY,
    Mode,
    Weights,
    weights_for,
)
from dateline.group.meaning import Meaning
from dateline.group.sketch import Sketch
from dateline.group.weights import Family, Features, Frequencies, HashedFamily

Matrix = NDArray[np.float64]
_FAR = 50.0  # spreads from the middle, past which nothing changes any more
FAMILIES = ("lead", "names", "numbers", "actors", "places")
ENGINES = ("use", "e5")  # kinds of vectors, the one that overrules the others last
BOTH = "both"  # a pair that has vectors of either kind
MODES: tuple[tuple[Mode, Mode], ...] = (
    ("blurbs", "blurbs across"),
    ("articles", "articles across"),
)
FRESH = 3.0  # days for which an event is news; what is written later mostly tells of the next one
# Days between two named days up to which both can be one: an evening here is a morning there. Half
# a day more is another day. Of one place there is a day more: what is announced for the day after
# tomorrow is told again when it happens.
SAME_DAY = 1.5
SAME_PLACE = 0.5  # cosine of places
DOUBT = 3.0  # log-odds that a single pair of blurbs, or across languages, is discounted by
CLIP = 6.0  # log-odds of one pair are held within this, so that no one pair decides for a story


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
    """A sketch with its features in every family of a :class:`Scorer`.

    What the features hold is left out of the sketch, since both stay in the window.
    """

    sketch: Sketch
    features: Mapping[str, Features]


@dataclass(frozen=True, slots=True)
class Grid:
    """Scores of some reports (rows) against others (columns), and their parts.

    ``cautious`` are the totals less :data:`DOUBT` where a single pair says little: blurbs, and
    pairs in two languages.
    """

    values: Mapping[str, Matrix]
    across: NDArray[np.bool_]
    totals: Matrix
    cautious: Matrix

    def parts(self, row: int, column: int) -> Parts:
        """Return the parts of one cell."""
        return Parts(
            {name: float(grid[row, column]) for name, grid in self.values.items()},
            bool(self.across[row, column]),
            float(self.totals[row, column]),
        )


class Scorer:
    """Scores pairs with the word weights and language means of the active window."""

    def __init__(self) -> None:
        self.phrases = HashedFamily()
        self.families = {name: Family() for name in FAMILIES}
        self.meanings: dict[str, Meaning] = {}

    def add(self, sketch: Sketch) -> Weighed:
        """Count a report into the window."""
        parts: dict[str, Mapping[str, float]] = {
            "lead": dict.fromkeys(sketch.title | sketch.lead, 1.0),
            "names": sketch.names,
            "numbers": dict.fromkeys(sketch.numbers, 1.0),
            "actors": sketch.actors,
            "places": sketch.places,
        }
        for engine, vector in sketch.vectors.items():
            if engine not in self.meanings:
                self.meanings[engine] = Meaning(engine, len(vector))
            self.meanings[engine].add(vector, sketch.language)
        features = {"phrases": self.phrases.add(sketch.phrases)}
        features.update((name, self.families[name].add(parts[name])) for name in FAMILIES)
        return Weighed(sketch.slimmed(), features)

    def drop(self, item: Weighed) -> None:
        """Count a report out of the window."""
        self.phrases.drop(item.features["phrases"])
        for name, family in self.families.items():
            family.drop(item.features[name])
        for engine, vector in item.sketch.vectors.items():
            self.meanings[engine].drop(vector, item.sketch.language)

    def compare(self, ones: Sequence[Weighed], others: Sequence[Weighed]) -> Grid:
        """Score each of ``ones`` against each of ``others`` (at least one of each)."""
        values: dict[str, Matrix] = {}
        families: dict[str, Frequencies] = {"phrases": self.phrases, **self.families}
        for name, family in families.items():
            rows = [item.features[name] for item in ones]
            columns = rows if ones is others else [item.features[name] for item in others]
            values[name] = family.compare(rows, columns)
        engines = self._engines(ones, others, values)
        shorter = _shorter(ones, others)
        days = _days_between(ones, others)
        values["gap"] = np.log1p(days)
        values["late"] = np.maximum(days - FRESH, 0.0) / 7 * (1 - _brevity(shorter, DATED_BY))
        values["apart"] = _apart(ones, others, shorter, values["places"] >= SAME_PLACE)
        values["strangers"] = _strangers(ones, others, shorter, values)
        languages = [item.sketch.language for item in others]
        across = np.array(
            [[one.sketch.language != language for language in languages] for one in ones]
        )
        totals = np.zeros(across.shape)
        brief = _brevity(shorter, np.where(across, BREVITY_ACROSS, BREVITY))
        for engine in ("", *ENGINES, BOTH):
            chosen = engines == engine
            if chosen.any():
                short, long = (
                    np.where(
                        across,
                        _total(weights_for(abroad, engine), values, across.shape),
                        _total(weights_for(home, engine), values, across.shape),
                    )
                    for home, abroad in MODES
                )
                totals[chosen] = (brief * short + (1 - brief) * long)[chosen]
        # Sums may differ in the last bit with the shape of a matrix; decisions must not.
        bounded = np.clip(totals, -CLIP, CLIP).astype(np.float64) + APART * values["apart"]
        doubt = DOUBT * np.maximum(across, brief)
        return Grid(values, across, np.round(bounded, 6), np.round(bounded - doubt, 6))

    def _engines(
        self, ones: Sequence[Weighed], others: Sequence[Weighed], values: dict[str, Matrix]
    ) -> NDArray[np.str_]:
        """Fill in the similarity by the best engine of each pair; return that engine's kind."""
        best = np.full((len(ones), len(others)), "", dtype="<U8")
        for kind in ENGINES:
            for engine in sorted(self.meanings):
                if engine_kind(engine) != kind:
                    continue
                rows = [i for i, item in enumerate(ones) if engine in item.sketch.vectors]
                columns = [j for j, item in enumerate(others) if engine in item.sketch.vectors]
                if not rows or not columns:
                    continue
                left = self._centred(engine, [ones[i] for i in rows])
                right = self._centred(engine, [others[j] for j in columns])
                grid = values.setdefault(kind, np.zeros(best.shape))
                grid[np.ix_(rows, columns)] = left @ right.T
                held = best[np.ix_(rows, columns)]
                mixed = (held != "") & (held != kind)
                best[np.ix_(rows, columns)] = np.where(mixed, BOTH, kind)
        return best

    def _centred(self, engine: str, items: Sequence[Weighed]) -> Matrix:
        return self.meanings[engine].centred(
            [item.sketch.vectors[engine] for item in items],
            [item.sketch.language for item in items],
        )


def engine_kind(engine: str) -> str:
    """Return which calibration an engine's vectors take; one that is not known goes as "use"."""
    return "e5" if "e5" in engine.lower() else "use"


def _total(weights: Weights, values: Mapping[str, Matrix], shape: tuple[int, ...]) -> Matrix:
    total = np.full(shape, weights["bias"], dtype=np.float64)
    for name, weight in weights.items():
        if name in values:
            total += weight * values[name]
    return total


def _shorter(ones: Sequence[Weighed], others: Sequence[Weighed]) -> Matrix:
    """Return the number of words in the shorter of each pair."""
    left = np.array([item.sketch.length for item in ones], dtype=np.float64)
    right = np.array([item.sketch.length for item in others], dtype=np.float64)
    return np.minimum(left[:, None], right[None, :])


def _brevity(shorter: Matrix, middle: Matrix | float) -> Matrix:
    """Return how far a pair is one of blurbs, 0 to 1: half of it at ``middle`` words."""
    return np.asarray(1 / (1 + np.exp(np.minimum((shorter - middle) / BREVITY_SPREAD, _FAR))))


def _apart(
    ones: Sequence[Weighed],
    others: Sequence[Weighed],
    shorter: Matrix,
    one_place: NDArray[np.bool_],
) -> Matrix:
    """Return 1 where both name the day they tell of and it is two, 0 where it can be one.

    Only what both name counts: a report that names no day may stand in a list for weeks.
    """
    left, right = (
        np.array([np.nan if item.sketch.told is None else item.sketch.told for item in side])
        for side in (ones, others)
    )
    days = np.abs(left[:, None] - right[None, :]) / 24
    beyond = np.clip((days - SAME_DAY - one_place) * 2, 0.0, 1.0)
    return np.asarray(np.nan_to_num(beyond) * (1 - _brevity(shorter, TOLD_BY)))


def _strangers(
    ones: Sequence[Weighed],
    others: Sequence[Weighed],
    shorter: Matrix,
    values: Mapping[str, Matrix],
) -> Matrix:
    """Return 1 where both name known actors, or both name places, and they share none of either;
    less where one is so short that it names few.
    """
    met = (values["actors"] > 0) | (values["places"] > 0)
    known = np.zeros(met.shape, dtype=np.bool_)
    for linked in (_names_actors, _names_places):
        left = np.array([linked(item.sketch) for item in ones])
        right = np.array([linked(item.sketch) for item in others])
        known |= left[:, None] & right[None, :]
    return np.asarray((known & ~met) * (1 - _brevity(shorter, DATED_BY)))


def _names_actors(sketch: Sketch) -> bool:
    return any(not actor.startswith("x:") for actor in sketch.actors)


def _names_places(sketch: Sketch) -> bool:
    return bool(sketch.places)


def _days_between(ones: Sequence[Weighed], others: Sequence[Weighed]) -> Matrix:
    """Return the days between the publications; 0 where either is undated."""
    left = np.array([np.nan if i.sketch.hours is None else i.sketch.hours for i in ones])
    right = np.array([np.nan if i.sketch.hours is None else i.sketch.hours for i in others])
    days = np.abs(left[:, None] - right[None, :]) / 24
    return np.asarray(np.nan_to_num(days, nan=0.0))
