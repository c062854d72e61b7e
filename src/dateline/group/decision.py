"""Decision: what adding one report to the stream changed, as records ready to be stored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.records import Copy, Story, StoryLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Where a report was placed and why.

    ``story`` is the id joined or ``minted``; ``score`` the log-odds of the choice (0 for a new
    story); ``reasons`` are lines for people. ``stories`` are all stories that changed, a
    merged one with ``merged_into``; ``merged`` are pairs (old id, surviving id); ``moved`` are
    triples (report, from, to) of earlier decisions that this report made look wrong.
    ``reopened`` says that the story had closed; ``traces`` are what the report can be found by
    when it has left the window (:mod:`dateline.group.traces`).
    """

    report: str
    story: str
    minted: bool
    score: float
    reasons: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()
    stories: tuple[Story, ...] = ()
    links: tuple[StoryLink, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    moved: tuple[tuple[str, str, str], ...] = ()
    reopened: bool = False
    traces: tuple[int, ...] = ()

    def records(self) -> Iterator[Story | Copy | StoryLink]:
        """Every record to store, copies first."""
        yield from self.copies
        yield from self.stories
        yield from self.links
