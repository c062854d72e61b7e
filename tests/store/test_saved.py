"""Databases that earlier versions wrote open, are brought up to date, and say what they said."""

from __future__ import annotations

import lzma
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.desk import open_desk
from dateline.store import migrations, open_store

SAVED = Path(__file__).with_name("saved")


@pytest.fixture(params=sorted(path.name for path in SAVED.glob("*.db.xz")))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A desk with the three samples on the power grid, as a released version left it."""
    file = tmp_path / "desk.db"
    file.write_bytes(lzma.decompress((SAVED / request.param).read_bytes()))
    return file


def test_there_is_one_of_each_version() -> None:
    assert {path.name for path in SAVED.glob("*.db.xz")} >= {"0.1.0.db.xz"}


def test_its_records_are_read(old: Path) -> None:
    with open_store(str(old)) as store:
        assert store.health().schema == len(migrations.known())
        counts = store.counts()
        assert (counts["report"], counts["reading"], counts["story"]) == (3, 3, 1)
        assert (counts["event"], counts["expectation"]) == (3, 4)
        reports = store.reports(store.report_ids())
        readings = store.readings([report.id for report in reports])
        assert any(reading.parses for reading in readings)
        assert all(reading.vectors and reading.sentences for reading in readings)


def test_its_lists_are_those_of_records_opened_one_by_one(old: Path) -> None:
    with open_desk(str(old)) as desk:
        store = desk.store
        (story,) = store.stories()
        (line,) = desk.stories(as_of=datetime(2026, 12, 1, tzinfo=UTC))
        reports = store.reports([member.report for member in story.members])
        readings = store.readings([report.id for report in reports])
        facts = {one.report: one for one in store.facts([story.id])}
        for report, reading in zip(reports, readings, strict=True):
            assert facts[report.id].title == report.title
            assert facts[report.id].actors == len({m.actor for m in reading.actors})
        assert line.reports == 3 and line.title in {report.title for report in reports}
        everything = store.events()
        party = everything[0].sources[0]
        assert store.events(party=party.code) and store.events(party=party.actor)
        assert sum(store.count_events(imported=flag) for flag in (True, False)) == 3
        assert store.count_expectations(state="open", as_of=datetime(2020, 1, 1, tzinfo=UTC)) > 0


def test_its_events_are_counted_as_if_they_came_now(old: Path, tmp_path: Path) -> None:
    with open_store(str(old)) as store, open_store(str(tmp_path / "new.db")) as new:
        with new.transaction() as tx:
            for event in store.events():
                tx.put(event)
        assert store.ties() and store.ties() == new.ties()
        assert store.grounds() == new.grounds()
        assert store.events(order="strongest") == new.events(order="strongest")
        assert store.events(order="reports") == new.events(order="reports")


def test_its_words_are_found(old: Path) -> None:
    with open_store(str(old)) as store:
        titles = [str(report.title) for report in store.reports(store.report_ids())]
        assert all(store.search(title) for title in titles)
        assert store.search(titles[0])[0].score == 1.0
