"""Many events counted together: who dealt with whom, where it took place, who is busiest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.records import Event, Party
from dateline.relate.dyads import COUNTED, TOGETHER
from dateline.serve.web.places import Spot, spot_of

_STATE_LETTERS = 3
# CAMEO's codes for what belongs to no state: such a party stands for itself.
_STATELESS = frozenset({"INT", "IGO", "NGO", "NGM", "MNC", "IMG", "UIS", "UNK", "REG"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two states (or bodies) of a period: how many events between them, and their mean score."""

    a: str
    b: str
    events: int
    score: float


def state_of(party: Party) -> str:
    """Return the state that a party acts for; the party itself where it acts for none."""
    state = party.code[:_STATE_LETTERS]
    known = len(state) == _STATE_LETTERS and state.isupper() and state not in _STATELESS
    return state if known else party.actor


def ties(events: Iterable[Event]) -> tuple[Tie, ...]:
    """Count what happened between each two states, the busiest pairs first."""
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    for event in events:
        if event.status in COUNTED:
            for pair in _pairs(event):
                scores[pair].append(event.goldstein)
    found = [
        Tie(a=a, b=b, events=len(all_), score=round(sum(all_) / len(all_), 2))
        for (a, b), all_ in scores.items()
    ]
    return tuple(sorted(found, key=lambda tie: (-tie.events, tie.a, tie.b)))


def _pairs(event: Event) -> set[tuple[str, str]]:
    sources = {state_of(party) for party in event.sources}
    targets = {state_of(party) for party in event.targets}
    if event.action in TOGETHER:  # a summit of three is three meetings
        sources = targets = sources | targets
    return {
        (min(one, other), max(one, other)) for one in sources for other in targets if one != other
    }


def busiest(found: Iterable[Tie], most: int) -> tuple[str, ...]:
    """Return the states of most events, the busiest first."""
    weight: Counter[str] = Counter()
    for tie in found:
        weight.update({tie.a: tie.events, tie.b: tie.events})
    return tuple(sorted(weight, key=lambda state: (-weight[state], state))[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The events of a period by place; ``unplaced`` have none that the gazetteer knows."""

    spots: tuple[tuple[Spot, int], ...]
    total: int
    unplaced: int


def by_place(events: Iterable[Event], quad: str = "") -> Placed:
    """Count events by place, of one quad class where it is named."""
    spots: Counter[Spot] = Counter()
    total = unplaced = 0
    for event in events:
        if quad and event.quad != quad:
            continue
        total += 1
        spot = spot_of(event)
        if spot is None:
            unplaced += 1
        else:
            spots[spot] += 1
    order = sorted(spots.items(), key=lambda item: (-item[1], item[0].name))
    return Placed(spots=tuple(order), total=total, unplaced=unplaced)
