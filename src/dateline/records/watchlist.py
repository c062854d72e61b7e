"""Watchlist: what a person wants to be told of; and Alert: that it was told."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import record
from dateline.records.span import Span

AlertKind = Literal["story", "event", "expectation"]
Channel = Literal["webhook", "email"]


@record
class Watchlist:
    """A kept question. A story, event or expectation matches when it meets every kind of term
    that is set, and of one kind any term.

    ``actors`` are ids, or the beginning of a PLOVER code (``JPN``, ``JPNGOV``); ``pairs`` are
    two of these between which something happens, either way round; ``places`` are English
    names or gazetteer keys, or ISO 3166-1 alpha-3 countries; ``words`` are words or phrases of
    the text; ``languages`` are ISO 639-1; ``types`` are PLOVER event types. ``kinds`` are what
    alerts are wanted of. ``emails`` and ``webhook`` are where alerts are sent besides being
    kept. Only what comes in after ``created`` alerts.
    """

    id: str
    name: str
    created: datetime
    actors: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    places: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[AlertKind, ...] = ("story", "event", "expectation")
    emails: tuple[str, ...] = ()
    webhook: str = ""
    paused: bool = False


@record
class Delivery:
    """One sending of an alert: ``status`` *due*, *delivered* or *failed* (given up).

    ``attempts`` were made so far, the next is not before ``next_try``; ``error`` is the last
    one's reason in one line.
    """

    channel: Channel
    to: str
    status: Literal["due", "delivered", "failed"] = "due"
    attempts: int = 0
    next_try: datetime | None = None
    at: datetime | None = None
    error: str = ""


@record
class Alert:
    """Something that a watchlist asked for, told once.

    ``id`` is a content id over watchlist, subject and ``change``: the same is never told
    twice, a material change is a new alert. ``kind`` and ``subject`` name what changed (a
    story, event or expectation id), ``change`` how (*new*, *grown to 4 independent*, an event's
    status, *due*, *met*, *overdue*, ...), ``title`` and ``text`` say it to a person, ``why``
    names the terms that matched, ``spans`` where it stands.
    """

    id: str
    watchlist: str
    kind: AlertKind
    subject: str
    change: str
    at: datetime
    title: str
    spans: tuple[Span, ...]
    story: str | None = None
    text: str = ""
    why: str = ""
    deliveries: tuple[Delivery, ...] = ()

    @property
    def pending(self) -> bool:
        """Whether something of it is still to be sent."""
        return any(delivery.status == "due" for delivery in self.deliveries)
