"""Lists: stories in rank order, events by time, reports found by their words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from dateline import pipeline
from dateline.desk.opened import Opened
from dateline.group import Ranked
from dateline.records import Event, Report
from dateline.store import Hit
from dateline.views import StoryLine


def stories(
    desk: Opened, as_of: datetime | None, days: int | None, limit: int
) -> tuple[StoryLine, ...]:
    """Rank the stories; see ``Desk.stories``."""
    until = as_of or datetime.now(UTC)
    since = until - timedelta(days=days) if days else None
    ranked = pipeline.ranked(desk.store, desk.store.stories(since=since), until)
    return tuple(_line(desk, item) for item in ranked[:limit])


def _line(desk: Opened, item: Ranked) -> StoryLine:
    story = item.story
    reports = desk.store.reports([member.report for member in story.members])
    return StoryLine(
        id=story.id,
        title=pipeline.title_of(story, reports, desk.options.language),
        reports=len(reports),
        independent=story.independent,
        outlets=tuple(sorted({r.outlet for r in reports if r.outlet})),
        languages=tuple(sorted({r.language or "und" for r in reports})),
        opened=story.opened,
        updated=story.updated,
        score=item.score,
        parts=tuple(item.parts.items()),
    )


def events(
    desk: Opened,
    story: str | None,
    actor: str | None,
    action: str | None,
    status: str | None,
    limit: int | None,
    imported: bool,
) -> tuple[Event, ...]:
    """List events by time; see ``Desk.events``."""
    story = desk.store.story(story).id if story else None
    found = [
        event
        for event in desk.store.events(story=story)
        if (imported or not event.imported)
        and (action is None or event.action == action.upper())
        and (status is None or event.status == status)
        and (
            actor is None
            or any(
                party.actor == actor or party.code.startswith(actor)
                for party in (*event.sources, *event.targets)
            )
        )
    ]
    return tuple(found if limit is None else found[:limit])


def search(desk: Opened, query: str, **filters: Any) -> tuple[tuple[Hit, Report], ...]:
    """Search the text of all reports; see ``Desk.search``."""
    hits = desk.store.search(query, **filters)
    reports = {report.id: report for report in desk.store.reports([h.report for h in hits])}
    return tuple((hit, reports[hit.report]) for hit in hits)
