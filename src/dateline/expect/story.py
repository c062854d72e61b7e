"""The stage's one decision: what a story's reports expect, and what became of what was expected."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from dateline.expect.find import find_expectations
from dateline.expect.meaning import Meaning
from dateline.expect.same import merge, said
from dateline.expect.settle import settle
from dateline.records import Copy, Expectation, Reading, Report, Settlement, Story


def expect_story(
    story: Story,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    copies: Sequence[Copy],
    known: Sequence[Expectation] = (),
    meaning: Meaning | None = None,
) -> tuple[Expectation, ...]:
    """Return what the reports of ``story`` expect, and the earlier expectations that they change.

    ``known`` are expectations saved before: those of this story, whose settlements by hand are
    kept, and open ones of other stories about the same actors, which this story's reports may
    settle, repeat or move. ``reports`` and ``readings`` hold the story's members and, so that
    they can be compared, the reports behind ``known``; an expectation whose reports are missing
    stays as it is. ``meaning`` is made of both and of clauses known before, where those stand in
    for reports. Copies are found in but speak with their origin's voice (see
    :func:`dateline.expect.same.voices`). Pure; what comes back is all the story's
    expectations, in order of publication, then those of other stories that changed.
    """
    members = [m.report for m in story.members if m.report in reports and m.report in readings]
    meaning = meaning or Meaning(reports, readings)
    own = _current(members, reports)
    found = [
        item
        for id in own
        for item in find_expectations(reports[id], readings[id], meaning.looks(id))
    ]
    elsewhere = [
        item
        for item in known
        if item.story != story.id
        and item.settled is None
        and all(meaning.knows(span) for span in item.spans)
    ]
    items = merge(found, meaning, elsewhere)
    later = [(reports[id], readings[id]) for id in own if id not in _copied(copies, own)]
    settled = settle(items, later, meaning)
    by_hand = [item for item in known if item.settled and item.settled.by != "reporting"]
    before = {item.id: item for item in elsewhere}
    saved = {item.id: item for item in known if item.story == story.id}
    mine, others = [], []
    for item in settled:
        if item.id in before:
            if item != before[item.id]:
                others.append(item)
        else:
            item = dataclasses.replace(item, story=story.id)
            item = _carry(item, saved.get(item.id), set(members))
            mine.append(keep_by_hand(item, by_hand))
    mine.sort(key=lambda e: (said(e, meaning), e.spans[0].start, e.id))
    return (*mine, *sorted(others, key=lambda e: e.id))


def settle_by_hand(item: Expectation, settlement: Settlement) -> Expectation:
    """Return an expectation as a person settled it; ``settlement.by`` names the person.

    Outcome *open* reopens it. Raises ValueError where nobody is named.
    """
    if settlement.by in ("", "reporting"):
        raise ValueError("a settlement by hand names the person who settles")
    return dataclasses.replace(item, settled=settlement)


def keep_by_hand(item: Expectation, by_hand: Sequence[Expectation]) -> Expectation:
    """Return an expectation with what a person decided of it or of an earlier form of it.

    An earlier form has the same id or shares a span: a merge may have given it another id.
    """
    for old in by_hand:
        if old.id == item.id or set(old.spans) & set(item.spans):
            return dataclasses.replace(item, settled=old.settled)
    return item


def _carry(item: Expectation, saved: Expectation | None, members: set[str]) -> Expectation:
    """Keep what other stories' reports brought to an expectation of this one: their spans, the
    settlement that stands on them, and which expectation of theirs it moves.
    """
    if saved is None:
        return item
    foreign = [span for span in saved.spans if span.report not in members]
    settled = item.settled
    if settled is None and saved.settled is not None:
        elsewhere = [span for span in saved.settled.spans if span.report not in members]
        settled = saved.settled if elsewhere else None
    moves = item.supersedes or (saved.supersedes if saved.due == item.due else None)
    return dataclasses.replace(
        item,
        spans=tuple(dict.fromkeys((*item.spans, *foreign))),
        settled=settled,
        supersedes=moves,
    )


def _current(members: Sequence[str], reports: Mapping[str, Report]) -> list[str]:
    """Leave out versions of an item that a later member replaces."""
    replaced = {reports[id].supersedes for id in members}
    return [id for id in members if id not in replaced]


def _copied(copies: Sequence[Copy], members: Sequence[str]) -> set[str]:
    """Return the members whose whole text stands in another member: they tell nothing new."""
    inside = set(members)
    return {c.report for c in copies if c.kind == "verbatim" and {c.report, c.of} <= inside}
