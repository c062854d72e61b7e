"""Counts of many events: sums over small rows, answered by their indexes."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from dateline.records import Event, Expectation, ExpectationFacts
from dateline.store import tables
from dateline.store.counting import Day, Ground, Part, Tie
from dateline.store.database import Database
from dateline.store.event_lists import by, conditions
from dateline.store.lists import expectations_which, page, records, within
from dateline.store.lookup import batches
from dateline.store.values import instant, unpack_plain

_DAY = len("2026-01-13")
_AT_ONCE = 500
_DECIMALS = 6  # of sums of scores, which databases add up in an order of their own


class SqlCounting:
    """Every method is described in ``counting.Counting``."""

    _database: Database

    def ties(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Tie]:
        """See ``counting.Counting.ties``."""
        table = tables.dealing.c
        number, score = func.count(), func.avg(table.score)
        query = (
            select(table.a, table.b, number, score)
            .where(*_counted(since, until, imported))
            .group_by(table.a, table.b)
            .order_by(number.desc(), table.a, table.b)
        )
        with self._database.read() as connection:
            return [
                Tie(a, b, int(n), round(float(mean), _DECIMALS))
                for a, b, n, mean in connection.execute(query)
            ]

    def days(
        self,
        actors: Collection[str],
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Day]:
        """See ``counting.Counting.days``."""
        table = tables.dealing.c
        day, wanted = func.substr(table.at, 1, _DAY), sorted(set(actors))
        query = (
            select(table.a, table.b, day, func.count(), func.sum(table.score))
            .where(table.a.in_(wanted), table.b.in_(wanted), *_counted(since, until, imported))
            .group_by(table.a, table.b, day)
            .order_by(table.a, table.b, day)
        )
        with self._database.read() as connection:
            return [
                Day(a, b, date.fromisoformat(when), int(n), round(float(total), _DECIMALS))
                for a, b, when, n, total in connection.execute(query)
            ]

    def between(
        self,
        a: str,
        b: str,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        imported: bool = False,
    ) -> list[Event]:
        """See ``counting.Counting.between``."""
        table, event = tables.dealing.c, tables.event
        first, second = sorted((a, b))
        query = (
            select(event.c.body)
            .select_from(tables.dealing.join(event, event.c.id == table.event))
            .where(table.a == first, table.b == second, *_counted(since, until, imported))
            .order_by(table.at, event.c.id)
        )
        with self._database.read() as connection:
            return records(connection, Event, query)

    def grounds(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        quad: str | None = None,
        imported: bool = False,
    ) -> list[Ground]:
        """See ``counting.Counting.grounds``."""
        table, number = tables.event.c, func.count()
        which = within(tables.event, since, until)
        if not imported:
            which.append(table.imported == 0)
        if quad:
            which.append(table.quad == quad)
        query = (
            select(table.place, table.countries, number)
            .where(*which)
            .group_by(table.place, table.countries)
            .order_by(number.desc(), table.place, table.countries)
        )
        with self._database.read() as connection:
            return [
                Ground(place, tuple(countries.split()), int(n))
                for place, countries, n in connection.execute(query)
            ]

    def parts(self, party: str, most: int) -> list[Part]:
        """See ``counting.Counting.parts``."""
        event, part = tables.event, tables.party
        which = conditions({"party": party, "imported": False})
        newest = page(select(event.c.id).where(*which).order_by(*by("newest")), most)
        query = (
            select(part.c.event, part.c.actor, part.c.code)
            .where(part.c.event.in_(newest))
            .order_by(part.c.event, part.c.side, part.c.actor, part.c.code)
        )
        with self._database.read() as connection:
            return [Part(*row) for row in connection.execute(query)]

    def terms(
        self, *, actor: str | None = None, story: str | None = None
    ) -> list[ExpectationFacts]:
        """See ``counting.Counting.terms``."""
        table = tables.expectation.c
        with self._database.read() as connection:
            which = expectations_which(connection, {"actor": actor, "story": story})
            query = select(table.kind, table.latest, table.outcome, table.settled, table.body)
            return [
                ExpectationFacts(
                    kind=row.kind,
                    due=_time(row.latest),
                    outcome=row.outcome,
                    settled=_time(row.settled),
                    reports=_tellers(row.body),
                )
                for row in connection.execute(query.where(*which).order_by(table.id))
            ]

    def tellers(self, reports: Collection[str]) -> tuple[dict[str, str | None], dict[str, str]]:
        """See ``counting.Counting.tellers``."""
        report, copy = tables.report.c, tables.copy.c
        outlets: dict[str, str | None] = {}
        origins: dict[str, str] = {}
        with self._database.read() as connection:
            wanted = set(reports)
            while wanted:
                some = sorted(wanted)
                for ids in batches(some, _AT_ONCE):
                    query = select(report.id, report.outlet).where(report.id.in_(ids))
                    outlets.update((id, outlet) for id, outlet in connection.execute(query))
                    edges = select(copy.report, copy.of).where(copy.report.in_(ids))
                    # Of a report mixed of several the last by id, whatever the database says first.
                    for id, of in connection.execute(edges.order_by(copy.report, copy.of)):
                        origins[id] = of
                wanted = {origins[id] for id in some if id in origins} - outlets.keys()
        return outlets, origins


def _counted(
    since: datetime | None, until: datetime | None, imported: bool
) -> list[ColumnElement[bool]]:
    table = tables.dealing.c
    # Both values named rather than left out: an index begins with the column.
    which: list[ColumnElement[bool]] = [table.imported.in_([0, 1] if imported else [0])]
    if since is not None:
        which.append(table.at >= instant(since))
    if until is not None:
        which.append(table.at < instant(until))
    return which


def _time(written: str | None) -> datetime | None:
    return None if written is None else datetime.fromisoformat(written)


def _tellers(body: bytes) -> tuple[str, ...]:
    """Return the reports whose words say an expectation, without making the record of it."""
    spans = unpack_plain(Expectation, body)["spans"]
    return tuple(dict.fromkeys(span["report"] for span in spans))
