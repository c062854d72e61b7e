"""From expressions to records: the reference time, its zone, and what stays relative."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateline.read.dates.expressions import Context, Expression, Unanchored
from dateline.read.dates.intervals import Absurd, Interval
from dateline.records.when import Direction, When

# First month of the fiscal year by zone, for states whose news counts in fiscal years. Elsewhere
# a fiscal year stays relative. Source: CIA World Factbook, "Fiscal year".
FISCAL_MONTH = {
    "Asia/Tokyo": 4, "Asia/Kolkata": 4, "Europe/London": 4, "Asia/Hong_Kong": 4, "Asia/Seoul": 1,
    "Asia/Shanghai": 1, "Asia/Taipei": 1, "Europe/Paris": 1, "Europe/Berlin": 1,
    "Europe/Moscow": 1, "America/New_York": 10, "America/Chicago": 10, "America/Los_Angeles": 10,
    "America/Washington": 10, "Australia/Sydney": 7, "Asia/Karachi": 7, "Asia/Dhaka": 7,
}  # fmt: skip


@lru_cache(maxsize=64)
def zone_of(name: str) -> tuple[ZoneInfo | None, str]:
    """The zone and the name it goes by; UTC for a name that the tz database does not have."""
    try:
        return ZoneInfo(name), name
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC"), "UTC"


def context_of(
    reference: datetime | None, zone: str, direction: Direction, narrated: datetime | None = None
) -> Context:
    """The context of words published at ``reference`` (aware, or None) in a zone."""
    tz, name = zone_of(zone)
    try:
        now = None if reference is None else reference.astimezone(tz).replace(tzinfo=None)
    except OverflowError:  # the ends of what a datetime can hold
        now = None
    return Context(now, direction, narrated, FISCAL_MONTH.get(name))


def when_of(expression: Expression, context: Context, zone: str) -> When | None:
    """The record that an expression means in a context; None where it names no date."""
    tz, name = zone_of(zone)
    try:
        found = expression.at(context)
    except Unanchored as left:
        return When(precision="vague", anchor="relative", zone=name, timex=str(left))
    except (Absurd, OverflowError):
        return None
    try:
        ends = [None if end is None else end.replace(tzinfo=tz).astimezone(UTC)
                for end in (found.start, found.end)]  # fmt: skip
    except (OverflowError, ValueError):
        return None
    earliest, latest = ends
    if earliest is not None and latest is not None and latest < earliest:
        return None
    anchor = expression.anchor
    if anchor == "context" and context.narrated is None:
        anchor = "published"
    if anchor == "relative":
        anchor = "published"
    return When(
        earliest=earliest, latest=latest, precision=found.precision, anchor=anchor,
        zone=name, timex=found.timex,
    )  # fmt: skip


def interval_of(expression: Expression, context: Context) -> Interval | None:
    """The local interval of an expression, or None where it has none."""
    try:
        return expression.at(context)
    except (Unanchored, Absurd, OverflowError):
        return None
