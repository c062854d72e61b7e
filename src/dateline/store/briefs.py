"""Briefs written ahead: reading them back, and when one has to be written anew.

A story's brief is due again with each change of the story. It also tells of what other stages
and other stories know: of its events and expectations, of the storyline it stands in, and of the
expectations of the earlier stories there. A change of these marks it as stale and makes it due.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, and_, delete, func, or_, select, update

from dateline.records import KeptBrief, content_id
from dateline.store import tables
from dateline.store.answers import Gist
from dateline.store.lookup import batches, unknown
from dateline.store.values import unpack

STAGE = "brief"
_AT_ONCE = 500


def kept_brief(
    connection: Connection, story: str, language: str, length: str, made: int
) -> KeptBrief | None:
    """Return a story's brief if it is up to date; see ``listing.Lists.kept_brief``."""
    table, stories = tables.kept_brief, tables.story
    now = and_(stories.c.id == table.c.story, stories.c.version == table.c.version)
    query = (
        select(table.c.body)
        .select_from(table.join(stories, now))
        .where(*_of([story], language, length), table.c.made == made, table.c.stale == 0)
    )
    body = connection.execute(query).scalar()
    return None if body is None else unpack(KeptBrief, body)


def gists(
    connection: Connection, stories: Iterable[str], language: str, length: str
) -> dict[str, Gist]:
    """Return what lists show of kept briefs, by story; see ``listing.Lists.gists``."""
    table = tables.kept_brief.c
    query = select(
        table.story, table.headline, table.headline_language, table.gist, table.gist_language
    )
    found: dict[str, Gist] = {}
    for some in batches(dict.fromkeys(stories), _AT_ONCE):
        for row in connection.execute(query.where(*_of(some, language, length))):
            found[row.story] = Gist(*row)
    return found


def _of(stories: list[str], language: str, length: str) -> tuple[ColumnElement[bool], ...]:
    table = tables.kept_brief.c
    return table.story.in_(stories), table.language == language, table.length == length


def basis(connection: Connection, story: str) -> str:
    """Return a digest of what makes a story's brief due; see ``listing.Lists.basis``."""
    stories, link, events, items = (
        tables.story.c, tables.story_link.c, tables.event.c, tables.expectation.c,
    )  # fmt: skip
    version = connection.execute(select(stories.version).where(stories.id == story)).scalar()
    if version is None:
        raise unknown("story", story)
    earlier = connection.execute(
        select(link.earlier).where(link.later == story).order_by(link.earlier)
    ).scalars().all()  # fmt: skip
    told = connection.execute(
        select(items.id, items.outcome).where(items.story.in_([story, *earlier])).order_by(items.id)
    )
    own = connection.execute(select(events.id).where(events.story == story).order_by(events.id))
    return content_id(
        "basis", version, *earlier, *own.scalars(), *(part for row in told for part in row)
    )


def leads(connection: Connection, story: str, most: int, among: int) -> bool:
    """Say whether a story is one of the weightiest of late; see ``listing.Lists.leads``."""
    table, standing = tables.story, tables.standing
    alone = table.c.merged_into.is_(None)
    of_story = table.join(standing, standing.c.story == table.c.id)
    query = select(table.c.updated, standing.c.weight).select_from(of_story)
    mine = connection.execute(query.where(table.c.id == story, alone)).first()
    if mine is None:
        return False
    latest = select(table.c.updated).where(alone).order_by(table.c.updated.desc())
    since = connection.execute(latest.offset(max(among, 1) - 1).limit(1)).scalar()
    if since is not None and mine.updated < since:
        return False
    heavier = or_(
        standing.c.weight > mine.weight,
        and_(standing.c.weight == mine.weight, standing.c.story < story),
    )
    before = select(table.c.id).select_from(of_story).where(alone, heavier)
    if since is not None:
        before = before.where(table.c.updated >= since)
    count = select(func.count()).select_from(before.limit(most).subquery())
    return int(connection.execute(count).scalar_one()) < most


def tell_again(connection: Connection, stories: Iterable[str], *, followers: bool) -> None:
    """Note that the briefs of ``stories`` are to be written anew, and with ``followers`` those of
    the stories that follow them in their storylines.
    """
    kept, link = tables.kept_brief, tables.story_link.c
    for some in batches(sorted(set(stories)), _AT_ONCE):
        later = select(link.later).where(link.earlier.in_(some))
        for table, column in (
            (tables.done, tables.done.c.id),
            (tables.rejected, tables.rejected.c.id),
            (kept, kept.c.story),
        ):
            which = or_(column.in_(some), column.in_(later)) if followers else column.in_(some)
            if table is kept:
                connection.execute(update(kept).where(which).values(stale=1))
            else:
                connection.execute(delete(table).where(table.c.stage == STAGE, which))
