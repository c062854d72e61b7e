from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge import load_knowledge
from dateline.knowledge.fixtures import fixtures

EVER = (date(2024, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("usa-president-election-2024", date(2024, 11, 5)),
        ("usa-congress-election-2026", date(2026, 11, 3)),
        ("usa-president-election-2028", date(2028, 11, 7)),
        ("usa-inauguration-2025", date(2025, 1, 20)),
        ("swe-election-2026", date(2026, 9, 13)),
        ("bra-election-2026", date(2026, 10, 4)),
        ("bra-election-second-round-2026", date(2026, 10, 25)),
        ("phl-president-election-2028", date(2028, 5, 8)),
        ("mex-congress-election-2024", date(2024, 6, 2)),
        ("g20-summit-2026", date(2026, 12, 14)),
    ],
)
def test_rules_fall_on_the_known_days(key: str, day: date) -> None:
    found = {item.key: item for item in fixtures(*EVER)}
    assert found[key].start == day


def test_every_row_names_its_source_and_known_actors() -> None:
    known = load_knowledge().actors
    for item in fixtures(*EVER):
        assert item.source
        assert item.start <= item.end
        assert [actor for actor in item.actors if actor not in known] == []


def test_only_the_month_is_certain_of_some() -> None:
    (opening,) = fixtures(date(2026, 9, 10), date(2026, 9, 11), actor="UN")
    assert opening.whole_month
    assert (opening.start, opening.end) == (date(2026, 9, 1), date(2026, 9, 30))


def test_keys_are_unique_and_in_order() -> None:
    found = fixtures(*EVER)
    assert len({item.key for item in found}) == len(found)
    assert [item.start for item in found] == sorted(item.start for item in found)


def test_what_was_not_checked_says_so() -> None:
    found = {item.key: item for item in fixtures(*EVER)}
    assert found["wef-davos-2026"].basis == "unchecked"
    assert "not checked" in found["wef-davos-2026"].source
    assert found["nato-summit-2026"].basis == "announced"
    assert "not checked" not in found["swe-election-2026"].source


def test_announced_days_are_plausible() -> None:
    """Statutory windows, computed here from the dates that they hang on."""
    found = {item.key: item for item in fixtures(*EVER)}
    term = date(2027, 5, 13)  # of the French president: the first round is 20 to 35 days before
    window = found["fra-president-election-2027"]
    assert ((term - window.start).days, (term - window.end).days) == (35, 20)
    korea = found["kor-local-election-2026"].start  # Wednesday from 30 days before 30 June
    assert korea.weekday() == 2
    assert 0 <= (korea - date(2026, 5, 31)).days < 7
