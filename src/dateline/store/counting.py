"""What a store counts of many events without opening one: a part of ``ports.Store``.

Between two actors counts what happened (see :mod:`dateline.records.dealing`), at the moment in
the middle of an event's interval; at a place counts every event.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple, Protocol

from dateline.records import Event, ExpectationFacts


class Tie(NamedTuple):
    """Two states (or bodies) of a period: how many events between them, their mean score."""

    a: str
    b: str
    events: int
    score: float


class Day(NamedTuple):
    """What happened between two on a day (UTC): how many events, the sum of their scores."""

    a: str
    b: str
    day: date
    events: int
    score: float


class Ground(NamedTuple):
    """Events of a place as they name it (None: of no place), and the countries of their parties,
    which tell which of several places of the name is meant.
    """

    place: str | None
    countries: tuple[str, ...]
    events: int


class Part(NamedTuple):
    """A part that an actor has in an event, by its id and code."""

    event: str
    actor: str
    code: str


class Counting(Protocol):
    """Counts of events, kept in step with them in the transaction that changes them."""

    def ties(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Tie]:
        """Return who dealt with whom from ``since`` to before ``until``, the busiest pairs first,
        equals by name. ``imported`` counts imported events as well.
        """
        ...

    def days(
        self,
        actors: Collection[str],
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Day]:
        """Return what happened between each two of ``actors`` (states), by pair, then day."""
        ...

    def between(
        self,
        a: str,
        b: str,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Event]:
        """Return what happened between two states, by the moment that it counts at, then id."""
        ...

    def grounds(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        quad: str | None = None,
        imported: bool = False,
    ) -> list[Ground]:
        """Return the places of the events that may fall into a period, the busiest first."""
        ...

    def parts(self, party: str, most: int) -> list[Part]:
        """Return all parts in the newest ``most`` of the events, imported ones aside, in which an
        actor (an id, or the beginning of a code) has one; those of an event together.
        """
        ...

    def terms(
        self, *, actor: str | None = None, story: str | None = None
    ) -> list[ExpectationFacts]:
        """Return what track records need of the expectations that weren't revised, by id."""
        ...

    def tellers(self, reports: Collection[str]) -> tuple[dict[str, str | None], dict[str, str]]:
        """Return the outlet of each report, and of those that copy another that one's id: of
        these reports and all that they come from.
        """
        ...
