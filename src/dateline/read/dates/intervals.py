"""Intervals of local calendar time: cutting, shifting and naming units of the calendar.

Everything here is naive local time; zones enter in :mod:`dateline.read.dates.anchors`. Weeks
are ISO 8601 weeks (Monday first). The bounds of *early*, *mid* and *late* and the day parts are
those of Microsoft's Recognizers-Text (MIT), which are wide: early and late March meet at the
16th, so that a date is rather too loose than wrong.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from dateline.records.when import Precision

MIN_YEAR, MAX_YEAR = 1, 2999  # beyond lies arithmetic, not reporting

# unit -> what it is counted in, and how many of them
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "businessday": 1, "week": 7, "weekend": 7, "workweek": 7, "fortnight": 14}
SECONDS_IN = {"second": 1, "minute": 60, "hour": 3600}

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # meteorological, northern half of the earth

# TIMEX3 day parts: hours from and to (Recognizers-Text)
DAY_PARTS = {
    "MO": (8, 12), "MI": (11, 13), "AF": (12, 16), "EV": (16, 20), "NI": (20, 24), "DT": (8, 18),
    "EM": (4, 8),
}  # fmt: skip

_PRECISION: dict[str, Precision] = {
    "second": "instant", "minute": "instant", "hour": "hour", "day": "day", "businessday": "day",
    "week": "week", "weekend": "week", "workweek": "week", "fortnight": "week", "month": "month",
    "quarter": "quarter", "season": "season", "half": "half", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip
_LETTER = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "businessday": "D", "week": "W",
    "weekend": "WE", "workweek": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE",
    "century": "CE",
}  # fmt: skip


class Absurd(ValueError):
    """The words name no date: the 30th of February, the year 40000, a range run backwards."""


@dataclass(frozen=True, slots=True)
class Interval:
    """``start`` inclusive, ``end`` exclusive, in naive local time; None where open."""

    start: datetime | None
    end: datetime | None
    precision: Precision
    timex: str


def precision_of(unit: str) -> Precision:
    """The record's precision for a unit of the calendar."""
    return _PRECISION[unit]


def midnight(moment: datetime) -> datetime:
    """The start of the moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def day(year: int, month: int, date: int) -> datetime:
    """Midnight of a day; Absurd when the calendar has no such day."""
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise Absurd(f"year {year}")
    try:
        return datetime(year, month, date)  # noqa: DTZ001
    except ValueError as error:
        raise Absurd(str(error)) from None


def floor(moment: datetime, unit: str) -> datetime:
    """The start of the calendar unit that holds the moment."""
    if unit in SECONDS_IN:
        cut = {"second": 0, "minute": 1, "hour": 2}[unit]
        minute = 0 if cut > 1 else moment.minute
        second = 0 if cut else moment.second
        return moment.replace(minute=minute, second=second, microsecond=0)
    date = midnight(moment)
    if unit in ("day", "businessday"):
        return date
    if unit in DAYS_IN:
        return shift(date, "day", -date.weekday() + (5 if unit == "weekend" else 0))
    if unit == "season":
        return shift(date.replace(day=1), "month", -(date.month % 3))
    months = MONTHS_IN[unit]
    if months < 12:
        return date.replace(month=date.month - (date.month - 1) % months, day=1)
    years = months // 12
    return day(max(date.year - date.year % years, 1), 1, 1)


def shift(moment: datetime, unit: str, count: float) -> datetime:
    """Move by ``count`` units; the 31st falls back to the month's last day. Absurd when outside
    the years that this module takes."""  # fmt: skip
    try:
        if unit == "businessday":
            return _business(moment, round(count))
        if unit in SECONDS_IN:
            moved = moment + timedelta(seconds=SECONDS_IN[unit] * count)
        elif unit in DAYS_IN:
            moved = moment + timedelta(days=DAYS_IN[unit] * count)
        else:
            months = 3 * count if unit == "season" else MONTHS_IN[unit] * count
            years, month = divmod(moment.year * 12 + moment.month - 1 + int(months), 12)
            if not MIN_YEAR <= years <= MAX_YEAR:
                raise Absurd(f"year {years}")
            date = min(moment.day, monthrange(years, month + 1)[1])
            moved = moment.replace(year=years, month=month + 1, day=date)
            moved += timedelta(days=round((months - int(months)) * 30))
    except (OverflowError, ValueError) as error:
        raise Absurd(str(error)) from None
    if not MIN_YEAR <= moved.year <= MAX_YEAR:
        raise Absurd(f"year {moved.year}")
    return moved


def _business(moment: datetime, count: int) -> datetime:
    if abs(count) > 2600:  # ten years of working days
        raise Absurd(f"{count} working days")
    step = 1 if count > 0 else -1
    while count:
        moment += timedelta(days=step)
        if moment.weekday() < 5:
            count -= step
    return moment


def unit_interval(moment: datetime, unit: str) -> Interval:
    """The calendar unit that holds the moment, with its TIMEX3 value."""
    start = floor(moment, unit)
    if unit == "weekend":
        return Interval(start, shift(start, "day", 2), "week", timex_of(start, unit))
    if unit == "workweek":
        return Interval(start, shift(start, "day", 5), "week", timex_of(start, "week"))
    return Interval(start, shift(start, unit, 1), precision_of(unit), timex_of(start, unit))


def timex_of(moment: datetime, unit: str) -> str:
    """The TIMEX3 value of the unit that holds the moment: 2026-W03, 2026-Q1, 202 (a decade)."""
    year = f"{moment.year:04d}"
    if unit in ("week", "fortnight", "workweek", "weekend"):
        iso = moment.isocalendar()
        return f"{iso.year:04d}-W{iso.week:02d}" + ("-WE" if unit == "weekend" else "")
    if unit == "month":
        return f"{year}-{moment.month:02d}"
    if unit == "quarter":
        return f"{year}-Q{(moment.month + 2) // 3}"
    if unit == "half":
        return f"{year}-H{1 if moment.month < 7 else 2}"
    if unit == "season":
        first = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}[floor(moment, "season").month]
        return f"{floor(moment, 'season').year:04d}-{first}"
    if unit in ("year", "decade", "century"):
        return year[: {"year": 4, "decade": 3, "century": 2}[unit]]
    if unit == "hour":
        return f"{moment:%Y-%m-%dT%H}".rjust(13, "0")
    if unit == "minute":
        return f"{moment:%Y-%m-%dT%H:%M}".rjust(16, "0")
    if unit == "second":
        return f"{moment:%Y-%m-%dT%H:%M:%S}".rjust(19, "0")
    return f"{year}-{moment.month:02d}-{moment.day:02d}"


def duration_timex(amounts: tuple[tuple[float, str], ...]) -> str:
    """The TIMEX3 value of a length of time: P3D, PT2H30M, P1Y6M; X for an unknown count."""
    days, times = "", ""
    for count, unit in amounts:
        if unit in ("half", "fortnight"):
            count, unit = (count * 6, "month") if unit == "half" else (count * 2, "week")
        if unit == "hour" and count % 1:  # half an hour: PT30M
            count, unit = count * 60, "minute"
        number = "X" if count < 0 else f"{count:g}"
        letter = _LETTER.get(unit, "M")
        if letter.startswith("T"):
            times += number + letter[1]
        else:
            days += number + letter
    return "P" + days + (f"T{times}" if times else "")


def part(whole: Interval, name: str) -> Interval:
    """The *start*, *mid* or *end* of an interval, by the unit that it is.

    *begin* and *finish* ("the end of 2026") differ from *start* and *end* ("late 2026") for
    years only: a third, not a half.
    """
    start, end = whole.start, whole.end
    if start is None or end is None:
        raise Absurd("part of an open interval")
    cuts = {
        "month": ((0, 15), (9, 20), (15, None)),
        "year": ((0, 6), (4, 8), (6, None)),
        "week": ((0, 3), (2, 5), (3, None)),
    }
    pick = {"start": 0, "begin": 0, "mid": 1, "end": 2, "finish": 2}[name]
    precision = whole.precision
    if precision in ("month", "week"):
        low, high = cuts[precision][pick]
        first, last = shift(start, "day", low), end if high is None else shift(start, "day", high)
    elif precision == "year" and shift(start, "year", 1) == end:
        low, high = {"begin": (0, 4), "finish": (8, None)}.get(name, cuts["year"][pick])
        first = shift(start, "month", low)
        last = end if high is None else shift(start, "month", high)
    else:  # thirds of anything else: a quarter, a season, a decade, a century, a day
        third = (end - start) / 3
        if precision in ("instant", "hour", "day"):
            first, last = start + third * pick, start + third * (pick + 1)
        else:
            first = midnight(start + third * pick)
            last = end if pick == 2 else midnight(start + third * (pick + 1))
    return Interval(first, last, precision, whole.timex)
