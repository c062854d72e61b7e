import pytest


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("Such plans, they believe, will ruin the port.",
         "they", "believe", ["Such plans", "will ruin the port"]),
        ("The source of the anger, union members and leaders say, is the price of fuel.",
         "union members and leaders", "say",
         ["The source of the anger", "is the price of fuel"]),
        ("“The harbour,” the mayor added, “is the heart of the town.”",
         "the mayor", "added", ["“The harbour,”", "“is the heart of the town.”"]),
    ],
)  # fmt: skip
def test_an_insertion_parts_subject_and_verb(read, text, source, cue, content):
    found = [one for one in read(text) if one.cue == cue]
    assert [(one.source, one.content) for one in found] == [(source, content)], read(text)


def test_a_list_is_no_insertion(read):
    assert not any(len(one.content) > 1 for one in read("The mayor, who said little, left."))
