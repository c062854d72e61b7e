"""A resolved date in words: "13 January 2026", 2026年1月13日, 2026년 1월 13일."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateline.records import When

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def local(moment: datetime, zone: str) -> datetime:
    """Return ``moment`` on the clocks of ``zone``; in UTC where the zone is not known."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return moment


def day_words(moment: datetime, zone: str, language: str = "en") -> str:
    """Write the calendar day of ``moment`` in ``zone``."""
    day = local(moment, zone)
    if language in ("ja", "zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    if language == "ko":
        return f"{day.year}년 {day.month}월 {day.day}일"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def when_words(when: When, language: str = "en") -> str | None:
    """Write ``when`` at its own precision, or None where it holds nothing exact to write.

    Only a day, a month or a year reads well in the middle of a sentence: weeks, seasons and
    vague times are left to the source's own words.
    """
    if when.earliest is None or when.latest is None:
        return None
    zone = when.zone
    start = local(when.earliest, zone)
    last = local(when.latest - timedelta(seconds=1), zone)
    if when.precision in ("day", "hour", "instant") and start.date() == last.date():
        return day_words(when.earliest, zone, language)
    if when.precision == "month" and (start.year, start.month) == (last.year, last.month):
        if language in ("ja", "zh"):
            return f"{start.year}年{start.month}月"
        if language == "ko":
            return f"{start.year}년 {start.month}월"
        return f"{_MONTHS[start.month - 1]} {start.year}"
    if when.precision == "year" and start.year == last.year:
        return {"ja": f"{start.year}年", "zh": f"{start.year}年", "ko": f"{start.year}년"}.get(
            language, str(start.year)
        )
    return None


def week_words(words: str, published: datetime, zone: str) -> str:
    """Write "last week", "this week" or "next week" as seen from the day of a report.

    "The week before 13 January 2026": where a week begins differs by country and by writer, the
    day of the report does not.
    """
    sides = {"last": "before", "next": "after"}
    side = sides.get(words.lower().split()[0], "of")
    return f"the week {side} {day_words(published, zone)}"


def interval_words(when: When) -> str:
    """Write a closed interval as English days: "13 January 2026", "4–7 January 2026".

    Raises ValueError when an end is open.
    """
    if when.earliest is None or when.latest is None:
        raise ValueError("an open interval has no words")
    start = local(when.earliest, when.zone)
    last = local(max(when.latest - timedelta(seconds=1), when.earliest), when.zone)
    end = day_words(last, when.zone)
    if start.date() == last.date():
        return end
    if (start.year, start.month) == (last.year, last.month):
        return f"{start.day}–{end}"
    if start.year == last.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {end}"
    return f"{day_words(start, when.zone)} – {end}"
