from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

from dateline.expect import track_by_kind, track_by_outlet
from dateline.records import Expectation, ExpectationFacts, Outcome, Settlement
from tests.expect.samples import expected, read

TEXT = "Kenya will sign the power contract with Ethiopia on January 20."
DUE = datetime(2026, 1, 21, tzinfo=UTC)
LATER = datetime(2026, 6, 1, tzinfo=UTC)


def first() -> Expectation:
    (item,) = expected(TEXT)
    return item


def settled(outcome: Outcome, days: int) -> Expectation:
    at = DUE + timedelta(days=days)
    return dataclasses.replace(first(), settled=Settlement(outcome=outcome, at=at))


def facts(item: Expectation) -> ExpectationFacts:
    return ExpectationFacts(
        kind=item.kind,
        due=item.due.latest,
        outcome=item.settled.outcome if item.settled else "open",
        settled=item.settled.at if item.settled else None,
        reports=tuple(span.report for span in item.spans),
    )


def test_rates_are_shares_of_what_has_come_due() -> None:
    items = [settled("met", 0), settled("met", 10), settled("void", 0), first()]
    (track,) = track_by_kind(map(facts, items), LATER)
    assert track.group == "scheduled"
    assert dict(track.counts) == {"met": 2, "overdue": 1, "void": 1}
    assert (track.met_rate, track.overdue_rate, track.void_rate) == (0.5, 0.25, 0.25)
    assert (track.late, track.days_late) == (1, 10.0)


def test_nothing_has_come_due_yet() -> None:
    (track,) = track_by_kind([facts(first())], datetime(2026, 1, 15, tzinfo=UTC))
    assert (track.total, track.met_rate) == (1, None)


def test_a_copy_counts_for_its_origin() -> None:
    report, _ = read(TEXT, "2026-01-12")
    copied, _ = read(TEXT, "2026-01-13", outlet="Valley Tribune")
    both = dataclasses.replace(
        first(), spans=(*first().spans, dataclasses.replace(first().spans[0], report=copied.id))
    )
    told = [facts(both)]
    outlets = {report.id: report.outlet, copied.id: copied.outlet}
    assert [t.group for t in track_by_outlet(told, outlets, {}, LATER)] == [
        "Harbour Post",
        "Valley Tribune",
    ]
    origins = {copied.id: report.id}
    assert [t.group for t in track_by_outlet(told, outlets, origins, LATER)] == ["Harbour Post"]
