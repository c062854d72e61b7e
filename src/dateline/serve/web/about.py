"""What the desk holds about an actor."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dateline.desk import Desk
from dateline.records import Event, Expectation
from dateline.relate import takes_part
from dateline.serve.web.gathered import state_of

_KEPT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """An actor's latest events, of ``total``; whom it deals with and how often; the stories that
    tell of it (ids), and what is expected of it.
    """

    events: tuple[Event, ...]
    total: int
    partners: tuple[tuple[str, int], ...]
    stories: tuple[str, ...]
    expectations: tuple[Expectation, ...]


def about(desk: Desk, actor: str) -> About:
    """Gather it."""
    events = desk.events(actor=actor, limit=None)
    partners: Counter[str] = Counter()
    for event in events:
        parties = (*event.sources, *event.targets)
        own = {state_of(party) for party in parties if takes_part(party, actor)}
        partners.update({state_of(party) for party in parties} - own - {actor})
    latest = tuple(reversed(events[-_KEPT:]))
    return About(
        events=latest,
        total=len(events),
        partners=tuple(sorted(partners.items(), key=lambda item: (-item[1], item[0]))),
        stories=tuple(dict.fromkeys(event.story for event in latest if event.story)),
        expectations=desk.expectations(actor=actor)[-_KEPT:][::-1],
    )
