"""Conflicts: whether two values of one attribute contradict each other, or only seem to.

A later toll that is told as a rise, a part of a whole ("three children" of twelve people), a
wider area ("seven across France"), a rounded number: none of these contradicts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.differing_names import elsewhere
from dateline.brief.lines import Line
from dateline.brief.sayings import TOLLS, Saying
from dateline.brief.words import content

# Two sentences speak of the same thing from this likeness up; lower for a named attribute
# ("delegation") than for a plain unit ("ships"), lowest for a toll, of which a story has one;
# higher for a date, where little else tells that the same happening is meant.
NEAR_TOLL, NEAR_NAMELESS = 0.30, 0.15
NEAR_NAMED, NEAR_UNIT, NEAR_DATE, NEAR_DURATION = 0.45, 0.58, 0.70, 0.10
NAMED = TOLLS | {"delegation", "magnitude", "duration", "depth"}
# "about 300" and 312 don't contradict: a hedged number stands for this share around it.
HEDGE = Decimal("0.15")
# Some of those whom a toll counts: fewer of them are no other toll.
_SOME = frozenset(
    """child woman man girl boy baby infant soldier officer policeman civilian tourist foreigner
    firefighter rescuer student pupil journalist teacher doctor nurse national family
    american""".split()
)
# A sentence that counts further than the place of the happening.
_WIDER = re.compile(
    r"\b(?:across|nationwide|nationally|countrywide|throughout|in total|in all|altogether|overall"
    r"|combined|worldwide|in the region|so far this|since)\b|全国|全國|전국",
    re.IGNORECASE,
)
_RISEN = re.compile(
    r"\b(?:rise[sn]?|rising|rose|climb(?:s|ed|ing)|increas(?:es|ed|ing)|gr(?:own|ew)|jump(?:s|ed)"
    r"|updated|revised|raised|now|up from|brings? the|bringing the"
    r"|than (?:was |were |had been )?(?:first|earlier|previously|initially))\b"
    r"|増え|上った|늘었|늘어|上升|升至|增至|aument|subi[óe]|s['’]alourdi|gestiegen|erhöht",
    re.IGNORECASE,
)
# Two counts of one plain thing lie within this factor; "63 yards" and "793 yards" are of two.
FACTOR = 2
# Characters on either side of a number that say what it is of.
AROUND = 60
_NAME = re.compile(r"\b[A-Z][\w’'-]+")


def conflict(a: Saying, b: Saying, entries: Sequence[Saying], alignment: Alignment) -> bool:
    """True when two sayings of one attribute contradict each other.

    Only sentences of different origins that speak of the same thing are compared; a value that
    the other origin gives too, in one of ``entries``, is no contradiction.
    """
    if a.line.origin == b.line.origin or _agree(a, b):
        return False
    if _of_its_day(a) and _of_its_day(b):
        return False  # each tells of its own day: the one goes on where the other ended
    if alignment.score(a.line.order, b.line.order) < _need(a, b) or _seems(a, b):
        return False
    return not any(
        (e.line.origin == b.line.origin and _agree(e, a))
        or (e.line.origin == a.line.origin and _agree(e, b))
        for e in entries
    )


def _need(a: Saying, b: Saying) -> float:
    """How alike two lines must be to be compared on their attribute."""
    if a.attribute in TOLLS:
        return NEAR_NAMELESS if _nameless(a.line) and _nameless(b.line) else NEAR_TOLL
    if a.attribute == "date":
        return NEAR_DATE
    if a.attribute == "duration":
        # A story has one meeting whose length is told, in sentences that share little else;
        # two that name different people may be two meetings.
        mine, theirs = a.line.actors, b.line.actors
        return NEAR_DURATION if not (mine and theirs) or mine & theirs else NEAR_UNIT
    return NEAR_NAMED if a.attribute in NAMED else NEAR_UNIT


def _nameless(line: Line) -> bool:
    """True for a parsed line without a name: what it counts is of the story's own happening."""
    return bool(line.tokens) and not any(t.pos == "PROPN" for t in line.tokens)


def _seems(a: Saying, b: Saying) -> bool:
    """True for two values that are not of one thing, or of which one follows the other."""
    if isinstance(a.value, str) or isinstance(b.value, str):
        return False
    a_value, b_value = a.value, b.value
    small, great = (a, b) if a_value < b_value else (b, a)
    if a.attribute in TOLLS:
        return (
            _part(small, great)
            or (_wider(great.line) and not _wider(small.line))
            or elsewhere(a.line, b.line)
            or _follows(great, small)
        )
    if a.attribute in NAMED:
        return False
    compound = any(s.line.text[s.end : s.end + 1] == "-" for s in (a, b))  # "a six-game streak"
    far = max(a_value, b_value) > FACTOR * min(a_value, b_value)
    return compound or far or not _of_one(a, b)


def _part(small: Saying, great: Saying) -> bool:
    return small.unit in _SOME and small.unit != great.unit


def _wider(line: Line) -> bool:
    return _WIDER.search(line.text) is not None


def _follows(great: Saying, small: Saying) -> bool:
    """True when the greater toll came later and is told as a rise."""
    later, earlier = great.line.published, small.line.published
    risen = later is not None and earlier is not None and later > earlier
    return risen and _RISEN.search(great.line.text) is not None


def _of_one(a: Saying, b: Saying) -> bool:
    """True when what stands around two numbers shows them to be of one thing: a word besides
    the unit in common, and no two names of which neither is the other's."""
    near_a, near_b = _around(a), _around(b)
    names_a, names_b = set(_NAME.findall(near_a)), set(_NAME.findall(near_b))
    if names_a and names_b and not names_a & names_b:
        return False
    if any(cues.DANGLING.match(s.line.text) for s in (a, b)):
        return False  # whose count it is stands in another sentence
    unit = set(content(a.unit))
    return bool((set(content(near_a)) & set(content(near_b))) - unit)


def _around(saying: Saying) -> str:
    text = saying.line.text
    before, after = text[max(0, saying.start - AROUND) : saying.start], text[saying.end :][:AROUND]
    if saying.start > AROUND:
        before = before.partition(" ")[2]
    return f"{before} {after}"


def _of_its_day(saying: Saying) -> bool:
    """True where a line names the very day on which its report was published."""
    if saying.attribute != "date" or saying.line.published is None:
        return False
    when = next(m.when for m in saying.line.dates if m.span == saying.span)
    if when.earliest is None or when.latest is None:
        return False
    return when.earliest <= saying.line.published <= when.latest


def _agree(a: Saying, b: Saying) -> bool:
    if isinstance(a.value, str) or isinstance(b.value, str):
        return a.value == b.value
    if a.value == b.value:
        return True
    if a.hedged or b.hedged:
        return abs(a.value - b.value) <= HEDGE * max(abs(a.value), abs(b.value))
    return False
