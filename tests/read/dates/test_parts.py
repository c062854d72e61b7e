"""The parts under the grammars: numbers, calendar arithmetic, holidays, the pattern reader."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from dateline.read.dates.holidays import easter, holiday_in, names
from dateline.read.dates.intervals import Absurd, day, duration_timex, floor, part, shift
from dateline.read.dates.intervals import unit_interval as unit
from dateline.read.dates.lunar import lunar_day
from dateline.read.dates.numbers import english_number, han_number, korean_number
from dateline.read.dates.starts import first_chars


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty one", 21), ("two thousand and thirty two", 2032), ("nineteen eighty six", 1986),
        ("twenty third", 23), ("one hundred", 100), ("two two two", None),
    ],
)  # fmt: skip
def test_english_numbers(words: str, number: int | None) -> None:
    assert english_number(words.split()) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("二千二十六", 2026),
        ("二〇二六", 2026),
        ("十三", 13),
        ("三十一", 31),
        ("廿八", 28),
        ("百", 100),
    ],
)
def test_han_numbers(text: str, number: int) -> None:
    assert han_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("이천이십육", 2026), ("십삼", 13), ("열두", 12), ("스물한", 21), ("세", 3), ("13", 13)],
)
def test_korean_numbers(text: str, number: int) -> None:
    assert korean_number(text) == number


def test_shift_keeps_to_the_month() -> None:
    assert shift(day(2024, 1, 31), "month", 1) == day(2024, 2, 29)
    assert shift(day(2024, 2, 29), "year", 1) == day(2025, 2, 28)
    assert shift(day(2026, 1, 16), "businessday", 1) == day(2026, 1, 19)
    with pytest.raises(Absurd):
        shift(day(2024, 1, 1), "century", 99)


def test_units_are_cut_on_the_calendar() -> None:
    moment = datetime(2026, 8, 5, 15, 30)  # noqa: DTZ001
    assert unit(moment, "week").start == day(2026, 8, 3)
    assert unit(moment, "quarter").timex == "2026-Q3"
    assert unit(moment, "half").timex == "2026-H2"
    assert unit(moment, "season").start == day(2026, 6, 1)
    assert floor(day(2026, 1, 5), "season") == day(2025, 12, 1)
    assert unit(moment, "century").timex == "20"


def test_parts_of_a_month_and_a_year() -> None:
    march, year = unit(day(2026, 3, 1), "month"), unit(day(2026, 1, 1), "year")
    assert part(march, "end").start == day(2026, 3, 16)
    assert part(year, "end").start == day(2026, 7, 1)
    assert part(year, "finish").start == day(2026, 9, 1)


def test_durations() -> None:
    assert duration_timex(((2.0, "hour"), (30.0, "minute"))) == "PT2H30M"
    assert duration_timex(((-1.0, "week"),)) == "PXW"


@pytest.mark.parametrize(
    ("year", "month", "date"), [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5)]
)
def test_easter(year: int, month: int, date: int) -> None:
    assert easter(year) == day(year, month, date)


def test_holidays_by_rule() -> None:
    assert holiday_in("11/4*4", 2025) == day(2025, 11, 27)
    assert holiday_in("05/-1*1", 2026) == day(2026, 5, 25)
    assert holiday_in("11/4*4+1", 2025) == day(2025, 11, 28)
    with pytest.raises(Absurd):
        holiday_in("sometimes", 2025)


def test_lunar_days() -> None:
    assert lunar_day(2024, 1, 1) == day(2024, 2, 10)
    assert lunar_day(2025, 8, 15) == day(2025, 10, 6)  # after the leap sixth month
    with pytest.raises(Absurd):
        lunar_day(1800, 1, 1)


@pytest.mark.parametrize("language", ["english", "japanese", "korean", "chinese"])
def test_every_holiday_of_the_file_can_be_computed(language: str) -> None:
    for rule in names(language).values():
        assert holiday_in(rule, 2026).year == 2026


def test_first_chars_agrees_with_re() -> None:
    for pattern in (
        r"(?:a|bc?)?d",
        r"[x-z]+q",
        r"(?<!a)\d{1,2}日",
        r"\s?e|f(?=g)",
        r"(?:(?:k|l)m)?n",
    ):
        allowed = first_chars(pattern)
        for char in "abcdefgklmnopqxyz0123456789 ":
            if any(
                re.match(pattern, char + rest)
                for rest in ("", "d", "q", "日", "e", "g", "mn", "cd", "n")
            ):
                assert char in allowed, (pattern, char)
    with pytest.raises(ValueError, match="nothing"):
        first_chars("a?")
