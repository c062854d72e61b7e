from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

from icalendar import Calendar

from dateline.desk.agenda import entries, upcoming, with_place
from dateline.knowledge.fixtures import fixtures
from dateline.records import Expectation, Made, PlaceMention, Reading, Settlement, Span, When
from dateline.serve.calendar import to_ical

NOW = datetime(2026, 1, 12, tzinfo=UTC)
MADE = Made(stage="expect", version=1)


def item(id: str, first: datetime | None, last: datetime | None, **more: object) -> Expectation:
    given = Expectation(
        id=id,
        kind="scheduled",
        statement="Kenya, and Ethiopia; will sign.",
        due=When(earliest=first, latest=last),
        spans=(Span(report="r1", start=0, end=10),),
        made=MADE,
        subject=("KEN",),
        confidence="will",
    )
    return dataclasses.replace(given, **more)  # type: ignore[arg-type]


ON = item("exp_on", datetime(2026, 1, 20, tzinfo=UTC), datetime(2026, 1, 21, tzinfo=UTC))
BY = item("exp_by", None, datetime(2026, 2, 1, tzinfo=UTC))
UNDATED = item("exp_undated", None, None)


def test_uids_stay_and_days_are_whole() -> None:
    text = to_ical(entries([BY, ON, UNDATED], as_of=NOW), as_of=NOW)
    events = Calendar.from_ical(text).walk("VEVENT")
    assert [str(e["UID"]) for e in events] == ["exp_on@dateline", "exp_by@dateline"]
    assert [e["DTSTART"].dt for e in events] == [date(2026, 1, 20), date(2026, 1, 31)]
    assert [e["DTEND"].dt for e in events] == [date(2026, 1, 21), date(2026, 2, 1)]
    assert str(events[1]["SUMMARY"]) == "By this day: Kenya, and Ethiopia; will sign."


def test_the_same_in_is_the_same_out() -> None:
    once = to_ical(entries([ON, BY], as_of=NOW), as_of=NOW)
    assert once == to_ical(entries([BY, ON], as_of=NOW), as_of=NOW)
    assert "\r\n" in once


def test_what_was_called_off_is_cancelled_and_the_unsure_tentative() -> None:
    gone = dataclasses.replace(ON, settled=Settlement(outcome="withdrawn", at=NOW))
    maybe = dataclasses.replace(BY, kind="possible")
    events = Calendar.from_ical(to_ical(entries([gone, maybe], as_of=NOW), as_of=NOW)).walk(
        "VEVENT"
    )
    assert [str(e["STATUS"]) for e in events] == ["CANCELLED", "TENTATIVE"]


def test_days_are_those_of_the_due_dates_own_zone() -> None:
    tokyo = When(
        earliest=datetime(2026, 1, 12, 15, tzinfo=UTC),
        latest=datetime(2026, 1, 13, 15, tzinfo=UTC),
        zone="Asia/Tokyo",
    )
    (entry,) = entries([dataclasses.replace(ON, due=tokyo)], as_of=NOW)
    assert (entry.start, entry.end) == (date(2026, 1, 13), date(2026, 1, 14))


def test_a_long_interval_is_a_limit() -> None:
    spring = item("exp", datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))
    (entry,) = entries([spring], as_of=NOW)
    assert (entry.limit, entry.start) == (True, date(2026, 5, 31))


def test_what_is_next_leaves_out_the_past_and_the_settled() -> None:
    past = item("exp_past", datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 1, 6, tzinfo=UTC))
    met = dataclasses.replace(BY, settled=Settlement(outcome="met", at=NOW))
    found = entries([past, met, ON], fixtures(date(2026, 1, 1), date(2026, 2, 28)), as_of=NOW)
    coming = [entry.uid for entry in upcoming(found, NOW)]
    assert coming == [
        "wef-davos-2026@fixtures.dateline",
        "exp_on@dateline",
        "munich-security-conference-2026@fixtures.dateline",
    ]


def test_control_characters_of_a_report_never_reach_the_feed() -> None:
    bad = dataclasses.replace(ON, statement="Kenya\x00 signs\r\nBEGIN:VALARM")
    text = to_ical(entries([bad], as_of=NOW), as_of=NOW)
    assert "\x00" not in text
    assert "\r\nBEGIN:VALARM" not in text


def test_by_place() -> None:
    place = PlaceMention(
        span=Span(report="r1", start=2, end=6), place="geonames:1", name="Nairobi",
        country="KEN", latitude=0.0, longitude=0.0,
    )  # fmt: skip
    readings = {"r1": Reading(report="r1", language="en", made=MADE, places=(place,))}
    assert with_place([ON], readings, "nairobi") == (ON,)
    assert with_place([ON], readings, "Addis Ababa") == ()


def test_what_has_a_time_of_day_keeps_it() -> None:
    due = When(
        earliest=datetime(2026, 1, 20, 9, tzinfo=UTC),
        latest=datetime(2026, 1, 20, 10, tzinfo=UTC),
        precision="hour",
    )
    timed = dataclasses.replace(ON, due=due)
    event = Calendar.from_ical(to_ical(entries([timed], as_of=NOW), as_of=NOW)).walk("VEVENT")[0]
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (due.earliest, due.latest)
    text = to_ical(entries([ON, timed], as_of=NOW), as_of=NOW)
    assert "DTSTART;VALUE=DATE:20260120" in text
    assert "DTSTART:20260120T090000Z" in text
