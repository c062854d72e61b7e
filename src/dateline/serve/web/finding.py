"""What a page of events was asked for, and the finding of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.desk import Desk
from dateline.records import Event
from dateline.relate import direction
from dateline.relate.dyads import moment
from dateline.serve.web.slices import Slice, cut

Order = Literal["newest", "oldest", "strongest", "reports"]
# What the database doesn't sort or tell apart is looked at among this many, the newest.
MOST_LOOKED_AT = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters of events; "" and None ask for nothing.

    ``actor`` is an id or the beginning of a code, ``other`` the second of a pair, either way
    round. ``since`` and ``until`` (exclusive) bound the time of the event.
    """

    actor: str = ""
    other: str = ""
    action: str = ""
    status: str = ""
    quad: str = ""
    place: str = ""
    story: str = ""
    since: datetime | None = None
    until: datetime | None = None

    def fits(self, event: Event) -> bool:
        """True when an event is of the class asked for, and between the two of the pair."""
        pair = not (self.actor and self.other) or bool(direction(event, self.actor, self.other))
        return pair and (not self.quad or event.quad == self.quad)


_ORDERS: dict[Order, Callable[[Event], tuple[float | str, ...]]] = {
    "newest": lambda event: (-_seconds(event), event.id),
    "oldest": lambda event: (_seconds(event), event.id),
    "strongest": lambda event: (-abs(event.goldstein), -_seconds(event), event.id),
    "reports": lambda event: (
        -len({span.report for span in event.spans}), -_seconds(event), event.id
    ),
}  # fmt: skip
ORDERS: tuple[Order, ...] = tuple(_ORDERS)


def events(desk: Desk, asked: Asked, order: Order, page: int, size: int) -> Slice[Event]:
    """Return a page of the events that were asked for."""
    which = {
        "actor": asked.actor or asked.other or None,
        "other": (asked.other or None) if asked.actor else None,
        "story": asked.story or None,
        "action": asked.action or None,
        "status": asked.status or None,
        "place": asked.place or None,
        "since": asked.since,
        "until": asked.until,
    }
    if order in ("newest", "oldest") and not asked.quad and not which["other"]:
        start = (page - 1) * size
        newest = order == "newest"
        found = desk.events(newest=newest, limit=size, offset=start, **which)  # type: ignore[arg-type]
        total = desk.count_events(**which)
        return Slice(found, page, max(1, -(-total // size)), total, start + size < total)
    newest = order != "oldest"
    looked_at = desk.events(newest=newest, limit=MOST_LOOKED_AT, **which)  # type: ignore[arg-type]
    kept = sorted(filter(asked.fits, looked_at), key=_ORDERS[order])
    shown = cut(kept, page, size)
    if len(looked_at) < MOST_LOOKED_AT:
        return shown
    return Slice(shown.items, page, None, None, shown.more)


def _seconds(event: Event) -> float:
    time = moment(event)
    return time.timestamp() if time is not None else 0.0
