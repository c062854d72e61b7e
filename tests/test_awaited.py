"""What a story may settle is read once, and with or without it in hand the same is settled."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import dateline
from dateline.awaited import DUE_NEXT, ExpectStage
from dateline.desk import Desk
from dateline.records import Expectation, Made, When

NOW = datetime(2026, 1, 20, tzinfo=UTC)
PLAN = (
    "Japanese Prime Minister Sanae Takaichi will host South Korean President Lee Jae Myung in "
    "Nara on January 13. Nara lies in the west of the country and has many old temples."
)
OTHER = (
    "Wheat prices in South Korea rose by a tenth in December as rain spoiled the harvest of "
    "Japan, where bakers said that they would have to charge more for bread."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A plan, its deed in a story of its own, and something else of the same countries."""
    told = [("plan", "2026-01-02", PLAN), ("other", "2026-01-05", OTHER)]
    rows = [
        {"id": id, "published": f"{day}T08:00:00Z", "title": text.split(".")[0][:60], "text": text}
        for id, day, text in told
    ]
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    desk = dateline.open(":memory:")
    desk.add([str(file)], now=NOW)
    return desk


def story_of(desk: Desk, own: str) -> str:
    (report,) = (r.id for r in desk.store.reports(desk.store.report_ids()) if r.own_id == own)
    story = desk.store.story_of(report)
    assert story is not None
    return story


def test_clauses_in_hand_stand_for_reports(desk: Desk) -> None:
    store, stage = desk.store, ExpectStage()
    plan, other = story_of(desk, "plan"), story_of(desk, "other")
    assert plan != other
    (item,) = (one for one in store.expectations(story=plan) if one.due.known)
    first = stage.load(store, other)
    assert item in first.view.known
    assert set(first.view.reports) == {s.report for s in item.spans} | {
        member.report for member in store.story(other).members
    }
    out = stage.decide(first)
    again = stage.load(store, other)
    assert set(again.clauses) == {span for one in again.view.known for span in one.spans
                                  if one.story != other}  # fmt: skip
    assert not {span.report for span in item.spans} & set(again.view.reports)
    assert stage.decide(again) == out == ExpectStage().decide(first)


def test_a_reading_that_was_replaced_is_read_anew(desk: Desk) -> None:
    store, stage = desk.store, ExpectStage()
    other = story_of(desk, "other")
    stage.decide(stage.load(store, other))
    (plan,) = (one for one in store.expectations() if one.story != other and one.due.known)
    reading = store.reading(plan.spans[0].report)
    with store.transaction() as tx:
        tx.put(replace(reading, parses=()))
    assert plan.spans[0].report in stage.load(store, other).view.reports


def test_those_due_next_come_before_those_of_long_ago(desk: Desk) -> None:
    store = desk.store
    other = story_of(desk, "other")
    pattern = next(one for one in store.expectations() if one.due.known)

    def due(id: str, day: datetime) -> Expectation:
        when = When(earliest=day, latest=day + timedelta(days=1), precision="day", zone="UTC")
        made = Made(stage="expect", version=1)
        return replace(pattern, id=id, story="s_old", due=when, made=made, supersedes=None)

    old = [due(f"exp_old{n}", NOW - timedelta(days=400 + n)) for n in range(300)]
    near = [due(f"exp_near{n}", NOW + timedelta(days=1 + n)) for n in range(DUE_NEXT // 2)]
    with store.transaction() as tx:
        for one in (*old, *near):
            tx.put(one)
    known = {one.id for one in ExpectStage().load(store, other).view.known}
    assert {one.id for one in near} <= known
    assert not {one.id for one in old} & known
