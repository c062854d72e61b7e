"""What the desk holds about an actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from dateline.desk import Desk
from dateline.records import Event, Expectation, Party
from dateline.records.dealing import side_of
from dateline.relate import takes_part
from dateline.views import StoryLine

# Whom an actor deals with is told from its latest events.
_LOOKED_AT = 300
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An actor's latest events, of ``total``; whom it dealt with in these and how often; the
    first stories that name it most, and what is expected of it, the latest due first.
    """

    events: tuple[Event, ...]
    total: int
    partners: tuple[tuple[str, int], ...]
    stories: tuple[StoryLine, ...]
    expectations: tuple[Expectation, ...]


def about(desk: Desk, actor: str, now: datetime) -> About:
    """Gather it."""
    partners: Counter[str] = Counter()
    parts = desk.store.parts(actor, _LOOKED_AT)
    for _event, group in groupby(parts, key=lambda part: part.event):
        parties = [Party(actor=part.actor, code=part.code) for part in group]
        own = {side_of(party) for party in parties if takes_part(party, actor)}
        partners.update({side_of(party) for party in parties} - own - {actor})
    order = sorted(partners.items(), key=lambda item: (-item[1], item[0]))
    expected = desk.store.expectations(
        actor=actor, as_of=now, state="open", latest_first=True, limit=_SHOWN
    )
    return About(
        events=desk.events(actor=actor, order="newest", limit=_SHOWN),
        total=desk.count_events(actor=actor),
        partners=tuple(order[:_SHOWN]),
        stories=desk.stories(actor=actor, limit=_SHOWN),
        expectations=tuple(expected),
    )
