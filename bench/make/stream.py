"""Feed sketches through the grouper and say in which story each ended."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.group import Grouper, GroupOptions, Sketch


def stream(sketches: Iterable[Sketch], options: GroupOptions | None = None) -> list[str]:
    """Return each report's story after the last report, merges and moves included."""
    grouper = Grouper(options)
    story_of: dict[str, str] = {}
    order = []
    for sketch in sketches:
        order.append(sketch.id)
        for story in grouper.add(sketch).stories:
            if story.merged_into is None:
                story_of.update((member.report, story.id) for member in story.members)
    return [story_of[report] for report in order]
