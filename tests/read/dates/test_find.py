"""Anchors, zones, spans, directions, and what find_dates does with hostile text."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from dateline.read.dates import find_dates, resolve
from dateline.records import Span

PUBLISHED = datetime(2026, 1, 15, 12, tzinfo=UTC)


def test_days_are_cut_in_the_outlets_zone() -> None:
    late = datetime(2026, 1, 12, 16, tzinfo=UTC)  # already the 13th in Tokyo
    (mention,) = find_dates("今日発表した。", "ja", report="r", published=late, zone="Asia/Tokyo")
    assert mention.when.earliest == datetime(2026, 1, 12, 15, tzinfo=UTC)
    assert mention.when.latest == datetime(2026, 1, 13, 15, tzinfo=UTC)
    assert mention.when.zone == "Asia/Tokyo"
    assert mention.when.timex == "2026-01-13"


def test_an_unknown_zone_is_utc() -> None:
    when = resolve("tomorrow", "en", PUBLISHED, "Mars/Olympus")
    assert when is not None
    assert when.zone == "UTC"


@pytest.mark.parametrize(
    ("language", "words", "timex"),
    [
        ("en", "Tuesday", "XXXX-WXX-2"),
        ("en", "January 13", "XXXX-01-13"),
        ("ja", "13日", "XXXX-XX-13"),
        ("ko", "다음 주", "UNDEF-week+1"),
        ("zh", "明年", "UNDEF-year+1"),
    ],
)
def test_without_publication_time_it_stays_relative(language: str, words: str, timex: str) -> None:
    (mention,) = find_dates(words, language, report="r", published=None)
    assert mention.when.anchor == "relative"
    assert not mention.when.known
    assert mention.when.timex == timex


def test_an_absolute_date_needs_no_publication_time() -> None:
    (mention,) = find_dates("On 5 May 2024 it rained.", "en", report="r", published=None)
    assert mention.when.anchor == "absolute"
    assert mention.when.earliest == datetime(2024, 5, 5, tzinfo=UTC)


def test_two_days_later_counts_from_the_day_told_of() -> None:
    text = "The army moved on March 3, 2024. Two days later it withdrew."
    _, later = find_dates(text, "en", report="r", published=PUBLISHED)
    assert later.when.timex == "2024-03-05"
    assert later.when.anchor == "context"


def test_the_next_day_in_japanese_counts_from_the_day_told_of() -> None:
    text = "2024年3月3日に始まり、翌日終わった。"
    _, later = find_dates(text, "ja", report="r", published=PUBLISHED)
    assert later.when.timex == "2024-03-04"


def test_spans_count_in_the_whole_report() -> None:
    title, body = "Summit in Nara\n", "The leaders met on Tuesday."
    (mention,) = find_dates(
        body,
        "en",
        report="rep_1",
        published=PUBLISHED,
        base=len(title),
        sentences=(Span(report="rep_1", start=len(title), end=len(title + body)),),
    )
    whole = title + body
    assert whole[mention.span.start : mention.span.end] == "Tuesday"
    assert mention.span.report == "rep_1"


@pytest.mark.parametrize(
    ("language", "text", "direction", "timex"),
    [
        ("en", "Lee will meet Takaichi on Tuesday in Nara.", "future", "2026-01-20"),
        ("en", "Lee is set to host her on Tuesday.", "future", "2026-01-20"),
        ("en", "Talks are expected to be held on Tuesday.", "future", "2026-01-20"),
        ("en", "Police tightened security ahead of Tuesday.", "future", "2026-01-20"),
        ("en", "Lee met Takaichi on Tuesday.", "past", "2026-01-13"),
        ("en", "On Tuesday, the court rejected the appeal.", "past", "2026-01-13"),
        ("en", "Lee, who met Putin in May, will visit China on Tuesday.", "future", "2026-01-20"),
        ("en", "The minister said that talks will resume on Tuesday.", "future", "2026-01-20"),
        ("ja", "首脳会談は20日に開かれる予定だ。", "future", "2026-01-20"),
        ("ja", "首脳会談は20日に開かれた。", "past", "2025-12-20"),
        ("ko", "회담은 13일 열릴 예정이다.", "future", "2026-02-13"),
        ("ko", "회담은 20일 열렸다.", "past", "2025-12-20"),
        ("zh", "双方将于13日会谈。", "future", "2026-02-13"),
        ("zh", "双方20日签署了协议。", "past", "2025-12-20"),
    ],
)
def test_the_clause_gives_the_direction(
    language: str, text: str, direction: str, timex: str
) -> None:
    mentions = find_dates(text, language, report="r", published=PUBLISHED)
    found = {m.when.timex: m.direction for m in mentions}
    assert found.get(timex) == direction, found


def test_a_bare_weekday_that_is_today_means_today() -> None:
    for text in ("They will meet on Thursday.", "They met on Thursday."):
        (mention,) = find_dates(text, "en", report="r", published=PUBLISHED)
        assert mention.when.timex == "2026-01-15"


def test_resolve_reads_a_due_date() -> None:
    when = resolve("by the end of March", "en", PUBLISHED, "Asia/Seoul", "future")
    assert when is not None
    assert when.earliest is None
    assert when.latest == datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert resolve("no date at all", "en", PUBLISHED) is None


def test_fiscal_years_need_a_country() -> None:
    japan = resolve("fiscal 2026", "en", PUBLISHED, "Asia/Tokyo")
    nowhere = resolve("fiscal 2026", "en", PUBLISHED, "UTC")
    assert japan is not None
    assert nowhere is not None
    assert japan.earliest == datetime(2026, 3, 31, 15, tzinfo=UTC)
    assert not nowhere.known


def test_every_mention_names_its_rule_and_none_overlap() -> None:
    text = (
        "On Tuesday, Jan. 13, 2026, two years ago, in the third quarter of 2025, they met at 9 a.m."
    )
    found = find_dates(text, "en", report="r", published=PUBLISHED)
    assert len(found) >= 3
    assert all(m.how for m in found)
    for first, second in pairwise(found):
        assert first.span.end <= second.span.start


EXTREMES = (datetime(1, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
HOSTILE = {
    "digits": "7" * 1_000_000,
    "numbers": "12 " * 300_000,
    "ranges": "2014-" * 200_000,
    "slashes": "1/" * 500_000,
    "words": "next first of the " * 50_000,
    "months": "may " * 250_000,
    "han": "一" * 1_000_000,
    "days": "3日" * 300_000,
    "marks": "\u200f\u202e" * 200_000,
    "lengths": "3 days and " * 90_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ja", "ko", "zh", "fr"])
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_text_takes_linear_time(language: str, name: str) -> None:
    started = time.process_time()
    find_dates(HOSTILE[name], language, report="r", published=PUBLISHED)
    assert time.process_time() - started < 10


def test_a_megabyte_of_digits_is_nothing() -> None:
    started = time.process_time()
    assert find_dates("7" * 1_000_000, "en", report="r", published=PUBLISHED) == ()
    assert time.process_time() - started < 2


@pytest.mark.parametrize("language", ["en", "ja", "ko", "zh", "fr"])
def test_extreme_numbers_never_raise(language: str) -> None:
    for text in (
        "9999-12-31", "year 9999", "in 9999 years", "9999 years ago", "9999年後", "9999년 전",
        "9999年前", "0001-01-01", "the 30th century", "31 February", "2月30日", "2월 30일",
        "24:00", "99th century", "in 999 decades", "令和99年", "week 53 of 2021",
        "the 400th day of 2020", "from 2020 to 1990", "29 February",
    ):  # fmt: skip
        for published in (PUBLISHED, None, *EXTREMES):
            for mention in find_dates(text, language, report="r", published=published):
                assert mention.when.latest is None or mention.when.latest.utcoffset() == timedelta(
                    0
                )


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "They met on Tuesday and will meet in March, two weeks later and in Q3."
    first = find_dates(text, "en", report="r", published=PUBLISHED)
    assert first == find_dates(text, "en", report="r", published=PUBLISHED)
