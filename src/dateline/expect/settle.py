"""Settling: later reports meet, contradict or move what was expected; time makes it overdue."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from dateline.expect.cues import endings
from dateline.expect.meaning import Meaning
from dateline.records import Expectation, Outcome, Reading, Report, Settlement, Span

# A later sentence speaks of the expectation from this nearness on. Chosen for precision: a wrong
# settlement is worse than an expectation that stays open.
SPEAKS_OF = 0.60
# Reporting of what happened on the day may be stamped a little before the day is over elsewhere.
EARLY = timedelta(hours=14)
# Evidence is looked for this long after the due time; after that somebody may settle by hand.
PATIENCE = timedelta(days=120)


def settle(
    expectations: Sequence[Expectation],
    later: Iterable[tuple[Report, Reading]],
    reports: Mapping[str, Report],
    meaning: Meaning,
) -> tuple[Expectation, ...]:
    """Return the expectations with what the reports in ``later`` say became of them.

    An expectation that is settled already is left as it is. ``reports`` and ``meaning`` must
    know the reports of both sides. The earliest report that speaks of it decides. Pure.
    """
    evidence = [
        (report.published or report.retrieved, report, reading) for report, reading in later
    ]
    evidence.sort(key=lambda entry: (entry[0], entry[1].id))
    settled = []
    for item in expectations:
        if item.settled is None:
            ending = _ending(item, evidence, reports, meaning)
            if ending is not None:
                item = dataclasses.replace(item, settled=ending)
        settled.append(item)
    return tuple(settled)


def outcome_at(item: Expectation, as_of: datetime) -> Outcome:
    """Return what can be said of an expectation as of a moment.

    Settled ones keep their outcome once the settlement is in the past; past its due time an
    unsettled one is *overdue*, not false; all others are *open*.
    """
    if item.settled is not None and item.settled.at <= as_of:
        return item.settled.outcome
    if item.due.latest is not None and item.due.latest < as_of:
        return "overdue"
    return "open"


def _ending(
    item: Expectation,
    evidence: Sequence[tuple[datetime, Report, Reading]],
    reports: Mapping[str, Report],
    meaning: Meaning,
) -> Settlement | None:
    first = reports[item.spans[0].report]
    said = first.published or first.retrieved
    until = item.due.latest + PATIENCE if item.due.latest else said + PATIENCE
    own = {span.report for span in item.spans}
    for at, report, reading in evidence:
        if report.id in own or at <= said or at > until or report.key == first.key:
            continue
        best: tuple[float, Span, Outcome] | None = None
        for sentence in reading.sentences:
            if sentence.role in ("boilerplate", "background"):
                continue
            outcome = _outcome(item, at, report.quote(sentence.span), reading.language)
            if outcome is None:
                continue
            near = max(meaning.near(span, sentence.span) for span in item.spans)
            shared = _shares_a_subject(item, reading, sentence.span)
            if near >= SPEAKS_OF and shared and (best is None or near > best[0]):
                best = near, sentence.span, outcome
        if best is not None:
            why = f"{best[2]} in a report of {at:%Y-%m-%d} ({best[0]:.2f} alike)"
            return Settlement(outcome=best[2], at=at, spans=(best[1],), why=why)
    return None


def _outcome(item: Expectation, at: datetime, text: str, language: str) -> Outcome | None:
    """Say which ending a later sentence could report, None where it looks forward itself."""
    for outcome, patterns in endings().items():
        pattern = patterns.get(language)
        if pattern is not None and pattern.search(text):
            # That it has not happened yet ends nothing before it is due.
            if outcome == "missed" and (item.due.latest is None or at < item.due.latest):
                return None
            return outcome
    if False:
        return None
    if item.due.earliest is not None and at < item.due.earliest - EARLY:
        return None
    return "met"


def _shares_a_subject(item: Expectation, reading: Reading, sentence: Span) -> bool:
    """True where the later sentence names one of the expectation's actors, or both name none."""
    if not item.subject:
        return True
    return any(
        mention.actor in item.subject for mention in reading.actors if mention.span.within(sentence)
    )
