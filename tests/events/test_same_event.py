"""One event once: plan and deed, outlets and languages, and what they contest."""

from __future__ import annotations

from datetime import UTC, datetime

from dateline.events import Mention, find_mentions, merge_mentions
from dateline.records import Event, Report
from tests.events.conftest import Read


def _events(read: Read, *texts: tuple[str, str, datetime]) -> tuple[Event, ...]:
    reports: dict[str, Report] = {}
    mentions: list[Mention] = []
    for number, (language, text, published) in enumerate(texts):
        report, reading = read(text, id=f"r{number}", language=language, published=published)
        reports[report.id] = report
        mentions += find_mentions(report, reading)
    return merge_mentions(mentions, reports, "sto_1")


PLAN = (
    "en",
    "The president of Kenya will host the prime minister of Ethiopia in Nairobi on Friday.",
    datetime(2025, 6, 10, 8, tzinfo=UTC),
)
DEED = (
    "en",
    "The president of Kenya hosted the prime minister of Ethiopia in Nairobi on Friday.",
    datetime(2025, 6, 13, 18, tzinfo=UTC),
)


def test_planned_then_happened_is_one_event(read: Read) -> None:
    (event,) = _events(read, PLAN, DEED)
    assert event.status == "happened"
    assert {span.report for span in event.spans} == {"r0", "r1"}


def test_the_id_stays_when_the_deed_is_done(read: Read) -> None:
    (planned,) = _events(read, PLAN)
    (done,) = _events(read, PLAN, DEED)
    assert planned.status == "planned"
    assert planned.id == done.id


def test_another_day_is_another_event(read: Read) -> None:
    later = ("en", DEED[1], datetime(2025, 7, 4, 18, tzinfo=UTC))
    assert len(_events(read, DEED, later)) == 2


def test_the_other_way_round_is_another_event(read: Read) -> None:
    one = ("en", "Jets of Kenya bombed a base of the army of Ethiopia on Friday.", DEED[2])
    other = ("en", "Jets of Ethiopia bombed a base of the army of Kenya on Friday.", DEED[2])
    assert len(_events(read, one, other)) == 2


def test_a_meeting_is_the_same_from_either_side_and_in_another_language(read: Read) -> None:
    english = (
        "en",
        "South Korean President Lee Jae Myung met Prime Minister Sanae Takaichi on Friday.",
        datetime(2025, 12, 12, 18, tzinfo=UTC),
    )
    japanese = (
        "ja",
        "日本の高市早苗首相は12日、奈良で韓国の李在明大統領と会談した。政府が発表した。",
        datetime(2025, 12, 12, 20, tzinfo=UTC),
    )
    (event,) = _events(read, english, japanese)
    assert len(event.spans) == 2


def test_tolls_stand_side_by_side(read: Read) -> None:
    one = ("en", "Troops of Kenya killed 12 soldiers from Ethiopia on Friday.", DEED[2])
    other = ("en", "The army of Kenya killed 20 soldiers from Ethiopia on Friday.", DEED[2])
    (event,) = _events(read, one, other)
    (toll,) = [c for c in event.contested if c.attribute == "toll"]
    assert [value for value, _ in toll.values] == ["12", "20"]


def test_the_order_of_the_mentions_changes_nothing(read: Read) -> None:
    report, reading = read(PLAN[1], id="r0", published=PLAN[2])
    again, second = read(DEED[1], id="r1", published=DEED[2])
    found = [*find_mentions(report, reading), *find_mentions(again, second)]
    reports = {"r0": report, "r1": again}
    assert merge_mentions(found, reports, None) == merge_mentions(found[::-1], reports, None)
