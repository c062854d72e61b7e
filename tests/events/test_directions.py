"""Who acts on whom, and is it done: passive, mutual, negated, planned, denied, reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.events import Mention, find_mentions
from dateline.events.sides import MUTUAL
from tests.events.conftest import Read

DATA = Path(__file__).with_name("data") / "directions.tsv"
ROWS = [line.split("\t") for line in DATA.read_text(encoding="utf-8").splitlines()]


def _right(mention: Mention, action: str, source: str, target: str, status: str) -> bool:
    sides = [{party.code[:3] for party in side} for side in (mention.sources, mention.targets)]
    turned = action in MUTUAL and source in sides[1] and target in sides[0]
    return (
        mention.action == action
        and mention.status in (status, "background" if status == "happened" else status)
        and (turned or (source in sides[0] and target in sides[1]))
    )


@pytest.fixture(scope="module")
def found(read: Read) -> list[list[Mention]]:
    """The mentions of every sentence, each read as a report of its own."""
    return [list(find_mentions(*read(row[1], id=f"r{i}"))) for i, row in enumerate(ROWS)]


def test_at_least_95_in_100_are_right(found: list[list[Mention]]) -> None:
    wrong = [
        (row[1:], [(m.action, m.status, m.sources, m.targets) for m in mentions])
        for row, mentions in zip(ROWS, found, strict=True)
        if not any(_right(m, *row[2:]) for m in mentions)
    ]
    assert len(ROWS) >= 200
    assert len(wrong) <= len(ROWS) * 0.05, wrong


def test_no_sentence_turns_its_event_round(found: list[list[Mention]]) -> None:
    turned = [
        row[1]
        for row, mentions in zip(ROWS, found, strict=True)
        if row[2] not in MUTUAL and any(_right(m, row[2], row[4], row[3], row[5]) for m in mentions)
    ]
    assert not turned
