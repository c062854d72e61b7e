"""What pages show of stories while some were told and others not."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dateline import telling
from dateline.desk import open_desk
from dateline.serve.web.library import Library
from tests.conftest import ROOT

NOW = datetime(2026, 2, 10, tzinfo=UTC)


def test_a_list_never_writes_a_brief_and_a_story_s_page_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(telling, "AHEAD", 0)
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add([str(ROOT / "examples" / "quake")], now=NOW)
        library = Library(desk)
        (line,) = library.front(1, 20).items
        (bare,) = library.cards([line])
        assert (bare.title, bare.gist) == (line.title, "")
        brief = library.brief(desk.store.story(line.id))
        (card,) = library.cards([line])
        assert card.gist == brief.gist.text
        assert card.title == brief.headline.text
        assert library.brief(desk.store.story(line.id)) == brief
        assert Library(desk).brief(desk.store.story(line.id)) == brief
        longer = library.brief(desk.store.story(line.id), "full")
        assert longer.gist == brief.gist
        assert desk.kept_brief(line.id, length="full") == longer


def test_a_feed_writes_what_was_never_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "AHEAD", 0)
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add([str(ROOT / "examples" / "quake")], now=NOW)
        library = Library(desk)
        lines = library.front(1, 20).items
        assert [card.gist for card in library.cards(lines)] == [""]
        assert all(card.gist for card in library.told(lines))
        assert all(card.gist for card in library.cards(lines))


def test_new_reports_are_those_that_came_later(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add([str(ROOT / "examples" / "quake")], now=NOW)
        library = Library(desk)
        (line,) = library.front(1, 20).items
        assert library.new_reports([line.id], None)[line.id] == 0
        assert library.new_reports([line.id], NOW)[line.id] == 0
        before = library.new_reports([line.id], NOW - timedelta(seconds=1))
        assert before[line.id] == len(desk.store.story(line.id).members)
