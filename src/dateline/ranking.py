"""A story's place in lists: the stage *list*, and what it is reckoned from.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because lists need it too, for stories whose standing isn't kept yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.group import Named, standing
from dateline.group.rank import MADE
from dateline.records import Report, ReportFacts, Standing, Story
from dateline.store import Store, Transaction

# The actors and places that a list may show of a story.
SHOWN = 12


@dataclass(frozen=True, slots=True)
class ListStage:
    """A story's reports give it its place in lists."""

    name: str = "list"
    version: int = MADE.version
    spread: Literal["items", "chain", "desk"] = "items"

    def load(self, store: Store, id: str) -> tuple[Story, Sequence[ReportFacts], Named]:
        """Return the story, the facts of its reports and what they name."""
        return listed(store, id)

    def decide(self, item: tuple[Story, Sequence[ReportFacts], Named]) -> Standing:
        """Reckon the story's standing."""
        return standing(*item)

    def save(self, store: Store, tx: Transaction, id: str, out: Standing) -> None:
        """Keep it."""
        tx.put(out)


def listed(store: Store, id: str) -> tuple[Story, Sequence[ReportFacts], Named]:
    """Return a story with what its standing is reckoned from."""
    story, facts = store.story(id), store.facts([id])
    opening = ""
    if facts and not any(one.title for one in facts):
        opening = store.report(facts[0].report).body[:120]
    actors, places = store.named(id, "actor", SHOWN), store.named(id, "place", SHOWN)
    return story, facts, Named(tuple(actors), tuple(places), opening)


def title_of(story: Story, reports: Sequence[Report], language: str) -> str:
    """Return the headline that a list shows of a story told by these reports."""
    facts = [
        ReportFacts(
            report=report.id, story=story.id, title=report.title, outlet=report.outlet,
            country=report.country, language=report.language, spoken=report.language or "und",
            published=report.published, retrieved=report.retrieved, actors=0,
        )
        for report in reports
    ]  # fmt: skip
    opening = reports[0].body[:120] if reports else ""
    return standing(story, facts, Named(opening=opening)).title(language)
