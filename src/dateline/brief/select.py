"""Selection: which facts go into which section."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from dateline.brief.align import Alignment
from dateline.brief.facts import Fact
from dateline.brief.fit import FLOOR, FLOOR_REASON
from dateline.brief.kinship import kindred
from dateline.brief.lines import Line
from dateline.brief.reference import leaning, placed
from dateline.brief.repeats import covered, nearest, repeats, rivals_of
from dateline.brief.stale import due, event_day, overtaken, touches, worn
from dateline.brief.wording import rank_lines
from dateline.brief.words import content
from dateline.records import Difference, Reading, Report, SectionName, Span

Length = Literal["gist", "short", "full"]
Emptiness = Literal["none", "past", "leaning"]
_Fit = Callable[[Fact, SectionName], float]

HAPPENING: SectionName = "What's happening"
REASON: SectionName = "Why it's important"
NEXT: SectionName = "What's next"
BEYOND: SectionName = "Beyond the headlines"
SECTIONS: tuple[SectionName, ...] = (HAPPENING, REASON, NEXT, BEYOND)
QUOTA: Mapping[Length, tuple[int, int, int, int]] = {
    "gist": (2, 1, 1, 1),
    "short": (5, 3, 3, 3),
    "full": (10, 6, 6, 6),
}
# Quoted originals that no report in the reader's language covers, a section, beyond the quota.
FOREIGN: Mapping[Length, int] = {"gist": 1, "short": 2, "full": 6}
_FLOORS: Mapping[SectionName, float] = {REASON: FLOOR_REASON, NEXT: FLOOR, BEYOND: FLOOR}
NEWS = 0.6
# How much likeness to what was taken costs, and a noun that was not told of.
NOVELTY = 0.7
LEANING = 0.3
_TOLD = ("detail", "reaction")
# How much nearness to its report's title counts: the event that a page is about leads, not the
# latest entry of a live blog.
HEADLINE = 1.1
# The lead is the report's opening where that stands alone: its first sentence, or one of the
# next two where they come nearer to its title. A weak opening gives way to them.
OPENING = (0.5, 0.35, 0.2)
WEAK = 0.8
# A sentence that the desk's expectations were taken from is a next step.
EXPECTED = 0.35
# A reason as good as this is none, unless it is told as a step by itself.
EFFECT = 0.6
# In a section what a sentence does there weighs more than how much it matters to the story.
STANDING = 0.35
# What a doubling of the origins behind a fact counts.
SUPPORT = 0.6
# What serves another section better is told last of what happens.
ASTRAY = 0.5
# A word that stands in so many sentences of each report is what the story is about.
THEME = 4


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
    did not fit. ``why_empty`` says of a section without facts whether there was nothing to
    tell ("none"), only plans whose time has passed ("past") or only sentences that cannot be
    read alone ("leaning")."""

    sections: dict[SectionName, list[Chosen]]
    unshown: list[Fact]
    why_empty: dict[SectionName, Emptiness]


@dataclass(frozen=True, slots=True)
class _Candidate:
    fact: Fact
    lines: tuple[Line, ...]
    foreign: bool
    weight: float


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
    expected: frozenset[Span] = frozenset(),
) -> Selection:
    """Choose facts by fit, weight and novelty (maximal marginal relevance).

    The lead comes first; then *What's next*, *Why it's important* and *Beyond the headlines*
    take what serves them, since few sentences do; *What's happening* the weightiest of the rest.
    *What's next* takes nothing whose time has passed by ``now``; no fact, and nothing that
    repeats a chosen one, is told twice; of two sides of one of the ``differences`` the
    weightier is told, and both are shown side by side there. A sentence that leans on a noun
    ("the request") is taken only once the brief has told of it. ``closed`` are spans of
    expectations that are settled or past due, ``expected`` of those that are open.
    """
    happened = event_day(facts, now)
    times = [line.published for fact in facts for line in fact.lines if line.published]
    span = (min(times), max(times)) if times else None
    candidates = []
    for fact in facts:
        lines = rank_lines(fact, alignment, language, reports, readings)
        if lines:
            score = weight(fact, span, now, happened)
            candidates.append(_Candidate(fact, lines, lines[0].language != language, score))
    lasting = [
        replace(c, lines=lines)
        for c in candidates
        if (lines := tuple(line for line in c.lines if not worn(line, now)))
    ]
    candidates = lasting or candidates
    home = any(not c.foreign for c in candidates)
    told = _known(facts, reports)
    taking = _Taking(alignment, rivals_of(differences), told)
    quota = dict(zip(SECTIONS, QUOTA[size], strict=True))

    def fit(fact: Fact, name: SectionName) -> float:
        if name == NEXT:
            step, effect = fact.fits.next, fact.fits.reason
            if effect >= EFFECT and step < FLOOR:
                return step  # "could weaken the government": what it may do, not what comes next
            return step + EXPECTED * touches(fact, expected)
        return fact.fits.reason if name == REASON else fact.fits.beyond

    def standing(fact: Fact, name: SectionName) -> bool:
        if name == NEXT:
            past = overtaken(fact, now, happened, next_step=True)
            return not past and not touches(fact, closed)
        ended = fact.looks_ahead and touches(fact, closed)
        return not ended and not overtaken(fact, now, happened)

    def rank(name: SectionName) -> Callable[[_Candidate], float]:
        if name == HAPPENING:
            astray = ASTRAY
            return lambda c: (
                c.weight
                - astray
                * (max(c.fact.fits.next, c.fact.fits.beyond) >= FLOOR and c.fact.independent < 2)
            )
        return lambda c: fit(c.fact, name) + STANDING * c.weight

    own = [c for c in candidates if not (home and c.foreign)]
    current = [c for c in own if standing(c.fact, HAPPENING)]
    sections: dict[SectionName, list[Chosen]] = {name: [] for name in SECTIONS}
    sections[HAPPENING] += taking.take(current, _leads, 1)
    opened = set(taking.told)
    for name in (NEXT, REASON, BEYOND):
        fitting = [c for c in own if fit(c.fact, name) >= _FLOORS[name] and standing(c.fact, name)]
        fitting = [c for c in fitting if _best_here(c.fact, name, fit)]
        sections[name] += taking.take(fitting, rank(name), quota[name])
    more = quota[HAPPENING] - len(sections[HAPPENING])
    taking.told = opened  # the other sections are read after this one
    sections[HAPPENING] += taking.take(current, rank(HAPPENING), more)
    unshown: list[Fact] = []
    if home:
        near = [c.fact for c in own]
        kin = kindred([line for fact in facts for line in fact.lines], alignment, language)
        for name in SECTIONS:
            fitting = [
                c for c in candidates
                if c.foreign and _section(c.fact, fit) == name and standing(c.fact, name)
                and not covered(c.fact, near, alignment)
            ]  # fmt: skip
            quotable = [c for c in fitting if c.lines[0].report in kin]
            extra = taking.take(quotable, rank(name), FOREIGN[size])
            sections[name] += extra
            taken = [c.fact for c in extra]
            unshown += [c.fact for c in fitting if c.fact not in taken]
    whys = {name: _why(name, facts, fit, standing) for name in SECTIONS}
    return Selection(sections, unshown, whys)


class _Taking:
    """Facts taken so far: what they tell, and what must not be told again."""

    def __init__(
        self, alignment: Alignment, rivals: frozenset[tuple[Span, Span]], told: set[str]
    ) -> None:
        self.alignment, self.rivals, self.told = alignment, rivals, told
        self.taken: list[Fact] = []

    def take(
        self, candidates: Sequence[_Candidate], rank: Callable[[_Candidate], float], most: int
    ) -> list[Chosen]:
        """Take the best of what is left, less what it shares with what was taken."""
        left = list(candidates)
        chosen: list[Chosen] = []
        while len(chosen) < most:
            left = [
                c for c in left
                if c.fact not in self.taken
                and not repeats(c.fact, self.taken, self.alignment, self.rivals)
            ]  # fmt: skip
            ready = [(c, *placing) for c in left if (placing := self._placed(c)) is not None]
            if not ready:
                break
            best, line, _ = max(
                ready,
                key=lambda item: (
                    rank(item[0])
                    - LEANING * item[2]
                    - NOVELTY * nearest(item[0].fact, self.taken, self.alignment),
                    -item[0].fact.order,
                ),
            )
            chosen.append(Chosen(best.fact, line, best.foreign, best.weight))
            self.taken.append(best.fact)
            self.told |= set(line.words)
            left.remove(best)
        return chosen

    def _placed(self, candidate: _Candidate) -> tuple[Line, bool] | None:
        """The best line of a fact whose nouns the brief has told of, else the best that doesn't
        open with one it has not; the second value says that it leans a little all the same."""
        little = None
        for line in candidate.lines:
            unknown = [opens for noun, opens in leaning(line) if not placed(noun, self.told)]
            if not unknown:
                return line, False
            if little is None and not any(unknown):
                little = line
        return (little, True) if little is not None else None


def _known(facts: Sequence[Fact], reports: Mapping[str, Report]) -> set[str]:
    """Words a reader can place from the start: those of the titles, and what the reports keep
    coming back to."""
    lines = [line for fact in facts for line in fact.lines]
    seen = Counter(word for line in lines for word in set(line.words))
    titles = {line.report for line in lines}
    told = {word for report in titles for word in content(reports[report].title or "")}
    return told | {word for word, count in seen.items() if count >= THEME * len(titles)}


def _leads(c: _Candidate) -> float:
    """How well a fact leads the brief: the opening of a report, told by it and not by somebody."""
    first = min(line.index for line in c.fact.lines)
    leans = first > 0 and bool(leaning(c.lines[0]))  # "Under the deal, ..."
    opening = OPENING[first] if first < len(OPENING) and not leans else 0.0
    reacts = c.fact.role == "reaction" and first > 0
    return c.weight + opening - 0.4 * (reacts or leans) - WEAK * _weak(c.lines[0])


# "There is a new twist in the case"
_THERE = re.compile(r"there (?:is|are|was|were|has been)\b", re.IGNORECASE)


def _weak(line: Line) -> bool:
    """True for an opening that is a standfirst without a full stop, or only says that something
    is there."""
    bare = line.text.rstrip("”\"'’) ")[-1:] not in ".!。！"
    return line.language == "en" and (bare or _THERE.match(line.text) is not None)


def _best_here(fact: Fact, name: SectionName, fit: _Fit) -> bool:
    """True when no other section is clearly better served by the fact."""
    here = fit(fact, name)
    return all(here + 0.1 >= fit(fact, other) for other in SECTIONS[1:] if other != name)


def _section(fact: Fact, fit: _Fit) -> SectionName:
    """The one section that a fact serves best."""
    best = max(SECTIONS[1:], key=lambda name: fit(fact, name))
    return best if fit(fact, best) >= _FLOORS[best] else HAPPENING


def _why(
    name: SectionName,
    facts: Sequence[Fact],
    fit: _Fit,
    standing: Callable[[Fact, SectionName], bool],
) -> Emptiness:
    """Why a section would stay empty: see :class:`Selection`."""
    serving = [f for f in facts if name == HAPPENING or fit(f, name) >= _FLOORS[name]]
    if not serving:
        return "none"
    return "leaning" if any(standing(f, name) for f in serving) else "past"


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
    support = SUPPORT * math.log2(fact.independent)
    early = 0.5 * (1 - fact.place)
    own_words = min(len(line.words) for line in fact.lines)
    thin = -0.4 if own_words < 5 else 0.0
    if all(line.inside and line.inside[0][0] == 0 for line in fact.lines):
        thin -= 0.3  # what somebody said of it comes after what happened
    stale = -0.8 if fact.planned and due(fact, now, happened) else 0.0
    about = HEADLINE * fact.headline
    known = role + support + early + about
    return round(known + fact.centrality + thin + stale + _news(fact, span), 6)


def _news(fact: Fact, span: tuple[datetime, datetime] | None) -> float:
    """0 for what only the oldest report says, NEWS for what the newest says; half for undated."""
    times = [line.published for line in fact.lines if line.published is not None]
    if span is None or not times or span[0] == span[1]:
        return NEWS / 2
    return NEWS * ((max(times) - span[0]) / (span[1] - span[0]))
