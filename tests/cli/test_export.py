"""``dateline export --events`` and ``dateline brief --format pdf``: files that others read."""

from __future__ import annotations

from pathlib import Path

import polars
import pytest

import dateline
from tests.conftest import ROOT, Cli
from tests.serve.web.conftest import NOW


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("export") / "desk.db"
    with dateline.open(str(path)) as desk:
        desk.add([str(ROOT / "examples" / "nara")], now=NOW)
    return path


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_events_are_written_in_the_form_of_the_files_name(
    cli: Cli, database: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"events.{form}"
    ran = cli("export", "--events", str(file), db=database)
    assert ran.returncode == 0, ran.stderr
    read = {"csv": polars.read_csv, "jsonl": polars.read_ndjson, "parquet": polars.read_parquet}
    frame = read[form](file)
    with dateline.open(str(database)) as desk:
        assert frame["event_id"].to_list() == [event.id for event in desk.events(limit=None)]
    gdelt = tmp_path / "other.out"
    words = ("--format", form, "--columns", "gdelt", "--actor", "CHN")
    assert cli("export", "--events", str(gdelt), *words, db=database).returncode == 0
    some = read[form](gdelt)
    assert 0 < len(some) < len(frame)
    assert "SQLDATE" in some.columns


def test_a_file_without_a_form_is_asked_for_one(cli: Cli, database: Path, tmp_path: Path) -> None:
    ran = cli("export", "--events", str(tmp_path / "events.xls"), db=database)
    assert ran.returncode == 1
    assert "--format" in ran.stderr


def test_a_brief_is_written_as_pdf(cli: Cli, database: Path, tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    ran = cli("brief", "--format", "pdf", "-o", str(file), db=database)
    assert ran.returncode == 0, ran.stderr
    assert file.read_bytes().startswith(b"%PDF")
    assert cli("brief", "--format", "pdf", db=database).returncode == 1
