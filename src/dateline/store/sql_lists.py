"""Lists, each answered by the module that knows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Literal, Unpack

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
from dateline.store import briefs, event_lists, lists, search
from dateline.store import standings as standing_queries
from dateline.store.answers import Gist, Hit, OutletFacts, Weighed
from dateline.store.database import Database
from dateline.store.event_lists import Order
from dateline.store.filters import EventFilter, ExpectationFilter
from dateline.store.nearest import nearest
from dateline.store.outlets import outlets as outlet_facts


class SqlLists:
    """Every method is described in ``listing.Lists``."""

    _database: Database
    run: str

    def stories(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Story]:
        """See ``listing.Lists.stories``."""
        with self._database.read() as connection:
            return lists.stories(connection, since, until, limit, offset)

    def events(
        self,
        *,
        order: Order = "oldest",
        limit: int | None = None,
        offset: int = 0,
        **which: Unpack[EventFilter],
    ) -> list[Event]:
        """See ``listing.Lists.events``."""
        with self._database.read() as connection:
            return event_lists.events(connection, which, order, limit, offset)

    def count_events(self, **which: Unpack[EventFilter]) -> int:
        """See ``listing.Lists.count_events``."""
        with self._database.read() as connection:
            return event_lists.count_events(connection, which)

    def busiest(
        self, *, among: Collection[str] | None = None, limit: int = 50, offset: int = 0
    ) -> list[tuple[str, int]]:
        """See ``listing.Lists.busiest``."""
        with self._database.read() as connection:
            return event_lists.busiest(connection, among, limit, offset)

    def expectations(
        self,
        *,
        limit: int | None = None,
        offset: int = 0,
        **which: Unpack[ExpectationFilter],
    ) -> list[Expectation]:
        """See ``listing.Lists.expectations``."""
        with self._database.read() as connection:
            return lists.expectations(connection, which, limit, offset)

    def count_expectations(self, **which: Unpack[ExpectationFilter]) -> int:
        """See ``listing.Lists.count_expectations``."""
        with self._database.read() as connection:
            return lists.count_expectations(connection, which)

    def weighed(
        self,
        *,
        since: datetime | None = None,
        before: datetime | None = None,
        at_least: float | None = None,
        actor: str | None = None,
    ) -> list[Weighed]:
        """See ``listing.Lists.weighed``."""
        with self._database.read() as connection:
            return list(standing_queries.weighed(connection, since, before, at_least, actor))

    def standings(self, stories: Iterable[str]) -> dict[str, Standing]:
        """See ``listing.Lists.standings``."""
        with self._database.read() as connection:
            return standing_queries.standings(connection, stories)

    def facts(self, stories: Iterable[str]) -> list[ReportFacts]:
        """See ``listing.Lists.facts``."""
        with self._database.read() as connection:
            return standing_queries.facts(connection, stories)

    def named(self, story: str, kind: Literal["actor", "place"], limit: int) -> list[str]:
        """See ``listing.Lists.named``."""
        with self._database.read() as connection:
            return standing_queries.named(connection, story, kind, limit)

    def count_stories(self) -> int:
        """See ``listing.Lists.count_stories``."""
        with self._database.read() as connection:
            return lists.count_stories(connection)

    def first_opened(self) -> datetime | None:
        """See ``listing.Lists.first_opened``."""
        with self._database.read() as connection:
            return lists.first_opened(connection)

    def outlets(self) -> list[OutletFacts]:
        """See ``listing.Lists.outlets``."""
        with self._database.read() as connection:
            return outlet_facts(connection)

    def copies(self, reports: Iterable[str]) -> list[Copy]:
        """See ``listing.Lists.copies``."""
        with self._database.read() as connection:
            return lists.copies(connection, reports)

    def links(self, story: str) -> list[StoryLink]:
        """See ``listing.Lists.links``."""
        with self._database.read() as connection:
            return lists.links(connection, story)

    def kept_brief(self, story: str, language: str, length: str, made: int) -> KeptBrief | None:
        """See ``listing.Lists.kept_brief``."""
        with self._database.read() as connection:
            return briefs.kept_brief(connection, story, language, length, made)

    def gists(self, stories: Iterable[str], language: str, length: str) -> dict[str, Gist]:
        """See ``listing.Lists.gists``."""
        with self._database.read() as connection:
            return briefs.gists(connection, stories, language, length)

    def basis(self, story: str) -> str:
        """See ``listing.Lists.basis``."""
        with self._database.read() as connection:
            return briefs.basis(connection, story)

    def leads(self, story: str, most: int, among: int) -> bool:
        """See ``listing.Lists.leads``."""
        with self._database.read() as connection:
            return briefs.leads(connection, story, most, among)

    def versions(self, key: str, most: int | None = None) -> list[Report]:
        """See ``listing.Lists.versions``."""
        with self._database.read() as connection:
            return lists.versions(connection, key, most)

    def latest(self, key: str) -> Report:
        """See ``listing.Lists.latest``."""
        with self._database.read() as connection:
            return lists.latest(connection, key)

    def named_report(self, given: str) -> str:
        """See ``listing.Lists.named_report``."""
        with self._database.read() as connection:
            return lists.named_report(connection, given)

    def reports_from(self, items: Iterable[str]) -> list[str]:
        """See ``listing.Lists.reports_from``."""
        with self._database.read() as connection:
            return lists.reports_from(connection, items)

    def search(
        self,
        query: str,
        *,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """See ``listing.Lists.search``."""
        backend = self._database.backend
        with self._database.read() as connection:
            return search.search(connection, backend, query, language, since, until, limit)

    def nearest(
        self,
        meanings: Mapping[str, bytes],
        *,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 20,
    ) -> list[Hit]:
        """See ``listing.Lists.nearest``."""
        backend = self._database.backend
        with self._database.read() as connection:
            return nearest(connection, backend, meanings, language, since, until, limit)

    def naming(
        self,
        reports: Collection[str],
        *,
        actor: str | None = None,
        places: Collection[str] | None = None,
        action: str | None = None,
    ) -> set[str]:
        """See ``listing.Lists.naming``."""
        with self._database.read() as connection:
            return search.naming(connection, reports, actor, places, action)
