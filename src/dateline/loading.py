"""A story with everything that the stages after grouping decide from, loaded.

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because it only loads.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Copy, Expectation, Reading, Report, Story
from dateline.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story with everything that the stages after grouping decide from."""

    story: Story
    reports: Mapping[str, Report]
    readings: Mapping[str, Reading]
    copies: tuple[Copy, ...]
    known: tuple[Expectation, ...] = ()


def view_story(
    store: Store, id: str, known: Sequence[Expectation] = (), cited: Iterable[str] | None = None
) -> StoryView:
    """Load a story, its reports and readings, and those of ``cited`` reports: by default all
    behind ``known`` expectations.
    """
    story = store.story(id)
    members = [member.report for member in story.members]
    if cited is None:
        cited = [span.report for item in known for span in item.spans]
    ids = list(dict.fromkeys([*members, *cited]))
    reports = {report.id: report for report in store.reports(ids, held=True)}
    readings = {reading.report: reading for reading in store.readings(ids, held=True)}
    return StoryView(
        story=_held(story, readings),
        reports=reports,
        readings=readings,
        copies=tuple(store.copies(members)),
        known=tuple(known),
    )


def _held(story: Story, readings: Mapping[str, Reading]) -> Story:
    """Leave out of a story the reports that were removed on request since it was grouped."""
    if all(member.report in readings for member in story.members):
        return story
    return dataclasses.replace(
        story,
        members=tuple(member for member in story.members if member.report in readings),
        origins=tuple(report for report in story.origins if report in readings),
    )
