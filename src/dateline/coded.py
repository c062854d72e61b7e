"""The stage *events*: a story's reports tell its events, each once.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because it keeps something in hand. A story is coded anew with each report that joins it, and what
takes longest, finding the mentions of a report, hangs on that report and its reading alone. So a
process keeps the mentions that it found last, and of a story that grows it loads and codes the
new report only. What it keeps changes nothing but the time.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.events import Mention, find_mentions, merge_mentions
from dateline.in_hand import InHand
from dateline.records import Event, Reading, Report
from dateline.store import Store, Transaction

KEPT = 600  # reports whose mentions are kept in hand: some 20 kB each


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story's reports in their order, the mentions known of them, the readings of the others.

    ``stamps`` say when each reading was stored: what is known is known of that reading alone.
    """

    story: str
    reports: Mapping[str, Report]
    known: Mapping[str, tuple[Mention, ...]]
    readings: Mapping[str, Reading]
    stamps: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class EventsStage:
    """A story's reports tell its events, each once."""

    name: str = "events"
    version: int = 4
    spread: Literal["items", "chain", "desk"] = "items"
    _in_hand: InHand[tuple[Mention, ...]] = field(
        default_factory=lambda: InHand(KEPT), repr=False, compare=False
    )

    def load(self, store: Store, id: str) -> Told:
        """Return the story's reports, and the readings of those that are not in hand.

        Reports that were removed on request since the story was grouped are left out.
        """
        members = [member.report for member in store.story(id).members]
        stamps = store.stamps(members)
        self._in_hand.drop(report for report in members if report not in stamps)
        known = self._in_hand.of(stamps)
        others = [report for report in stamps if report not in known]
        readings = store.readings(others, parts=("parses",), held=True)
        return Told(
            story=id,
            reports={report.id: report for report in store.reports(stamps, held=True)},
            known=known,
            readings={reading.report: reading for reading in readings},
            stamps=stamps,
        )

    def decide(self, item: Told) -> tuple[Event, ...]:
        """Code the reports that are not in hand; join all their mentions to events."""
        mentions: list[Mention] = []
        for id, report in item.reports.items():
            found = item.known.get(id)
            if found is None and id in item.readings:
                found = tuple(find_mentions(report, item.readings[id]))
                self._in_hand.keep(id, item.stamps[id], found)
            mentions += found or ()
        return merge_mentions(mentions, item.reports, item.story)

    def save(self, store: Store, tx: Transaction, id: str, out: tuple[Event, ...]) -> None:
        """Put the story's events in the place of those coded before."""
        before = {event.id: event for event in store.events(story=id)}
        kept = {event.id for event in out}
        for gone in before:
            if gone not in kept:
                tx.remove(Event, gone)
        for event in out:
            if before.get(event.id) != event:
                tx.put(event)
