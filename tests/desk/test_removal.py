"""Removed on request: nothing of it is left, in rows, in compressed records or in file bytes."""

from __future__ import annotations

import contextlib
import sqlite3
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from dateline.desk import Desk, open_desk
from dateline.errors import ConfigError, NotFound
from dateline.records import Alert, Reading, Span
from dateline.records.codec import to_json
from dateline.store.values import unpack
from tests.conftest import ROOT
from tests.contract.conftest import postgres_url  # noqa: F401

NOW = datetime(2026, 12, 1, tzinfo=UTC)
PAGE = """---
title: {title}
outlet: The Vanishing Post
date: 2026-02-03
language: en
---

ZANZEBROOK, Feb 3 — Mayor Oriana Tesselquist of Zanzebrook met Prime Minister Sanae Takaichi of
Japan on Tuesday and signed an agreement on the Quillfarthing tunnel.

"We shall finish the Quillfarthing tunnel by next June," Tesselquist said. {more}
"""
SECRETS = ("zanzebrook", "quillfarthing", "tesselquist", "The Vanishing Post")


@pytest.fixture(params=["file", pytest.param("postgresql", marks=pytest.mark.slow)])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "file":
        return str(tmp_path / "desk.db")
    url: str = request.getfixturevalue("postgres_url")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS removal CASCADE")
        connection.execute("CREATE SCHEMA removal")
    return f"{url}&options=-csearch_path%3Dremoval"


def filled(location: str, folder: Path) -> Desk:
    inbox = folder / "inbox"
    inbox.mkdir()
    for title, more in (
        ("Zanzebrook council votes on the Quillfarthing tunnel", "It costs 3 billion."),
        ("Tesselquist signs for the Quillfarthing tunnel", "Work starts soon."),
    ):
        (inbox / f"{len(title)}.md").write_text(PAGE.format(title=title, more=more))
    desk = open_desk(location)
    desk.add([str(ROOT / "examples" / "quake"), str(inbox)], now=NOW)
    (report, *_) = desk.store.reports_of("The Vanishing Post")
    story = str(desk.store.story_of(report))
    desk.keep_brief(story)
    with desk.store.transaction() as tx:
        tx.put(
            Alert(
                id="alert_1",
                watchlist="w",
                kind="story",
                subject=story,
                change="new",
                at=NOW,
                title="Quillfarthing tunnel agreed",
                spans=(Span(report=report, start=0, end=9),),
            )
        )
    return desk


def rows(location: str) -> Iterator[tuple[str, str]]:
    """Yield every value of every table, with what is compressed in it opened."""
    if "://" in location:
        with psycopg.connect(location) as connection:
            names = connection.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'removal'"
            ).fetchall()
            for (table,) in names:
                for row in connection.execute(f'SELECT * FROM "{table}"'.encode()):
                    yield from ((table, opened(value)) for value in row)
        return
    with sqlite3.connect(location) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in names:
            for row in connection.execute(f'SELECT * FROM "{table}"'):
                yield from ((table, opened(value)) for value in row)


def opened(value: object) -> str:
    if not isinstance(value, bytes):
        return str(value)
    if value[:2] == b"r\x01":
        return to_json(unpack(Reading, value))
    with contextlib.suppress(zlib.error):
        value = zlib.decompress(value)
    return value.decode("utf-8", "replace")


def found(location: str, wanted: tuple[str, ...]) -> set[str]:
    """Return the tables in which any of the words stands."""
    return {
        table
        for table, text in rows(location)
        if any(word.casefold() in text.casefold() for word in wanted)
    }


def test_nothing_is_left_of_an_outlet(location: str, tmp_path: Path) -> None:
    with filled(location, tmp_path) as desk:
        gone = desk.store.reports_of("The Vanishing Post")
        others = [id for id in desk.store.report_ids() if id not in gone]
        wanted = (*SECRETS, *gone)
        before = found(location, wanted)
        assert {"report", "reading", "fetched", "search_text", "found", "standing"} <= before
        assert {"kept_brief", "alert", "mention", "story", "done"} <= before
        assert set(desk.remove(outlet="The Vanishing Post")) == set(gone)
        desk.store.tidy()
        assert list(desk.store.report_ids()) == others
        assert desk.search("Quillfarthing") == ()
        assert all(one not in str(desk.stories(as_of=NOW)) for one in SECRETS)
        assert found(location, wanted) == set()
    if "://" not in location:
        files = b"".join(path.read_bytes() for path in tmp_path.glob("desk.db*"))
        assert not any(word.casefold().encode() in files.lower() for word in wanted)


def test_the_rest_of_its_story_is_told_without_it(tmp_path: Path) -> None:
    with filled(str(tmp_path / "desk.db"), tmp_path) as desk:
        first, second = desk.store.reports_of("The Vanishing Post")
        story = str(desk.store.story_of(first))
        assert story == desk.store.story_of(second)
        desk.remove(report=first)
        assert [member.report for member in desk.store.story(story).members] == [second]
        assert desk.store.story(story).independent == 1
        assert desk.brief(story, as_of=NOW).reports == 1
        assert story in desk.store.due("events", 1)


def test_what_cannot_be_removed_is_named(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        with pytest.raises(NotFound, match="Nobody"):
            desk.remove(outlet="Nobody")
        with pytest.raises(NotFound):
            desk.remove(report="rep_0")
        with pytest.raises(ConfigError):
            desk.remove()


def test_retention_goes_by_outlet_first(tmp_path: Path) -> None:
    with filled(str(tmp_path / "desk.db"), tmp_path) as desk:
        own = set(desk.store.reports_of("The Vanishing Post"))
        every = set(desk.store.report_ids())
    with open_desk(str(tmp_path / "desk.db"), keep_outlet_days=("The Vanishing Post=9",)) as desk:
        assert set(desk.tidy(now=NOW)) == set()
        assert set(desk.tidy(now=NOW + timedelta(days=10))) == own
    with open_desk(str(tmp_path / "desk.db"), keep_days=1) as desk:
        assert set(desk.tidy(now=datetime(2036, 1, 1, tzinfo=UTC))) == every - own
        assert desk.store.counts()["story"] == 0


def test_a_backup_is_made_while_it_is_in_use(tmp_path: Path) -> None:
    with filled(str(tmp_path / "desk.db"), tmp_path) as desk:
        desk.store.backup(str(tmp_path / "copy.db"))
        digest = desk.store.state_digest()
    with open_desk(str(tmp_path / "copy.db")) as desk:
        assert desk.store.state_digest() == digest
