import pytest


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor won the endorsement of Senator Tanaka.",
         "Senator Tanaka", "won the endorsement of", "The mayor"),
        ("The plan drew sharp criticism from the unions.",
         "the unions", "drew sharp criticism from", "The plan"),
        ("Her support among young voters grew.", "young voters", "support", "Her"),
        ("Most fishermen voted in favour of closing the harbour.",
         "Most fishermen", "voted in favour of", "closing the harbour"),
    ],
)  # fmt: skip
def test_who_holds_what_somebody_receives(read, text, source, cue, content):
    found = [(one.source, one.cue, one.content) for one in read(text)]
    assert found == [(source, cue, [content])]


def test_support_for_something_is_not_received(read):
    (found,) = read("The mayor's support for the tunnel grew.")
    assert found.content == ["the tunnel"]
    assert found.source == "The mayor's"


def test_goods_are_no_words(read):
    assert read("The company offered free seats to the crew.") == []
    (found,) = read("The company offered an apology.")
    assert (found.source, found.content) == ("The company", ["an apology"])
