"""What lists show of stories, without opening a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from dateline.records import Reading, Report, ReportFacts, Standing
from dateline.store import tables
from dateline.store.answers import Weighed
from dateline.store.lookup import batches
from dateline.store.values import instant, unpack

_AT_ONCE = 500


def facts(connection: Connection, stories: Iterable[str]) -> list[ReportFacts]:
    """Return the facts of all reports of stories, by story, then publication, then id."""
    report, reading, member = tables.report, tables.reading, tables.story_member
    query = (
        select(
            member.c.story, report.c.id, report.c.title, report.c.outlet, report.c.country,
            report.c.language, report.c.published, report.c.retrieved, reading.c.actors,
            reading.c.language.label("spoken"),
        )
        .select_from(
            member.join(report, report.c.id == member.c.report).outerjoin(
                reading, reading.c.report == report.c.id
            )
        )
        .order_by(member.c.story, report.c.moment, report.c.id)
    )  # fmt: skip
    found: list[ReportFacts] = []
    for some in batches(sorted(set(stories)), _AT_ONCE):
        for row in connection.execute(query.where(member.c.story.in_(some))).all():
            found.append(_facts(connection, row))
    return found


def _facts(connection: Connection, row: Any) -> ReportFacts:
    if row.retrieved is None or (row.actors is None and row.spoken is not None):
        return _opened(connection, row.story, row.id)
    return ReportFacts(
        report=row.id, story=row.story, title=row.title, outlet=row.outlet, country=row.country,
        language=row.language, spoken=_spoken(row.spoken, row.language),
        published=_time(row.published), retrieved=datetime.fromisoformat(row.retrieved),
        actors=row.actors or 0,
    )  # fmt: skip


def _opened(connection: Connection, story: str, id: str) -> ReportFacts:
    """Open a report that was stored before there were columns for its facts."""
    report, reading = tables.report, tables.reading
    bodies = connection.execute(
        select(report.c.body, reading.c.body.label("reading"))
        .select_from(report.outerjoin(reading, reading.c.report == report.c.id))
        .where(report.c.id == id)
    ).one()
    kept = unpack(Report, bodies.body)
    read = unpack(Reading, bodies.reading, frozenset()) if bodies.reading is not None else None
    return ReportFacts(
        report=id, story=story, title=kept.title, outlet=kept.outlet, country=kept.country,
        language=kept.language, spoken=_spoken(read.language if read else None, kept.language),
        published=kept.published, retrieved=kept.retrieved,
        actors=len({mention.actor for mention in read.actors}) if read else 0,
    )  # fmt: skip


def _spoken(read: str | None, said: str | None) -> str:
    return read if read and read != "und" else said or "und"


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def named(connection: Connection, story: str, kind: str, limit: int) -> list[str]:
    """Return what most reports of a story name, then what is named most often, then by id.

    Counted here: grouped by the database, SQLite would go through all mentions there are, in the
    order of the groups.
    """
    mention, member = tables.mention.c, tables.story_member.c
    reports = connection.execute(select(member.report).where(member.story == story)).scalars()
    counts: Counter[str] = Counter()
    times: Counter[str] = Counter()
    for some in batches(list(reports), _AT_ONCE):
        query = select(mention.id, mention.n).where(mention.report.in_(some), mention.kind == kind)
        for id, n in connection.execute(query):
            counts[id] += 1
            times[id] += n
    return sorted(counts, key=lambda id: (-counts[id], -times[id], id))[: max(limit, 0)]


def weighed(
    connection: Connection,
    since: datetime | None,
    before: datetime | None,
    at_least: float | None,
    actor: str | None,
) -> Iterator[Weighed]:
    """Yield what ranking needs of stories; see ``ports.Store.weighed``."""
    story, standing, about = tables.story, tables.standing, tables.about
    now = standing.c.version == story.c.version
    query = (
        select(story.c.id, story.c.opened, story.c.updated, standing.c.weight, now.label("now"))
        .select_from(story.outerjoin(standing, standing.c.story == story.c.id))
        .where(story.c.merged_into.is_(None))
    )
    if since is not None:
        query = query.where(story.c.updated >= instant(since))
    if before is not None:
        query = query.where(story.c.updated < instant(before))
    if at_least is not None:
        query = query.where(or_(standing.c.weight >= at_least, standing.c.weight.is_(None), ~now))
    if actor is not None:
        has = select(about.c.id).where(about.c.noun == "standing", about.c.actor == actor)
        query = query.where(story.c.id.in_(has))
    for id, opened, updated, weight, same in connection.execute(query):
        yield Weighed(id, _time(opened), _time(updated), weight if same else None)  # type: ignore[arg-type]


def standings(connection: Connection, stories: Iterable[str]) -> dict[str, Standing]:
    """Return the standings of stories that are up to date with their story, by story."""
    standing, story = tables.standing, tables.story
    now = (standing.c.story == story.c.id) & (standing.c.version == story.c.version)
    query = select(standing.c.body).select_from(standing.join(story, now))
    found: dict[str, Standing] = {}
    for some in batches(dict.fromkeys(stories), _AT_ONCE):
        for body in connection.execute(query.where(standing.c.story.in_(some))).scalars():
            one = unpack(Standing, body)
            found[one.story] = one
    return found
