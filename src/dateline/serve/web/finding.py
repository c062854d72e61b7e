"""What a list of events was asked for, by a page, the API or a file, and the finding of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, get_args

from dateline.desk import Desk
from dateline.records import Event
from dateline.store import Order

ORDERS: tuple[Order, ...] = ("newest", "oldest", "strongest", "reports")
assert set(ORDERS) == set(get_args(Order))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters of events; "" and None ask for nothing.

    ``actor`` is an id or the beginning of a code, ``other`` the second of a pair, either way
    round. ``since`` and ``until`` (exclusive) bound the time of the event.
    """

    actor: str | None = None
    other: str | None = None
    action: str | None = None
    status: str | None = None
    quad: str | None = None
    place: str | None = None
    story: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    imported: bool = False

    @property
    def which(self) -> dict[str, Any]:
        """As ``Desk.events`` takes it."""
        return {name: value or None for name, value in asdict(self).items()} | {
            "imported": self.imported
        }


def page(
    desk: Desk, asked: Asked, order: Order, start: int, size: int
) -> tuple[tuple[Event, ...], int]:
    """Return the events from number ``start`` (0 is the first), ``size`` at most, and how many
    there are. Raises NotFound for an unknown story.
    """
    found = desk.events(order=order, limit=size, offset=start, **asked.which)
    return found, desk.count_events(**asked.which)


def every(desk: Desk, asked: Asked) -> list[Event]:
    """Return all events that are asked for, by time. Raises NotFound for an unknown story."""
    return list(desk.events(limit=None, **asked.which))
