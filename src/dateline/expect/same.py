"""The same expectation from many reports is one; a later date for it is a revision."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from dateline.expect.meaning import Meaning
from dateline.records import Expectation, Report, When, content_id

# Two statements say the same from this score on (see Meaning.alike). Set on the sample reports
# and on pairs written for the tests, for precision: a missed merge shows an expectation twice,
# a wrong one hides one.
ALIKE = 0.62
# What is vague may agree with anything near it.
SLACK = timedelta(days=3)


def merge(
    found: Sequence[Expectation], reports: Mapping[str, Report], meaning: Meaning
) -> tuple[Expectation, ...]:
    """Join expectations that say the same into one with all its spans.

    The earliest published wording stays; spans follow in order of publication. Where a later
    report gives another date in words of postponement, the later one supersedes.
    """
    merged: list[list[Expectation]] = []
    for item in sorted(found, key=lambda e: (*_published(e, reports), e.spans[0].start, e.id)):
        for group in merged:
            if _same(group[0], item, meaning):
                group.append(item)
                break
        else:
            merged.append([item])
    joined = [_join(group) for group in merged]
    return tuple(_supersede(joined, reports, meaning))


def compatible(one: When, other: When) -> bool:
    """True where two due intervals can be the same time; an unknown one agrees with any."""
    if not one.known or not other.known:
        return True
    first = one.earliest or (one.latest - SLACK if one.latest else None)
    second = other.earliest or (other.latest - SLACK if other.latest else None)
    return not (
        (one.latest is not None and second is not None and one.latest <= second)
        or (other.latest is not None and first is not None and other.latest <= first)
    )


def _same(one: Expectation, other: Expectation, meaning: Meaning) -> bool:
    if one.spans[0].report == other.spans[0].report and one.due != other.due:
        return False
    return compatible(one.due, other.due) and meaning.alike(one, other) >= ALIKE


def _join(group: list[Expectation]) -> Expectation:
    first = group[0]
    if len(group) == 1:
        return first
    dated = [item for item in group if item.due.known]
    return dataclasses.replace(
        first,
        id=content_id("exp", *(item.id for item in group)),
        spans=tuple(dict.fromkeys(span for item in group for span in item.spans)),
        subject=first.subject or next((i.subject for i in group if i.subject), ()),
        due=first.due if first.due.known or not dated else dated[0].due,
        probability=first.probability or next((i.probability for i in group), None),
    )


def _supersede(
    items: list[Expectation], reports: Mapping[str, Report], meaning: Meaning
) -> list[Expectation]:
    """Point a postponement at the expectation whose date it moves."""
    out = []
    for index, item in enumerate(items):
        if item.confidence == "postponed":
            earlier = [
                old
                for old in items[:index]
                if old.due.known
                and not compatible(old.due, item.due)
                and _published(old, reports) <= _published(item, reports)
                and meaning.alike(old, item) >= ALIKE * 0.8
            ]
            if earlier:
                item = dataclasses.replace(item, supersedes=earlier[-1].id)
        out.append(item)
    return out


def _published(item: Expectation, reports: Mapping[str, Report]) -> tuple[bool, datetime]:
    report = reports[item.spans[0].report]
    return report.published is None, report.published or report.retrieved
