"""The store: each question answered by the module that knows it, on one connection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import func, select

from dateline.records import (
    Event,
    Expectation,
    Fetched,
    Reading,
    Rejected,
    Report,
    Story,
)
from dateline.store import forget, kept, lists, lookup, migrations, tables, team, traces, work
from dateline.store.answers import Health
from dateline.store.database import Database
from dateline.store.digest import state_digest
from dateline.store.nouns import NOUNS
from dateline.store.packed import EVERY_PART, Part
from dateline.store.ports import Transaction
from dateline.store.sql_counting import SqlCounting
from dateline.store.sql_keeping import SqlKeeping
from dateline.store.sql_lists import SqlLists
from dateline.store.sql_sharing import SqlSharing
from dateline.store.writing import SqlTransaction


class SqlStore(SqlLists, SqlCounting, SqlKeeping, SqlSharing):
    """A store in a database; every method is described in ``ports.Store``.

    ``run`` names this use of the store in the rows it writes.
    """

    def __init__(self, database: Database, run: str) -> None:
        self._database = database
        self.run = run
        # The revision of the records at which nothing was due: to find that takes a look at all.
        self._nothing_due: dict[tuple[str, int], int] = {}

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
            if self._fence is not None:
                team.hold(connection, self._fence)
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

    def reports(self, ids: Iterable[str], *, held: bool = False) -> list[Report]:
        """See ``ports.Store.reports``."""
        with self._database.read() as connection:
            return lookup.many(connection, Report, ids, held=held)

    def reading(self, report: str) -> Reading:
        """See ``ports.Store.reading``."""
        with self._database.read() as connection:
            return lookup.one(connection, Reading, report)

    def readings(
        self,
        reports: Iterable[str],
        *,
        parts: Iterable[Part] = EVERY_PART,
        held: bool = False,
    ) -> list[Reading]:
        """See ``ports.Store.readings``."""
        with self._database.read() as connection:
            return lookup.many(connection, Reading, reports, frozenset(parts), held=held)

    def story(self, id: str) -> Story:
        """See ``ports.Store.story``."""
        with self._database.read() as connection:
            return lookup.story(connection, id)

    def story_of(self, report: str) -> str | None:
        """See ``ports.Store.story_of``."""
        with self._database.read() as connection:
            return lookup.story_of(connection, report)

    def stamps(self, reports: Iterable[str]) -> dict[str, str]:
        """See ``ports.Store.stamps``."""
        with self._database.read() as connection:
            return lookup.stamps(connection, reports)

    def traced(self, keys: Iterable[int], *, least: int, common: int, most: int) -> list[str]:
        """See ``ports.Store.traced``."""
        with self._database.read() as connection:
            return traces.sharing(connection, keys, least, common, most)

    def event(self, id: str) -> Event:
        """See ``ports.Store.event``."""
        with self._database.read() as connection:
            return lookup.one(connection, Event, id)

    def expectation(self, id: str) -> Expectation:
        """See ``ports.Store.expectation``."""
        with self._database.read() as connection:
            return lookup.one(connection, Expectation, id)

    def due(
        self,
        stage: str,
        version: int,
        limit: int | None = None,
        *,
        among: Iterable[str] | None = None,
    ) -> list[str]:
        """See ``ports.Store.due``."""
        inside = self._database.inside  # a transaction, whose changes aren't counted yet
        with self._database.read() as connection:
            if among is not None or limit == 0 or inside:
                return work.due(connection, stage, version, limit, among)
            now = kept.revision(connection, "records")
            if self._nothing_due.get((stage, version)) == now:
                return []
            found = work.due(connection, stage, version, limit)
            if not found:
                self._nothing_due[stage, version] = now
            return found

    def rejections(self, stage: str | None = None) -> list[Rejected]:
        """See ``ports.Store.rejections``."""
        with self._database.read() as connection:
            return lists.rejections(connection, stage)

    def report_ids(self, after: str | None = None) -> Iterator[str]:
        """See ``ports.Store.report_ids``."""
        return work.report_ids(self._database.read, after)

    def latest_grouped(self) -> datetime | None:
        """See ``ports.Store.latest_grouped``."""
        with self._database.read() as connection:
            return work.latest_grouped(connection)

    def active(
        self, since: datetime | None = None, most: int | None = None
    ) -> Iterator[tuple[Report, Reading, str]]:
        """See ``ports.Store.active``."""
        return work.active(self._database.read, since, most)

    def forget(self, report: str) -> None:
        """See ``ports.Store.forget``."""
        with self._database.write() as connection:
            forget.forget(connection, report)
            fence = team.depose(connection, self._fence)
            kept.count(connection, ("records", "beside"))
        self._fence, self._term = fence, self._term + 1

    def reports_of(self, outlet: str | None = None, before: datetime | None = None) -> list[str]:
        """See ``ports.Store.reports_of``."""
        with self._database.read() as connection:
            return lists.reports_of(connection, outlet, before)

    def tidy(self) -> None:
        """See ``ports.Store.tidy``."""
        with self._database.alone() as engine:
            self._database.backend.tidy(engine)

    def backup(self, file: str) -> None:
        """See ``ports.Store.backup``."""
        with self._database.alone():
            self._database.backend.backup(file)

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
