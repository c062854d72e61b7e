"""The ledger of the sample reports on the Nara summit."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.config import load_options
from dateline.desk import Desk
from dateline.records import Event, Report


@pytest.fixture(scope="module")
def ledger() -> tuple[tuple[Event, ...], dict[str, Report]]:
    """The events of the story that the samples make, and its reports."""
    folder = Path(__file__).parents[2] / "examples" / "nara"
    options, settings = load_options({"db": ":memory:"})
    with Desk(options, settings) as desk:
        desk.add([str(folder)], now=datetime(2026, 1, 20, tzinfo=UTC))
        events: list[Event] = []
        reports: dict[str, Report] = {}
        for line in desk.stories(limit=20):
            story = desk.store.story(line.id)
            ids = [member.report for member in story.members]
            mine = {report.id: report for report in desk.store.reports(ids)}
            events += desk.store.events(story=story.id)
            reports |= mine
    return tuple(events), reports


def _between(events: tuple[Event, ...], action: str, one: str, other: str) -> list[Event]:
    return [
        event
        for event in events
        if event.action == action
        and {one, other} <= {p.code[:3] for p in (*event.sources, *event.targets)}
    ]


def test_lee_visited_china_earlier(ledger: tuple[tuple[Event, ...], dict[str, Report]]) -> None:
    (visit,) = [e for e in _between(ledger[0], "CONSULT", "KOR", "CHN")
                if {"KORGOV", "CHNGOV"} <= {p.code for p in (*e.sources, *e.targets)}]  # fmt: skip
    assert visit.status == "happened"
    assert visit.occurred.latest is not None
    assert visit.occurred.latest <= datetime(2026, 1, 12, tzinfo=UTC)


def test_the_summit_is_one_event_of_many_spans(
    ledger: tuple[tuple[Event, ...], dict[str, Report]],
) -> None:
    events, reports = ledger
    summits = [e for e in _between(events, "CONSULT", "JPN", "KOR") if e.place == "Nara"]
    (summit,) = [e for e in summits if len(e.spans) > 1]
    assert summit.status == "happened"
    said = " ".join(reports[span.report].quote(span) for span in summit.spans)
    assert "is set to host" in said
    assert "hosted" in said
    assert {"en", "ja", "ko"} <= {str(reports[span.report].language) for span in summit.spans}


def test_nobody_is_assaulted(ledger: tuple[tuple[Event, ...], dict[str, Report]]) -> None:
    assert not [event for event in ledger[0] if event.action == "ASSAULT"]


def test_every_event_opens_to_sentences(
    ledger: tuple[tuple[Event, ...], dict[str, Report]],
) -> None:
    events, reports = ledger
    assert events
    assert all(reports[span.report].quote(span).strip() for e in events for span in e.spans)
