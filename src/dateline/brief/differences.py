"""Differences: where reports of different origins contradict each other, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dateline.brief.align import Alignment
from dateline.brief.conflicts import NAMED, conflict
from dateline.brief.denials import find_denials
from dateline.brief.differing_names import find_names
from dateline.brief.lines import Line
from dateline.brief.sayings import Saying, days_said, numbers_said
from dateline.records import Difference, Reading, Version

MOST_DIFFERENCES = 8
# So many values of one plain unit are a table of figures ("yards", "points"), not a dispute.
MOST_VALUES = 3


def find_differences(
    lines: Sequence[Line],
    alignment: Alignment,
    language: str = "en",
    readings: Mapping[str, Reading] | None = None,
) -> tuple[Difference, ...]:
    """Return contradictions of numbers, dates, names, places and denials, in story order.

    Only sentences of different origins that speak of the same thing are compared
    (:mod:`dateline.brief.conflicts`). A number is shown in figures, with the words of a report
    in ``language`` where one gives it.
    """
    found = _compare(numbers_said(lines), alignment, language)
    found += _compare(days_said(lines), alignment, language)
    found += find_names(lines, alignment, readings or {})
    found += find_denials(lines, alignment)
    return tuple(found[:MOST_DIFFERENCES])


def _compare(sayings: Sequence[Saying], alignment: Alignment, language: str) -> list[Difference]:
    by_attribute: dict[str, list[Saying]] = defaultdict(list)
    for saying in sayings:
        by_attribute[saying.attribute].append(saying)
    found = []
    for name, entries in by_attribute.items():
        if name == "date":
            entries = [e for e in entries if e.line.role in ("main", "next")]
        conflicting: set[int] = set()
        for i, a in enumerate(entries):
            for j in range(i + 1, len(entries)):
                if conflict(a, entries[j], entries, alignment):
                    conflicting |= {i, j}
        picked = [entries[i] for i in sorted(conflicting)]
        if not picked:
            continue
        if name not in NAMED and len({saying.value for saying in picked}) > MOST_VALUES:
            continue
        found.append(_difference(name, picked, entries, language))
    return found


def _difference(
    name: str, picked: Sequence[Saying], entries: Sequence[Saying], language: str
) -> Difference:
    groups: list[list[Saying]] = []
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
    return Difference(attribute=name, versions=tuple(_version(group, language) for group in groups))


def _version(group: Sequence[Saying], language: str) -> Version:
    told = next((s for s in group if s.line.language == language), group[0])
    return Version(
        value=told.shown,
        spans=tuple(s.line.span for s in sorted(group, key=lambda s: s.line.order)),
        independent=len({s.line.origin for s in group}),
        words="" if told.words == told.shown else told.words,
    )
