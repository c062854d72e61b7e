"""Days of the Chinese lunisolar calendar, for the years of news (1930 to 2069).

Korea's and Vietnam's calendars differ from it in a few months of a century, when a new moon
falls near midnight; that day is then one off.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from importlib.resources import files

from dateline.read.dates.intervals import Absurd, day, shift


@cache
def _years() -> dict[int, tuple[str, str, int]]:
    text = files("dateline.read.dates").joinpath("lunar_years.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {int(year): (first, lengths, int(leap)) for year, first, lengths, leap in rows}


def lunar_day(year: int, month: int, date: int) -> datetime:
    """The Gregorian day of a day of the lunar year; Absurd outside the table."""
    row = _years().get(year)
    if row is None or not 1 <= month <= 12:
        raise Absurd(f"lunar {year}-{month}")
    first, lengths, leap = row
    before = month - 1 + (1 if leap and month > leap else 0)
    days = sum(30 if length == "1" else 29 for length in lengths[:before])
    if not 1 <= date <= (30 if lengths[before] == "1" else 29):
        raise Absurd(f"lunar day {month}-{date}")
    return shift(day(year, int(first[:2]), int(first[3:])), "day", days + date - 1)
