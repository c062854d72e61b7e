"""Forecast questions: "Will X do Y by D?" read as the expectation that it asks about.

Questions of forecasting sites have the form of an expectation without a holder: a statement
that time will settle, and a due date. They are a test of how dues are read, and a desk may
follow them beside what reporting expects.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from dateline.expect.find import MADE, subjects_of
from dateline.expect.tree import Tree
from dateline.records import (
    DateMention,
    Expectation,
    Reading,
    Report,
    Span,
    When,
    content_id,
)

_AUXILIARIES = frozenset(
    "will would is are was were does do did has have can could should may might won't isn't "
    "aren't doesn't don't hasn't".split()
)
_OPEN = frozenset("who whom whose what which when where why how".split())
_TAG = re.compile(r"^\s*(?:\[[^\]]{1,60}\]\s*)+|\s*(?:\[[^\]]{1,60}\]\s*)+$")
# "By December 31", asked on December 31, means the next one.
_TODAY = timedelta(days=2)
_IN_NAMES = frozenset({"of", "the", "and", "de", "la", "del", "for", "in"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")


def read_question(report: Report, reading: Reading, opened: datetime) -> Expectation | None:
    """Return the expectation that a question asks about; None where it can't be told.

    ``report`` holds the question alone, ``opened`` is when it was asked. An open question
    ("Who will ...") has no statement that time settles, so it gives None; so does a question
    whose subject the parse doesn't find.
    """
    statement = statement_of_question(report, reading)
    if statement is None:
        return None
    span = Span(report=report.id, start=0, end=len(report.text))
    due = due_of_question(reading.dates, opened)
    return Expectation(
        id=content_id("exp", report.id, span.start, span.end),
        kind="possible",
        statement=statement,
        due=due if due is not None else When(anchor="relative"),
        spans=(span,),
        made=MADE,
        subject=subjects_of(reading, span),
        confidence="?",
    )


def statement_of_question(report: Report, reading: Reading) -> str | None:
    """Turn a yes-or-no question into the statement it asks about, None where it isn't one.

    "Will Kenya sign by March?" becomes "Kenya will sign by March"; a headline with a question
    mark ("Ceasefire in 2026?") loses the mark.
    """
    text = _TAG.sub("", report.text).strip().rstrip("?？ ")
    words = text.split()
    if len(words) < 2 or words[0].lower().rstrip(",") in _OPEN:
        return None
    asked = _inverted(report, reading)
    if asked is None:
        lowered = {word.lower() for word in words[:1]}
        return None if lowered & _AUXILIARIES else text
    first, subject_start, subject_end = asked
    body = report.text
    auxiliary = body[first[0] : first[1]]
    before = body[: first[0]]
    rest = body[subject_end:].strip()
    moved = f"{body[subject_start:subject_end].strip()} {auxiliary.lower()} {rest}"
    whole = _TAG.sub("", (before + moved)).strip().rstrip("?？ ")
    return whole[:1].upper() + whole[1:] if whole else None


def due_of_question(dates: Sequence[DateMention], opened: datetime) -> When | None:
    """Return the due time that a question names: a "by" or "before" first, else the last date
    that ends after the question was asked.
    """
    ahead = []
    for mention in dates:
        when = _next(mention, opened)
        if when.latest is not None and when.latest > opened and when.precision != "instant":
            ahead.append(when)
    if not ahead:
        return None
    limits = [when for when in ahead if when.earliest is None]
    return (limits or ahead)[-1]


def _next(mention: DateMention, opened: datetime) -> When:
    """Return a date of a question: a day without a year is the next of its name to come."""
    when = mention.when
    if (
        when.precision in ("day", "month")
        and when.anchor != "absolute"
        and when.latest is not None
        and when.latest <= opened + _TODAY
    ):
        first = when.earliest
        return replace(
            when,
            earliest=_a_year_on(first) if first is not None else None,
            latest=_a_year_on(when.latest),
            timex="",
        )
    return when


def _a_year_on(time: datetime) -> datetime:
    day = 28 if (time.month, time.day) == (2, 29) else time.day
    return time.replace(year=time.year + 1, day=day)


def _inverted(report: Report, reading: Reading) -> tuple[tuple[int, int], int, int] | None:
    """Find an auxiliary that stands before its subject: places of both, in characters."""
    for parse in reading.parses:
        tree = Tree(report, parse)
        for index, word in enumerate(tree.words):
            opens = index == 0 or tree.words[index - 1] in (",", ":", "]", "-", "–", "—", "then")
            if not opens or word not in _AUXILIARIES:
                continue
            token = tree.token(index)
            verb = token.head if token.rel in ("aux", "auxpass") else index
            subjects = [k for k in tree.kids(verb, *_SUBJECTS) if k > index]
            if not subjects and verb != index:
                subjects = [k for k in tree.kids(index, *_SUBJECTS) if k > index]
            if subjects:
                phrase = [k for k in tree.under(subjects[0]) if k > index]
                end = tree.token(phrase[-1]).end
                return (token.start, token.end), tree.token(phrase[0]).start, end
            verbs = [
                k
                for k in range(index + 2, len(tree))
                if tree.token(k).pos in ("VERB", "AUX") and tree.token(k).tag != "TO"
            ]
            # the parse lost the subject: it ends where the verb begins, or the capitals end
            begins = verbs[0] if verbs else _after_name(report, tree, index + 1)
            if begins is not None:
                first, last = tree.token(index + 1), tree.token(begins - 1)
                return (token.start, token.end), first.start, last.end
    return None


def _after_name(report: Report, tree: Tree, start: int) -> int | None:
    """Return the first word in small letters after a name, None where no name stands there."""
    for index in range(start, len(tree)):
        if report.text[tree.token(index).start].islower() and tree.words[index] not in _IN_NAMES:
            return index if index > start else None
    return None
