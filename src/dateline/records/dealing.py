"""Dealings: what an event says of each two states or bodies that take part in it.

A store keeps them beside events, so that networks, matrices and maps are sums over small rows;
whoever counts events one by one counts by the same functions.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal, NamedTuple

from dateline.records.event import Event, Party, Status

# What counts between actors unless asked otherwise: what happened.
COUNTED: frozenset[Status] = frozenset({"happened"})
# Of these every two parties take part with each other: a summit of three is three meetings.
TOGETHER = frozenset({"CONSULT", "COOPERATE"})

_STATE_LETTERS = 3
# CAMEO's codes for what belongs to no state: such a party stands for itself.
_STATELESS = frozenset({"INT", "IGO", "NGO", "NGM", "MNC", "IMG", "UIS", "UNK", "REG"})

Way = Literal["ab", "ba", "both"]


class Dealing(NamedTuple):
    """Two of an event's sides, ``a`` before ``b`` by their letters, and which way it goes."""

    a: str
    b: str
    way: Way


def is_state(actor: str) -> bool:
    """True for the code of a state: three capitals that don't stand for "of no state"."""
    return (
        len(actor) == _STATE_LETTERS
        and actor.isascii()
        and actor.isalpha()
        and actor.isupper()
        and actor not in _STATELESS
    )


def side_of(party: Party) -> str:
    """Return the state that a party acts for; the party itself where it acts for none."""
    state = party.code[:_STATE_LETTERS]
    return state if is_state(state) else party.actor


def moment(event: Event) -> datetime | None:
    """Return the time that an event is counted at: the middle of its interval, or its one end."""
    start, end = event.occurred.earliest, event.occurred.latest
    if start is not None and end is not None:
        return start + (end - start) / 2
    return start or end


def dealings(event: Event) -> tuple[Dealing, ...]:
    """Return who dealt with whom in an event, each pair once, in order of their letters."""
    sources = {side_of(party) for party in event.sources}
    targets = {side_of(party) for party in event.targets}
    ways: dict[tuple[str, str], set[Way]] = {}
    for one in sources:
        for other in targets - {one}:
            a, b = sorted((one, other))
            ways.setdefault((a, b), set()).add("ab" if one == a else "ba")
    if event.action in TOGETHER:
        everyone = sorted(sources | targets)
        for index, a in enumerate(everyone):
            for b in everyone[index + 1 :]:
                ways.setdefault((a, b), {"both"})
    return tuple(
        Dealing(a, b, next(iter(way)) if len(way) == 1 else "both")
        for (a, b), way in sorted(ways.items())
    )


def countries(event: Event) -> tuple[str, ...]:
    """Return the first letters of all codes of an event's parties, in order: they tell which of
    several places of a name is meant.
    """
    codes = {party.code[:3] for party in (*event.sources, *event.targets)}
    return tuple(sorted(filter(None, codes)))
