"""What the desk holds about an actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from dateline.desk import Desk
from dateline.records import Event, Expectation
from dateline.relate import takes_part
from dateline.serve.web.gathered import state_of
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
    latest = desk.events(actor=actor, newest=True, limit=_LOOKED_AT)
    partners: Counter[str] = Counter()
    for event in latest:
        parties = (*event.sources, *event.targets)
        own = {state_of(party) for party in parties if takes_part(party, actor)}
        partners.update({state_of(party) for party in parties} - own - {actor})
    order = sorted(partners.items(), key=lambda item: (-item[1], item[0]))
    expected = desk.store.expectations(
        actor=actor, as_of=now, state="open", latest_first=True, limit=_SHOWN
    )
    return About(
        events=latest[:_SHOWN],
        total=desk.count_events(actor=actor),
        partners=tuple(order[:_SHOWN]),
        stories=desk.stories(actor=actor, limit=_SHOWN),
        expectations=tuple(expected),
    )
