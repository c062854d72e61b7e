"""Event files that people already have."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import Unsupported
from dateline.events.history import load_history, sniff
from dateline.events.history.crosswalk import from_cameo
from dateline.knowledge import load_knowledge
from dateline.records import Event, Rejected

ICEWS = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\t"
    "Intensity\tTarget Name\tTarget Sectors\tTarget Country\tCity\tCountry\n"
    "7\t2014-03-02\tArmy\tMilitary,Government\tKenya\tWithdraw\t0873\t9.0\tX\t\tEthiopia\tMoyale\t"
    "Kenya\n"
    "8\t2014-03-02\tX\t\tKenya\tMake statement\t010\t0.0\tX\t\tEthiopia\t\t\n"
    "9\tno day\tX\t\tKenya\tMeet\t040\t0.0\tX\t\tEthiopia\t\t\n"
)
ACLED = (
    "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location\n"
    "KEN1,2 March 2020,Protests,Peaceful protest,Protesters (Kenya),,Kenya,Nairobi\n"
)


def _load(tmp_path: Path, text: str) -> list[Event | Rejected]:
    path = tmp_path / "events.txt"
    path.write_text(text, encoding="utf-8")
    return list(load_history(path, load_knowledge()))


def test_icews_rows_become_marked_events_and_bad_ones_are_named(tmp_path: Path) -> None:
    event, rejected = _load(tmp_path, ICEWS)
    assert isinstance(event, Event)
    assert (event.action, event.mode, event.imported) == ("RETREAT", "withdraw", "icews:7")
    assert [p.code for p in event.sources] == ["KENMIL"]
    assert event.goldstein == 9.0
    assert isinstance(rejected, Rejected)
    assert rejected.name == "events.txt:3"


def test_acled_protests(tmp_path: Path) -> None:
    (event,) = _load(tmp_path, ACLED)
    assert isinstance(event, Event)
    assert (event.action, event.mode, event.place) == ("PROTEST", "demo", "Nairobi")


def test_gdelt_two_by_its_columns(tmp_path: Path) -> None:
    columns = [""] * 61
    columns[0], columns[1], columns[26], columns[30] = "11", "20200302", "190", "-10"
    columns[5], columns[15], columns[52] = "KENMIL", "ETH", "Moyale, Kenya"
    (event,) = _load(tmp_path, "\t".join(columns) + "\n")
    assert isinstance(event, Event)
    assert (event.action, event.goldstein, event.place) == ("ASSAULT", -10.0, "Moyale")


def test_an_unknown_file_is_refused() -> None:
    with pytest.raises(Unsupported):
        sniff("a;b;c")


def test_cameo_codes_go_to_their_most_exact_type() -> None:
    assert from_cameo("0871") == ("RETREAT", "ceasefire")
    assert from_cameo("1724") == ("COERCE", "")
    assert from_cameo("010") is None
