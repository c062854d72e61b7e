import pytest


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Sixteen percent of voters still say they don’t yet know enough about Tanaka.",
         "still say", "they don’t yet know enough about Tanaka"),
        ("Mori proclaimed that people fleeing the war \"cannot come here\" but rich people"
         " \"can come in.\"", "proclaimed",
         "that people fleeing the war \"cannot come here\" but rich people \"can come in.\""),
        ("Judge Tanaka said just because the harm was not obvious did not mean it was not there.",
         "said", "just because the harm was not obvious did not mean it was not there"),
        ("The mayor promises to “end” the strike.", "promises", "to “end” the strike"),
        ("He called it \"shameful\" and called on leaders to wait.",
         "called", "it \"shameful\""),
        ("Mori called Tanaka the \"biggest liar,\" pointing to a story about the port.",
         "called", "Tanaka the \"biggest liar,\""),
        ("The union constantly reminded members of the six years without a raise.",
         "constantly reminded members of", "the six years without a raise"),
    ],
)  # fmt: skip
def test_what_a_small_parser_cut_is_put_together(read, text, cue, content):
    found = [one.content for one in read(text) if one.cue == cue]
    assert found == [[content]], [(one.cue, one.content) for one in read(text)]
