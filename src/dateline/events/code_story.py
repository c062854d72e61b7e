"""The stage's decision: the events that the reports of a story tell of."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.events.mention import Mention
from dateline.events.mentions import find_mentions
from dateline.events.same_event import merge_mentions
from dateline.records import Event, Reading, Report, Story


def code_story(
    story: Story,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> tuple[Event, ...]:
    """Return the events of a story, each once with all its spans, earliest telling first.

    ``reports`` and ``readings`` are by report id; a report without a reading is left out. A
    copy's sentences are spans of the same events. Pure: the same records give the same events.
    """
    mentions: list[Mention] = []
    for member in story.members:
        report, reading = reports.get(member.report), readings.get(member.report)
        if report is not None and reading is not None:
            mentions += find_mentions(report, reading)
    return merge_mentions(mentions, reports, story.id)
