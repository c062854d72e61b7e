"""Recall: a report that would open a story is compared with stories that have closed.

A copy that comes years late, or a report that tells so plainly of an old event that the time
between doesn't matter, reopens the story of that event. The gap in time is part of the score, so
that what merely looks alike a year later stays a story of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.group.copies import edited, find_copies
from dateline.group.register import FORCED
from dateline.group.score import Scorer, Weighed
from dateline.group.sketch import Sketch
from dateline.group.window import GroupOptions
from dateline.records import Copy, Story

MOST_STORIES = 2  # closed stories that a report is compared with
MOST_HITS = 2  # reports of each that share most traces with it
SAMPLE = 4  # reports that stand for a closed story beside these


class Archive(Protocol):
    """What grouping asks of the reports that it has placed and let go."""

    def sharing(self, traces: Sequence[int]) -> Sequence[str]:
        """Return a bounded number of reports that share several traces, those with most first."""
        ...

    def story_of(self, report: str) -> Story | None:
        """Return the story that a report was placed in, None for one that wasn't."""
        ...

    def sketches(self, reports: Sequence[str]) -> list[Sketch]:
        """Sketch stored reports again; those that were removed are left out."""
        ...

    def copies(self, reports: Sequence[str]) -> Iterable[Copy]:
        """Return the edges that lead from some reports."""
        ...


@dataclass(frozen=True, slots=True)
class Recalled:
    """A closed story that a report belongs to: the score, why, and the copies there are between
    the report and the story's own reports.
    """

    story: Story
    score: float
    why: str
    copies: tuple[Copy, ...]


def recall(
    item: Weighed,
    traces: Sequence[int],
    archive: Archive,
    scorer: Scorer,
    options: GroupOptions,
    active: Collection[str],
) -> Recalled | None:
    """Return the closed story that a report belongs to, if there is one.

    It is that of a report of which this one is a copy or a later version; else the one whose
    reports it agrees with decisively. Those that are ``active`` were compared already.
    """
    hits: dict[str, list[str]] = {}
    stories: dict[str, Story] = {}
    for report in archive.sharing(traces):
        story = None if report in active else archive.story_of(report)
        if story is not None and (story.id in stories or len(stories) < MOST_STORIES):
            stories[story.id] = story
            hits.setdefault(story.id, []).append(report)
    best: Recalled | None = None
    for id, story in stories.items():
        found = _compare(item, story, hits[id][:MOST_HITS], archive, scorer, active)
        forced = any(copy.share >= FORCED or copy.kind == "edited" for copy in found.copies)
        if not forced and found.score < options.join + options.near:
            continue
        if forced:
            return found
        if best is None or found.score > best.score:
            best = found
    return best


def _compare(
    item: Weighed,
    story: Story,
    hits: Sequence[str],
    archive: Archive,
    scorer: Scorer,
    active: Collection[str],
) -> Recalled:
    sketch = item.sketch
    members = [member.report for member in story.members if member.report not in active]
    count = len(members)
    spread = members if count <= SAMPLE else [members[i * count // SAMPLE] for i in range(SAMPLE)]
    others = archive.sketches(list(dict.fromkeys([*hits, *spread])))
    weighed = [scorer.add(other) for other in others]
    try:
        totals = scorer.compare([item], weighed).totals[0] if weighed else []
    finally:
        for other in weighed:
            scorer.drop(other)
    standing = [
        float(total) for other, total in zip(others, totals, strict=True) if other.id in spread
    ]
    score = round(sum(standing) / len(standing), 6) if standing else 0.0
    copies = [
        edited(sketch, other)
        for other in others
        if other.key == sketch.key and other.version < sketch.version
    ]
    copies += find_copies(sketch, others, scorer.families["lead"].weight)
    time = sketch.published or sketch.retrieved
    days = abs(time - story.updated).days
    why = f"reopened {days} days after its last report"
    if copies:
        nearest = max(copies, key=lambda copy: (copy.kind == "edited", copy.share, copy.of))
        why += f": {nearest.kind} from {nearest.of} ({nearest.share:.0%})"
    else:
        why += f" at {score:+.2f}"
    return Recalled(story, score, why, tuple(copies))
