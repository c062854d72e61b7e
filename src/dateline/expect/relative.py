"""Days to come in German, French and Spanish: "am Donnerstag", "la semaine prochaine".

The readers of dates leave these words alone in these languages, since without a parse nothing
tells whether "mardi" is the last or the next one. In a clause that looks forward it is the next.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from zoneinfo import ZoneInfo

from dateline.records import DateMention, Precision, Report, Span, When

_Days = tuple[date, date, Precision]
_ONE = timedelta(days=1)


@functools.cache
def _tables() -> dict[str, dict[str, re.Pattern[str]]]:
    path = files("dateline.expect") / "data" / "relative.toml"
    found = {}
    for language, row in tomllib.loads(path.read_text(encoding="utf-8")).items():
        names = row["weekdays"].split()
        row["weekdays"] = "|".join(
            rf"(?P<d{day}>\b{name}\w{{0,10}}\b)" for day, name in enumerate(names)
        )
        found[language] = {name: re.compile(text, re.IGNORECASE) for name, text in row.items()}
    return found


def relative_dates(report: Report, language: str, span: Span) -> tuple[DateMention, ...]:
    """Return the words of a sentence for a time to come, in order, as dates.

    Only today's may be over when the report is read ("heute"): its direction is unknown, that of
    the others *future*. () for languages without a table.
    """
    table = _tables().get(language)
    if table is None:
        return ()
    zone = report.zone or "UTC"
    published = (report.published or report.retrieved).astimezone(ZoneInfo(zone)).date()
    text = report.text[span.start : span.end]
    found: dict[tuple[int, int], DateMention] = {}
    for start, end, (first, last, precision), today in _read(text, table, published):
        if any(a < end and start < b for a, b in found):
            continue
        limit = table["by"].search(text[start:end]) is not None
        found[start, end] = DateMention(
            span=Span(report=report.id, start=span.start + start, end=span.start + end),
            when=When(
                earliest=None if limit else _midnight(first, zone),
                latest=_midnight(last, zone),
                precision=precision,
                anchor="published",
                zone=zone,
                timex=first.isoformat() if last - first == _ONE else "",
            ),
            direction="unknown" if today else "future",
            how="relative",
        )
    return tuple(found[place] for place in sorted(found))


def _midnight(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def _read(
    text: str, table: dict[str, re.Pattern[str]], today: date
) -> Iterator[tuple[int, int, _Days, bool]]:
    """Yield each expression with its days, the longer readings before those they contain."""
    for name, days in _periods(today):
        for match in table[name].finditer(text):
            yield match.start(), match.end(), days, name == "today"
    for match in table["weekdays"].finditer(text):
        over = table["over"].search(text[: match.start()])
        if over or ("after" in table and table["after"].search(text[match.end() :])):
            continue
        wanted = next(int(key[1:]) for key, word in match.groupdict().items() if word)
        day = today + timedelta(days=(wanted - today.weekday()) % 7)
        yield match.start(), match.end(), (day, day + _ONE, "day"), False
    for match in table["year"].finditer(text):
        year = int(match["number"])
        if year >= today.year:
            yield (
                match.start(),
                match.end(),
                (date(year, 1, 1), date(year + 1, 1, 1), "year"),
                False,
            )


def _periods(today: date) -> tuple[tuple[str, _Days], ...]:
    """Return what each expression of the table means on a day; the end of a period excluded."""
    monday = today - timedelta(days=today.weekday())
    week, month = timedelta(days=7), today.replace(day=1)
    following = (month + timedelta(days=32)).replace(day=1)
    after = (following + timedelta(days=32)).replace(day=1)
    year, next_year = date(today.year, 1, 1), date(today.year + 1, 1, 1)
    return (
        ("overmorrow", (today + 2 * _ONE, today + 3 * _ONE, "day")),
        ("tomorrow", (today + _ONE, today + 2 * _ONE, "day")),
        ("today", (today, today + _ONE, "day")),
        ("next_week", (monday + week, monday + 2 * week, "week")),
        ("this_week", (monday, monday + week, "week")),
        ("next_month", (following, after, "month")),
        ("this_month", (month, following, "month")),
        ("end_of_year", (year, next_year, "year")),
        ("next_year", (next_year, date(today.year + 2, 1, 1), "year")),
        ("this_year", (year, next_year, "year")),
    )
