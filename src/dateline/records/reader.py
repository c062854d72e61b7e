"""What a desk remembers of its readers: when each was last here, and what each has read."""

from __future__ import annotations

from datetime import datetime

from dateline.records._base import record


@record
class Visit:
    """When ``reader`` last looked at the desk, so that the next visit can tell what is new.

    ``revision`` is the store's revision then. ``reader`` is a name that the surface chose: a
    login, or ``""`` where there is one reader only.
    """

    reader: str
    at: datetime
    revision: int = 0


@record
class ReaderState:
    """What ``reader`` did with ``item`` (a story, as a feed reader shows it).

    ``at`` is when that was said. An item without a state is unread and not starred.
    """

    reader: str
    item: str
    at: datetime
    read: bool = False
    starred: bool = False
