"""Stories as numbers, and back."""

import pytest

from dateline.records import content_id
from dateline.serve.reader.ids import PREFIX, long_id, number_of, story_of

STORIES = [content_id("s", "report", number) for number in range(500)]


def test_every_spelling_leads_back() -> None:
    for story in STORIES:
        number, beginning = number_of(story), story[: 2 + 12]
        assert len(str(number)) == 19
        for spelled in (str(number), long_id(story), long_id(story).removeprefix(PREFIX)):
            assert story_of(spelled) == beginning
    assert len({number_of(story) for story in STORIES}) == len(STORIES)


@pytest.mark.parametrize(
    "text",
    ["", "x", "-5", "5", "0" * 16, "f" * 16, PREFIX, PREFIX + "12", "9" * 19, "1" * 40, "１"],
)
def test_what_is_no_number_of_a_story_is_none(text: str) -> None:
    assert story_of(text) is None
