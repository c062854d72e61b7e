"""Dates found and resolved: exact intervals and exact spans, with dateparser beside.

The data is a JSON Lines file of one language in the form of Microsoft's Recognizers-Text
specifications (https://github.com/microsoft/Recognizers-Text, MIT; ``Specs/DateTime/<Language>/
DateTimeModel.json``, one item a line): ``Input``, ``Context.ReferenceDateTime``, and ``Results``
with ``Text``, ``TypeName``, ``Resolution.values``, ``Start``, ``End`` (inclusive).

``exact``       share of the gold items of types date and daterange of which one of our mentions
                that overlaps has exactly an interval among the gold values. An end counts when it
                is right as exclusive or as inclusive day; past and future readings both count.
``exact_unit``  the same, where an end also counts when it is right as inclusive in the unit of
                the gold value ("2014 to 2018" up to the end of 2018; the gold stops as it begins).
``exact_all``   the same as ``exact`` with dates with times, times, durations and sets.
``span_recall`` share of those gold spans that a mention overlaps; ``span_exact`` to the letter.
``exact_dateparser``  dateparser's search_dates on the same items, in the same run.

Gold items without a resolvable value and items whose text was left untranslated in a Japanese,
Korean or Chinese file are set aside (``set_aside`` counts them).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dateline.read.dates import find_dates
from dateline.records import DateMention

LANGUAGES = {"english": "en", "japanese": "ja", "korean": "ko", "chinese": "zh"}
DAY_TYPES = ("date", "daterange")
_LATIN = re.compile(r"[A-Za-z]{3,}")


@dataclass(frozen=True)
class Gold:
    """One expected mention: characters of the input and what it may mean."""

    kind: str
    start: int
    end: int
    values: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class Item:
    """One input with its reference time."""

    text: str
    reference: datetime
    gold: tuple[Gold, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this task."""
    parser.add_argument("--language", choices=sorted(LANGUAGES.values()), help="of --data")
    parser.add_argument("--show", action="store_true", help="print what is missed")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure; needs ``--data``."""
    if data is None:
        raise SystemExit("dates: --data FILE is needed")
    language = args.language or next((c for n, c in LANGUAGES.items() if n in data.name), None)
    if language is None:
        raise SystemExit("dates: say --language, the file's name does not")
    items, aside = _load(data, language)
    counts: dict[str, int] = dict.fromkeys(
        ("day", "all", "exact", "unit", "exact_all", "overlap", "span", "dateparser"), 0
    )
    for item in items:
        mentions = find_dates(item.text, language, report="r", published=item.reference, zone="UTC")
        theirs = _dateparser(item, language) if any(g.kind in DAY_TYPES for g in item.gold) else []
        for gold in item.gold:
            near = [m for m in mentions if m.span.start < gold.end and gold.start < m.span.end]
            right = any(_right(m, gold) for m in near)
            counts["all"] += 1
            counts["exact_all"] += right
            if gold.kind not in DAY_TYPES:
                continue
            counts["day"] += 1
            counts["exact"] += right
            counts["unit"] += right or any(_right(m, gold, unit=True) for m in near)
            counts["overlap"] += bool(near)
            words = item.text[gold.start : gold.end].strip()
            counts["span"] += any(
                item.text[m.span.start : m.span.end].strip() == words for m in near
            )
            counts["dateparser"] += any(
                start < gold.end and gold.start < end and _same_day(moment, gold)
                for start, end, moment in theirs
            )
            if args.show and not right:
                got = [(m.when.earliest, m.when.latest, m.when.timex) for m in near]
                print(item.text, item.reference, words, gold.values, got, file=sys.stderr)
    day, every = max(counts["day"], 1), max(counts["all"], 1)
    return {
        "exact": counts["exact"] / day,
        "exact_unit": counts["unit"] / day,
        "exact_all": counts["exact_all"] / every,
        "span_recall": counts["overlap"] / day,
        "span_exact": counts["span"] / day,
        "exact_dateparser": counts["dateparser"] / day,
        "items": counts["day"],
        "set_aside": aside,
    }


def _load(path: Path, language: str) -> tuple[list[Item], int]:
    items, aside = [], 0
    for line in path.read_text(encoding="utf-8-sig").splitlines():
        row = json.loads(line)
        text = row["Input"]
        reference = (row.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07T00:00:00"
        golds = []
        for found in row.get("Results") or ():
            kind = str(found.get("TypeName", "")).rpartition(".")[2]
            values = (found.get("Resolution") or {}).get("values") or ()
            useful = tuple(v for v in values if v.get("value", "") != "not resolved")
            start, end = _place(text, found)
            # an English gold text in an Asian input: the item was never translated
            foreign = language != "en" and _LATIN.search(str(found.get("Text", "")))
            if kind in DAY_TYPES and (not useful or foreign or start < 0):
                aside += 1
                continue
            if useful and start >= 0:
                golds.append(Gold(kind, start, end, useful))
        if golds:
            when = datetime.fromisoformat(reference[:19]).replace(tzinfo=UTC)
            items.append(Item(text, when, tuple(golds)))
    return items, aside


def _place(text: str, found: dict[str, Any]) -> tuple[int, int]:
    """Where the gold text stands; its own offsets where they fit, else the first occurrence."""
    words = str(found.get("Text", ""))
    fold = unicodedata.normalize("NFKC", text).lower()
    start = found.get("Start")
    if len(fold) != len(text):
        fold = text.lower()
    if isinstance(start, int) and fold[start : start + len(words)].strip() == words.strip().lower():
        return start, start + len(words)
    at = fold.find(words.strip().lower())
    if at >= 0:
        return at, at + len(words.strip())
    if isinstance(start, int) and isinstance(found.get("End"), int):
        return start, found["End"] + 1
    return -1, -1


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None
    except ValueError:
        return None


def _right(mention: DateMention, gold: Gold, *, unit: bool = False) -> bool:
    when = mention.when
    for value in gold.values:
        kind = value.get("type", gold.kind)
        if kind in ("duration", "set", "time", "timerange"):
            if when.timex and when.timex == value.get("timex", "").replace("(", "").replace(
                ")", ""
            ):
                return True
            continue
        if "value" in value:
            start = _moment(value["value"])
            if kind == "date":
                end = start + timedelta(days=1) if start else None
            else:
                end = None
                if start is not None and when.earliest == start:
                    return True
            ends = {end}
        else:
            start, end = _moment(value.get("start")), _moment(value.get("end"))
            ends = {end} if end is None else {end, end + timedelta(days=1)}
            if unit and end is not None:
                ends |= {_unit_later(end, value.get("timex", ""))}
            if kind == "datetimerange" and end is not None:
                ends |= {
                    end + timedelta(seconds=1),
                    end + timedelta(minutes=1),
                    end + timedelta(hours=1),
                }
        if (start or end) and when.earliest == start and when.latest in ends:
            return True
    return False


def _unit_later(end: datetime, timex: str) -> datetime:
    """The end of the unit that starts at ``end``, where the gold counts in years or months."""
    found = re.search(r",P\d+([YM])\)", timex)
    if found is None:
        return end
    if found[1] == "Y":
        return end.replace(year=end.year + 1)
    return (end.replace(day=1) + timedelta(days=32)).replace(day=1)


def _dateparser(item: Item, language: str) -> list[tuple[int, int, datetime]]:
    import dateparser.search

    settings = {"RELATIVE_BASE": item.reference.replace(tzinfo=None)}
    try:
        hits = (
            dateparser.search.search_dates(item.text, languages=[language], settings=settings) or []
        )
    except Exception:
        return []
    out, at = [], 0
    for words, moment in hits:
        start = item.text.find(words, at)
        if start >= 0:
            out.append((start, start + len(words), moment.replace(tzinfo=UTC)))
            at = start + len(words)
    return out


def _same_day(day: datetime, gold: Gold) -> bool:
    """dateparser gives points: right where the gold is that day."""
    return any(value.get("value", "")[:10] == f"{day:%Y-%m-%d}" for value in gold.values)
