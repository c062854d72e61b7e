"""Early, mid and late; thirds of ten days (旬); halves: parts of what other words name."""

from __future__ import annotations

from dataclasses import replace

from dateline.read.dates.expressions import Expression, Wrapped, partly
from dateline.read.dates.intervals import Interval, part, shift


def in_part_of(inner: Expression, name: str) -> Expression:
    """Early, mid, late; or a third of ten days (旬), or a half, of what the words name."""
    if name in ("start", "mid", "end", "begin", "finish"):
        return partly(inner, name)
    return Wrapped(inner, lambda whole, _: _cut(whole, name))


def _cut(whole: Interval, name: str) -> Interval:
    if whole.start is None or whole.end is None:
        return whole
    start, end = whole.start, whole.end
    if name.startswith("ten"):  # 上旬, 中旬, 下旬
        number = int(name[-1]) - 1
        low = shift(start, "day", 10 * number)
        high = end if number == 2 else shift(start, "day", 10 * (number + 1))
        return replace(whole, start=low, end=high)
    first = name == "half1"
    months = {"year": 6, "decade": 60, "century": 600}.get(whole.precision)
    if months:
        middle = shift(start, "month", months)
    elif whole.precision in ("month", "week"):
        middle = shift(start, "day", 15 if whole.precision == "month" else 3)
    else:
        return part(whole, "start" if first else "end")
    timex = whole.timex
    if whole.precision == "year":
        timex += "-H1" if first else "-H2"
    return replace(
        whole, start=start if first else middle, end=middle if first else end, timex=timex
    )
