"""Occurrences: which mentions tell of one and the same, found without comparing each with each.

Two mentions are the same where their type is, their parties agree, and their times can be the
same. A mention belongs to an occurrence where it is the same as most of its mentions. What
decides that takes few values, so an occurrence counts its mentions by them, and is found by the
countries it names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple, TypeAlias

from dateline.events.mention import Mention
from dateline.events.sides import MUTUAL
from dateline.records import Party

# Two days that reports of one deed may differ by: time zones, and "on Monday" for the night.
SLACK = timedelta(days=1)
# "Last week" on a Sunday, "this month" on the first: the words are looser than the calendar.
LOOSE = {"week": timedelta(days=3), "month": timedelta(days=3)}
# What is said without a date lies within this of the report's day.
UNDATED = timedelta(days=10)
_NOT_DONE = frozenset({"planned", "threatened", "conditional"})

Countries: TypeAlias = frozenset[str]
Interval: TypeAlias = tuple[datetime, datetime]
Sentence: TypeAlias = tuple[str, int]


class _Sides(NamedTuple):
    """Who acts and who is acted upon, by country; empty where the sentence doesn't say."""

    sources: Countries
    targets: Countries

    @property
    def whole(self) -> bool:
        """True where both are said."""
        return bool(self.sources and self.targets)


class _Time(NamedTuple):
    """Whether the text dates the deed, and within which days it lies; None for no idea."""

    dated: bool
    interval: Interval | None


class _Telling(NamedTuple):
    """What of a mention decides which occurrence it is of."""

    sides: _Sides
    time: _Time
    sentence: Sentence


class _Occurrence:
    """One occurrence: its mentions, in order, and how many there are of each kind."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self._kinds: dict[_Sides, dict[_Time, Counter[Sentence]]] = {}

    def add(self, mention: Mention, telling: _Telling) -> None:
        self.mentions.append(mention)
        times = self._kinds.setdefault(telling.sides, {})
        times.setdefault(telling.time, Counter())[telling.sentence] += 1

    def holds(self, telling: _Telling, mutual: bool) -> bool:
        """True where a mention is the same as most: one loose telling joins no others."""
        same = 0
        for sides, times in self._kinds.items():
            if not _parties_agree(telling.sides, sides, mutual):
                continue
            whole = telling.sides.whole and sides.whole
            for time, sentences in times.items():
                if not whole and not (telling.time.dated and time.dated):
                    # A side left unsaid can be anybody's: then both must be dated.
                    same += sentences[telling.sentence]
                elif _times_agree(telling.time.interval, time.interval):
                    same += sentences.total()
        return 2 * same > len(self.mentions)


def join_mentions(
    mentions: Iterable[Mention], published: Mapping[str, datetime | None]
) -> list[list[Mention]]:
    """Put each mention to the first occurrence that holds it, or let it begin one.

    ``published`` are the times of the reports. Occurrences come in the order in which they began.
    """
    found: list[_Occurrence] = []
    named: dict[tuple[str, str], dict[int, None]] = {}
    for mention in mentions:
        telling = _telling(mention, published)
        countries = sorted(telling.sides.sources | telling.sides.targets)
        keys = [(mention.action, country) for country in countries]
        mutual = mention.action in MUTUAL and mention.action != "ASSAULT"
        near = sorted(set().union(*(named.get(key, ()) for key in keys)))
        at = next((n for n in near if found[n].holds(telling, mutual)), len(found))
        if at == len(found):
            found.append(_Occurrence())
        found[at].add(mention, telling)
        for key in keys:
            named.setdefault(key, {})[at] = None
    return [occurrence.mentions for occurrence in found]


def countries_of(side: Iterable[Party]) -> Countries:
    """Return the countries of a side; actors without one under their own ids."""
    return frozenset(
        party.code[:3] if party.code[:3] not in ("INT", "UNK") else party.actor for party in side
    )


def _telling(mention: Mention, published: Mapping[str, datetime | None]) -> _Telling:
    return _Telling(
        _Sides(countries_of(mention.sources), countries_of(mention.targets)),
        _Time(mention.dated, _interval(mention, published)),
        (mention.report, mention.sentence),
    )


def _parties_agree(mine: _Sides, theirs: _Sides, mutual: bool) -> bool:
    """True where both sides can be the same and one of them is; either way round for what is
    ``mutual``.
    """
    if _can_be(mine.sources, theirs.sources) and _can_be(mine.targets, theirs.targets):
        return bool(mine.sources & theirs.sources or mine.targets & theirs.targets)
    return (
        mutual
        and _can_be(mine.sources, theirs.targets)
        and _can_be(mine.targets, theirs.sources)
        and bool(mine.sources & theirs.targets or mine.targets & theirs.sources)
    )


def _can_be(one: Countries, other: Countries) -> bool:
    return not one or not other or not one.isdisjoint(other)


def _times_agree(one: Interval | None, other: Interval | None) -> bool:
    if one is None or other is None:
        return True
    return one[0] <= other[1] + SLACK and other[0] <= one[1] + SLACK


def _interval(mention: Mention, published: Mapping[str, datetime | None]) -> Interval | None:
    when = mention.when
    if mention.dated and when.earliest is not None and when.latest is not None:
        loose = LOOSE.get(when.precision, timedelta(0))
        return when.earliest - loose, when.latest - timedelta(seconds=1) + loose
    told = published.get(mention.report)
    if mention.status in _NOT_DONE:
        day = when.earliest or when.latest or told
        return None if day is None else (day, day + UNDATED)
    day = when.latest or when.earliest or told
    return None if day is None else (day - UNDATED, day)
