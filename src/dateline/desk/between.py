"""The desk's verbs for relations: a pair of actors over time, a group, and what may follow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.desk.happening import events, wanted
from dateline.desk.opened import Opened
from dateline.errors import ConfigError
from dateline.records import Event, Relation
from dateline.records.dealing import is_state
from dateline.relate import (
    BaseRate,
    Dyad,
    Forecast,
    Pull,
    Triad,
    Turn,
    base_rate,
    between,
    counted,
    forecasts,
    pulls,
    series,
    table,
    triads,
    turns,
)
from dateline.relate.dyads import moment
from dateline.relate.series import Period, Sum

MOST_ACTORS = 20
# What counts as "of late" in an outlook, and how often something must have come before.
LATELY = timedelta(days=90)
FEWEST_CASES = 3
MOST_RATES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two actors over time: the series, what turned it, and the ``events`` behind it, by time."""

    relation: Relation
    turns: tuple[Turn, ...]
    pulls: tuple[Pull, Pull]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Three actors or more: a line for each pair with events, and the balance of the triads."""

    actors: tuple[str, ...]
    dyads: tuple[Dyad, ...]
    triads: tuple[Triad, ...]


class BetweenVerbs(Opened):
    """What a desk can say of actors' relations. A part of :class:`dateline.desk.Desk`."""

    def relation(
        self,
        a: str,
        b: str,
        *,
        period: Period = "month",
        imported: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Pair:
        """Follow a pair of actors (states such as JPN, codes or ids) over months or weeks.

        Only what happened counts; imported events do where asked for. Without events between
        them the series is empty.
        """
        found = self._between(a, b, imported, since, until)
        line = series(found, a, b, period)
        return Pair(
            relation=line,
            turns=turns(line, found),
            pulls=pulls(found, a, b, period),
            events=tuple(found),
        )

    def group(
        self,
        actors: Sequence[str],
        *,
        period: Period = "month",
        imported: bool = False,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> Group:
        """Put the pairs of several actors side by side. Raises ConfigError for fewer than two."""
        named = tuple(dict.fromkeys(actors))
        if not 2 <= len(named) <= MOST_ACTORS:
            raise ConfigError(f"name 2 to {MOST_ACTORS} actors")
        if all(map(is_state, named)):  # the store has counted what is between states
            sums: dict[tuple[str, str], list[Sum]] = {}
            for day in self.store.days(named, since, until, imported=imported):
                sums.setdefault((day.a, day.b), []).append(Sum(day.day, day.events, day.score))
            lines = counted(sums, period)
        else:
            found = {
                event.id: event
                for actor in named
                for event in self._events_of(actor, imported, since, until)
            }
            lines = table(list(found.values()), named, period)
        return Group(actors=named, dyads=lines, triads=triads(lines))

    def outlook(
        self,
        a: str,
        b: str,
        *,
        days: int = 90,
        imported: bool = False,
        as_of: datetime | None = None,
    ) -> tuple[BaseRate, ...]:
        """Say what followed, within ``days``, on what happened between two actors of late.

        Base rates of their own record, those furthest from the usual first, each with its
        number of cases and bounds; none from fewer than three cases. No forecast.
        """
        until = as_of or datetime.now(UTC)
        found = self._between(a, b, imported, None, until)
        times = [time for event in found if (time := moment(event)) is not None]
        if not times:
            return ()
        recent = {event.action for event, time in zip(found, times, strict=True)
                  if time > min(until, times[-1]) - LATELY}  # fmt: skip
        actions = sorted({event.action for event in found})
        rates = [
            rate
            for first in sorted(recent)
            for then in actions
            if (rate := base_rate(found, a, b, first=first, then=then, days=days)).cases
            >= FEWEST_CASES
        ]
        rates.sort(key=lambda rate: (-abs(rate.rate - rate.usual), rate.first, rate.then))
        return tuple(rates[:MOST_RATES])

    def forecast(
        self,
        a: str,
        b: str,
        *,
        days: int = 30,
        imported: bool = False,
        as_of: datetime | None = None,
    ) -> tuple[Forecast, ...]:
        """Say how likely each type of act between two actors is within ``days``, likeliest first.

        Each with the record of the same rule on their own past: a forecast whose ``brier`` is
        not below ``brier_usual`` deserves no belief.
        """
        now = as_of or datetime.now(UTC)
        return forecasts(self._between(a, b, imported, None, now), a, b, now=now, days=days)

    def _between(
        self, a: str, b: str, imported: bool, since: datetime | None, until: datetime | None
    ) -> list[Event]:
        if is_state(a) and is_state(b):
            return self.store.between(a, b, since, until, imported=imported)
        return between(self._events_of(a, imported, since, until, other=b), a, b)

    def _events_of(
        self,
        actor: str,
        imported: bool,
        since: datetime | None,
        until: datetime | None,
        other: str | None = None,
    ) -> list[Event]:
        """Events by the moment that they are counted at; a filter's bounds are wider."""
        found = events(self, "oldest", None, 0, wanted(actor=actor, other=other, imported=imported))
        return [
            event
            for event in found
            if (time := moment(event)) is not None
            and (since is None or time >= since)
            and (until is None or time < until)
        ]
