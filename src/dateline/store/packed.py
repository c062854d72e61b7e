"""The stored form of a reading: in parts, each read back by itself.

A reading is most of what a desk stores, and nearly all of it is parses and vectors, which most
questions don't ask for. Its body is a head, the facts (everything else, as JSON), the sentences,
the parses and the vectors::

    b"r" 1   u32 facts   u32 sentences   u32 parses   facts sentences parses vectors

Lengths are little-endian; facts, sentences and parses are zlib. Sentences and tokens are kept by
columns: a list a field, texts by their place in a table of texts, positions as steps from the one
before. Nothing here knows an engine, and a new field of a token or a sentence needs no code.
Of vectors, first all low bytes are kept and then all high ones, which repeat more: that takes a
quarter off what hardly compresses otherwise.
"""

from __future__ import annotations

import dataclasses
import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypeAlias

from dateline.records import Parse, Reading, Sentence, Span, Token, Vector
from dateline.records.codec import from_plain, to_plain

Part: TypeAlias = Literal["parses", "vectors"]
EVERY_PART: frozenset[Part] = frozenset(("parses", "vectors"))

MARK = b"r"
_HEAD = struct.Struct("<1sBIII")
_FORM = 1
Columns: TypeAlias = dict[str, Any]


def pack_reading(reading: Reading) -> bytes:
    """Encode a reading. Raises ValueError or TypeError where JSON can't say what it holds."""
    facts = dict(to_plain(dataclasses.replace(reading, sentences=(), parses=(), vectors=())))
    facts["vectors"] = [
        [vector.of, vector.engine, vector.sentence, len(vector.values)]
        for vector in reading.vectors
    ]
    tokens = [token for parse in reading.parses for token in parse.tokens]
    parses = {
        "sentence": [parse.sentence for parse in reading.parses],
        "tokens": [len(parse.tokens) for parse in reading.parses],
        **_columns(_values(Token, tokens)),
    }
    sentences = _values(Sentence, reading.sentences)
    spans = sentences.pop("span")
    if any(span.report != reading.report for span in spans):
        raise ValueError("a sentence stands in another report")
    sentences |= _values(Span, spans)
    del sentences["report"]
    parts = [_squeezed(part) for part in (facts, _columns(sentences), parses)]
    values = b"".join(vector.values for vector in reading.vectors)
    head = _HEAD.pack(MARK, _FORM, *map(len, parts))
    return b"".join([head, *parts, zlib.compress(values[::2] + values[1::2])])


def unpack_reading(body: bytes, parts: frozenset[Part] = EVERY_PART) -> Reading:
    """Decode a reading, without the ``parts`` that aren't named.

    Raises ValueError or zlib.error when it is damaged or of a form that isn't known.
    """
    facts, sentences, parses, vectors = _cut(body)
    plain = _loosened(facts)
    listed = plain.pop("vectors")
    reading = from_plain(Reading, plain)
    return dataclasses.replace(
        reading,
        sentences=_sentences(reading.report, _loosened(sentences)),
        parses=_parses(_loosened(parses)) if "parses" in parts else (),
        vectors=_vectors(listed, vectors) if "vectors" in parts else (),
    )


def unpack_sentences(body: bytes, report: str) -> tuple[Sentence, ...]:
    """Decode the sentences alone; raises as :func:`unpack_reading`."""
    return _sentences(report, _loosened(_cut(body)[1]))


def _cut(body: bytes) -> tuple[memoryview, memoryview, memoryview, memoryview]:
    if len(body) < _HEAD.size:
        raise ValueError("it ends in its head")
    _mark, form, *lengths = _HEAD.unpack_from(body)
    if form != _FORM:
        raise ValueError(f"its form {form} is not known")
    view, at, cut = memoryview(body), _HEAD.size, []
    for length in lengths:
        cut.append(view[at : at + length])
        at += length
    return cut[0], cut[1], cut[2], view[at:]


def _squeezed(value: Any) -> bytes:
    text = json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


def _loosened(part: memoryview) -> Any:
    return json.loads(zlib.decompress(part).decode("utf-8", "surrogatepass"))


def _values(kind: type, records: Sequence[Any]) -> Columns:
    return {
        field.name: [getattr(record, field.name) for record in records]
        for field in dataclasses.fields(kind)
    }


def _columns(values: Columns) -> Columns:
    """Write columns small: texts by number, positions by steps, an ending by its length."""
    texts: dict[str, int] = {}
    found: Columns = {}
    for name, column in values.items():
        if name == "start":
            found[name] = [b - a for a, b in zip([0, *column], column, strict=False)]
        elif name == "end":
            found[name] = [b - a for a, b in zip(values["start"], column, strict=True)]
        elif name == "head":
            found[name] = [head - at for at, head in enumerate(column)]
        elif column and all(isinstance(value, str) for value in column):
            found[name] = {"texts": [texts.setdefault(value, len(texts)) for value in column]}
        else:
            found[name] = column
    return {**found, "texts": list(texts)}


def _values_of(columns: Columns) -> Columns:
    """Undo :func:`_columns`."""
    texts = columns.pop("texts")
    found: Columns = {}
    for name, column in columns.items():
        if isinstance(column, dict):
            found[name] = [texts[number] for number in column["texts"]]
        elif name == "start":
            at = 0
            found[name] = [at := at + step for step in column]
        elif name == "head":
            found[name] = [at + step for at, step in enumerate(column)]
        else:
            found[name] = column
    found["end"] = [a + b for a, b in zip(found["start"], found["end"], strict=True)]
    return found


def _rows(values: Columns) -> Iterable[dict[str, Any]]:
    names = list(values)
    return (dict(zip(names, row, strict=True)) for row in zip(*values.values(), strict=True))


def _sentences(report: str, columns: Columns) -> tuple[Sentence, ...]:
    values = _values_of(columns)
    places = zip(values.pop("start"), values.pop("end"), strict=True)
    values["span"] = [Span(report=report, start=start, end=end) for start, end in places]
    return tuple(Sentence(**row) for row in _rows(values))


def _parses(columns: Columns) -> tuple[Parse, ...]:
    of, counts = columns.pop("sentence"), columns.pop("tokens")
    tokens = [Token(**row) for row in _rows(_values_of(columns))]
    found, at = [], 0
    for sentence, count in zip(of, counts, strict=True):
        found.append(Parse(sentence=sentence, tokens=tuple(tokens[at : at + count])))
        at += count
    return tuple(found)


def _vectors(listed: Sequence[Sequence[Any]], packed: memoryview) -> tuple[Vector, ...]:
    planes = zlib.decompress(packed)
    values = bytearray(len(planes))
    low = (len(planes) + 1) // 2
    values[::2], values[1::2] = planes[:low], planes[low:]
    found, at = [], 0
    for of, engine, sentence, length in listed:
        here = bytes(values[at : at + length])
        found.append(Vector(of=of, engine=engine, sentence=sentence, values=here))
        at += length
    return tuple(found)
