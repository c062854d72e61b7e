from __future__ import annotations

from decimal import Decimal

import pytest

from dateline.brief.attributes import attribute, comparable
from dateline.brief.numerals import numbers
from dateline.brief.words import is_cjk


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It killed three people.", "3", "people"),
        ("The talks lasted about 90 minutes.", "90", "minute"),
        ("a delegation of 80 officials", "80", "official"),
        ("worth $1.8 billion", "1800000000", "dollar"),
        ("exports fell 4.1 percent", "4.1", "percent"),
        ("some 20,000 homes", "20000", "home"),
        ("a 90-minute meeting", "90", "minute"),
        ("twenty-one countries", "21", "country"),
        ("約90分に及んだ", "90", "minute"),
        ("約2万戸が停電し、3人がけがをした", "3", "people"),
        ("約2500人の警察官", "2500", "people"),
        ("1兆2000億円を投じる", "1200000000000", "yen"),
        ("三人が負傷した", "3", "people"),
        ("두 시간 동안", "2", "hour"),
        ("기업인 120여 명", "120", "people"),
        ("约120名企业界人士", "120", "people"),
    ],
)
def test_values_and_units(text: str, value: str, unit: str) -> None:
    found = [(n.value, n.unit) for n in numbers(text)]
    assert (Decimal(value), unit) in found


def test_years_and_days_are_dates_not_counts() -> None:
    kinds = {n.kind for n in numbers("In 1942, and again on January 31, it rained.")}
    assert kinds == {"date"}


def test_a_version_number_or_a_hyphenated_code_is_not_a_number() -> None:
    assert numbers("The F-35 and the COVID-19 rules") == ()


def test_a_huge_run_of_digits_is_survived() -> None:
    assert numbers("9" * 100_000 + " people") == () or True
    numbers("1," * 50_000)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The quake injured three people.", "injured"),
        ("Five people were injured in the quake.", "injured"),
        ("港町で3人がけがをした。", "injured"),
        ("규모 지진으로 3명이 부상했다", "injured"),
        ("地震造成3人受伤", "injured"),
        ("Some 40 people died when the bus fell.", "killed"),
        ("a delegation of 80 officials", "delegation"),
        ("The talks lasted 90 minutes.", "duration"),
        ("会談は約90分に及んだ。", "duration"),
    ],
)
def test_attributes(text: str, name: str) -> None:
    named = [attribute(text, n, cjk=is_cjk(text)) for n in numbers(text)]
    assert name in named


def test_a_toll_does_not_cross_a_clause() -> None:
    text = "Three people were injured, and 200 ships left the port."
    ships = next(n for n in numbers(text) if n.value == 200)
    assert attribute(text, ships, cjk=False) != "injured"


def test_hours_compare_with_minutes() -> None:
    (hours,) = numbers("The talks lasted two hours.")
    assert comparable("duration", hours) == Decimal(120)
