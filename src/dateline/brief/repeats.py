"""Repeats: whether a fact tells what is told already, or the other side of it."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.align import Alignment
from dateline.brief.calendar import when_words
from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.records import Difference, Span

# A fact this near to one already chosen tells nothing new: it is left out of every section.
REPEATS = 0.72
REPEATS_ACROSS = 0.56
# Less is enough where both give the same telling number.
REPEATS_FIGURE = 0.56
COVERED, COVERED_NAMED = 0.46, 0.28
# A line of so many words that another holds to this share tells nothing new either.
FEWEST_HELD, HELD = 6, 0.75

Rivals = frozenset[tuple[Span, Span]]


def nearest(fact: Fact, known: Sequence[Fact], alignment: Alignment) -> float:
    """How much ``fact`` shares with the one of ``known`` that it is most like."""
    return max(
        (alignment.score(x.order, y.order) for k in known for x in fact.lines for y in k.lines),
        default=0.0,
    )


def repeats(fact: Fact, known: Sequence[Fact], alignment: Alignment, rivals: Rivals) -> bool:
    """True when a fact tells what one of ``known`` tells, or the other side of it."""
    return any(
        _same_told(a, b, alignment.score(a.order, b.order), rivals)
        for k in known
        for a in fact.lines
        for b in k.lines
    )


def _same_told(a: Line, b: Line, score: float, rivals: Rivals) -> bool:
    if score >= (REPEATS if a.language == b.language else REPEATS_ACROSS):
        return True
    if score < COVERED or a.language != b.language:
        return False
    if _holds(a, b):
        return True
    figures = {n.value for n in a.numbers if n.value > 31} & {n.value for n in b.numbers}
    return bool(figures and score >= REPEATS_FIGURE) or (a.span, b.span) in rivals


def _holds(a: Line, b: Line) -> bool:
    """True when one of two lines holds nearly every word of the other, as a standfirst and the
    first paragraph do."""
    mine, theirs = set(a.words), set(b.words)
    fewer = min(len(mine), len(theirs))
    return fewer >= FEWEST_HELD and len(mine & theirs) >= HELD * fewer


def rivals_of(differences: Sequence[Difference]) -> Rivals:
    """Every pair of sentences that give two values of one attribute."""
    return frozenset(
        (a, b)
        for difference in differences
        for one in difference.versions
        for other in difference.versions
        if one is not other
        for a in one.spans
        for b in other.spans
    )


def covered(fact: Fact, others: Sequence[Fact], alignment: Alignment) -> bool:
    """True when one of ``others`` says, in another language, nearly what ``fact`` says."""
    return any(
        alignment.score(a.order, b.order) >= _need(a, b)
        for other in others
        for a in fact.lines
        for b in other.lines
    )


def _need(a: Line, b: Line) -> float:
    """How alike two lines must be for one to cover the other: less where figures are shared,
    and least where actors are too (names written in another script lower the likeness)."""
    if not _same_figures(a, b):
        return REPEATS_ACROSS
    return COVERED_NAMED if a.actors & b.actors else COVERED


def _same_figures(a: Line, b: Line) -> bool:
    """True when two lines name the same day, or give the same telling number."""
    # Days are compared as calendar days: midnight differs from zone to zone.
    days_a, days_b = (
        {when_words(m.when) for m in line.dates if m.when.precision == "day"} - {None}
        for line in (a, b)
    )
    values = {n.value for n in a.numbers if n.value > 31} & {n.value for n in b.numbers}
    return bool(days_a & days_b or values)
