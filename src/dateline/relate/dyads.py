"""Which events belong to a pair of actors, and which way they go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.records import Event, Party, Status
from dateline.records.dealing import COUNTED, TOGETHER, moment

__all__ = ["COUNTED", "between", "direction", "dyads", "moment", "takes_part"]


def takes_part(party: Party, actor: str) -> bool:
    """True where the party is the actor, or acts for the state that ``actor`` is.

    ``actor`` is an actor id ("p:lee-jae-myung"), a state ("KOR": everyone of that country) or
    a coder's code ("KORGOV": that sector of it).
    """
    return party.actor == actor or (
        actor.isupper() and actor.isalpha() and party.code.startswith(actor)
    )


def direction(event: Event, a: str, b: str) -> str:
    """Return "ab" where a acts on b, "ba" the other way, "both" where each does, else ""."""
    forth = any(takes_part(p, a) for p in event.sources) and any(
        takes_part(p, b) for p in event.targets
    )
    back = any(takes_part(p, b) for p in event.sources) and any(
        takes_part(p, a) for p in event.targets
    )
    if event.action in TOGETHER and not (forth or back):
        everyone = (*event.sources, *event.targets)
        met = [any(takes_part(party, one) for party in everyone) for one in (a, b)]
        return "both" if all(met) else ""
    if forth and back:
        return "both"
    return "ab" if forth else "ba" if back else ""


def between(
    events: Iterable[Event], a: str, b: str, statuses: Iterable[Status] = COUNTED
) -> list[Event]:
    """Return the dated events between two actors in order of time, either way round."""
    wanted = frozenset(statuses)
    found = [
        event
        for event in events
        if event.status in wanted and direction(event, a, b) and moment(event) is not None
    ]
    return sorted(found, key=lambda event: (moment(event), event.id))


def dyads(events: Iterable[Event], actors: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ``actors``, each in alphabetical order."""
    ordered = sorted(set(actors))
    for index, a in enumerate(ordered):
        for b in ordered[index + 1 :]:
            yield a, b
