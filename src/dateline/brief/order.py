"""Order: the most telling fact first, then as things happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dateline.brief.facts import Fact
from dateline.brief.select import Chosen

_FAR = datetime.max.replace(tzinfo=UTC)


def in_reading_order(chosen: Sequence[Chosen], *, by_time: bool) -> list[Chosen]:
    """Order the chosen facts of a section.

    The first (best) stays first. Those in the reader's language come before quoted originals.
    With ``by_time`` the rest follow the time of what they tell where it is known to the day
    (undated ones are taken to be of the first one's day; what came before that day stands
    last), then their place in the reports; otherwise their place alone.
    """
    if not chosen:
        return []
    first, rest = chosen[0], list(chosen[1:])
    day = event_time(first.fact)

    def time(c: Chosen) -> tuple[bool, datetime]:
        told = event_time(c.fact)
        told = day if told == _FAR else told
        return told < day, told

    rest.sort(
        key=lambda c: (
            c.foreign,
            time(c) if by_time else (False, day),
            round(c.fact.place, 2),
            c.fact.order,
        )
    )
    return [first, *rest]


def event_time(fact: Fact) -> datetime:
    """The earliest day that the fact's lines name exactly; far in the future when none does."""
    days = [
        mention.when.earliest
        for line in fact.lines
        for mention in line.dates
        if mention.when.earliest and mention.when.precision in ("day", "hour", "instant")
    ]
    return min(days, default=_FAR)
