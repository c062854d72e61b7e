"""``sources``, ``watch``, ``pull``, ``watchlists`` and ``alerts`` as a user meets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Cli
from tests.watch.newswire import Newswire


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Newswire]:
    monkeypatch.setenv("DATELINE_ALLOW_PRIVATE", "true")
    monkeypatch.setenv("DATELINE_FETCH_PACE", "0")
    opened = Newswire(desks=1, published=4)
    yield opened
    opened.stop()


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


def test_from_no_source_to_an_alert(cli: Cli, db: Path, wire: Newswire) -> None:
    (feed,) = wire.feeds()
    assert "dateline sources add URL" in cli("sources", "list", db=db).stdout
    added = cli("sources", "add", feed, "--folder", "Wires", db=db)
    assert "kept: Desk 0" in added.stdout and "dateline watch" in added.stdout
    assert "known already: Desk 0" in cli("sources", "add", feed, db=db).stdout
    assert "new" in cli("sources", "list", db=db).stdout

    told = cli("watchlists", "add", "South", "--actor", "Peru", "--of", "story", db=db)
    assert "actor PER" in told.stdout
    ran = cli("watch", "--once", db=db)
    assert ran.returncode == 0, ran.stderr
    assert "Desk 0: 4 new" in ran.stdout
    assert "4 new items, 4 new reports" in ran.stdout
    assert "No feed was due" in cli("watch", "--once", db=db).stdout

    alerts = json.loads(cli("alerts", "South", "--json", db=db).stdout)
    assert alerts and all(alert["why"] == "PER" for alert in alerts)
    assert "matched PER" in cli("alerts", db=db).stdout
    listed = json.loads(cli("sources", "list", "--json", db=db).stdout)
    assert [(one["health"], one["taken"]) for one in listed] == [("good", 4)]
    assert "entries" not in listed[0]


def test_pull_asks_only_for_what_is_new(cli: Cli, db: Path, wire: Newswire) -> None:
    (feed,) = wire.feeds()
    first = cli("pull", feed, "--json", db=db)
    assert first.returncode == 0, first.stderr
    assert json.loads(first.stdout)["reports"] == 4
    pages = [path for path in wire.asked if path.startswith("/report")]
    wire.published = 5
    assert json.loads(cli("pull", feed, "--json", db=db).stdout)["reports"] == 1
    assert [path for path in wire.asked if path.startswith("/report")] == pages
    assert "paused" in cli("sources", "list", db=db).stdout
    assert "No feed was due" in cli("watch", "--once", db=db).stdout
    page = cli("pull", f"{wire.address}/report/7", "--json", db=db)
    assert json.loads(page.stdout)["reports"] == 1


def test_what_goes_wrong_says_what_to_do(cli: Cli, db: Path, wire: Newswire) -> None:
    missing = cli("sources", "add", f"{wire.address}/nothing", db=db)
    assert missing.returncode == 1 and "status 404" in missing.stderr
    assert "--unchecked" in missing.stderr
    kept = cli("sources", "add", f"{wire.address}/nothing", "--unchecked", db=db)
    assert kept.returncode == 0
    ran = cli("watch", "--once", db=db)
    assert ran.returncode == 3
    assert "failed: the server answered with status 404" in ran.stdout
    for words, says in (
        (("sources", "remove", "nowhere"), "dateline sources list"),
        (("watch", "--every", "5s"), "a minute is the least"),
        (("watch", "--all"), "--all goes with --once"),
        (("watchlists", "add", "x"), "needs something to watch for"),
        (("watchlists", "add", "x", "--pair", "Japan"), "with a comma between"),
        (("alerts", "nowhere"), "dateline watchlists list"),
        (("sources", "import", "nowhere.opml"), "can't be read"),
    ):
        ran = cli(*words, db=db)
        assert ran.returncode in (1, 4) and says in ran.stderr, words
        assert len(ran.stderr.strip().splitlines()) == 1


def test_lists_go_in_and_out(cli: Cli, db: Path, tmp_path: Path) -> None:
    given = "<opml><body><outline text='A'><outline text='B' xmlUrl='https://ana:pw@b.test/f'/>"
    (tmp_path / "in.opml").write_text(f"{given}</outline></body></opml>", encoding="utf-8")
    assert "1 kept, 0 known" in cli("sources", "import", "in.opml", db=db).stdout
    assert "0 kept, 1 known" in cli("sources", "import", "in.opml", db=db).stdout
    cli("sources", "export", "out.opml", db=db)
    written = (tmp_path / "out.opml").read_text(encoding="utf-8")
    assert 'text="A"' in written and "https://b.test/f" in written and "pw" not in written
    assert "paused: B" in cli("sources", "pause", "B", db=db).stdout
    assert "resumed: B" in cli("sources", "resume", "https://b.test/f", db=db).stdout
    assert "forgotten: B" in cli("sources", "remove", "B", db=db).stdout
