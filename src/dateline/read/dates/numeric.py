"""Dates and times written in digits: ISO 8601, 13/1/2026, 1/13, 14:30; and what only looks so.

Every repetition of the patterns is bounded, so that a megabyte of digits is read in linear time.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock
from dateline.read.dates.expressions import Calendar

# Most particular first. Groups that are no dates (money, telephone numbers, shares) are named
# too: they take their digits out of the grammar's sight.
PATTERN = r"""
 (?P<isotime>(?<![\d.-])[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?)
|(?P<iso>(?<![\d./])[12]\d{3}(?P<sep>[-/.])[01]?\d(?P=sep)[0-3]?\d(?!\d|(?P=sep)\d))
|(?P<compact>(?<![\d.,])(?<!\d-)(?:19|20)\d\d[01]\d[0-3]\d(?![\d,]|[.-]\d))
|(?P<yearmonth>(?<![\d./-])(?:19|20)\d\d[-/](?:0[1-9]|1[0-2]|[1-9])(?![\d/-]|\.\d|\s?年|\s?년))
|(?P<slash>(?<![\d./])[0-3]?\d(?P<sep2>[-/.])[0-3]?\d(?P=sep2)(?:[12]\d)?\d\d(?![\d/]|\.\d|-\d))
|(?P<monthyear>(?<![\d./])(?:0?[1-9]|1[0-2])/(?:19|20)\d\d(?![\d/]|\.\d))
|(?P<short>(?<![\d./$])[0-3]?\d/[0-3]?\d(?![\d/]|\.\d|\s?%))
|(?P<clock>(?<![\d:.])[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?![\d:：]))
|(?P<money>[$€£¥￥₩]\s?\d[\d,.]{0,15})
|(?P<share>\d{1,6}(?:\.\d{1,4})?\s?(?:%|％|percent|per\ cent|퍼센트|パーセント))
|(?P<code>\+?\d{1,4}(?:[-.]\d{1,4}){2,5}|\d{1,3}(?:,\d{3}){1,5})
"""


def value(kind: str, text: str, *, day_first: bool) -> tuple[str, Any]:
    """Token kind and value of a match of PATTERN; kind GAP when it is no date."""
    if kind == "isotime":
        date, _, time = text.partition("T")
        found = _calendar(*map(int, date.split("-")))
        hour, minute, *second = map(int, time.split(":"))
        if found and hour < 24:
            return "DATETIME", Clock(hour, minute, second[0] if second else None, found)
    elif kind == "iso":
        found = _calendar(*map(int, re.split(r"\D", text)))
        if found:
            return "DATE", found
    elif kind == "compact":
        found = _calendar(int(text[:4]), int(text[4:6]), int(text[6:]))
        if found:
            return "DATE", found
    elif kind == "yearmonth":
        return "DATE", Calendar(int(text[:4]), int(text[5:]))
    elif kind == "monthyear":
        return "DATE", Calendar(int(text[-4:]), int(text[:-5]))
    elif kind == "slash":
        a, b, year = map(int, re.split(r"\D", text))
        return _slash(a, b, century(year), day_first)
    elif kind == "short":
        a, b = map(int, text.split("/"))
        return _slash(a, b, None, day_first)
    elif kind == "clock":
        hour, minute, *second = map(int, re.split("[:：]", text))
        if hour < 25:
            return "CLOCK", Clock(hour % 24, minute, second[0] if second else None)
    return "GAP", None


def _calendar(year: int, month: int, date: int) -> Calendar | None:
    return Calendar(year, month, date) if 1 <= month <= 12 and 1 <= date <= 31 else None


def _slash(a: int, b: int, year: int | None, day_first: bool) -> tuple[str, Any]:
    month, date = (b, a) if day_first else (a, b)
    if month > 12:
        month, date = date, month
    if not (1 <= month <= 12 and 1 <= date <= 31):
        return "GAP", None
    return ("DATE" if year is not None else "SHORT"), Calendar(year, month, date)
