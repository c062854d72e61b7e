"""The day that a report tells of: what keeps two strikes on one town a week apart.

News opens with what happened and when ("on Friday", "vendredi", 12日). Two articles whose
openings are about different days tell of different events, however alike their words are.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from dateline.records import Reading, Report

OPENING = 500  # characters of the body in which the news is told
RECENT = timedelta(days=3)  # news is of days this far back at most; older ones are background
_MIDDAY = timedelta(hours=12)
_A_DAY = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# "SEOUL, March 18 (Agency) - ", "【東京＝通信】", "（东京3日电）": the day of writing.
_DATELINE = re.compile(r"[^.!?。\n]{0,80}?(?:[-–—]{1,2}\s|[】）]|\)\s)")
_ABOVE = ("title", "heading", "derivation")


def told(report: Report, reading: Reading, published: float | None) -> float | None:
    """Return the middle of the day told of, in hours since 1970; None where the text names none.

    It is the first exact day of the opening that is past and recent as seen from ``published``,
    else that of the dateline.
    """
    if published is None:
        return None
    start = min((b.start for b in report.blocks if b.kind not in _ABOVE), default=0)
    dateline = _DATELINE.match(report.text, start, start + OPENING)
    opening = dateline.end() if dateline else start
    stamp = _EPOCH + timedelta(hours=published)
    written = None
    for mention in sorted(reading.dates, key=lambda one: one.span.start):
        day = mention.when.earliest
        if not start <= mention.span.start < start + OPENING or day is None:
            continue
        if mention.when.precision not in ("instant", "hour", "day"):
            continue
        if not stamp - RECENT <= day <= stamp:
            continue
        if mention.direction == "future" and day < stamp - _A_DAY:
            continue
        middle = day if mention.when.precision != "day" else day + _MIDDAY
        hours = (middle - _EPOCH).total_seconds() / 3600
        if mention.span.start >= opening:
            return hours
        written = hours
    return written
