"""Selection: which facts go into which section."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from dateline.brief.align import Alignment
from dateline.brief.calendar import when_words
from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.brief.wording import choose_line
from dateline.records import Difference, Reading, Report, Role, SectionName, Span

Length = Literal["gist", "short", "full"]

PLAN: tuple[tuple[SectionName, tuple[Role, ...]], ...] = (
    ("What's happening", ("main", "detail", "reaction")),
    ("Why it's important", ("reason",)),
    ("What's next", ("next",)),
    ("Beyond the headlines", ("background",)),
)
QUOTA: Mapping[Length, tuple[int, int, int, int]] = {
    "gist": (2, 1, 1, 1),
    "short": (5, 3, 3, 3),
    "full": (10, 6, 6, 6),
}
# Quoted originals that no report in the reader's language covers, a section, beyond the quota.
FOREIGN = {"gist": 1, "short": 2, "full": 6}
# A fact this near to one already chosen tells nothing new: it is left out of every section.
REPEATS = 0.72
REPEATS_ACROSS = 0.56
# Less is enough where both give the same telling number.
REPEATS_FIGURE = 0.56
COVERED, COVERED_NAMED = 0.46, 0.28
NEWS = 0.6
_TOLD = ("detail", "reaction")
# How much nearness to its report's title counts: the event that a page is about leads, not the
# latest entry of a live blog.
HEADLINE = 0.8
# A plan without a date is no longer next when all that say it are this old.
FRESH = timedelta(days=14)

Rivals = frozenset[tuple[Span, Span]]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A fact chosen for a section, the line that words it, and whether that is a foreign one."""

    fact: Fact
    line: Line
    foreign: bool
    score: float


@dataclass(slots=True)
class Selection:
    """What was chosen for each section, and the facts told only in other languages that
    did not fit."""

    sections: dict[SectionName, list[Chosen]]
    unshown: list[Fact]


def select(
    facts: Sequence[Fact],
    alignment: Alignment,
    *,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    language: str,
    size: Length,
    now: datetime | None,
    differences: Sequence[Difference] = (),
    closed: frozenset[Span] = frozenset(),
) -> Selection:
    """Choose facts by role, weight and novelty (maximal marginal relevance).

    *What's next* takes nothing whose time has passed by ``now``. The role decides the section;
    no fact, and nothing that repeats a chosen one, is told twice; of two sides of one of the
    ``differences`` the weightier is told, and both are shown side by side there. ``closed``
    are spans of expectations that are settled or past due.
    """
    rivals = _rivals(differences)
    times = [line.published for fact in facts for line in fact.lines if line.published]
    span = (min(times), max(times)) if times else None
    happened = event_day(facts, now)
    candidates = []
    for fact in facts:
        line = choose_line(fact, alignment, language, reports, readings)
        if line is not None:
            score = weight(fact, span, now, happened)
            candidates.append(Chosen(fact, line, line.language != language, score))
    home = any(not c.foreign for c in candidates)
    taken: list[Chosen] = []
    sections: dict[SectionName, list[Chosen]] = {}
    unshown: list[Fact] = []
    for (name, roles), quota in zip(PLAN, QUOTA[size], strict=True):
        fitting = [
            c
            for c in candidates
            if c.fact.role in roles
            and not overtaken(c.fact, now, happened, next_step=name == "What's next")
            and not (name == "What's next" and _is_closed(c.fact, closed))
        ]
        own = [c for c in fitting if not (home and c.foreign)]
        chosen = _marginal(own, taken, alignment, quota, rivals)
        taken += chosen
        if home:
            foreign = [c for c in fitting if c.foreign and not _covered(c, candidates, alignment)]
            extra = _marginal(foreign, taken, alignment, FOREIGN[size], rivals)
            taken += extra
            unshown += [c.fact for c in foreign if c not in extra]
            chosen = chosen + extra
        sections[name] = chosen
    return Selection(sections, unshown)


def weight(
    fact: Fact,
    span: tuple[datetime, datetime] | None,
    now: datetime | None,
    happened: datetime | None,
) -> float:
    """How much a fact matters: what it does, how central it is and how near to the headlines,
    who else says it, how early in its report, how late in the story. A plan whose time has
    passed matters little: what came of it is told."""
    role = 0.6 * fact.certainty if fact.role == "main" else 0.1 * (fact.role in _TOLD)
    support = 0.35 * math.log2(1 + fact.independent)
    early = 0.5 * (1 - fact.place)
    own_words = min(len(line.words) for line in fact.lines)
    thin = -0.4 if own_words < 5 else 0.0
    if all(line.inside and line.inside[0][0] == 0 for line in fact.lines):
        thin -= 0.3  # what somebody said of it comes after what happened
    stale = -0.8 if fact.planned and _due(fact, now, happened) else 0.0
    about = HEADLINE * fact.headline
    known = role + support + early + about
    return round(known + fact.centrality + thin + stale + _news(fact, span), 6)


def _news(fact: Fact, span: tuple[datetime, datetime] | None) -> float:
    """0 for what only the oldest report says, NEWS for what the newest says; half for undated."""
    times = [line.published for line in fact.lines if line.published is not None]
    if span is None or not times or span[0] == span[1]:
        return NEWS / 2
    return NEWS * ((max(times) - span[0]) / (span[1] - span[0]))


def _marginal(
    candidates: Sequence[Chosen],
    taken: Sequence[Chosen],
    alignment: Alignment,
    quota: int,
    rivals: Rivals,
) -> list[Chosen]:
    """Take the best of what is left, less what it shares with what was taken, ``quota`` times."""
    left = list(candidates)
    chosen: list[Chosen] = []
    while left and len(chosen) < quota:
        known = [*taken, *chosen]
        left = [c for c in left if not _repeats(c, known, alignment, rivals)]
        if not left:
            break
        best = max(left, key=lambda c: (c.score - _nearest(c, known, alignment), -c.fact.order))
        chosen.append(best)
        left.remove(best)
    return chosen


def _nearest(candidate: Chosen, known: Sequence[Chosen], alignment: Alignment) -> float:
    return max((_likeness(candidate.fact, k.fact, alignment) for k in known), default=0.0)


def _likeness(a: Fact, b: Fact, alignment: Alignment) -> float:
    return max(alignment.score(x.order, y.order) for x in a.lines for y in b.lines)


def _repeats(
    candidate: Chosen, known: Sequence[Chosen], alignment: Alignment, rivals: Rivals
) -> bool:
    """True when a candidate tells what is told, or the other side of it."""
    return any(
        _same_told(a, b, alignment.score(a.order, b.order), rivals)
        for k in known
        for a in candidate.fact.lines
        for b in k.fact.lines
    )


def _same_told(a: Line, b: Line, score: float, rivals: Rivals) -> bool:
    if score >= (REPEATS if a.language == b.language else REPEATS_ACROSS):
        return True
    if score < COVERED or a.language != b.language:
        return False
    figures = {n.value for n in a.numbers if n.value > 31} & {n.value for n in b.numbers}
    return bool(figures and score >= REPEATS_FIGURE) or (a.span, b.span) in rivals


def _rivals(differences: Sequence[Difference]) -> Rivals:
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


def _covered(candidate: Chosen, others: Sequence[Chosen], alignment: Alignment) -> bool:
    """True when something in the reader's language says nearly what a foreign fact says."""
    return any(
        alignment.score(a.order, b.order) >= _need(a, b)
        for other in others
        if not other.foreign
        for a in candidate.fact.lines
        for b in other.fact.lines
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


def overtaken(
    fact: Fact, now: datetime | None, happened: datetime | None, *, next_step: bool = False
) -> bool:
    """True when what a fact looks forward to was due before ``now``: for a ``next_step``
    whatever it says, for others once the story's event has come (``happened``)."""
    if next_step:
        return _due(fact, now, happened)
    return happened is not None and fact.looks_ahead and _due(fact, now, happened)


def _is_closed(fact: Fact, closed: frozenset[Span]) -> bool:
    return any(line.span.overlaps(span) for line in fact.lines for span in closed)


def _due(fact: Fact, now: datetime | None, happened: datetime | None) -> bool:
    """True when every date that a fact looks forward to lies before ``now``; for a fact that
    gives none, when all that say it were published before the day of the story's event."""
    if now is None:
        return False
    ends = [m.when.latest for line in fact.lines for m in line.dates
            if m.when.latest and m.direction != "past"]  # fmt: skip
    if ends:
        return max(ends) <= now
    times = [line.published for line in fact.lines if line.published is not None]
    if len(times) < len(fact.lines):
        return False
    return max(times) < now - FRESH or (happened is not None and max(times) < happened)


def event_day(facts: Sequence[Fact], now: datetime | None) -> datetime | None:
    """When the story's event was over: the end of the day that most origins name in main
    sentences told as done, the later of equals. None before it has come."""
    named: dict[datetime, set[str]] = {}
    for fact in facts:
        if fact.role != "main" or fact.planned:
            continue
        for line in fact.lines:
            for m in line.dates:
                if m.when.precision == "day" and m.when.earliest and m.when.latest:
                    named.setdefault(m.when.earliest, set()).add(line.origin)
    if not named or now is None:
        return None
    day = max(named, key=lambda d: (len(named[d]), d))
    return day if day <= now else None
