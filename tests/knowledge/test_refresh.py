from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from dateline.errors import ConfigError
from dateline.knowledge import load_knowledge, merge

HEADER = "office,person,start,end,names,source\n"


def write(folder: Path, text: str, name: str = "new.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_holder_ends_the_old_tenure(tmp_path: Path) -> None:
    overlay = tmp_path / "offices.csv"
    new = write(tmp_path, HEADER + "JPN-PM,Hana Mori,2026-09-01,,ja:森花,cabinet office\n")
    rows = merge(new, overlay)
    assert [row.person for row in rows] == ["p:hana-mori"]
    knowledge = load_knowledge(overlay)
    assert knowledge.knowledge_date == date(2026, 9, 1)
    before, after = (knowledge.holder("JPN-PM", date(2026, d, 1)) for d in (8, 9))
    assert before is not None and before.id == "p:sanae-takaichi"
    assert after is not None and after.country == "JPN"
    assert load_knowledge().holder("JPN-PM", date(2026, 9, 1)) is None


def test_a_known_person_keeps_its_id(tmp_path: Path) -> None:
    new = write(tmp_path, HEADER + "JPN-PM,Shinjiro Koizumi,2026-09-01,,,record\n")
    assert merge(new, tmp_path / "o.csv")[0].person == "p:shinjiro-koizumi"


def test_merging_again_changes_nothing_and_adds(tmp_path: Path) -> None:
    overlay = tmp_path / "offices.csv"
    new = write(tmp_path, HEADER + "JPN-PM,Hana Mori,2026-09-01,,,x\n")
    merge(new, overlay)
    first = overlay.read_bytes()
    merge(new, overlay)
    assert overlay.read_bytes() == first
    merge(write(tmp_path, HEADER + "KOR-PM,Bora Kim,2026-08-01,,,x\n"), overlay)
    assert len(overlay.read_text().splitlines()) == 3


def test_a_wikidata_result_in_json(tmp_path: Path) -> None:
    binding = {
        "person": {"value": "http://www.wikidata.org/entity/Q999999999"},
        "personLabel": {"value": "Hana Mori"},
        "personLabel_ja": {"value": "森花"},
        "country": {"value": "JPN"},
        "role": {"value": "PM"},
        "start": {"value": "2026-09-01T00:00:00Z"},
    }
    new = write(tmp_path, json.dumps({"results": {"bindings": [binding]}}), "q.json")
    overlay = tmp_path / "o.csv"
    merge(new, overlay)
    actor = load_knowledge(overlay).actor("p:hana-mori")
    assert {(n.language, n.text) for n in actor.names} == {("en", "Hana Mori"), ("ja", "森花")}
    assert load_knowledge(overlay).wikidata("p:hana-mori") == "Q999999999"


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("prime minister,Hana Mori,2026-09-01,,,x", "row 2: office"),
        ("JPN-PM,Hana Mori,,,,x", "row 2: no start"),
        ("JPN-PM,Hana Mori,in autumn,,,x", "row 2: 'in autumn'"),
        ("JPN-PM,Hana Mori,2026-09-01,2026-08-01,,x", "row 2: the end"),
        ("JPN-PM,,2026-09-01,,,x", "row 2: no person"),
        ("JPN-PM,Hana Mori,2026-09-01,,nonsense,x", "row 2: 'nonsense'"),
    ],
)
def test_faults_name_the_row_and_nothing_is_written(tmp_path: Path, row: str, fault: str) -> None:
    overlay = tmp_path / "offices.csv"
    with pytest.raises(ConfigError, match=fault):
        merge(write(tmp_path, HEADER + row + "\n"), overlay)
    assert not overlay.exists()


def test_files_that_are_no_tables(tmp_path: Path) -> None:
    for text in ('{"a": 1}', "[1, 2]", "[" * 100_000):
        with pytest.raises(ConfigError):
            merge(write(tmp_path, text), tmp_path / "o.csv")
    with pytest.raises(ConfigError):
        merge(tmp_path / "absent.csv", tmp_path / "o.csv")
