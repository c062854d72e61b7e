from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.knowledge.build_leaders import plain_name
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.knowledge.tables import format_names, parse_names, rows


def test_names_are_read_and_written_back() -> None:
    cell = "en:Japan; en/adjective:Japanese; ja:日本|日本国"
    names = parse_names(cell, "here")
    assert [(n.text, n.language, n.kind) for n in names] == [
        ("Japan", "en", "name"),
        ("Japanese", "en", "adjective"),
        ("日本", "ja", "name"),
        ("日本国", "ja", "name"),
    ]
    assert format_names(names) == cell


@pytest.mark.parametrize("cell", ["Japan", "en/nonsense:Japan", "english:Japan"])
def test_wrong_cells_name_their_place(cell: str) -> None:
    with pytest.raises(ConfigError, match=r"file:7"):
        parse_names(cell, "file:7")


def test_wrong_tables(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("id\tnames\nA\tb\tc\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"t\.tsv:2"):
        list(rows(path, ("id",)))
    with pytest.raises(ConfigError, match="lacks source"):
        list(rows(path, ("id", "source")))
    with pytest.raises(ConfigError):
        list(rows(tmp_path / "absent.tsv", ()))


def test_leaders_names_as_reports_write_them() -> None:
    assert plain_name("Rodrigo CHAVES Robles") == "Rodrigo Chaves"
    assert plain_name("ANUTIN Charnvirakul") == "Anutin Charnvirakul"
    assert plain_name("Donald J. TRUMP") == "Donald Trump"
    assert plain_name("HARALD V") == "Harald V"


def test_cities() -> None:
    cities = load_gazetteer().named("Kiev")
    assert (cities[0].name, cities[0].country) == ("Kyiv", "UKR")
    assert cities[0].population > 1_000_000
    assert len(load_gazetteer().named("Springfield")) > 3
    assert load_gazetteer().named("Nowhere at all") == ()
    assert "奈良" in load_gazetteer()
