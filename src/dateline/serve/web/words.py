"""The interface's own words in each language, from the catalogues; English where one is missing."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale

from dateline.records import When

LANGUAGES = ("en", "ja", "ko")
_FOLDER = Path(__file__).parent / "catalogues"


class Words:
    """The words of one interface language."""

    def __init__(self, language: str, table: Mapping[str, str], fallback: Mapping[str, str]):
        self.language = language
        self._table = table
        self._fallback = fallback

    def __call__(self, key: str, **values: Any) -> str:
        """Return the words under ``key`` with ``values`` put in.

        With ``n`` 1 the key's ``.one`` form is taken where there is one. Raises KeyError for a
        key that no catalogue has: a page that asks for it is wrong.
        """
        if values.get("n") == 1 and f"{key}.one" in self._table:
            key = f"{key}.one"
        pattern = self._table.get(key) or self._fallback[key]
        return pattern.format(**values) if values else pattern

    def has(self, key: str) -> bool:
        """True when there are words under ``key``."""
        return key in self._table or key in self._fallback

    def named(self, group: str, key: str) -> str:
        """Return the words for a value of a record ("verbatim"); the value where there are none."""
        return self(f"{group}.{key}") if self.has(f"{group}.{key}") else key

    def time(self, moment: datetime, zone: str, *, day_only: bool = False) -> str:
        """Write a moment as people here read it, in ``zone``, with the zone's name."""
        local = moment.astimezone(ZoneInfo(zone))
        day = self.day(local.date())
        return day if day_only else f"{day} {local:%H:%M} {local.tzname()}"

    def day(self, day: date) -> str:
        """Write a calendar day."""
        return self("date.day", y=day.year, m=self._month(day), d=day.day)

    def country(self, code: str) -> str:
        """Name a country by its ISO 3166 code; an unknown code stays as it is."""
        name: str = Locale(self.language).territories.get(code.upper(), code)
        return name

    def interval(self, when: When) -> str:
        """Write an interval as honestly as it is known: a day, a span of days, a month, a year."""
        if when.earliest is None and when.latest is None:
            return self("date.unknown")
        first, last = first_and_last(when)
        if first is None:
            return self("date.by", day=self.day(last or date.min))
        if last is None:
            return self("date.from", day=self.day(first))
        if first >= last:
            return self.day(first)
        whole = first.day == 1 and (last + timedelta(days=1)).day == 1
        if whole and (first.year, first.month) == (last.year, last.month):
            return self("date.month", y=first.year, m=self._month(first))
        if whole and (first.month, last.month, first.year) == (1, 12, last.year):
            return self("date.year", y=first.year)
        if (first.year, first.month) == (last.year, last.month):
            return self(
                "date.in_month", y=first.year, m=self._month(first), first=first.day, last=last.day
            )
        return self("date.days", first=self.day(first), last=self.day(last))

    def _month(self, day: date) -> str:
        return self("date.months").split()[day.month - 1]


def first_and_last(when: When) -> tuple[date | None, date | None]:
    """Return the first and the last day of an interval, in its own zone; None where open."""
    zone = _zone(when.zone)
    first = when.earliest.astimezone(zone).date() if when.earliest else None
    if when.latest is None:
        return first, None
    # The end is exclusive; a moment is an interval without length.
    end = when.latest - timedelta(microseconds=1)
    last = end.astimezone(zone).date()
    return first, max(first, last) if first else last


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return UTC


@functools.cache
def words(language: str) -> Words:
    """Return the words of one of :data:`LANGUAGES`."""
    return Words(language, catalogue(language), catalogue("en"))


@functools.cache
def catalogue(language: str) -> dict[str, str]:
    """Read a catalogue: its tables flattened to dotted keys."""
    text = (_FOLDER / f"{language}.toml").read_text(encoding="utf-8")
    return dict(_flat(tomllib.loads(text), ""))


def _flat(table: Mapping[str, Any], prefix: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found += _flat(value, f"{prefix}{key}.")
        else:
            found.append((prefix + key, value))
    return found


def choose(asked: str | None, accept: str) -> str:
    """Choose the interface language: ``asked`` by the address, else the first of the browser's
    languages (its Accept-Language header) that there is, else English.
    """
    if asked in LANGUAGES:
        return str(asked)
    wanted: list[tuple[float, int, str]] = []
    for place, part in enumerate(accept.split(",")[:20]):
        tag, _, quality = part.strip().partition(";q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            weight = 0.0
        wanted.append((-weight, place, tag.partition("-")[0].lower()))
    for weight, _place, language in sorted(wanted):
        if language in LANGUAGES and weight < 0:
            return language
    return "en"
