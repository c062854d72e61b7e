"""When and by which run a record was kept stands beside it, and changes only with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from dateline.store import open_store
from dateline.store.tables import metadata
from tests.store.samples import report, story


def runs(file: Path, table: str) -> list[tuple[str, str, str]]:
    with sqlite3.connect(file) as connection:
        return connection.execute(f"SELECT id, run, recorded FROM {table} ORDER BY id").fetchall()


def test_the_run_that_changed_a_record_is_named(tmp_path: Path) -> None:
    file = tmp_path / "desk.db"
    with open_store(str(file), run="first") as store, store.transaction() as tx:
        tx.put(report("r_1"))
        tx.put(report("r_2"))
        tx.put(story())
    before = runs(file, "report")
    with open_store(str(file), run="second") as store, store.transaction() as tx:
        tx.put(report("r_1"))
        tx.put(report("r_2", outlet="Another"))
        tx.put(story())
    after = runs(file, "report")
    assert [run for _, run, _ in after] == ["first", "second"]
    assert after[0] == before[0] and after[1][2] > before[1][2]
    assert [run for _, run, _ in runs(file, "story")] == ["first"]


def test_every_table_of_records_has_them() -> None:
    for table in metadata.tables.values():
        if "body" in table.c:
            assert {"run", "recorded"} <= set(table.c.keys()), table.name


def test_records_do_not_hold_them(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "desk.db"), run="a-run-of-this-name") as store:
        with store.transaction() as tx:
            tx.put(report("r_1"))
        assert "a-run-of-this-name" not in repr(store.report("r_1"))
