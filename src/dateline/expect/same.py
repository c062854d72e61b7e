"""The same expectation from many reports is one; another date for it is a new version."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.expect.meaning import Meaning
from dateline.expect.piece import Piece, same_act, same_actors
from dateline.records import Copy, Expectation, Settlement, When

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


class _Group:
    """Expectations that say the same, kept so that comparing them is cheap.

    Copies and repetitions say a thing in the same words and give the same due time: a *form*.
    A group remembers its forms and, for each, which reports hold it, so that what joins it is
    compared with each form once however many members there are.
    """

    def __init__(self, item: Expectation, meaning: Meaning) -> None:
        self.items: list[Expectation] = []
        self.forms: dict[When, dict[_Form, set[str]]] = {}  # by due time
        self.acts: set[str] = set()
        self.add(item, meaning)

    def add(self, item: Expectation, meaning: Meaning) -> None:
        """Take in an expectation."""
        self.items.append(item)
        form = _form(item, meaning)
        self.forms.setdefault(form.due, {}).setdefault(form, set()).add(item.spans[0].report)
        self.acts |= form.acts

    def take(self, other: _Group) -> None:
        """Take in all of another group."""
        self.items.extend(other.items)
        for due, forms in other.forms.items():
            for form, reports in forms.items():
                self.forms.setdefault(due, {}).setdefault(form, set()).update(reports)
        self.acts |= other.acts

    def otherwise_dated(self, due: When) -> bool:
        """Say whether some member can't be due at the same time."""
        return any(not compatible(own, due) for own in self.forms)

    def alike(self, form: _Form, report: str, meaning: Meaning) -> float:
        """Return how far the nearest member says the same as a form of ``report``, 0 to 1.

        One report that gives two dates or says two things means two.
        """
        best = 0.0
        if not self.acts & form.acts:
            return best
        for due, forms in self.forms.items():
            if not compatible(due, form.due):
                continue
            agree = _agreement(due, form.due)
            for own, reports in forms.items():
                score = alike(own, form, agree, meaning)
                if score > best and (
                    len(reports) > 1
                    or report not in reports
                    or (due == form.due and score >= REPEATED)
                ):
                    best = score
                    if best >= 1:
                        return best
        return best


@dataclasses.dataclass(frozen=True, slots=True)
class _Form:
    """What an expectation is compared by: its due time and its clauses, by their numbers.

    ``acts`` are the acts of all its clauses, "" standing for those of a clause without any: two
    forms that share none can't say the same.
    """

    due: When
    numbers: tuple[int, ...]
    pieces: tuple[Piece, ...] = dataclasses.field(compare=False)
    acts: frozenset[str] = dataclasses.field(compare=False)


def _form(item: Expectation, meaning: Meaning) -> _Form:
    pieces = {p.number: p for p in map(meaning.expected, filter(meaning.knows, item.spans))}
    return _Form(
        due=item.due,
        numbers=tuple(pieces),
        pieces=tuple(pieces.values()),
        acts=frozenset(act for piece in pieces.values() for act in piece.acts or ("",)),
    )


def merge(
    found: Sequence[Expectation],
    meaning: Meaning,
    known: Sequence[Expectation] = (),
) -> tuple[Expectation, ...]:
    """Join expectations that say the same into one with all its spans.

    The earliest published wording stays, and its id; spans follow in order of publication.
    ``known`` are expectations joined before: what is found joins them, but they keep their ids
    and don't join each other. What a later report dates otherwise is a new version that
    supersedes the old, which is then *postponed* (or *void* where the new date is earlier). Pure.
    """
    groups = [_Group(item, meaning) for item in sorted(known, key=lambda e: _order(e, meaning))]
    kept = len(groups)
    for item in sorted(found, key=lambda e: _order(e, meaning)):
        place = _place(item, groups, meaning)
        if place is None:
            groups.append(_Group(item, meaning))
        else:
            groups[place].add(item, meaning)
    _gather(groups, kept, meaning)
    members = [
        [group.items[0], *sorted(group.items[1:], key=lambda e: _order(e, meaning))]
        for group in groups
    ]
    joined = sorted(map(_join, members), key=lambda e: _order(e, meaning))
    return _versions(joined, meaning)


def _gather(groups: list[_Group], kept: int, meaning: Meaning) -> None:
    """Join groups that later members have brought near; the first ``kept`` stay apart.

    A group joins where its members are, on average, near enough to some member of the other:
    one near pair would chain different things together.
    """
    for index in range(len(groups) - 1, kept - 1, -1):
        group = groups[index]
        members = [(_form(item, meaning), item.spans[0].report) for item in group.items]
        for before in groups[:index]:
            if any(before.otherwise_dated(due) for due in group.forms):
                continue
            near = [before.alike(form, report, meaning) for form, report in members]
            if sum(near) / len(near) >= ALIKE:
                before.take(groups.pop(index))
                break


def _place(item: Expectation, groups: list[_Group], meaning: Meaning) -> int | None:
    """Return the group that an expectation is nearest to, None where none is near enough."""
    best: tuple[float, int] | None = None
    form, report = _form(item, meaning), item.spans[0].report
    for index, group in enumerate(groups):
        score = group.alike(form, report, meaning)
        if score >= ALIKE and (best is None or score > best[0]):
            best = score, index
    return None if best is None or groups[best[1]].otherwise_dated(item.due) else best[1]


def alike(one: _Form, other: _Form, agree: float | None, meaning: Meaning) -> float:
    """Return how far two expectations of different reports say the same, 0 to 1.

    0 where their acts, actors or polarity can't be the same. ``agree`` says how far their due
    times, which can be the same, are (see :func:`_agreement`).
    """
    score = _score(one.pieces, other.pieces, meaning)
    if score is None:
        return 0.0
    return score if agree is None else (2 * score + agree) / 3


def _score(ones: Sequence[Piece], others: Sequence[Piece], meaning: Meaning) -> float | None:
    """Return the nearness of the nearest clauses that can be one act, None where none can."""
    best: float | None = None
    for one in ones:
        for other in others:
            if one.denied == other.denied and same_act(one, other) and _same_company(one, other):
                score = meaning.nearness(one, other)
                if best is None or score > best:
                    best = score
    return best


def _same_company(one: Piece, other: Piece) -> bool:
    """Say whether two clauses can name the same actors, with nobody who tells them apart.

    "Macron will meet Trump" is not "Macron will meet Meloni": each has a country that the other
    has not. Across languages, where words can't tell a summit on Ukraine from one on the climate,
    the countries of both are the same or one names none.
    """
    if not same_actors(one, other):
        return False
    if one.language != other.language:
        return one.countries == other.countries or not (one.countries and other.countries)
    return one.countries <= other.countries or other.countries <= one.countries


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


def _versions(items: list[Expectation], meaning: Meaning) -> tuple[Expectation, ...]:
    """Point a new date at the expectation whose date it moves, and settle the old one."""
    out = list(items)
    forms = [_form(item, meaning) for item in out]
    for index, item in enumerate(out):
        if item.supersedes is not None or not item.due.known:
            continue
        for before in range(index - 1, -1, -1):
            old = out[before]
            if (
                old.settled is None
                and said(item, meaning) > said(old, meaning)
                and _moves(forms[before], forms[index], meaning)
            ):
                out[index] = dataclasses.replace(item, supersedes=old.id)
                out[before] = dataclasses.replace(old, settled=_moved(old, item, meaning))
                break
    return tuple(out)


def _moves(old: _Form, new: _Form, meaning: Meaning) -> bool:
    """Say whether what is said later is ``old`` with another date: the very same act, told in
    the same language (across languages a date that was read wrongly would pass for a move).
    """
    if not old.due.known or compatible(old.due, new.due):
        return False
    return any(
        (_score([one], [other], meaning) or 0.0) >= MOVED
        for one in old.pieces
        for other in new.pieces
        if one.language == other.language
    )


def _moved(old: Expectation, new: Expectation, meaning: Meaning) -> Settlement:
    later = (new.due.latest or new.due.earliest) > (old.due.latest or old.due.earliest)  # type: ignore[operator]
    return Settlement(
        outcome="postponed" if later else "void",
        at=said(new, meaning),
        spans=new.spans[:1],
        why="a later report gives a later date"
        if later
        else "a later report gives an earlier date",
    )


def said(item: Expectation, meaning: Meaning) -> datetime:
    """Return when an expectation was first said: the publication of its first report."""
    return meaning.said(item.spans[0])


def _order(item: Expectation, meaning: Meaning) -> tuple[datetime, int, str]:
    return said(item, meaning), item.spans[0].start, item.id
