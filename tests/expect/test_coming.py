"""What a bare day means beside a verb that looks forward."""

from __future__ import annotations

import pytest

from tests.expect.samples import days, expected


@pytest.mark.parametrize(
    ("text", "due"),
    [
        # the next one under "will", and the one whose year is named as it stands
        ("Norway will send a frigate in December.", ("2026-12-01", "2027-01-01")),
        ("Norway will send a frigate on January 5, 2028.", ("2028-01-05", "2028-01-06")),
        ("The ship was expected back later on Monday.", ("2026-01-12", "2026-01-13")),
        # what was put off has that very day
        ("The vote was postponed to March 3.", ("2026-03-03", "2026-03-04")),
    ],
)
def test_the_day_that_is_meant(text: str, due: tuple[str, str]) -> None:
    (item,) = expected(text)
    assert days(item) == due


def test_a_day_under_a_past_verb_stays_past() -> None:
    assert expected("The force took over on January 5.") == []
    assert expected("The envoy met the rebels on Friday.") == []
