"""Recurring fixtures of world affairs, from ``data/fixtures.toml``: when each falls next."""

from __future__ import annotations

import calendar
import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Literal, TypeAlias

Basis: TypeAlias = Literal["rule", "announced", "unchecked"]
UNCHECKED = " (days not checked against the announcement)"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixture:
    """One occurrence of a fixture: ``start`` to ``end``, both inclusive days.

    ``id`` names the fixture, ``key`` this occurrence of it (stable: the id and the year);
    ``whole_month`` says that only the month is certain. ``source`` is where the date is from, and
    ``basis`` whether it follows from a rule, was announced and looked up, or was never checked
    (then ``source`` says so too: whoever shows the one shows the other).
    """

    id: str
    key: str
    name: str
    kind: str
    start: date
    end: date
    actors: tuple[str, ...]
    place: str
    source: str
    whole_month: bool = False
    basis: Basis = "rule"


def fixtures(since: date, until: date, *, actor: str | None = None) -> tuple[Fixture, ...]:
    """Return the fixtures that touch the days ``since`` to ``until`` (inclusive), in order.

    ``actor`` keeps those of one actor of the knowledge base.
    """
    found = [
        item
        for row in _rows()
        for item in _occurrences(row, since.year - 1, until.year + 1)
        if item.start <= until and since <= item.end and (actor is None or actor in item.actors)
    ]
    return tuple(sorted(found, key=lambda item: (item.start, item.end, item.key)))


@functools.cache
def _rows() -> tuple[dict[str, Any], ...]:
    path = files("dateline.knowledge") / "data" / "fixtures.toml"
    return tuple(tomllib.loads(path.read_text(encoding="utf-8"))["fixture"])


def _occurrences(row: dict[str, Any], first: int, last: int) -> Iterator[Fixture]:
    for days in row.get("on", ()):
        yield _fixture(row, days["start"], days["end"], days.get("place"))
    rule = row.get("rule")
    if rule is None:
        return
    for year in range(max(first, rule["since"]), last + 1):
        if (year - rule["since"]) % rule["every"] == 0:
            start, end = _days(rule, year)
            yield _fixture(row, start, end, None)


def _days(rule: dict[str, Any], year: int) -> tuple[date, date]:
    """Return the days on which a rule falls in a year: one day, or the whole month."""
    month = rule["month"]
    last = calendar.monthrange(year, month)[1]
    if "day" in rule:
        day = date(year, month, rule["day"])
    elif "weekday" in rule:
        wanted = _WEEKDAYS.index(rule["weekday"])
        all_days = [
            date(year, month, number)
            for number in range(1, last + 1)
            if date(year, month, number).weekday() == wanted
        ]
        nth = rule["nth"]
        day = all_days[nth - 1 if nth > 0 else nth] + timedelta(days=rule.get("plus", 0))
    else:
        return date(year, month, 1), date(year, month, last)
    return day, day


def _fixture(row: dict[str, Any], start: date, end: date, place: str | None) -> Fixture:
    rule = row.get("rule", {})
    return Fixture(
        id=row["id"],
        key=f"{row['id']}-{start.year}",
        name=row["name"],
        kind=row["kind"],
        start=start,
        end=end,
        actors=tuple(row["actors"]),
        place=place or row.get("place", ""),
        source=row["source"] + (UNCHECKED if row["basis"] == "unchecked" else ""),
        basis=row["basis"],
        whole_month=bool(rule) and "day" not in rule and "weekday" not in rule,
    )
