"""Settling: later reports meet, contradict or move what was expected; time makes it overdue."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from dateline.expect.acts import by_act
from dateline.expect.deeds import Deed
from dateline.expect.meaning import Meaning
from dateline.expect.piece import Piece, folded, near, same_act, same_actors
from dateline.expect.same import compatible
from dateline.records import (
    DateMention,
    Expectation,
    Outcome,
    Reading,
    Report,
    Settlement,
    Span,
    When,
)

# A reported deed speaks of the expectation from this nearness on, given that act, actors and
# date agree; and from the higher one where the expectation has no due date that could agree.
# Chosen for precision: a wrong settlement is worse than an expectation that stays open.
SPEAKS_OF, UNDATED = 0.42, 0.62
_AS_PLANNED = re.compile(
    r"\b(as (planned|scheduled|promised|announced|expected)|after all|originally)\b", re.IGNORECASE
)
# A meeting of the very day and place overtakes an arrival there from this nearness on.
IMPLIES = 0.30
# Reporting of what happened on the day may be stamped a little before the day is over elsewhere.
EARLY = timedelta(hours=14)
# News of the hour at which the guns fall silent comes within this time of it.
NEWS = timedelta(days=2)
_BEGINS = frozenset({"ceasefire", "begin"})
# A deed told without a date is taken for news of about now; with one it settles this long after.
FRESH, PATIENCE = timedelta(days=21), timedelta(days=120)


def settle(
    expectations: Sequence[Expectation],
    later: Iterable[tuple[Report, Reading]],
    meaning: Meaning,
) -> tuple[Expectation, ...]:
    """Return the expectations with what the reports in ``later`` say became of them.

    An expectation that is settled already is left as it is, and so is one whose reports
    ``meaning`` doesn't know. The earliest report that tells of it decides, by its nearest
    sentence. Pure.
    """
    evidence = [
        (report.published or report.retrieved, report, reading) for report, reading in later
    ]
    evidence.sort(key=lambda entry: (entry[0], entry[1].id))
    settled = []
    for item in expectations:
        if item.settled is None and all(meaning.knows(span) for span in item.spans[:1]):
            ending = _own_end(item, meaning) or _ending(item, evidence, meaning)
            if ending is not None:
                item = dataclasses.replace(item, settled=ending)
        settled.append(item)
    return _superseding(settled)


def _superseding(items: Sequence[Expectation]) -> tuple[Expectation, ...]:
    """Point what is expected by a sentence that puts a thing off at what it puts off."""
    old = {
        span: item.id
        for item in items
        if item.settled is not None and item.settled.outcome == "postponed"
        for span in item.settled.spans
    }
    return tuple(
        dataclasses.replace(item, supersedes=before)
        if item.supersedes is None
        and item.due.known
        and (before := old.get(item.spans[0])) not in (None, item.id)
        else item
        for item in items
    )


def outcome_at(item: Expectation, as_of: datetime) -> Outcome:
    """Return what can be said of an expectation as of a moment.

    Settled ones keep their outcome once the settlement is in the past; past its due time an
    unsettled or reopened one is *overdue*, not false; all others are *open*.
    """
    settled = item.settled
    if settled is None:
        return outcome_of("open", None, item.due.latest, as_of)
    return outcome_of(settled.outcome, settled.at, item.due.latest, as_of)


def outcome_of(
    outcome: Outcome, settled: datetime | None, due: datetime | None, as_of: datetime
) -> Outcome:
    """As :func:`outcome_at`, of what was settled as ``outcome`` at a time and due by another."""
    if settled is not None and settled <= as_of and outcome != "open":
        return outcome
    return "overdue" if due is not None and due <= as_of else "open"


def _own_end(item: Expectation, meaning: Meaning) -> Settlement | None:
    """Return the end that an expectation's own sentence tells: "planned for May has been
    postponed".
    """
    for span in item.spans:
        outcome = meaning.ended(span) if meaning.knows(span) else None
        if outcome is not None:
            at = meaning.said(span)
            why = f"{outcome} in a report of {at:%Y-%m-%d}"
            return Settlement(outcome=outcome, at=at, spans=(span,), why=why)
    return None


def _ending(
    item: Expectation,
    evidence: Sequence[tuple[datetime, Report, Reading]],
    meaning: Meaning,
) -> Settlement | None:
    said = meaning.said(item.spans[0])
    until = (item.due.latest or said) + PATIENCE
    pieces = (meaning.expected(span) for span in item.spans if meaning.knows(span))
    expected = list({piece.number: piece for piece in pieces}.values())
    expected = [piece for piece in expected if not (piece.denied or piece.again)]
    if not expected:
        return None  # "will not sign" and "every year" are settled by hand
    acts = {act for piece in expected for act in piece.acts or ("",)}
    if "visit" in acts:
        acts.add("meet")  # who met somebody in a place came there
    needed = [(piece, _needed(item, piece)) for piece in expected]
    heard = set(item.spans)
    speaks: dict[int, tuple[float, float]] = {}  # by the number of what is told
    for at, report, reading in evidence:
        if at <= said or at > until:
            continue
        best: tuple[float, Span, Outcome] | None = None
        for sentence, deed in meaning.deeds(report.id):
            if acts.isdisjoint(deed.acts or ("",)):
                continue  # of another act: the most of them
            if sentence.role == "background" or sentence.span in heard:
                continue
            outcome = _outcome(item, deed, at)
            if outcome is None or (deed.refused and not _same_time(item, deed, reading)):
                continue
            told = meaning.told(deed)
            if told.number not in speaks:
                speaks[told.number] = max(
                    (_speaks(piece, told, meaning), need) for piece, need in needed
                )
            score, need = speaks[told.number]
            if deed.refused:
                need = SPEAKS_OF if _planned(report, sentence.span) else UNDATED
            if score < need and outcome == "met":
                dates = _dates(deed, sentence.span, reading, at)
                implied = max(_implies(piece, told) for piece in expected)
                if _same_day(item, dates):  # the very day says as much as a known act
                    need = SPEAKS_OF
                    if score < need and implied >= IMPLIES:
                        score, need = implied, IMPLIES
                if _about_then(item, at) and any(_takes_hold(piece, told) for piece in expected):
                    score, need = max(score, IMPLIES), min(need, IMPLIES)
                if (_same_day(item, dates) or (not dates and _on_day(item, at))) and any(
                    _witnessed(item, piece, told) for piece in expected
                ):
                    need = min(need, IMPLIES)
            if (
                score >= need
                and (best is None or score > best[0])
                and _in_time(item, deed, sentence.span, reading, said, at)
            ):
                best = score, sentence.span, outcome
        if best is not None:
            score, span, outcome = best
            new = _new_day(meaning, report, reading, span) if outcome == "withdrawn" else None
            if new is not None:
                outcome, span = "postponed", new
            why = f"{outcome} in a report of {at:%Y-%m-%d} ({score:.2f} alike)"
            return Settlement(outcome=outcome, at=at, spans=(span,), why=why)
    return None


def _new_day(meaning: Meaning, report: Report, reading: Reading, after: Span) -> Span | None:
    """Return the sentence next after one that says a thing will not come, where it puts it off."""
    following = [s.span for s in reading.sentences if s.span.start >= after.end][:1]
    for sentence, deed in meaning.deeds(report.id):
        if deed.outcome == "postponed" and sentence.span in following:
            return sentence.span
    return None


def _outcome(item: Expectation, deed: Deed, at: datetime) -> Outcome | None:
    """Say what a deed means; that something has not happened ends nothing before it is due."""
    if deed.outcome == "missed" and (item.due.latest is None or at < item.due.latest):
        return None
    return deed.outcome


def _planned(report: Report, sentence: Span) -> bool:
    """Say whether a sentence speaks of a plan that it denies: "will not arrive as planned"."""
    return bool(_AS_PLANNED.search(report.quote(sentence)))


def _same_time(item: Expectation, deed: Deed, reading: Reading) -> bool:
    """Say whether what will not come is what was to come then: undated or of that time."""
    dates = [m.when for m in reading.dates if m.span.within(deed.span) and m.when.known]
    return not dates or any(compatible(when, item.due) for when in dates)


def _needed(item: Expectation, expected: Piece) -> float:
    return SPEAKS_OF if item.due.known and expected.acts else UNDATED


def _same_day(item: Expectation, dates: Sequence[DateMention]) -> bool:
    """Say whether a deed is dated to the very day that an expectation is due."""
    due = item.due
    if due.earliest is None or due.latest is None or due.latest - due.earliest > timedelta(days=1):
        return False
    return any(
        m.when.earliest is not None
        and m.when.latest is not None
        and m.when.earliest < due.latest
        and due.earliest < m.when.latest
        and m.when.latest - m.when.earliest <= timedelta(days=1)
        for m in dates
    )


def _on_day(item: Expectation, at: datetime) -> bool:
    """Say whether a moment lies in the very day that an expectation is due."""
    due = item.due
    if due.earliest is None or due.latest is None or due.latest - due.earliest > timedelta(days=1):
        return False
    return due.earliest <= at < due.latest + EARLY


def _witnessed(item: Expectation, expected: Piece, told: Piece) -> bool:
    """Say whether a clause of the due day tells of the same people and, by two words or more, of
    the same thing: "taken at an emergency summit of the bloc".
    """
    who = told.actors & (expected.actors | set(item.subject))
    shared = folded(expected).words & folded(told).words
    return expected.language == told.language and bool(who) and len(shared) > 1


def _takes_hold(expected: Piece, told: Piece) -> bool:
    """Say whether a ceasefire that was to begin has begun: a story has one at a time, and its
    words vary ("guns will fall silent", "the truce took hold"). One that is only announced, or
    broken, has not.
    """
    return told.acts & expected.acts >= _BEGINS and same_actors(expected, told)


def _about_then(item: Expectation, at: datetime) -> bool:
    """Say whether a moment lies about when an expectation is due, which is no long time."""
    due = item.due
    if due.earliest is None or due.latest is None or due.latest - due.earliest > timedelta(days=1):
        return False
    return due.earliest - EARLY <= at < due.latest + NEWS


def _implies(expected: Piece, told: Piece) -> float:
    """Return how surely a deed of the same day overtakes an arrival: who met somebody in a
    place came there.
    """
    came = "visit" in expected.acts and told.acts & {"meet", "visit"}
    who = expected.agents & told.actors
    where = (expected.named - expected.agents) & told.named
    return near(expected, told) if came and who and where else 0.0


def _speaks(expected: Piece, told: Piece, meaning: Meaning) -> float:
    """Return how near a told deed is to what was expected, 0 unless act and actors agree."""
    if not same_act(expected, told) or not same_actors(expected, told):
        return 0.0
    if expected.acts >= _BEGINS and "begin" not in told.acts and not told.denied:
        return 0.0  # a ceasefire that was announced, hailed or kept
    if expected.language == told.language:
        objects = expected.words - told_names(expected)
        if len(objects) >= 3 and not (objects & told.words or _one_act(objects, told)):
            return 0.0
    return meaning.fulfils(told, expected)


def _one_act(objects: frozenset[str], told: Piece) -> bool:
    """Say whether the told clause has another word for an act among the things expected."""
    return bool({by_act(w) for w in objects} & {by_act(w) for w in told.words if by_act(w) != w})


def told_names(piece: Piece) -> frozenset[str]:
    """Return the words of a clause that only name its actors or places."""
    return frozenset(word for word in piece.words if word in piece.named)


def _in_time(
    item: Expectation, deed: Deed, sentence: Span, reading: Reading, said: datetime, at: datetime
) -> bool:
    """Say whether a deed lies after the statement and, where it was dated, about when due."""
    if deed.outcome in ("postponed", "withdrawn"):
        return True
    dates = [m.when for m in _dates(deed, sentence, reading, at)]
    if not dates and any(
        m.span.within(deed.span) and (m.when.known or m.direction != "past") for m in reading.dates
    ):
        return False  # an invitation for the autumn is no visit; "at midnight" bars nothing
    if dates:
        return any(_fits(when, item.due, said) for when in dates)
    return (item.due.earliest or said) - EARLY <= at <= (item.due.latest or at) + FRESH


def _dates(deed: Deed, sentence: Span, reading: Reading, at: datetime) -> list[DateMention]:
    """Return the dates of a deed: its own, or else those of its sentence; none after ``at``.

    A past tense with the very day of its report ("met on Wednesday and agreed to ...") is past.
    """
    begun = [
        m
        for m in reading.dates
        if m.when.known and (m.when.earliest is None or m.when.earliest <= at + EARLY)
    ]
    own = [
        m
        for m in begun
        if m.span.within(deed.span) and (m.direction != "future" or _today(m.when, at))
    ]
    return own or [m for m in begun if m.direction != "future" and m.span.within(sentence)]


def _today(when: When, at: datetime) -> bool:
    """Say whether a date is the day of a moment."""
    start, end = when.earliest, when.latest
    return when.precision == "day" and start is not None and end is not None and start <= at < end


def _fits(when: When, due: When, said: datetime) -> bool:
    begins, ends = (due.earliest or said) - EARLY, due.latest
    if when.earliest is not None and when.earliest < begins - EARLY:
        return False
    if when.latest is not None and when.latest <= begins:
        return False
    return ends is None or when.earliest is None or when.earliest <= ends + FRESH
