"""Opening a store: places, and errors of one line that say what to do and hold no secret."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.store import open_store
from dateline.store.postgres import Postgres
from tests.store.samples import report


def refused(location: str) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(location, patience=0.2)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_a_file_is_made_with_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "new" / "folder" / "desk.db"
    with open_store(str(file)) as store:
        assert store.health().location == str(file)
    assert file.exists()


def test_the_home_folder_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    open_store("~/desk.db").close()
    assert (tmp_path / "desk.db").exists()


def test_a_store_in_memory_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(":memory:") as one, open_store(":memory:") as other:
        with one.transaction() as tx:
            tx.put(report())
        assert other.counts()["report"] == 0
    assert list(tmp_path.iterdir()) == []


def test_places_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("This is no database. " * 100)
    (tmp_path / "file").touch()
    assert "folder" in refused(str(tmp_path))
    assert "not a SQLite database" in refused(str(tmp_path / "text.txt"))
    assert "no database can be made" in refused(str(tmp_path / "file" / "desk.db"))
    for nothing in ("", " ", "a\x00b"):
        assert "no database is named" in refused(nothing)
    assert "'mysql'" in refused("mysql://u:hunter2@host/db")
    assert "hunter2" not in refused("mysql://u:hunter2@host/db")
    for odd in ("x" * 5000, "~nobody-of-that-name/desk.db"):
        assert "no database can be made" in refused(odd)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions don't bind this user"
)
def test_a_read_only_file(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    open_store(str(file)).close()
    file.chmod(0o400)
    tmp_path.chmod(0o500)
    refused = pytest.raises(StoreError, match="only be read")
    with open_store(str(file)) as store, refused, store.transaction() as tx:
        tx.put(report())


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:hunter2@127.0.0.1:1/desk",
        "postgres://me:hunter2@127.0.0.1:1/desk",
        "postgresql+psycopg://me@127.0.0.1:1/desk?password=hunter2",
        "postgresql://me:hunter2@127.0.0.1:port/desk",
        "postgresql://me:hunter2@[::1/desk",
        "postgresql://me:hunter2@host/desk?sslmode=hunter2&connect_timeout=1&port=1",
    ],
)
def test_no_message_tells_the_password(url: str) -> None:
    assert "hunter2" not in refused(url)


def test_the_place_of_a_server_is_shown_without_secrets() -> None:
    backend = Postgres("postgres://me:hunter2@host:5433/desk?password=hunter3&sslmode=require", 1)
    assert backend.place == "postgresql://me@host:5433/desk?sslmode=require"
    assert set(backend.secrets) == {"hunter2", "hunter3"}


def test_a_missing_driver_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    assert "dateline[postgres]" in refused("postgresql://me@host/desk")
