"""Reading single records back by id."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from dateline.errors import NotFound, StoreError
from dateline.records import Fetched, Sentence, Story
from dateline.store import tables
from dateline.store.nouns import NOUNS
from dateline.store.packed import EVERY_PART, Part
from dateline.store.values import storable, unpack, unpack_sentences

T = TypeVar("T")

_AT_ONCE = 500  # ids in one query: under every database's limit of parameters


def one(connection: Connection, kind: type[T], id: str) -> T:
    """Return the record of ``kind`` with that id. NotFound when there is none."""
    table = NOUNS[kind].table
    (key,) = table.primary_key
    body = connection.execute(select(table.c.body).where(key == id)).scalar()
    if body is None:
        raise unknown(table.name, id)
    return unpack(kind, body)


def many(
    connection: Connection,
    kind: type[T],
    ids: Iterable[str],
    parts: frozenset[Part] = EVERY_PART,
    *,
    held: bool = False,
) -> list[T]:
    """Return records in the order asked for, each once, readings with these ``parts`` only.

    NotFound when one is missing; with ``held`` those that are missing are passed over.
    """
    table = NOUNS[kind].table
    (key,) = table.primary_key
    found: list[T] = []
    for some in batches(dict.fromkeys(ids), _AT_ONCE):
        rows = connection.execute(select(key, table.c.body).where(key.in_(some)))
        bodies: dict[str, bytes] = {row[0]: row[1] for row in rows}
        for id in some:
            if storable(id) in bodies:
                found.append(unpack(kind, bodies[storable(id)], parts))
            elif not held:
                raise unknown(table.name, id)
    return found


def sentences_of(connection: Connection, reports: Iterable[str]) -> dict[str, tuple[Sentence, ...]]:
    """Return the sentences of the reports that were read."""
    table = tables.reading
    found: dict[str, tuple[Sentence, ...]] = {}
    for some in batches(dict.fromkeys(reports), _AT_ONCE):
        query = select(table.c.report, table.c.body).where(table.c.report.in_(some))
        for row in connection.execute(query):
            found[row.report] = unpack_sentences(row.report, row.body)
    return found


def stamps(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    """Return when the readings of reports were stored; see ``ports.Store.stamps``."""
    table = tables.reading
    found: dict[str, str] = {}
    for some in batches(dict.fromkeys(reports), _AT_ONCE):
        rows = connection.execute(
            select(table.c.report, table.c.recorded).where(table.c.report.in_(some))
        )
        stored = {row.report: row.recorded for row in rows}
        found |= {report: stored[report] for report in some if report in stored}
    return found


def fetched(connection: Connection, id: str) -> Fetched:
    """Return an item with its content. NotFound when there is none."""
    table = tables.fetched
    row = connection.execute(select(table.c.body, table.c.content).where(table.c.id == id)).first()
    if row is None:
        raise unknown("fetched item", id)
    try:
        content = zlib.decompress(row.content)
    except zlib.error as error:
        raise StoreError(f"the content of {id} is damaged ({error}); restore a backup") from error
    return dataclasses.replace(unpack(Fetched, row.body), content=content)


def story(connection: Connection, given: str) -> Story:
    """Return a story by id or unique beginning, following redirects. NotFound otherwise."""
    return one(connection, Story, _live(connection, _story_id(connection, given)))


def story_of(connection: Connection, report: str) -> str | None:
    """Return the id of the story a report is in, or None."""
    table = tables.story_member
    id = connection.execute(select(table.c.story).where(table.c.report == report)).scalar()
    return None if id is None else _live(connection, id)


def _live(connection: Connection, id: str) -> str:
    """Follow redirects to their end. There is one: circles are refused when stories are put."""
    merged_into = tables.story.c.merged_into
    while True:
        into = connection.execute(select(merged_into).where(tables.story.c.id == id)).scalar()
        if into is None:
            return id
        id = into


def _story_id(connection: Connection, given: str) -> str:
    ids = tables.story.c.id
    if connection.execute(select(ids).where(ids == given)).first():
        return given
    first = storable(given)
    query = select(ids).where(ids >= first, ids < first + "\U0010ffff").order_by(ids).limit(4)
    begin_so = list(connection.execute(query).scalars()) if first else []
    if not begin_so:
        raise unknown("story", given)
    if len(begin_so) > 1:
        raise NotFound(
            f"several stories begin with {given}: {', '.join(begin_so)}; give more of it"
        )
    return str(begin_so[0])


def unknown(what: str, id: str) -> NotFound:
    """Return the error for an id that nothing is known under; a monstrous id is cut."""
    return NotFound(f"no {what.replace('_', ' ')} {storable(id)[:80]!r}")


def batches(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut ``items`` into lists of at most ``size``."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
