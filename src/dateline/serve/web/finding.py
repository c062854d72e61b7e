"""What a page of events or expectations was asked for, and the finding of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dateline.desk import Desk
from dateline.records import Event
from dateline.relate import direction, takes_part
from dateline.relate.dyads import moment
from dateline.serve.web.parts import Slice, cut

Order = Literal["newest", "oldest", "strongest", "reports"]


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
        """True when an event is what was asked for."""
        parties = (*event.sources, *event.targets)
        if self.actor and self.other:
            together = bool(direction(event, self.actor, self.other))
        else:
            together = not self.actor or any(takes_part(party, self.actor) for party in parties)
        return (
            together
            and (not self.action or event.action == self.action)
            and (not self.status or event.status == self.status)
            and (not self.quad or event.quad == self.quad)
            and (not self.place or (event.place or "").casefold() == self.place.casefold())
        )


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
    found = [
        event
        for event in desk.store.events(
            story=asked.story or None, since=asked.since, until=asked.until
        )
        if asked.fits(event)
    ]
    return cut(sorted(found, key=_ORDERS[order]), page, size)


def _seconds(event: Event) -> float:
    time = moment(event)
    return time.timestamp() if time is not None else 0.0
