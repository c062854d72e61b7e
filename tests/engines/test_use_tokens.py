"""Words cut one by one give the ids that the encoder's own search gives for the whole text."""

import random

import pytest

from dateline.engines.use import UseEmbedder
from dateline.engines.use_tokens import WordTokens, words_stand_alone

TEXTS = (
    "Ministers met in Oslo on Tuesday; they'll meet again (perhaps) in May 2026.",
    "  blanks   of\tall kinds\u00a0here\u3000too ", "", " ", "▁", "a▁b ▁▁ c", "x",
    "外交部长李雪表示，协议将在三周内签署。", "高市首相は「合意した」と述べた。",
    "이재명 대통령은 회담에서 말했다.",
    "ﬁne ½ Ⅷ ① e\u0301tude İstanbul ΑΒΓ 😀 \u200b zero\u200dwidth \ufeff", "word" * 40, "é" * 500,
)  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer() -> object:
    embedder = UseEmbedder()
    embedder.embed(["warm"])
    return embedder._use._tokenizer


def test_no_piece_reaches_over_a_blank(tokenizer: object) -> None:
    assert words_stand_alone(tokenizer)


def test_sums_of_scores_are_exact(tokenizer) -> None:  # type: ignore[no-untyped-def]
    """All scores are multiples of 2**-24 and small: a sum of thousands loses no bit."""
    for score in [*tokenizer._scores, tokenizer._unk_score]:
        assert (score * 2**24).is_integer()
        assert abs(score) < 64


def test_the_same_ids(tokenizer) -> None:  # type: ignore[no-untyped-def]
    words = WordTokens(tokenizer)
    chance = random.Random(5)
    pieces = tokenizer._pieces
    made = [
        "".join(chance.choice(pieces).replace("▁", " ") for _ in range(chance.randrange(1, 60)))
        for _ in range(300)
    ]
    for text in [*TEXTS, *made, *TEXTS, *made]:  # the second time from memory
        assert words.ids(text) == tokenizer.encode(text, add_bos=True, add_eos=True), text
