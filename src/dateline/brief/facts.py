"""Facts: the lines of all reports gathered into propositions, within and across languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.fit import FLOOR, NO_FITS, Fits
from dateline.brief.lines import Line
from dateline.brief.words import content
from dateline.records import Role

# Two lines say the same from these scores up. Meaning is the cosine of sentence vectors: lower
# across languages, where even good pairs score less, and lower still for a pair of which each
# is the other's best match in its report. Word overlap is stricter than it looks, since common
# words of the story weigh little. Set on the written samples, for precision (docs/07-brief.md).
SAME_WORDS = 0.62
SAME_MEANING = 0.78
SAME_MEANING_BEST = 0.68
ACROSS = 0.64
ACROSS_BEST = 0.53
# Shared actors and numbers are evidence of their own; a number that differs is counter-evidence.
SHARED_DISCOUNT = 0.05
# One telling figure in two sentences of two languages that are each other's best match.
FIGURE_DISCOUNT = 0.08
TELLING = 12
# Two clusters join when their pairs, on average, reach this share of what a match needs.
CHAIN = 0.9
# Two sentences that quote must quote alike: the frame ("said X, a professor of ...") is no fact.
QUOTES_ALIKE = 0.3
# Within one report two sentences are two statements unless they are nearly one.
SAME_REPORT = 0.92
# A plan and its deed are near in meaning and two different facts.
PLAN_AND_DEED = 0.12


@dataclass(slots=True, eq=False)
class Fact:
    """A proposition: the lines that say it, in story order, and what the reports make of it."""

    lines: list[Line]
    role: Role = "unknown"
    certainty: float = 0.0
    centrality: float = 0.0
    origins: frozenset[str] = field(default_factory=frozenset)
    fits: Fits = NO_FITS

    @property
    def independent(self) -> int:
        """How many origins say it."""
        return len(self.origins)

    @property
    def order(self) -> int:
        """Index of its first line: a stable key."""
        return self.lines[0].order

    @property
    def place(self) -> float:
        """How early it stands in the report that puts it first."""
        return min(line.place for line in self.lines)

    @property
    def headline(self) -> float:
        """How near it comes to the titles of the story's reports, 0 to 1."""
        return max(line.headline for line in self.lines)

    @property
    def languages(self) -> frozenset[str]:
        """Languages it is said in."""
        return frozenset(line.language for line in self.lines)

    @property
    def planned(self) -> bool:
        """True when most of its lines speak of what is still to come."""
        return sum(is_plan(line) for line in self.lines) * 2 > len(self.lines)

    @property
    def looks_ahead(self) -> bool:
        """True when most of its lines speak of what is to come or may come."""
        ahead = sum(is_plan(x) or cues.MAYBE.search(x.text) is not None for x in self.lines)
        return ahead * 2 > len(self.lines)


def is_plan(line: Line) -> bool:
    """True when a line speaks of something to come."""
    return line.fits.next >= FLOOR or cues.PLAN.search(line.text) is not None


def gather_facts(lines: Sequence[Line], alignment: Alignment) -> tuple[Fact, ...]:
    """Cluster lines into facts by average-link agglomeration over the pairs that match.

    Pairs are taken from the best score down, ties by order; two clusters join when the mean of
    all their pairs still matches within a margin, so that a chain of half-alike sentences can't
    swallow the story.
    """
    ratio = ratios(lines, alignment)
    rows, columns = np.nonzero(np.triu(ratio, 1) >= 1.0)
    pairs = sorted(
        (-float(ratio[a, b]), int(a), int(b)) for a, b in zip(rows, columns, strict=True)
    )
    cluster = {line.order: [line.order] for line in lines}
    for _, first, second in pairs:
        left, right = cluster[first], cluster[second]
        if left is right or ratio[np.ix_(left, right)].mean() < CHAIN:
            continue
        joined = sorted(left + right)
        for order in joined:
            cluster[order] = joined
    best = _best_by_report(lines, alignment)
    facts = []
    for line in lines:
        members = cluster[line.order]
        if members[0] == line.order:
            facts.append(_fact([lines[order] for order in members], best))
    return tuple(facts)


def ratios(lines: Sequence[Line], alignment: Alignment) -> NDArray[np.float32]:
    """Score of every pair over the score it needs: 1 and above is a match."""
    size = len(lines)
    table = np.zeros((size, size), dtype=np.float32)
    if not size:
        return table
    score = np.maximum(alignment.meaning, alignment.words)
    near = np.argwhere(np.triu(score, 1) >= min(ACROSS_BEST - FIGURE_DISCOUNT, SAME_WORDS))
    mutual = _mutual(lines, alignment)
    for a, b in near:
        table[a, b] = table[b, a] = _ratio(lines[a], lines[b], alignment, bool(mutual[a, b]))
    return table


def _ratio(a: Line, b: Line, alignment: Alignment, mutual: bool) -> float:
    meaning = float(alignment.meaning[a.order, b.order])
    words = float(alignment.words[a.order, b.order])
    if a.report == b.report:
        return max(meaning, words) / SAME_REPORT
    if a.language == b.language:
        need = SAME_MEANING_BEST if mutual else SAME_MEANING
        need_words = SAME_WORDS
    else:
        need = ACROSS_BEST if mutual else ACROSS
        need_words = 2.0
    if a.inside and b.inside:
        if a.language != b.language:
            need += 2 * SHARED_DISCOUNT
        elif _quotes_alike(a, b) < QUOTES_ALIKE:
            return 0.0
    if mutual and a.language != b.language and _figure(a, b):
        need -= FIGURE_DISCOUNT
    elif _shared(a, b):
        need -= SHARED_DISCOUNT
    if is_plan(a) != is_plan(b):
        need += PLAN_AND_DEED
        need_words += PLAN_AND_DEED
    if min(a.length, b.length) * 3 < max(a.length, b.length):
        need += 2 * SHARED_DISCOUNT  # a fragment is near everything that holds it
    return max(meaning / need, words / need_words)


def _mutual(lines: Sequence[Line], alignment: Alignment) -> NDArray[np.bool_]:
    """True where two lines of different reports are each other's best match there."""
    size = len(lines)
    groups: dict[str, list[int]] = {}
    for line in lines:
        groups.setdefault(line.report, []).append(line.order)
    best = np.zeros((size, size), dtype=bool)
    for members in groups.values():
        block = alignment.meaning[:, members]
        top = block.max(axis=1, keepdims=True)
        best[:, members] = (block == top) & (top > 0)
    return best & best.T


def _quotes_alike(a: Line, b: Line) -> float:
    """Share of the smaller quotation's words that the other quotation holds."""
    mine, theirs = ({w for start, end in line.inside for w in content(line.text[start:end])}
                    for line in (a, b))  # fmt: skip
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _shared(a: Line, b: Line) -> bool:
    """True when two lines share two actors, an actor and a number, or two numbers."""
    actors = len(a.actors & b.actors)
    values_a = {n.value for n in a.numbers if n.value > 3}
    values_b = {n.value for n in b.numbers if n.value > 3}
    values = len(values_a & values_b)
    return actors >= 2 or (actors >= 1 and values >= 1) or values >= 2


def _figure(a: Line, b: Line) -> bool:
    """True when two lines give one figure that few sentences would share by chance."""
    return bool({n.value for n in a.numbers if n.value > TELLING} & {n.value for n in b.numbers})


def _best_by_report(lines: Sequence[Line], alignment: Alignment) -> NDArray[np.float32]:
    """For every line, its best score in each report (columns in story order of reports)."""
    score = np.maximum(alignment.meaning, alignment.words)
    groups: dict[str, list[int]] = {}
    for line in lines:
        groups.setdefault(line.report, []).append(line.order)
    if not groups:
        return np.zeros((0, 0), dtype=np.float32)
    return np.stack([score[:, members].max(axis=1) for members in groups.values()], axis=1)


def _fact(members: list[Line], best: NDArray[np.float32]) -> Fact:
    """Vote on the role, and measure how central the fact is to the reports.

    Centrality is the mean over the reports of the best match there (1 in its own): a fact
    that every report has something near to is what the story is about.
    """
    votes: Counter[Role] = Counter()
    for line in members:
        votes[line.role] += round((0.1 + line.certainty) * 1000)
    role = max(votes, key=lambda r: (votes[r], r))
    central = best[[line.order for line in members]].max(axis=0).mean()
    origins = frozenset(line.origin for line in members)
    sure = max(line.certainty for line in members if line.role == role)
    return Fact(members, role, sure, round(float(central), 4), origins, _fits_of(members))


def _fits_of(members: Sequence[Line]) -> Fits:
    """How well the lines of a fact serve each section: half the best of them, half their mean,
    since one of them may say why and the others only what."""

    def of(values: Sequence[float]) -> float:
        return round((max(values) + sum(values) / len(values)) / 2, 4)

    return Fits(
        reason=of([line.fits.reason for line in members]),
        next=of([line.fits.next for line in members]),
        beyond=of([line.fits.beyond for line in members]),
    )
