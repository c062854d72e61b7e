"""What lists of events and expectations can be narrowed down to."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias, TypedDict

State: TypeAlias = Literal["open", "overdue", "settled"]


class EventFilter(TypedDict, total=False):
    """``actor`` is an actor id. ``party`` is an id or the beginning of a PLOVER code (JPN,
    JPNGOV) and ``other`` another one that takes part as well. ``since`` and ``until``
    (exclusive) bound the time in which it may fall; an event of unknown time never does.
    ``dealing_with`` is one that acts on ``party`` or is acted on by it (see
    :func:`dateline.relate.direction`). ``action`` is a PLOVER type, ``quad`` a class of them,
    ``place`` a gazetteer key; ``imported`` tells imported events (True) from those of the desk's
    own reports (False).
    """

    actor: str | None
    party: str | None
    other: str | None
    dealing_with: str | None
    story: str | None
    since: datetime | None
    until: datetime | None
    action: str | None
    quad: str | None
    status: str | None
    place: str | None
    imported: bool | None


class ExpectationFilter(TypedDict, total=False):
    """``actor`` holds it or is its subject. ``since`` and ``until`` bound its due time, as of
    events. Revised ones only where ``superseded``. ``state``, as of the moment ``as_of``: *open*,
    *overdue* (past due and not settled) or *settled*. ``latest_first`` turns the order round: by
    the end of the due time, settled ones by when they were settled. ``undated`` asks for those of
    which no time is known, by id. ``kind`` is how sure it is said: *scheduled*, *predicted* …
    """

    actor: str | None
    story: str | None
    since: datetime | None
    until: datetime | None
    superseded: bool
    state: State | None
    as_of: datetime | None
    latest_first: bool
    undated: bool
    kind: str | None
