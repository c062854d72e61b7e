"""Differences: where reports of different origins contradict each other, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.attributes import attribute, comparable
from dateline.brief.calendar import when_words
from dateline.brief.differing_names import find_names
from dateline.brief.lines import Line
from dateline.brief.numerals import Number
from dateline.brief.words import is_cjk
from dateline.records import Difference, Reading, Span, Version

# Two sentences speak of the same thing from this likeness up; lower for a named attribute
# ("delegation") than for a plain unit ("ships"), lowest for a toll, of which a story has one;
# higher for a date, where little else tells that the same happening is meant.
NEAR_TOLL = 0.30
NEAR_NAMED, NEAR_UNIT, NEAR_DATE, NEAR_DURATION = 0.45, 0.62, 0.70, 0.10
NAMED = frozenset({
    "killed", "injured", "missing", "arrested", "evacuated", "delegation", "magnitude",
    "duration", "depth",
})  # fmt: skip
TOLLS = frozenset({"killed", "injured", "missing", "evacuated"})
# A denial names the parties of what it denies and seldom its words.
NEAR_DENIAL, DENIED_PARTIES = 0.45, 2
# "about 300" and 312 don't contradict: a hedged number stands for this share around it.
HEDGE = Decimal("0.15")
MOST_DIFFERENCES = 8
_UNIT = re.compile(r"[\s-]([A-Za-z]+)")


@dataclass(frozen=True, slots=True)
class _Saying:
    """One value of one attribute in one line; ``shown`` is the value as written."""

    attribute: str
    value: Decimal | str
    hedged: bool
    shown: str
    line: Line
    span: Span


def find_differences(
    lines: Sequence[Line],
    alignment: Alignment,
    language: str = "en",
    readings: Mapping[str, Reading] | None = None,
) -> tuple[Difference, ...]:
    """Return contradictions of numbers, dates, names, places and denials, in story order.

    Only sentences of different origins that speak of the same thing are compared. A value that
    the other origin gives too, elsewhere in its reports, is no contradiction. A value is shown
    as a report in ``language`` writes it where one does.
    """
    found = _compare(_numbers(lines), alignment, language)
    found += _compare(_dates(lines), alignment, language)
    found += find_names(lines, alignment, readings or {})
    found += _denials(lines, alignment)
    return tuple(found[:MOST_DIFFERENCES])


def _numbers(lines: Sequence[Line]) -> list[_Saying]:
    sayings = []
    for line in lines:
        seen: dict[str, list[_Saying]] = defaultdict(list)
        for number in line.numbers:
            name = attribute(line.text, number, cjk=is_cjk(line.text))
            if name is not None:
                start, end = line.span.start + number.start, line.span.start + number.end
                shown = _written(line.text, number)
                value = comparable(name, number)
                span = Span(report=line.report, start=start, end=end)
                seen[name].append(_Saying(name, value, number.hedged, shown, line, span))
        # Two numbers of one attribute in a sentence ("40 injured, 5 of them ...") can't be told
        # apart safely: neither is compared.
        sayings += [entries[0] for entries in seen.values() if len(entries) == 1]
    return sayings


def _written(text: str, number: Number) -> str:
    """A number as written, with the unit's word where that follows: "90 minutes"."""
    match = _UNIT.match(text, number.end)
    unit = number.unit
    if match and unit and match[1].lower().startswith(unit[: max(3, len(unit) - 1)]):
        return text[number.start : match.end()]
    return text[number.start : number.end]


def _dates(lines: Sequence[Line]) -> list[_Saying]:
    sayings = []
    for line in lines:
        days = [m for m in line.dates if m.when.precision == "day" and m.when.earliest]
        if len(days) == 1 and len(line.dates) == 1:
            value = when_words(days[0].when) or ""
            shown = line.text[
                days[0].span.start - line.span.start : days[0].span.end - line.span.start
            ]
            label = shown if any(c.isdigit() for c in shown) else f"{shown} ({value})"
            sayings.append(_Saying("date", value, False, label, line, days[0].span))
    return sayings


def _compare(sayings: Sequence[_Saying], alignment: Alignment, language: str) -> list[Difference]:
    by_attribute: dict[str, list[_Saying]] = defaultdict(list)
    for saying in sayings:
        by_attribute[saying.attribute].append(saying)
    found = []
    for name, entries in by_attribute.items():
        if name == "date":
            entries = [e for e in entries if e.line.role in ("main", "next")]
        conflicting: set[int] = set()
        for i, a in enumerate(entries):
            for j in range(i + 1, len(entries)):
                if _conflict(a, entries[j], entries, alignment):
                    conflicting |= {i, j}
        if conflicting:
            found.append((name, [entries[i] for i in sorted(conflicting)], entries))
    return [_difference(name, picked, entries, language) for name, picked, entries in found]


def _conflict(a: _Saying, b: _Saying, entries: Sequence[_Saying], alignment: Alignment) -> bool:
    if a.line.origin == b.line.origin or _agree(a, b):
        return False
    need = NEAR_NAMED if a.attribute in NAMED else NEAR_UNIT
    if a.attribute in TOLLS:
        need = NEAR_TOLL
    if a.attribute == "duration":
        # A story has one meeting whose length is told, in sentences that share little else;
        # two that name different people may be two meetings.
        mine, theirs = a.line.actors, b.line.actors
        need = NEAR_DURATION if not (mine and theirs) or mine & theirs else NEAR_UNIT
    if a.attribute == "date":
        need = NEAR_DATE
        if _of_its_day(a.line) and _of_its_day(b.line):
            return False  # each tells of its own day: the one goes on where the other ended
    if alignment.score(a.line.order, b.line.order) < need:
        return False
    return not any(
        (e.line.origin == b.line.origin and _agree(e, a))
        or (e.line.origin == a.line.origin and _agree(e, b))
        for e in entries
    )


def _of_its_day(line: Line) -> bool:
    """True where the line names the very day on which its report was published."""
    when = line.dates[0].when
    if line.published is None or when.earliest is None or when.latest is None:
        return False
    return when.earliest <= line.published <= when.latest


def _agree(a: _Saying, b: _Saying) -> bool:
    if isinstance(a.value, str) or isinstance(b.value, str):
        return a.value == b.value
    if a.value == b.value:
        return True
    if a.hedged or b.hedged:
        return abs(a.value - b.value) <= HEDGE * max(abs(a.value), abs(b.value))
    return False


def _difference(
    name: str, picked: Sequence[_Saying], entries: Sequence[_Saying], language: str
) -> Difference:
    groups: list[list[_Saying]] = []
    for saying in picked:
        for group in groups:
            if group[0].value == saying.value:
                group.append(saying)
                break
        else:
            groups.append([saying])
    for saying in entries:  # others that give one of the values stand behind it
        for group in groups:
            if saying.value == group[0].value and saying not in group:
                group.append(saying)
    versions = tuple(
        Version(
            value=next((s.shown for s in group if s.line.language == language), group[0].shown),
            spans=tuple(s.line.span for s in sorted(group, key=lambda s: s.line.order)),
            independent=len({s.line.origin for s in group}),
        )
        for group in groups
    )
    return Difference(attribute=name, versions=versions)


def _denials(lines: Sequence[Line], alignment: Alignment) -> list[Difference]:
    """A line that denies what a line of another origin says."""
    found = []
    for denial in lines:
        if not cues.DENIAL.search(denial.text):
            continue
        claims = [
            line
            for line in lines
            if line.origin != denial.origin
            and not cues.DENIAL.search(line.text)
            and line.actors & denial.actors
            and alignment.score(line.order, denial.order)
            >= (NEAR_DENIAL if len(line.actors & denial.actors) >= DENIED_PARTIES else NEAR_UNIT)
        ]
        if claims:
            best = max(claims, key=lambda c: (alignment.score(c.order, denial.order), -c.order))
            sides = (best, denial)
            versions = tuple(
                Version(value=side.text.strip(), spans=(side.span,), independent=1)
                for side in sides
            )
            found.append(Difference(attribute="denied", versions=versions))
    return found
