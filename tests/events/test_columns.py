"""Events as rows."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.events.columns import gdelt_row, plover_row
from dateline.records import Event, Made, Party, Span, When

EVENT = Event(
    id="evt_1",
    action="CONCEDE",
    status="planned",
    quad="material-cooperation",
    sources=(Party(actor="KEN", code="KENGOV"),),
    targets=(Party(actor="ETH", code="ETH"),),
    occurred=When(earliest=datetime(2025, 6, 9, tzinfo=UTC), precision="vague"),
    spans=(Span(report="r1", start=0, end=5), Span(report="r2", start=0, end=5)),
    made=Made(stage="events", version=1),
    goldstein=5.0,
)


def test_a_plan_is_an_agreement_to_plover_and_keeps_its_deed() -> None:
    row = plover_row(EVENT, {"r1": "https://one.example/"})
    assert (row["event_type"], row["action"], row["status"]) == ("AGREE", "CONCEDE", "planned")
    assert (row["date_start"], row["reports"], row["urls"]) == (
        "2025-06-09", 2, "https://one.example/",
    )  # fmt: skip


def test_gdelt_has_root_code_and_quad_class() -> None:
    row = gdelt_row(EVENT)
    assert (row["EventRootCode"], row["QuadClass"], row["SQLDATE"]) == ("03", 2, "20250609")
