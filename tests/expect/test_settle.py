from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.expect import find_expectations, outcome_at, settle
from dateline.records import Expectation, Reading, Report
from tests.expect.samples import desk, read

PLAN = (
    "Japanese Prime Minister Sanae Takaichi is set to host South Korean President Lee Jae Myung "
    "in Nara on January 20.",
    "2026-01-12",
)


def after(
    plan: tuple[Report, Reading], *later: tuple[Report, Reading]
) -> tuple[Expectation, dict[str, Report]]:
    """Settle the one expectation of a report with later reports."""
    reports, _, meaning = desk(plan, *later)
    (item,) = settle(find_expectations(*plan), later, reports, meaning)
    return item, reports


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Japanese Prime Minister Sanae Takaichi hosted South Korean President Lee Jae Myung "
            "in Nara on Tuesday, and the two spoke for two hours about trade.",
            "en",
        ),
        ("高市早苗首相は20日、奈良市で韓国の李在明大統領と会談した。", "ja"),
        ("이재명 대통령이 20일 일본 나라에서 다카이치 사나에 총리와 정상회담을 했다.", "ko"),
        ("韩国总统李在明20日在奈良与日本首相高市早苗举行了会谈。", "zh"),
    ],
)
def test_a_report_of_the_deed_meets_it_in_any_language(text: str, language: str) -> None:
    item, reports = after(read(*PLAN), read(text, "2026-01-20", language, "Valley Tribune"))
    assert item.settled is not None
    assert item.settled.outcome == "met"
    (span,) = item.settled.spans
    assert reports[span.report].quote(span) == text


@pytest.mark.parametrize(
    ("text", "published"),
    [
        # another act, other people, another time, another thing, only planned, only invited
        ("Takaichi praised South Korean President Lee Jae Myung in parliament.", "2026-01-20"),
        ("Kenyan President William Ruto hosted farmers in Nakuru on Tuesday.", "2026-01-20"),
        ("Lee met Chinese President Xi Jinping in Beijing last week.", "2026-01-13"),
        ("Takaichi will host South Korean President Lee Jae Myung in Nara.", "2026-01-19"),
        ("Takaichi hosted South Korean President Lee Jae Myung in Nara in May 2025.", "2026-01-20"),
        ("Lee accepted an invitation to visit Nara in the autumn.", "2026-01-20"),
        ("Takaichi did not host South Korean President Lee Jae Myung in Nara.", "2026-01-14"),
    ],
)
def test_what_is_no_evidence_leaves_it_open(text: str, published: str) -> None:
    item, _ = after(read(*PLAN), read(text, published, outlet="Valley Tribune"))
    assert item.settled is None


def test_a_report_of_the_day_before_says_nothing_of_the_day() -> None:
    early = read("Takaichi hosted South Korean President Lee Jae Myung in Nara.", "2026-01-11",
                 outlet="Valley Tribune")  # fmt: skip
    assert after(read(*PLAN), early)[0].settled is None


def test_called_off() -> None:
    text = "Takaichi cancelled the summit with South Korean President Lee Jae Myung in Nara."
    item, _ = after(read(*PLAN), read(text, "2026-01-15", outlet="Valley Tribune"))
    assert item.settled is not None
    assert item.settled.outcome == "withdrawn"


def test_denied_after_it_was_due() -> None:
    text = "Takaichi did not host South Korean President Lee Jae Myung in Nara on Tuesday."
    item, _ = after(read(*PLAN), read(text, "2026-01-22", outlet="Valley Tribune"))
    assert item.settled is not None
    assert item.settled.outcome == "missed"


def test_a_news_conference_is_met_by_words_told_there() -> None:
    plan = read(
        "The leaders are scheduled to hold a joint news conference on Tuesday evening, Lee's "
        "office said. President Lee Jae Myung arrived on Monday.",
        "2026-01-12",
    )
    told = read('"The waters are narrow," President Lee Jae Myung told a joint news conference '
                "on Tuesday evening.", "2026-01-13", outlet="Valley Tribune")  # fmt: skip
    item, _ = after(plan, told)
    assert item.settled is not None
    assert item.settled.outcome == "met"


def test_a_deed_and_a_new_intention_settle_the_old() -> None:
    text = (
        "高市早苗首相は20日、奈良市で韓国の李在明大統領と会談し、首脳が毎年訪問することで合意した。"
    )
    item, _ = after(read(*PLAN), read(text, "2026-01-20", "ja", "Yamato Nichinichi"))
    assert item.settled is not None
    assert item.settled.outcome == "met"


def test_overdue_is_not_false() -> None:
    plan = read("The two governments plan to publish a joint plan by January 31.", "2026-01-12")
    denial = read("Details were not released; officials repeated that the joint plan would be "
                  "published by January 31.", "2026-01-20", outlet="Valley Tribune")  # fmt: skip
    item, _ = after(plan, denial)
    assert item.settled is None
    assert outcome_at(item, datetime(2026, 1, 31, tzinfo=UTC)) == "open"
    assert outcome_at(item, datetime(2026, 2, 10, tzinfo=UTC)) == "overdue"


def test_a_settlement_counts_from_its_own_time() -> None:
    text = (
        "Japanese Prime Minister Sanae Takaichi hosted South Korean President Lee Jae Myung in "
        "Nara on Tuesday, and the two spoke for two hours about trade."
    )
    item, _ = after(read(*PLAN), read(text, "2026-01-20", outlet="Valley Tribune"))
    assert outcome_at(item, datetime(2026, 1, 15, tzinfo=UTC)) == "open"
    assert outcome_at(item, datetime(2026, 1, 21, tzinfo=UTC)) == "met"
