"""A backup by SQLite's own tool, taken while a writer is at work, holds the same records."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dateline.store import open_store
from tests.store.samples import fetched, reading, report, story


def test_a_backup_is_a_store_of_the_same_state(tmp_path: Path) -> None:
    file, backup = tmp_path / "desk.db", tmp_path / "backup.db"
    with open_store(str(file)) as store:
        with store.transaction() as tx:
            for record in (fetched(), report(), reading(report()), story()):
                tx.put(record)
        committed = store.state_digest()
        with store.transaction() as tx:
            tx.put(report("r_2"))
            with closing(sqlite3.connect(file)) as live, closing(sqlite3.connect(backup)) as copy:
                live.backup(copy)
        with open_store(str(backup)) as restored:
            assert restored.state_digest() == committed != store.state_digest()
            assert [hit.report for hit in restored.search("nara")] == ["r_1"]
