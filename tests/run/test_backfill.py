"""A backfill goes on where it was left, and says what it passes over."""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import Desk, open_desk
from dateline.records import Fetched
from dateline.run import Backfilled
from dateline.run.intake import open_intake
from tests.acceptance.test_kill import write_reports
from tests.conftest import Cli
from tests.run.moments import AS_OF


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(str(tmp_path / "desk.db")) as opened:
        yield opened


def take(desk: Desk, *sources: Path, stretch: int = 3) -> Backfilled:
    return desk.backfill([str(source) for source in sources], stretch=stretch, now=AS_OF)


def test_it_makes_what_add_makes_where_order_is_that_of_time(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 8)
    assert take(desk, archive, stretch=0).read == 8
    with open_desk(str(tmp_path / "added.db")) as other:
        other.add([str(archive)], now=AS_OF)
        assert desk.store.state_digest() == other.store.state_digest()


def test_an_ended_source_says_so(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 4)
    assert take(desk, archive).gathered == 4
    digest = desk.store.state_digest()
    again = take(desk, archive)
    assert (again.gathered, again.read, again.ended) == (0, 0, (str(archive),))
    assert desk.store.state_digest() == digest


def test_a_grown_file_goes_on_from_its_end(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 6)
    take(desk, archive)
    write_reports(archive, 9)
    more = take(desk, archive)
    assert (more.passed, more.gathered, more.read, more.ended) == (6, 3, 3, ())


def test_a_file_changed_before_its_end_is_begun_anew(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 6)
    take(desk, archive)
    lines = archive.read_text().splitlines(keepends=True)
    archive.write_text("".join([*lines[:3], lines[0].replace("Oslo", "Rome"), *lines[3:]]))
    anew = take(desk, archive)
    assert (anew.passed, anew.gathered, anew.read) == (0, 7, 1)


def test_a_run_that_stops_goes_on_after_the_last_whole_stretch(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 9)
    seen: list[tuple[str, int]] = []

    def interrupt(stage: str, done: int, total: int) -> None:
        seen.append((stage, done))
        if stage == "group" and [s for s, _ in seen].count("group") == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.backfill([str(archive)], stretch=3, now=AS_OF, progress=interrupt)
    rest = take(desk, archive)
    assert rest.passed == 3
    with open_desk(str(tmp_path / "whole.db")) as whole:
        take(whole, archive)
        assert desk.store.state_digest() == whole.store.state_digest()


def test_folders_and_rejections(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_reports(folder / "a.jsonl", 3)
    (folder / "b.jsonl").write_text('{"text": 3}\n')
    (folder / "c.bin").write_bytes(b"\x7fELF" + bytes(100))
    done = take(desk, folder, tmp_path / "nothing-here")
    assert (done.gathered, done.read) == (6, 3)
    assert [item.kind for item in done.rejected] == ["broken", "binary", "fetch"]
    again = take(desk, folder)
    assert (again.passed, again.gathered) == (5, 0)


def test_positions_follow_each_item(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "a.jsonl"
    write_reports(archive, 3)

    def collect(source: str) -> Iterator[Fetched]:
        for number in itertools.count():
            if number == 3:
                return
            yield Fetched(
                id=f"fet_{number}", name="n", source=source, content=b"x",
                media_type="text/plain", retrieved=AS_OF,
            )  # fmt: skip

    intake = open_intake(str(archive), desk.store, collect)
    assert intake is not None
    found = [
        (item.id, intake.position.items, bool(intake.position.stamp)) for item in intake.items()
    ]
    assert found == [("fet_0", 1, False), ("fet_1", 2, False), ("fet_2", 3, True)]


def test_the_command(cli: Cli, tmp_path: Path) -> None:
    theirs = {
        "body": {"words": "Ministers met in Oslo and agreed on a railway."},
        "at": "2026-01-12",
    }
    (tmp_path / "theirs.jsonl").write_text(json.dumps(theirs) + "\n")
    (tmp_path / "map.toml").write_text('[fields]\ntext = "body.words"\npublished = "at"\n')
    words = ("backfill", "theirs.jsonl", "--engine", "inline", "--map", "map.toml")
    db = tmp_path / "desk.db"
    ran = cli(*words, db=db)
    assert (ran.returncode, ran.stdout) == (0, "1 items, 1 reports read; 0 rejected.\n"), ran.stderr
    assert "taken to its end before" in cli(*words, db=db).stdout
    assert "no engine is called" in cli(*words[:3], "spark", db=db).stderr
    missing = cli("backfill", "theirs.jsonl", "--engine", "inline", "--map", "none.toml", db=db)
    assert (missing.returncode, "can't be read" in missing.stderr) == (1, True)
