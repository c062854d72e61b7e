"""The stored form of a reading: whole, in parts, smaller than JSON, and never guessed at."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import StoreError
from dateline.records import Parse, Reading, Sentence, Span, Token, Vector
from dateline.records.codec import to_json, to_plain
from dateline.store.values import pack, unpack, unpack_plain, unpack_sentences
from tests.store.samples import reading, report, span

TEXT = st.text(st.characters(codec=None), max_size=8)
PLACE = st.integers(0, 100_000)
TOKEN = st.builds(
    Token, start=PLACE, end=PLACE, lemma=TEXT, pos=TEXT, tag=TEXT, rel=TEXT, head=PLACE
)
PARSE = st.builds(
    Parse, sentence=st.integers(0, 300), tokens=st.lists(TOKEN, max_size=9).map(tuple)
)
SENTENCE = st.builds(
    Sentence,
    span=st.tuples(PLACE, PLACE).map(lambda ends: span("r_1", min(ends), max(ends))),
    block=st.integers(0, 99),
    role=st.sampled_from(["main", "unknown"]),
    certainty=st.floats(0, 1),
    why=TEXT,
)
VECTOR = st.builds(
    Vector, of=st.just("sentence"), engine=TEXT, values=st.binary(max_size=33), sentence=PLACE
)


@given(st.lists(SENTENCE, max_size=5), st.lists(PARSE, max_size=4), st.lists(VECTOR, max_size=4))
def test_any_reading_comes_back_as_it_was(
    sentences: list[Sentence], parses: list[Parse], vectors: list[Vector]
) -> None:
    made = reading(
        report("r_1"), sentences=tuple(sentences), parses=tuple(parses), vectors=tuple(vectors)
    )
    body = pack(made)
    assert unpack(Reading, body) == made
    assert unpack_plain(Reading, body) == to_plain(made)
    assert unpack_sentences("r_1", body) == made.sentences


def full() -> Reading:
    tokens = tuple(
        Token(start=at * 6, end=at * 6 + 5, lemma="meet", pos="VERB", tag="VBD", rel="x", head=at)
        for at in range(200)
    )
    values = bytes(range(256)) * 4
    return reading(
        report("r_1"),
        parses=(Parse(sentence=0, tokens=tokens), Parse(sentence=1, tokens=tokens)),
        vectors=tuple(Vector(of="sentence", engine="e", values=values, sentence=n) for n in (0, 1)),
    )


def test_parts_are_left_out_where_they_are_not_wanted() -> None:
    made, body = full(), pack(full())
    without = unpack(Reading, body, frozenset({"vectors"}))
    assert (without.parses, without.vectors) == ((), made.vectors)
    bare = unpack(Reading, body, frozenset())
    assert (bare.parses, bare.vectors, bare.sentences) == ((), (), made.sentences)


def test_it_is_smaller_than_json() -> None:
    assert len(pack(full())) < 0.6 * len(zlib.compress(to_json(full()).encode()))


@pytest.mark.parametrize("compressed", [False, True])
def test_readings_that_earlier_versions_stored_are_readable(compressed: bool) -> None:
    body = to_json(full()).encode()
    body = zlib.compress(body) if compressed else body
    assert unpack(Reading, body) == full()
    assert unpack_sentences("r_1", body) == full().sentences


@pytest.mark.parametrize("change", [lambda b: b[:9], lambda b: b[:60], lambda b: b"r\x09" + b[2:]])
def test_damage_is_named(change) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(StoreError, match=r"Reading can't be read.*restore a backup"):
        unpack(Reading, change(pack(full())))


def test_a_sentence_of_another_report_is_refused() -> None:
    stray = Sentence(span=Span(report="r_2", start=0, end=4), block=0)
    with pytest.raises(StoreError, match="another report"):
        pack(reading(report("r_1"), sentences=(stray,)))
