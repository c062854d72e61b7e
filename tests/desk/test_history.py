"""Event files taken into a desk by the command that people run."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.desk import Desk, open_desk
from dateline.errors import ReadError, Unsupported

# Rows in the columns of ICEWS, made up.
HEADER = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tCity\tCountry\n"
)


def rows(count: int, first: int = 0) -> str:
    return "".join(
        f"{first + n}\t2014-{1 + n % 12:02d}-02\tX\tGovernment\tKenya\tMeet\t040\t1.0\tY\t\t"
        "Ethiopia\tMoyale\tKenya\n"
        for n in range(count)
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(str(tmp_path / "desk.db")) as opened:
        yield opened


def test_twice_is_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(HEADER + rows(30), encoding="utf-8")
    assert desk.import_events([path]).events == 30
    digest = desk.store.state_digest()
    assert desk.import_events([path]).events == 30
    assert desk.store.state_digest() == digest


def test_imported_events_count_only_where_asked_for(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(HEADER + rows(24), encoding="utf-8")
    desk.import_events([path])
    assert desk.events(actor="KEN") == ()
    found = desk.events(actor="KEN", imported=True)
    assert len(found) == 24
    assert {event.imported.partition(":")[0] for event in found} == {"icews"}
    assert all(not event.spans for event in found)


@pytest.mark.parametrize("kind", ["gz", "zip"])
def test_packed_files(desk: Desk, tmp_path: Path, kind: str) -> None:
    text = (HEADER + rows(3)).encode()
    path = tmp_path / f"events.tab.{kind}"
    if kind == "gz":
        path.write_bytes(gzip.compress(text))
    else:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("events.tab", text)
        path.write_bytes(packed.getvalue())
    assert desk.import_events([path]).events == 3


def test_a_cut_archive_is_named(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "events.tab.gz"
    path.write_bytes(gzip.compress((HEADER + rows(500)).encode())[:-40])
    with pytest.raises(Unsupported, match=r"events\.tab\.gz"):
        desk.import_events([path])


def test_what_is_no_event_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary", encoding="utf-8")
    with pytest.raises(Unsupported):
        desk.import_events([path])
    with pytest.raises(ReadError, match="no such file"):
        desk.import_events([tmp_path / "none.tab"])
    with pytest.raises(Unsupported, match="formats are"):
        desk.import_events([path], form="gdlet")


def test_the_command_names_broken_rows(tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(HEADER + rows(5) + rows(1, 9).replace("2014", "soon"), encoding="utf-8")
    db = str(tmp_path / "desk.db")
    result = CliRunner().invoke(app, ["import", str(path), "--db", db])
    assert result.exit_code == 3, result.output
    assert "5 events imported, 1 rows rejected" in result.output
    with open_desk(db) as desk:
        (rejected,) = desk.store.rejections("history")
        assert rejected.name == "events.tab:6"
        assert "soon" in rejected.reason
