from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dateline.expect import find_expectations, outcome_at, settle
from dateline.records import Expectation, Reading, Report
from tests.expect.samples import days, desk, read

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
    (item,) = settle(find_expectations(*plan), later, meaning)
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


BUILD = (
    "Kenyan President William Ruto and Ugandan President Yoweri Museveni are to meet in Mombasa "
    "on January 20 to discuss a railway.",
    "2026-01-12",
)


def test_put_off_to_another_day_is_a_new_version() -> None:
    old = read(*BUILD)
    new = read(
        "A meeting of Kenyan President William Ruto and Ugandan President Yoweri Museveni in "
        "Mombasa that was planned for Tuesday has been postponed to March 3, Kenya said.",
        "2026-01-18", outlet="Valley Tribune",
    )  # fmt: skip
    _, _, meaning = desk(old, new)
    found = [*find_expectations(*old), *find_expectations(*new)]
    first, second = settle(found, [new], meaning)
    assert first.settled is not None
    assert first.settled.outcome == "postponed"
    assert second.supersedes == first.id
    assert days(second) == ("2026-03-03", "2026-03-04")
    assert second.settled is None


def test_will_not_come_as_planned_puts_off_and_is_never_overdue() -> None:
    plan = read("The bloc said it would send 400 engineers to Kisumu by the end of January.",
                "2026-01-12")  # fmt: skip
    refusal = read(
        "The 400 engineers that the bloc promised to send to Kisumu will not arrive this month as "
        "planned, its secretary said. Their journey has been postponed to mid-March.",
        "2026-01-25", outlet="Valley Tribune",
    )  # fmt: skip
    _, _, meaning = desk(plan, refusal)
    found = [*find_expectations(*plan), *find_expectations(*refusal)]
    old, never, new = settle(found, [refusal], meaning)
    assert old.settled is not None
    assert old.settled.outcome == "postponed"
    assert outcome_at(never, datetime(2026, 12, 1, tzinfo=UTC)) == "open"
    assert new.supersedes == old.id
    assert new.due.latest is not None
    assert new.due.latest > datetime(2026, 3, 1, tzinfo=UTC)


def test_a_payment_that_is_cancelled_is_withdrawn() -> None:
    plan = read("The first 75 million francs will be paid in May, the minister said.", "2026-01-12")
    end = read("The first payment of 75 million francs has been cancelled.", "2026-02-02",
               outlet="Valley Tribune")  # fmt: skip
    item, _ = after(plan, end)
    assert item.settled is not None
    assert item.settled.outcome == "withdrawn"


@pytest.mark.parametrize(
    "text",
    [
        "The first payment of 75 million francs has not been cancelled.",
        "The first payment of 75 million francs was called generous.",
    ],
)
def test_what_is_not_called_off_stands(text: str) -> None:
    plan = read("The first 75 million francs will be paid in May, the minister said.", "2026-01-12")
    item, _ = after(plan, read(text, "2026-02-02", outlet="Valley Tribune"))
    assert item.settled is None


@pytest.mark.parametrize(
    ("plan", "deed", "published"),
    [
        (
            "The governments of Kenya and Uganda aim to hold the meeting in Mombasa in mid-March.",
            "Kenyan President William Ruto and Uganda's president met in Mombasa on Tuesday and "
            "agreed to build a railway.",
            "2026-03-17",
        ),
        (
            "The trial of the arrested officers will open in March, the government of Kenya said.",
            "The trial of the officers opened in Nairobi on Tuesday.",
            "2026-03-10",
        ),
        (
            "Final harvest figures are due on Monday.",
            "Prices fell by a tenth, final harvest figures showed on Monday.",
            "2026-01-19",
        ),
        (
            "Kenyan President William Ruto and Ugandan President Yoweri Museveni will hold an "
            "emergency summit in Mombasa on Tuesday.",
            "The railway was approved at an emergency summit of Ruto and Museveni in Mombasa.",
            "2026-01-13",
        ),
    ],
)
def test_an_act_in_other_words_about_when_it_was_due(plan: str, deed: str, published: str) -> None:
    item, _ = after(read(plan, "2026-01-12"), read(deed, published, outlet="Valley Tribune"))
    assert item.settled is not None
    assert item.settled.outcome == "met"


def test_a_breach_meets_no_agreement() -> None:
    plan = read("Kenya and Uganda agreed on Monday to keep a ceasefire along their border.",
                "2026-01-12")  # fmt: skip
    breach = read("Kenya accused Uganda on Thursday of violating the ceasefire along their border.",
                  "2026-01-15", outlet="Valley Tribune")  # fmt: skip
    item, _ = after(plan, breach)
    assert item.settled is None


def test_troops_that_withdrew_did_what_was_expected() -> None:
    plan = read("Ugandan troops will withdraw from the border town of Busia by January 20.",
                "2026-01-12")  # fmt: skip
    deed = read("Ugandan troops withdrew from the border town of Busia on Monday.", "2026-01-19",
                outlet="Valley Tribune")  # fmt: skip
    item, _ = after(plan, deed)
    assert item.settled is not None
    assert item.settled.outcome == "met"


def test_what_its_own_sentence_puts_off_is_postponed() -> None:
    told = read(
        "The visit of Ugandan President Yoweri Museveni to Kenya, scheduled for 20 January, has "
        "been postponed, Kenya said.",
        "2026-01-12",
    )
    item, _ = after(told)
    assert days(item) == ("2026-01-20", "2026-01-21")
    assert item.settled is not None
    assert item.settled.outcome == "postponed"


@pytest.mark.parametrize(
    ("plan", "told", "day"),
    [
        ("Guns will fall silent at midnight on January 20, mediators from Qatar said.",
         "The ceasefire took hold at midnight.", "2026-01-21"),
        ("A ceasefire between Kenya and Ethiopia will take effect on January 20.",
         "Guns fell silent along the border on Tuesday.", "2026-01-20"),
        ("The trial over the bridge collapse in Genoa will open on January 20.",
         "The trial opened on Tuesday.", "2026-01-20"),
    ],
)  # fmt: skip
def test_it_began_in_other_words_and_with_nobody_named(plan: str, told: str, day: str) -> None:
    item, _ = after(read(plan, "2026-01-12"), read(told, day, outlet="Valley Tribune"))
    assert item.settled is not None
    assert item.settled.outcome == "met"


@pytest.mark.parametrize(
    "told",
    [
        "A ceasefire between Kenya and Ethiopia was announced in Doha.",
        "The truce between Kenya and Ethiopia collapsed on Tuesday.",
        "Norway hailed the ceasefire between Kenya and Ethiopia.",
    ],
)
def test_a_ceasefire_announced_broken_or_hailed_has_not_begun(told: str) -> None:
    plan = read("A ceasefire between Kenya and Ethiopia will take effect on January 20.",
                "2026-01-12")  # fmt: skip
    item, _ = after(plan, read(told, "2026-01-20", outlet="Valley Tribune"))
    assert item.settled is None
