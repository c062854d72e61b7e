"""Stale: what a fact looks forward to, whether its time has passed, and words that wear out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.records import Span

# A plan without a date is no longer next when all that say it are this old.
FRESH = timedelta(days=14)
# Words for a week that an edit can't date: on a Sunday "last week" may be the one that ends.
_WEEK = re.compile(
    r"\b(?:(?:this|last|next|this past|this coming|the past|the coming) (?:week|weekend)"
    r"|over the weekend)\b",
    re.IGNORECASE,
)
# So long they are read as they were meant.
WEARS = timedelta(days=6)


def worn(line: Line, now: datetime | None) -> bool:
    """True when an English line counts in weeks from a day that is long past: its "last week"
    isn't the reader's. Words inside quotation marks are their speaker's and stand."""
    if now is None or line.published is None or line.language != "en":
        return False
    if line.published > now - WEARS:
        return False
    return any(
        not any(start <= found.start() < end for start, end in line.inside)
        for found in _WEEK.finditer(line.text)
    )


def overtaken(
    fact: Fact, now: datetime | None, happened: datetime | None, *, next_step: bool = False
) -> bool:
    """True when what a fact looks forward to was due before ``now``: for a ``next_step``
    whatever it says, for others once the story's event has come (``happened``)."""
    if next_step:
        return due(fact, now, happened)
    return happened is not None and fact.looks_ahead and due(fact, now, happened)


def touches(fact: Fact, spans: frozenset[Span]) -> bool:
    """True when a line of the fact overlaps one of ``spans``."""
    return any(line.span.overlaps(span) for line in fact.lines for span in spans)


def due(fact: Fact, now: datetime | None, happened: datetime | None) -> bool:
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
