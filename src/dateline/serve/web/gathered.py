"""Many events counted together: where they took place, who is busiest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.serve.web.places import Spot, spot_of
from dateline.store import Ground, Tie


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


def by_place(grounds: Iterable[Ground]) -> Placed:
    """Put counts of events on the spots that are meant, the busiest first."""
    spots: Counter[Spot] = Counter()
    total = unplaced = 0
    for ground in grounds:
        total += ground.events
        spot = spot_of(ground.place, ground.countries)
        if spot is None:
            unplaced += ground.events
        else:
            spots[spot] += ground.events
    order = sorted(spots.items(), key=lambda item: (-item[1], item[0].name))
    return Placed(spots=tuple(order), total=total, unplaced=unplaced)
