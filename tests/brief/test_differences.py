"""Reports that differ in one thing, and reports that only seem to (``data/differing.toml``)."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from dateline.brief import write_brief
from dateline.desk import open_desk
from dateline.engines import Engines
from dateline.records import Difference
from tests.brief.helpers import Pair, story_of, tables

PAIRS: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "data" / "differing.toml").read_text(encoding="utf-8")
)
pytestmark = pytest.mark.slow  # every report is parsed: some 15 s together


def _entries() -> list[dict[str, Any]]:
    found = []
    for kind, pairs in PAIRS.items():
        for number, pair in enumerate(pairs):
            for side in "ab":
                language, day, text = pair[side]
                found.append({
                    "id": f"{kind}-{number}-{side}", "outlet": f"{side} {number}", "text": text,
                    "language": language, "published": day if "T" in day else f"{day}T12:00",
                })  # fmt: skip
    return found


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Pair], Engines]:
    file = tmp_path_factory.mktemp("differing") / "reports.jsonl"
    lines = [json.dumps(entry, ensure_ascii=False) for entry in _entries()]
    file.write_text("\n".join(lines), encoding="utf-8")
    desk = open_desk(":memory:")
    items = desk.read([str(file)]).items
    return {str(i.report.own_id): (i.report, i.reading) for i in items}, desk.engines


def _differences(
    read: tuple[dict[str, Pair], Engines], kind: str, number: int
) -> tuple[Difference, ...]:
    reports, engines = read
    pair = [reports[f"{kind}-{number}-{side}"] for side in "ab"]
    return write_brief(story_of(*pair), *tables(*pair), (), engines=engines).differences


@pytest.mark.parametrize(
    "number", range(len(PAIRS["differ"])), ids=[p["name"] for p in PAIRS["differ"]]
)
def test_what_differs_is_shown_side_by_side(
    number: int, read: tuple[dict[str, Pair], Engines]
) -> None:
    pair = PAIRS["differ"][number]
    (difference,) = _differences(read, "differ", number)
    assert difference.attribute == pair["attribute"]
    shown = {version.value for version in difference.versions}
    if pair["attribute"] == "denied":
        assert all(any(value in text for text in shown) for value in pair["values"])
    else:
        assert shown == set(pair["values"])


@pytest.mark.parametrize(
    "number", range(len(PAIRS["seem"])), ids=[p["name"] for p in PAIRS["seem"]]
)
def test_what_only_seems_to_differ_is_not(
    number: int, read: tuple[dict[str, Pair], Engines]
) -> None:
    assert _differences(read, "seem", number) == ()
