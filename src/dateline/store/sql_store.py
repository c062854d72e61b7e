"""The store: each question answered by the module that knows it, on one connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import func, select

from dateline.records import (
    Alert,
    Brief,
    Copy,
    Event,
    Expectation,
    Feed,
    Fetched,
    Position,
    ReaderState,
    Reading,
    Rejected,
    Report,
    Story,
    StoryLink,
    Visit,
    Watchlist,
)
from dateline.store import forget, kept, leases, lists, lookup, migrations, search, tables, work
from dateline.store.database import Database
from dateline.store.digest import state_digest
from dateline.store.nouns import NOUNS, Scope
from dateline.store.ports import Health, Hit, Transaction
from dateline.store.writing import SqlTransaction


class SqlStore:
    """A store in a database; every method is described in ``ports.Store``.

    ``run`` names this use of the store in the rows it writes.
    """

    def __init__(self, database: Database, run: str) -> None:
        self._database = database
        self.run = run

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """See ``ports.Store.close``."""
        self._database.close()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """See ``ports.Store.transaction``."""
        with self._database.write() as connection:
            transaction = SqlTransaction(connection, self.run)
            yield transaction
            transaction.count()

    def fetched(self, id: str) -> Fetched:
        """See ``ports.Store.fetched``."""
        with self._database.read() as connection:
            return lookup.fetched(connection, id)

    def report(self, id: str) -> Report:
        """See ``ports.Store.report``."""
        with self._database.read() as connection:
            return lookup.one(connection, Report, id)

    def reports(self, ids: Iterable[str]) -> list[Report]:
        """See ``ports.Store.reports``."""
        with self._database.read() as connection:
            return lookup.many(connection, Report, ids)

    def reading(self, report: str) -> Reading:
        """See ``ports.Store.reading``."""
        with self._database.read() as connection:
            return lookup.one(connection, Reading, report)

    def readings(self, reports: Iterable[str]) -> list[Reading]:
        """See ``ports.Store.readings``."""
        with self._database.read() as connection:
            return lookup.many(connection, Reading, reports)

    def story(self, id: str) -> Story:
        """See ``ports.Store.story``."""
        with self._database.read() as connection:
            return lookup.story(connection, id)

    def story_of(self, report: str) -> str | None:
        """See ``ports.Store.story_of``."""
        with self._database.read() as connection:
            return lookup.story_of(connection, report)

    def event(self, id: str) -> Event:
        """See ``ports.Store.event``."""
        with self._database.read() as connection:
            return lookup.one(connection, Event, id)

    def expectation(self, id: str) -> Expectation:
        """See ``ports.Store.expectation``."""
        with self._database.read() as connection:
            return lookup.one(connection, Expectation, id)

    def brief(self, id: str) -> Brief:
        """See ``ports.Store.brief``."""
        with self._database.read() as connection:
            return lookup.one(connection, Brief, id)

    def stories(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Story]:
        """See ``ports.Store.stories``."""
        with self._database.read() as connection:
            return lists.stories(connection, since, until, limit, offset)

    def copies(self, reports: Iterable[str]) -> list[Copy]:
        """See ``ports.Store.copies``."""
        with self._database.read() as connection:
            return lists.copies(connection, reports)

    def links(self, story: str) -> list[StoryLink]:
        """See ``ports.Store.links``."""
        with self._database.read() as connection:
            return lists.links(connection, story)

    def events(
        self,
        *,
        actor: str | None = None,
        story: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int | None = None,
    ) -> list[Event]:
        """See ``ports.Store.events``."""
        with self._database.read() as connection:
            return lists.events(connection, actor, story, since, until, limit)

    def expectations(
        self,
        *,
        actor: str | None = None,
        story: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        superseded: bool = False,
        limit: int | None = None,
    ) -> list[Expectation]:
        """See ``ports.Store.expectations``."""
        with self._database.read() as connection:
            return lists.expectations(connection, actor, story, since, until, superseded, limit)

    def briefs(self, story: str) -> list[Brief]:
        """See ``ports.Store.briefs``."""
        with self._database.read() as connection:
            return lists.briefs(connection, story)

    def versions(self, key: str) -> list[Report]:
        """See ``ports.Store.versions``."""
        with self._database.read() as connection:
            return lists.versions(connection, key)

    def latest(self, key: str) -> Report:
        """See ``ports.Store.latest``."""
        with self._database.read() as connection:
            return lists.latest(connection, key)

    def reports_from(self, items: Iterable[str]) -> list[str]:
        """See ``ports.Store.reports_from``."""
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
        """See ``ports.Store.search``."""
        backend = self._database.backend
        with self._database.read() as connection:
            return search.search(connection, backend, query, language, since, until, limit)

    def revision(self, scope: Scope = "records") -> int:
        """See ``keeping.Keeping.revision``."""
        with self._database.read() as connection:
            return kept.revision(connection, scope)

    def feeds(self) -> list[Feed]:
        """See ``keeping.Keeping.feeds``."""
        with self._database.read() as connection:
            return kept.feeds(connection)

    def feed(self, id: str) -> Feed:
        """See ``keeping.Keeping.feed``."""
        with self._database.read() as connection:
            return lookup.one(connection, Feed, id)

    def watchlists(self) -> list[Watchlist]:
        """See ``keeping.Keeping.watchlists``."""
        with self._database.read() as connection:
            return kept.watchlists(connection)

    def watchlist(self, id: str) -> Watchlist:
        """See ``keeping.Keeping.watchlist``."""
        with self._database.read() as connection:
            return lookup.one(connection, Watchlist, id)

    def alerts(
        self,
        *,
        watchlist: str | None = None,
        since: datetime | None = None,
        pending: bool = False,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Alert]:
        """See ``keeping.Keeping.alerts``."""
        with self._database.read() as connection:
            return kept.alerts(connection, watchlist, since, pending, limit, offset)

    def alert(self, id: str) -> Alert:
        """See ``keeping.Keeping.alert``."""
        with self._database.read() as connection:
            return lookup.one(connection, Alert, id)

    def visit(self, reader: str) -> Visit | None:
        """See ``keeping.Keeping.visit``."""
        with self._database.read() as connection:
            return kept.visit(connection, reader)

    def reader_states(
        self,
        reader: str,
        items: Iterable[str] | None = None,
        *,
        read: bool | None = None,
        starred: bool | None = None,
    ) -> list[ReaderState]:
        """See ``keeping.Keeping.reader_states``."""
        with self._database.read() as connection:
            return kept.reader_states(connection, reader, items, read, starred)

    def taken(self, urls: Iterable[str]) -> set[str]:
        """See ``ports.Store.taken``."""
        with self._database.read() as connection:
            return kept.taken(connection, urls)

    def position(self, id: str) -> Position | None:
        """See ``keeping.Keeping.position``."""
        with self._database.read() as connection:
            return kept.position(connection, id)

    def lease(self, name: str, holder: str, seconds: float, *, over: str | None = None) -> str:
        """See ``ports.Store.lease``."""
        with self._database.write() as connection:
            return leases.take(connection, name, holder, seconds, over)

    def release(self, name: str, holder: str) -> None:
        """See ``ports.Store.release``."""
        with self._database.write() as connection:
            leases.release(connection, name, holder)

    def due(self, stage: str, version: int, limit: int | None = None) -> list[str]:
        """See ``ports.Store.due``."""
        with self._database.read() as connection:
            return work.due(connection, stage, version, limit)

    def rejections(self, stage: str | None = None) -> list[Rejected]:
        """See ``ports.Store.rejections``."""
        with self._database.read() as connection:
            return lists.rejections(connection, stage)

    def report_ids(self, after: str | None = None) -> Iterator[str]:
        """See ``ports.Store.report_ids``."""
        return work.report_ids(self._database.read, after)

    def active(self, since: datetime | None = None) -> Iterator[tuple[Report, Reading, str]]:
        """See ``ports.Store.active``."""
        return work.active(self._database.read, since)

    def forget(self, report: str) -> None:
        """See ``ports.Store.forget``."""
        with self._database.write() as connection:
            forget.forget(connection, report)
            kept.count(connection, ("records", "beside"))

    def counts(self) -> dict[str, int]:
        """See ``ports.Store.counts``."""
        with self._database.read() as connection:
            found = {}
            nouns = [noun.table for noun in NOUNS.values() if noun.scope == "records"]
            for table in (*nouns, tables.rejected):
                query = select(func.count()).select_from(table)
                if table is tables.story:
                    query = query.where(tables.story.c.merged_into.is_(None))
                found[table.name] = connection.execute(query).scalar_one()
            return found

    def health(self) -> Health:
        """See ``ports.Store.health``."""
        backend = self._database.backend
        with self._database.read() as connection:
            return Health(
                backend=backend.name,
                version=backend.version(connection),
                location=backend.place,
                size=backend.size(connection),
                schema=migrations.applied(connection),
                newest_schema=len(migrations.known()),
            )

    def state_digest(self) -> str:
        """See ``ports.Store.state_digest``."""
        with self._database.read() as connection:
            return state_digest(connection)
