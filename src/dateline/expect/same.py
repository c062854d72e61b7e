"""The same expectation from many reports is one; another date for it is a new version."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from dateline.expect.meaning import Meaning, Piece, near, same_act, same_actors
from dateline.records import Copy, Expectation, Report, Settlement, When

# Two clauses say the same from this score on (see :func:`alike`). Set on pairs written for the
# tests and on the sample reports, for precision: a missed merge shows an expectation twice, a
# wrong one hides one.
ALIKE = 0.58
# A new date for an old expectation asks for more likeness than a repetition of it.
MOVED = 0.66
# A report seldom says a thing twice: two of its sentences are two things below this score.
REPEATED = 0.80
# What is vague may agree with anything near it.
SLACK = timedelta(days=3)
# A day is not "this year": intervals whose lengths differ by more than this are two things.
TIMES_LONGER = 12.0
_WHOLE_DAY = timedelta(days=1)


def merge(
    found: Sequence[Expectation],
    reports: Mapping[str, Report],
    meaning: Meaning,
    known: Sequence[Expectation] = (),
) -> tuple[Expectation, ...]:
    """Join expectations that say the same into one with all its spans.

    The earliest published wording stays, and its id; spans follow in order of publication.
    ``known`` are expectations joined before: what is found joins them, but they keep their ids
    and don't join each other. What a later report dates otherwise is a new version that
    supersedes the old, which is then *postponed* (or *void* where the new date is earlier). Pure.
    """
    groups = [[item] for item in sorted(known, key=lambda e: _order(e, reports))]
    kept = len(groups)
    for item in sorted(found, key=lambda e: _order(e, reports)):
        place = _place(item, groups, meaning)
        if place is None:
            groups.append([item])
        else:
            groups[place].append(item)
    _gather(groups, kept, meaning)
    for group in groups:
        group[1:] = sorted(group[1:], key=lambda e: _order(e, reports))
    joined = sorted((_join(group) for group in groups), key=lambda e: _order(e, reports))
    return _versions(joined, reports, meaning)


def _gather(groups: list[list[Expectation]], kept: int, meaning: Meaning) -> None:
    """Join groups that later members have brought near; the first ``kept`` stay apart.

    A group joins where its members are, on average, near enough to some member of the other:
    one near pair would chain different things together.
    """
    for index in range(len(groups) - 1, kept - 1, -1):
        group = groups[index]
        for before in groups[:index]:
            near = [max(alike(one, item, meaning) for one in before) for item in group]
            fits = not any(_otherwise_dated(before, item) for item in group)
            if fits and sum(near) / len(near) >= ALIKE:
                before.extend(groups.pop(index))
                break


def _place(item: Expectation, groups: list[list[Expectation]], meaning: Meaning) -> int | None:
    """Return the group that an expectation is nearest to, None where none is near enough."""
    best: tuple[float, int] | None = None
    for index, group in enumerate(groups):
        score = max(alike(one, item, meaning) for one in group)
        if score >= ALIKE and (best is None or score > best[0]):
            best = score, index
    return None if best is None or _otherwise_dated(groups[best[1]], item) else best[1]


def alike(one: Expectation, other: Expectation, meaning: Meaning) -> float:
    """Return how far two expectations say the same, 0 to 1.

    0 where their acts, actors, polarity or due times can't be the same, or where one report
    gives two dates or says two things.
    """
    if not compatible(one.due, other.due):
        return 0.0
    together = one.spans[0].report == other.spans[0].report
    if together and one.due != other.due:
        return 0.0
    agree = _agreement(one.due, other.due)
    score = max(
        (
            _score(meaning.expected(a), meaning.expected(b), agree)
            for a in one.spans
            for b in other.spans
            if meaning.knows(a) and meaning.knows(b)
        ),
        default=0.0,
    )
    return 0.0 if together and score < REPEATED else score


def _score(one: Piece, other: Piece, agree: float | None) -> float:
    if one.denied != other.denied or not same_act(one, other) or not same_actors(one, other):
        return 0.0
    score = near(one, other)
    return score if agree is None else (2 * score + agree) / 3


def compatible(one: When, other: When) -> bool:
    """True where two due intervals can be the same time; an unknown one agrees with any."""
    if not one.known or not other.known:
        return True
    if one.latest is not None and other.latest is not None:
        both = one.earliest is not None and other.earliest is not None
        if not both and abs(one.latest - other.latest) <= SLACK:
            return True
        lengths = sorted((_length(one), _length(other)))
        if lengths[1] > lengths[0] * TIMES_LONGER:
            return False
    first = one.earliest or (one.latest - SLACK if one.latest else None)
    second = other.earliest or (other.latest - SLACK if other.latest else None)
    return not (
        (one.latest is not None and second is not None and one.latest <= second)
        or (other.latest is not None and first is not None and other.latest <= first)
    )


def voices(item: Expectation, copies: Sequence[Copy]) -> int:
    """Count the independent origins of an expectation: a copy is no voice of its own."""
    roots = {copy.report: copy.of for copy in copies}
    origins = set()
    for span in item.spans:
        report, seen = span.report, {span.report}
        while report in roots and roots[report] not in seen:
            report = roots[report]
            seen.add(report)
        origins.add(report)
    return len(origins)


def _length(when: When) -> timedelta:
    if when.earliest is None or when.latest is None:
        return _WHOLE_DAY
    return max(_WHOLE_DAY, when.latest - when.earliest)


def _agreement(one: When, other: When) -> float | None:
    """Return 1 where two known dues are the same days, 0.5 where they only can be."""
    if not one.known or not other.known:
        return None
    if one.latest is not None and other.latest is not None:
        return 1.0 if abs(one.latest - other.latest) <= _WHOLE_DAY else 0.5
    return 0.5


def _otherwise_dated(group: list[Expectation], item: Expectation) -> bool:
    return any(not compatible(one.due, item.due) for one in group)


def _join(group: list[Expectation]) -> Expectation:
    first = group[0]
    if len(group) == 1:
        return first
    dated = [item for item in group if item.due.known]
    return dataclasses.replace(
        first,
        spans=tuple(dict.fromkeys(span for item in group for span in item.spans)),
        subject=first.subject or next((i.subject for i in group if i.subject), ()),
        due=min(dated, key=lambda i: _length(i.due)).due if dated else first.due,
        probability=first.probability or next((i.probability for i in group), None),
    )


def _versions(
    items: list[Expectation], reports: Mapping[str, Report], meaning: Meaning
) -> tuple[Expectation, ...]:
    """Point a new date at the expectation whose date it moves, and settle the old one."""
    out = list(items)
    for index, item in enumerate(out):
        if item.supersedes is not None or not item.due.known:
            continue
        for before in range(index - 1, -1, -1):
            old = out[before]
            if old.settled is None and _moves(old, item, reports, meaning):
                out[index] = dataclasses.replace(item, supersedes=old.id)
                out[before] = dataclasses.replace(old, settled=_moved(old, item, reports))
                break
    return tuple(out)


def _moves(
    old: Expectation, new: Expectation, reports: Mapping[str, Report], meaning: Meaning
) -> bool:
    """Say whether ``new`` is ``old`` with another date: said later, of the very same act, and in
    the same language (across languages a date that was read wrongly would pass for a move).
    """
    if (
        not old.due.known
        or compatible(old.due, new.due)
        or published(new, reports) <= published(old, reports)
    ):
        return False
    pairs = [
        (meaning.expected(a), meaning.expected(b))
        for a in old.spans
        for b in new.spans
        if meaning.knows(a) and meaning.knows(b)
    ]
    return any(a.language == b.language and _score(a, b, None) >= MOVED for a, b in pairs)


def _moved(old: Expectation, new: Expectation, reports: Mapping[str, Report]) -> Settlement:
    later = (new.due.latest or new.due.earliest) > (old.due.latest or old.due.earliest)  # type: ignore[operator]
    return Settlement(
        outcome="postponed" if later else "void",
        at=published(new, reports),
        spans=new.spans[:1],
        why="a later report gives a later date"
        if later
        else "a later report gives an earlier date",
    )


def published(item: Expectation, reports: Mapping[str, Report]) -> datetime:
    """Return when an expectation was first said: the publication of its first report."""
    report = reports[item.spans[0].report]
    return report.published or report.retrieved


def _order(item: Expectation, reports: Mapping[str, Report]) -> tuple[datetime, int, str]:
    return published(item, reports), item.spans[0].start, item.id
