from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from dateline.records import Event, Made, Party, When
from dateline.relate import forecasts
from dateline.relate.forecast import BEFORE, chances, track_record

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


def act(day: float, action: str) -> Event:
    start = BEGIN + timedelta(days=day)
    return Event(
        id=f"evt_{action}_{day}", action=action, status="happened", quad="verbal cooperation",
        sources=(Party(actor="JPN", code="JPNGOV"),), targets=(Party(actor="KOR", code="KORGOV"),),
        occurred=When(earliest=start, latest=start + timedelta(days=1)), spans=(),
        made=Made(stage="test", version=1),
    )  # fmt: skip


def test_what_comes_often_is_likelier() -> None:
    monthly = [act(30.0 * n, "CONSULT") for n in range(24)]
    once = [act(100, "SANCTION")]
    found = forecasts([*monthly, *once], "JPN", "KOR", now=BEGIN + timedelta(days=725))
    assert [one.action for one in found] == ["CONSULT", "SANCTION"]
    assert found[0].chance > 0.6 > 0.2 > found[1].chance


def test_what_has_begun_lately_is_likelier_than_usual() -> None:
    lately = [650.0 + 7 * n for n in range(10)]
    chance, usual = chances([0.0, *lately], 720, 30)
    assert chance > usual + 0.05
    long_ago, _ = chances([0.0, *(10.0 + 7 * n for n in range(10))], 720, 30)
    assert chance > 2 * long_ago


def test_a_burst_counts_once_a_week() -> None:
    assert chances([12.0, 12.2, 12.4, 13.0], 100, 30) == chances([12.0], 100, 30)


def test_what_is_still_to_come_is_not_looked_at() -> None:
    assert chances([10.0, 50.0, 99.0], 60, 30) == chances([10.0, 50.0], 60, 30)


def test_the_record_tells_what_would_have_been_said() -> None:
    at = [30.0 * n for n in range(24)]
    record = track_record(at, 719, 30)
    assert len(record) == 719 // 30 - BEFORE
    assert all(came == 1 for *_, came in record)
    chance, usual, _ = record[-1]
    assert (chance, usual) == chances(at, 689, 30)


def test_without_a_past_there_is_no_record() -> None:
    (one,) = forecasts([act(0, "AID")], "JPN", "KOR", now=BEGIN + timedelta(days=10))
    assert one.cases == 0
    assert one.brier is None
    assert forecasts([], "JPN", "KOR", now=BEGIN) == ()


@pytest.mark.parametrize("days", [7, 30, 365])
def test_chances_are_chances(days: int) -> None:
    for at in ([0.0], [float(n) for n in range(400)]):
        chance, usual = chances(at, 400, days)
        assert 0 < chance < 1
        assert 0 < usual < 1
