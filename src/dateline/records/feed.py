"""Feed: a source that the desk keeps reading, and what is remembered of it between readings."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateline.records._base import record

FeedOutcome = Literal["", "new", "unchanged", "waiting", "failed", "gone"]


@record
class Feed:
    """A kept source.

    ``id`` is a content id over the address as it was first given, so that it survives a move.
    ``url`` is where the feed is asked for now and may hold the user name and password that its
    host wants: it is secret, ``printable_url`` gives what may be shown. ``page`` is the page it
    was found on, ``title`` what it calls itself (or the user does), ``folder`` where the user's
    list put it, ``former`` the addresses it moved away from, oldest first.

    ``etag``, ``last_modified`` and ``digest`` (of the content) tell whether it changed.
    ``not_before`` is until when the server wants no request; ``due`` is when the next reading
    is worth it and ``interval`` (seconds) what that was reckoned from. ``rate_items`` and
    ``rate_hours`` are what was learned of how often it publishes (see
    ``dateline.gather.schedule``); ``asked_interval`` (seconds) is what the feed itself asks
    for, 0 where it says nothing.

    ``entries`` are fingerprints of what it carried at the last good reading; ``owed`` are the
    linked pages that could not be had then, each with the number of tries.

    ``checked`` is the last try and ``outcome`` how it ended; ``succeeded`` the last good one,
    ``fresh`` the last that brought something new, ``taken`` how many items came in altogether.
    ``failures`` counts the tries failed since the last good one; ``problem`` is the last one's
    reason and ``problem_kind`` its short word (see Rejected). ``remarks`` are what the last
    good reading had to leave out, one line each. ``gone`` feeds (status 410) and ``paused``
    ones are not read.
    """

    id: str
    url: str
    added: datetime
    title: str = ""
    page: str | None = None
    folder: str = ""
    paused: bool = False
    former: tuple[str, ...] = ()
    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""
    entries: tuple[str, ...] = ()
    owed: tuple[tuple[str, int], ...] = ()
    not_before: datetime | None = None
    due: datetime | None = None
    interval: int = 0
    asked_interval: int = 0
    rate_items: float = 0.0
    rate_hours: float = 0.0
    checked: datetime | None = None
    outcome: FeedOutcome = ""
    succeeded: datetime | None = None
    fresh: datetime | None = None
    taken: int = 0
    failures: int = 0
    problem: str = ""
    problem_kind: str = ""
    remarks: tuple[str, ...] = ()
    gone: bool = False
