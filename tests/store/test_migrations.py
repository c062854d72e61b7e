"""Migrations: from nothing, once, all or none, and never backwards."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect

from dateline.errors import StoreError
from dateline.store import migrations, open_store
from dateline.store.database import Database
from dateline.store.migrations import Migration
from dateline.store.sqlite import Sqlite
from dateline.store.tables import metadata


def tables_in(file: Path) -> set[str]:
    with sqlite3.connect(file) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def set_schema(file: Path, version: int) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO schema_version VALUES (?, 'x', 'x')", (version,))


def test_numbers_run_from_one_without_gaps() -> None:
    steps = migrations.known()
    assert [step.number for step in steps] == list(range(1, len(steps) + 1))
    assert all(step.name.startswith(f"{step.number:04}_") for step in steps)


def test_migrations_make_the_tables_that_queries_use(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    open_store(str(file)).close()
    found = inspect(create_engine(f"sqlite:///{file}"))
    for table in metadata.tables.values():
        columns = {column["name"]: column["nullable"] for column in found.get_columns(table.name)}
        wanted = {column.name: bool(column.nullable) for column in table.columns}
        keys = set(table.primary_key.columns.keys())
        assert set(columns) == set(wanted), table.name
        assert set(found.get_pk_constraint(table.name)["constrained_columns"]) == keys
        for name in set(wanted) - keys:
            assert columns[name] == wanted[name], (table.name, name)


def test_opening_again_applies_nothing(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    open_store(str(file)).close()
    before = file.read_bytes()
    open_store(str(file)).close()
    assert file.read_bytes() == before


def test_a_newer_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    open_store(str(file)).close()
    set_schema(file, 99)
    with pytest.raises(StoreError, match=r"newer Dateline \(schema 99.*upgrade"):
        open_store(str(file))


def test_another_programs_database_is_refused_untouched(tmp_path: Path) -> None:
    file = tmp_path / "theirs.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    with pytest.raises(StoreError, match="another program's"):
        open_store(str(file))
    assert tables_in(file) == {"bookmarks"}


def break_off(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE half (id)")
    connection.exec_driver_sql("CREATE TABLE half (id)")


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = migrations.known()
    broken = (*real, Migration(len(real) + 1, "9999_broken", break_off))
    file = tmp_path / "desk.db"
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "known", lambda: broken)
        with pytest.raises(StoreError, match="half"):
            open_store(str(file))
        assert tables_in(file) == set()
    open_store(str(file)).close()
    before = tables_in(file)
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "known", lambda: broken)
        with pytest.raises(StoreError, match="half"):
            open_store(str(file))
    assert tables_in(file) == before
    with open_store(str(file)) as store:
        assert store.health().schema == len(real)


def test_only_what_is_missing_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, ran = migrations.known(), []
    database = Database(Sqlite(str(tmp_path / "desk.db"), patience=1))
    database.migrate()
    more = Migration(len(real) + 1, "9999_more", lambda connection: ran.append(connection))
    monkeypatch.setattr(migrations, "known", lambda: (*real, more))
    database.migrate()
    database.migrate()
    assert len(ran) == 1
    database.close()
