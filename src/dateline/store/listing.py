"""The lists that a store answers with: a part of ``ports.Store``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, Protocol, Unpack

from dateline.records import (
    Copy,
    Event,
    Expectation,
    KeptBrief,
    Report,
    ReportFacts,
    Standing,
    Story,
    StoryLink,
)
from dateline.store.answers import Gist, Hit, OutletFacts, Weighed
from dateline.store.event_lists import Order
from dateline.store.filters import EventFilter, ExpectationFilter


class Lists(Protocol):
    """Lists of records, each in a fixed order."""

    def stories(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Story]:
        """Return stories updated from ``since`` to before ``until``: newest update first, then
        id. Merged ones are left out.
        """
        ...

    def weighed(
        self,
        *,
        since: datetime | None = None,
        before: datetime | None = None,
        at_least: float | None = None,
        actor: str | None = None,
    ) -> list[Weighed]:
        """Return what ranking needs of the stories updated from ``since`` to before ``before``,
        in no order. ``at_least`` leaves out those known to weigh less; ``actor`` keeps those
        whose standing names the actor. Merged ones are left out.
        """
        ...

    def standings(self, stories: Iterable[str]) -> dict[str, Standing]:
        """Return the standings of stories by story, those only that are up to date."""
        ...

    def facts(self, stories: Iterable[str]) -> list[ReportFacts]:
        """Return the facts of all reports of these stories, by story, publication, id."""
        ...

    def named(self, story: str, kind: Literal["actor", "place"], limit: int) -> list[str]:
        """Return the actors or places that most reports of a story name, most named first."""
        ...

    def count_stories(self) -> int:
        """Return how many stories there are; merged ones are not counted."""
        ...

    def first_opened(self) -> datetime | None:
        """Return when the oldest story was opened, None while there is none."""
        ...

    def outlets(self) -> list[OutletFacts]:
        """Return how much each outlet published and how often it was first, over the newest
        versions of its reports; most reports first, then by name.
        """
        ...

    def copies(self, reports: Iterable[str]) -> list[Copy]:
        """Return the copy edges that lead from or to any of the reports, by report, then of."""
        ...

    def links(self, story: str) -> list[StoryLink]:
        """Return the links that touch a story, by earlier, then later."""
        ...

    def events(
        self,
        *,
        order: Order = "oldest",
        limit: int | None = None,
        offset: int = 0,
        **which: Unpack[EventFilter],
    ) -> list[Event]:
        """Return events by earliest time: the *oldest* or *newest* first, the *strongest* (by
        Goldstein score, either way) or those told of in most *reports* and of these the newest;
        unknown times last, equals by id.
        """
        ...

    def count_events(self, **which: Unpack[EventFilter]) -> int:
        """Return how many events there are of a kind."""
        ...

    def busiest(
        self, *, among: Collection[str] | None = None, limit: int = 50, offset: int = 0
    ) -> list[tuple[str, int]]:
        """Return actors (all, or those ``among`` a few) with the number of events they have a
        part in: most events first, then by id.
        """
        ...

    def expectations(
        self,
        *,
        limit: int | None = None,
        offset: int = 0,
        **which: Unpack[ExpectationFilter],
    ) -> list[Expectation]:
        """Return expectations by the beginning of their due time (unknown last), then id."""
        ...

    def count_expectations(self, **which: Unpack[ExpectationFilter]) -> int:
        """Return how many expectations there are of a kind."""
        ...

    def kept_brief(self, story: str, language: str, length: str, made: int) -> KeptBrief | None:
        """Return the kept brief of a story, None where there is none that is up to date: written
        by version ``made`` of its stage, and nothing that it tells of changed since.
        """
        ...

    def gists(self, stories: Iterable[str], language: str, length: str) -> dict[str, Gist]:
        """Return what lists show of the kept briefs of stories, by story: as they were last
        told, up to date or not.
        """
        ...

    def basis(self, story: str) -> str:
        """Return a digest of what makes a story's brief due: its version, its events, its place in
        a storyline, and the expectations told there. NotFound for an unknown story.
        """
        ...

    def leads(self, story: str, most: int, among: int) -> bool:
        """Say whether a story is one of the ``most`` weightiest of the ``among`` that were updated
        last. One without a standing is not.
        """
        ...

    def versions(self, key: str, most: int | None = None) -> list[Report]:
        """Return all versions of the item with this key, or the ``most`` newest, oldest first;
        none for a new key.
        """
        ...

    def latest(self, key: str) -> Report:
        """Return the newest version of the item with this key."""
        ...

    def named_report(self, given: str) -> str:
        """Return the id of the report that has the id ``given``, or that came with it from its
        source: the newest version. NotFound where there is none, or more than one item.
        """
        ...

    def reports_from(self, items: Iterable[str]) -> list[str]:
        """Return the ids of the reports that were read from these items (ids of Fetched)."""
        ...

    def search(
        self,
        query: str,
        *,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """Return the newest versions of reports in which every term of the query stands.

        Those with most of the terms in the headline come first, then the later published, then
        by id. ``since`` and ``until`` (exclusive) bound the publication time. No text raises:
        a query without a word finds nothing.
        """
        ...

    def nearest(
        self,
        meanings: Mapping[str, bytes],
        *,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """Return the newest versions of reports whose meaning is nearest, nearest first.

        ``meanings`` are vectors of one question, as ``Vector`` holds them, by engine. Of the
        reports within the filters the 5,000 published last are compared, every one of them; of
        those before them what an index of vectors finds, where the database has one.
        A hit's ``span`` is the nearest sentence, ``score`` the cosine, 0 to 1.
        """
        ...

    def naming(
        self,
        reports: Collection[str],
        *,
        actor: str | None = None,
        places: Collection[str] | None = None,
        action: str | None = None,
    ) -> set[str]:
        """Return which of a few hundred reports name an actor (an id) and one of the places
        (gazetteer keys), and stand behind an event of a type; None asks for nothing.
        """
        ...
