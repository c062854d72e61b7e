"""When: a date as an interval with a precision and an anchor."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import record
from dateline.records.span import Span

Precision = Literal[
    "instant", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade",
    "century", "vague",
]  # fmt: skip
Anchor = Literal["absolute", "published", "dateline", "context", "relative"]
Direction = Literal["past", "present", "future", "unknown"]


@record
class When:
    """An interval of time as honest as its source.

    ``earliest`` is inclusive and ``latest`` exclusive; both are aware UTC times or None where
    that side is open or unknown ("since 1965" has no latest). ``precision`` is the calendar
    unit that the words give; "in the coming weeks" is *vague*. ``anchor`` says what the words
    were resolved against: themselves (*absolute*), the report's publication time, its
    dateline, another date of the same report (*context*), or nothing yet (*relative*: both
    ends are None and ``timex`` keeps the meaning). ``zone`` is the IANA zone in which calendar
    days were cut, so that 13日 in Tokyo prints as the 13th. ``timex`` is a TIMEX3 value
    (ISO-TimeML), for instance ``2026-01-13``, ``XXXX-WXX-2`` or ``2026-Q3``.
    """

    earliest: datetime | None = None
    latest: datetime | None = None
    precision: Precision = "day"
    anchor: Anchor = "absolute"
    zone: str = "UTC"
    timex: str = ""

    def __post_init__(self) -> None:
        for end in (self.earliest, self.latest):
            if end is not None and end.utcoffset() is None:
                raise ValueError("When takes aware times only")
        if self.earliest and self.latest and self.latest < self.earliest:
            raise ValueError(f"When runs backwards: {self.earliest} to {self.latest}")

    @property
    def known(self) -> bool:
        """True when at least one end is known."""
        return self.earliest is not None or self.latest is not None


@record
class DateMention:
    """Words of a report that name a time: where they stand, what they mean, which way they look.

    ``direction`` comes from the clause: future after "will" or "is set to", past after a past
    tense. ``how`` names the rule that read the words, for ``dateline read --explain``.
    """

    span: Span
    when: When
    direction: Direction = "unknown"
    how: str = ""
