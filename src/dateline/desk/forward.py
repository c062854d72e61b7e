"""The desk's verbs for what is to come: expectations, their settling, and the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from dateline.desk import agenda, briefs
from dateline.desk.opened import Opened
from dateline.errors import ConfigError
from dateline.expect import (
    Track,
    outcome_at,
    settle_by_hand,
    track_by_kind,
    track_by_outlet,
)
from dateline.knowledge.fixtures import fixtures
from dateline.records import Expectation, Outcome, Settlement

# How far back the calendar reaches, so that subscribers learn what became of its entries.
LOOK_BACK = timedelta(days=366)
LOOK_AHEAD = 366


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """The track record of what was expected, by kind and by outlet."""

    kinds: tuple[Track, ...]
    outlets: tuple[Track, ...]


class ForwardVerbs(Opened):
    """What a desk can say of the future. A part of :class:`dateline.desk.Desk`."""

    def expectations(
        self,
        *,
        actor: str | None = None,
        story: str | None = None,
        outcome: Outcome | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        as_of: datetime | None = None,
        limit: int | None = None,
    ) -> tuple[Expectation, ...]:
        """List expectations by due time. ``actor`` is an id; ``since`` and ``until`` bound it.

        ``outcome`` keeps those that had it as of ``as_of`` (None: now); see
        :meth:`outcome_of`. Raises NotFound for an unknown story.
        """
        time = as_of or datetime.now(UTC)
        found = self.store.expectations(
            actor=actor,
            story=self.store.story(story).id if story else None,
            since=since,
            until=until,
            limit=limit if outcome is None else None,
        )
        kept = [item for item in found if outcome in (None, outcome_at(item, time))]
        return tuple(kept if limit is None else kept[:limit])

    def outcome_of(self, item: Expectation, as_of: datetime | None = None) -> Outcome:
        """Say what had become of an expectation as of a time (None: now)."""
        return outcome_at(item, as_of or datetime.now(UTC))

    def settle(
        self,
        expectation: str,
        outcome: Outcome,
        *,
        by: str,
        why: str = "",
        citation: str | None = None,
        at: datetime | None = None,
    ) -> Expectation:
        """Settle an expectation by hand (*open* reopens it); the decision outlasts re-reading.

        ``by`` is who decides, ``citation`` the words that settle it. Raises NotFound for an
        unknown expectation or report, and ConfigError for a decision that can't be taken.
        """
        item = self.store.expectation(expectation)
        spans = (briefs.show(self, citation, 0).span,) if citation else ()
        try:
            settlement = Settlement(
                outcome=outcome, at=at or datetime.now(UTC), spans=spans, by=by.strip(), why=why
            )
            item = settle_by_hand(item, settlement)
        except ValueError as error:
            raise ConfigError(f"by {by!r}: {error}") from None
        with self.store.transaction() as tx:
            tx.put(item)
        return item

    def track_record(
        self,
        *,
        actor: str | None = None,
        story: str | None = None,
        as_of: datetime | None = None,
    ) -> Records:
        """Say how often what was expected came, and how late, by kind and by outlet."""
        time = as_of or datetime.now(UTC)
        found = self.store.terms(actor=actor, story=self.store.story(story).id if story else None)
        outlets, origins = self.store.tellers({id for item in found for id in item.reports})
        return Records(
            kinds=track_by_kind(found, time),
            outlets=track_by_outlet(found, outlets, origins, time),
        )

    def calendar(
        self,
        *,
        actor: str | None = None,
        place: str | None = None,
        story: str | None = None,
        days: int = LOOK_AHEAD,
        fixed: bool = True,
        past: bool = False,
        as_of: datetime | None = None,
    ) -> tuple[agenda.Entry, ...]:
        """Say what is next, up to ``days`` ahead: what is open, and recurring fixtures.

        With ``past`` also what is over or was called off in the last year. Fixtures have no
        story and name no place, so they are left out where one is asked for.
        """
        time = as_of or datetime.now(UTC)
        until = time + timedelta(days=days)
        found: Sequence[Expectation] = self.store.expectations(
            actor=actor,
            story=self.store.story(story).id if story else None,
            since=time - LOOK_BACK,
            until=until,
            superseded=True,
        )
        if place is not None:
            reports = sorted({span.report for item in found for span in item.spans})
            readings = {reading.report: reading for reading in self.store.readings(reports)}
            found = agenda.with_place(found, readings, place)
        some = story is None and place is None and fixed
        known = fixtures(time.date(), until.date(), actor=actor) if some else ()
        entries = agenda.entries(found, known, as_of=time)
        return entries if past else agenda.upcoming(entries, time)
