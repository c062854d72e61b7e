import pytest

from dateline.read.sentences import LONG_QUOTE, split_sentences
from dateline.records import Block


def sentences(text, language):
    blocks = [Block(kind="paragraph", start=0, end=len(text))]
    return [text[start:end] for start, end, _ in split_sentences(text, blocks, language)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["“We won. They lost,” he said.", "Then he left."]),
        ("en", ["Gen. Ito of the U.S. Army met Mr. J. R. Brown.", "They talked for 3.5 hours."]),
        ("en", ["“Is it over?” asked Mr. Lee.", "“Yes!” she cried.", "Nobody else spoke."]),
        ("en", ["He waited... and waited.", "No. 5 was next.", "Was it St. Paul?", "Yes."]),
        ("en", ["He works for the U.S.", "The pay is good."]),
        ("en", ["What We Know So Far", "The army said it had taken the town.", "It left."]),
        ("en", ["The New York Times said the army had gone to Port The Point."]),
        ("en", ["The U.S. State Department agreed.", "It said so on Jan. 5 in Washington."]),
        ("en", ["The plan (“a start.”) was passed.", "It costs $1.5 billion."]),
        ("ja", ["首相は「協力を深めたい。未来志向だ。」と述べた。", "会談は13日。"]),
        ("ja", ["「違う。」", "彼は去った。"]),
        ("ko", ['대통령은 "협력하겠다. 함께 가자."고 말했다.', "회의는 내달 열린다."]),
        ("ko", ["“좋다.” 라고 밝혔다.", "그는 떠났다."]),
        ("zh", ["外交部表示：“我们反对。这是错误的。”", "他还说，会继续。"]),
        ("es", ["El Sr. López dijo: «Hay acuerdo. Seguimos.»", "¿Qué pasó?", "Nada."]),
        ("de", ["Der Minister kam am 3. Oktober.", "„Wir machen weiter“, sagte er."]),
        ("ar", ["مرحبا بكم.", "كيف حالكم؟", "نحن بخير."]),
        ("und", ["Ko te hui tenei.", "Ka mutu."]),
    ],
)
def test_sentences_are_cut_where_a_reader_would(language, expected):
    joiner = "" if language in ("ja", "zh") else " "
    assert sentences(joiner.join(expected), language) == expected


def test_only_prose_holds_sentences():
    parts = [
        ("title", "Ministers meet"), ("heading", "The talks"), ("paragraph", "They met. They ate."),
        ("caption", "A table."), ("list", "One point."), ("derivation", "Source: Kyodo"),
    ]  # fmt: skip
    text, blocks = "", []
    for kind, part in parts:
        blocks.append(Block(kind=kind, start=len(text), end=len(text) + len(part)))
        text += part + "\n\n"
    found = split_sentences(text, blocks, "en")
    assert [(text[a:b], index) for a, b, index in found] == [
        ("They met.", 2), ("They ate.", 2), ("One point.", 4),
    ]  # fmt: skip


def test_a_quotation_of_many_sentences_is_cut_inside_and_nothing_is_lost():
    quote = "“" + " ".join(f"We counted {number} ships in the harbour." for number in range(40))
    text = quote + "” That was all."
    pieces = sentences(text, "en")
    assert len(pieces) > 20
    assert max(map(len, pieces)) < LONG_QUOTE
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


def test_an_endless_paragraph_is_bounded_and_nothing_is_lost():
    text = "ааа" * 100_000
    pieces = sentences(text, "ru")
    assert "".join(pieces) == text
    assert max(map(len, pieces)) <= 20_000


def test_empty_and_blank_blocks_give_nothing():
    assert sentences("", "en") == []
    assert sentences("  \n ", "en") == []
