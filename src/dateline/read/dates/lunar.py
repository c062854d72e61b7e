"""Days of the Chinese lunisolar calendar, for the years of news.

The table packs, as is usual, the months' lengths and the leap month of each lunar year; it
is derived from the Hong Kong Observatory's published Gregorian–lunar conversion tables.
"""

from __future__ import annotations

from datetime import datetime

from dateline.read.dates.intervals import Absurd, day, shift

# First day of the lunar year, the lengths of its months (1 = 30 days, 0 = 29, the leap month in
# its place), and which month the leap month follows (0: none).
_YEARS: dict[int, tuple[str, str, int]] = {}


def lunar_day(year: int, month: int, date: int) -> datetime:
    """The Gregorian day of a day of the lunar year; Absurd outside the table."""
    row = _YEARS.get(year)
    if row is None:
        raise Absurd(f"lunar year {year}")
    first, lengths, leap = row
    before = month - 1 + (1 if leap and month > leap else 0)
    start = day(year, int(first[:2]), int(first[3:]))
    days = sum(30 if length == "1" else 29 for length in lengths[:before])
    if not 1 <= date <= (30 if lengths[before] == "1" else 29):
        raise Absurd(f"lunar day {month}-{date}")
    return shift(start, "day", days + date - 1)
