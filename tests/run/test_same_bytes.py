"""One archive, every engine, both databases: the same bytes."""

import json
import os
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bench.make.archive import generate, write_archive
from dateline.brief.compose import VERSION
from dateline.desk import open_desk
from dateline.records.codec import to_plain
from dateline.serve.export import export_desk
from tests.run.moments import AS_OF

# The set may be as large as the machine has time for: SET_SIZE=20000 pytest tests/run -k same_bytes
SIZE = int(os.environ.get("SET_SIZE", "90"))
STRETCH = 40  # so that even a small set has some


def everything(db: str, archive: Path, engine: str) -> tuple[str, str]:
    """Take the archive in and return all that the desk then shows, and the digest of its state."""
    with open_desk(db) as desk:
        done = desk.backfill([str(archive)], engine=engine, workers=2, stretch=STRETCH, now=AS_OF)
        assert (done.gathered, done.rejected) == (SIZE, ())
        shown = export_desk(desk, as_of=AS_OF)
        assert all(
            shown[part] for part in ("stories", "copies", "events", "expectations", "briefs")
        )
        stories = [story["id"] for story in shown["stories"]]
        kept = [desk.store.kept_brief(story, "en", "short", VERSION) for story in stories]
        assert any(kept)
        shown["kept"] = to_plain(kept)
        return json.dumps(shown, ensure_ascii=False), desk.store.state_digest()


def test_the_generated_set_is_like_a_real_one() -> None:
    rows = list(generate(1000))
    words = sorted(len(row["text"].split()) for row in rows if row["language"] == "en")
    assert 300 < words[len(words) // 2] < 600
    assert 0.5 < len(words) / len(rows) < 0.7
    assert len({row["language"] for row in rows}) == 8
    whole = [row["text"] for row in rows]
    assert 0.03 < 1 - len(set(whole)) / len(whole) < 0.15
    assert rows == list(generate(1000)), "it is seeded"


@pytest.mark.slow
def test_every_engine_and_database_gives_the_same_bytes(
    tmp_path: Path, postgres_url: str, ray_here: None
) -> None:
    archive = tmp_path / "archive.jsonl"
    write_archive(archive, SIZE)
    expected = everything(str(tmp_path / "inline.db"), archive, "inline")
    for engine in ("inline", "pool", "ray"):
        places = {"PostgreSQL": schema(postgres_url, engine)}
        if engine != "inline":
            places["SQLite"] = str(tmp_path / f"{engine}.db")
        for place, db in places.items():
            shown, digest = everything(db, archive, engine)
            assert shown == expected[0], f"{engine} on {place} shows something else"
            assert digest == expected[1], f"{engine} on {place} holds something else"


def schema(url: str, name: str) -> str:
    """Make an empty database: a schema of its own."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA same_{name}")
    return f"{url}&options=-csearch_path%3Dsame_{name}%20-csynchronous_commit%3Doff"


def test_shown_differences_are_seen(tmp_path: Path) -> None:
    """The comparison can fail: another order of the same items is another desk."""
    rows: list[dict[str, Any]] = list(generate(8, only="en"))
    digests = set()
    for name, order in (("one", rows), ("two", rows[::-1])):
        file = tmp_path / f"{name}.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in order), encoding="utf-8")
        with open_desk(str(tmp_path / f"{name}.db")) as desk:
            desk.backfill([str(file)], stretch=2, now=AS_OF)
            digests.add(desk.store.state_digest())
    assert len(digests) == 2
