"""What a number tells of an event, and tolls that contradict each other."""

from __future__ import annotations

import pytest

from dateline.brief.attributes import attribute
from dateline.brief.numerals import numbers
from tests.brief.helpers import item
from tests.brief.test_compose import brief_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ferry sank off Lom, killing at least 12 people.", ["killed"]),
        ("The toll of the fire in the old port of the southern island rose to 31.", ["killed"]),
        ("The death toll stood at 7, the mayor said.", ["killed"]),
        ("The flood claimed 40 lives.", ["killed"]),
        ("Two of the dead were sailors.", [None]),
        ("Some 900 villagers fled.", ["evacuated"]),
        ("El incendio dejó 12 muertos y 30 heridos.", ["killed", "injured"]),
        ("Bei dem Brand wurden 30 Menschen verletzt.", ["injured"]),
    ],
)
def test_attributes(text: str, names: list[str | None]) -> None:
    assert [attribute(text, number, cjk=False) for number in numbers(text)] == names


def test_two_tolls_of_one_story_stand_side_by_side_though_told_in_other_words() -> None:
    one = item("one", [["The ferry sank off Lom at dawn, killing 12 people, nurses said."]])
    other = item(
        "other",
        [["The death toll of the ferry that sank off Lom at dawn rose to 31, nurses said."]],
        outlet="Island Courier",
    )
    (difference,) = brief_of(one, other).differences
    assert difference.attribute == "killed"
    assert [v.value for v in difference.versions] == ["12", "31"]
    assert [v.words for v in difference.versions] == ["12 people", ""]
