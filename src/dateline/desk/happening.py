"""Events: which are asked for, in which order, and how many there are."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from dateline.desk.opened import Opened
from dateline.records import Event
from dateline.store import EventFilter, Order


def events(
    desk: Opened, order: Order, limit: int | None, offset: int, which: EventFilter
) -> tuple[Event, ...]:
    """List events by time; see ``Desk.events``."""
    chosen = desk.store.events(order=order, limit=limit, offset=offset, **_of(desk, which))
    return tuple(chosen)


def count_events(desk: Opened, **which: Any) -> int:
    """Count events; see ``Desk.count_events``."""
    return desk.store.count_events(**_of(desk, wanted(**which)))


def wanted(
    story: str | None = None,
    actor: str | None = None,
    other: str | None = None,
    action: str | None = None,
    quad: str | None = None,
    status: str | None = None,
    place: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    imported: bool = False,
) -> EventFilter:
    """Put into a filter what people ask for: the letters of a type don't matter to them."""
    return EventFilter(
        story=story,
        party=actor or other,
        dealing_with=other if actor else None,
        action=action.upper() if action else None,
        quad=quad,
        status=status,
        place=place,
        since=since,
        until=until,
        imported=None if imported else False,
    )


def _of(desk: Opened, which: EventFilter) -> EventFilter:
    """Let the beginning of a story's id stand for it."""
    story = which.get("story")
    if story:
        return {**which, "story": desk.store.story(story).id}
    return which
