"""The vectors of a report: its headline and opening, its body, and each sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.engines import Engines, pack
from dateline.records import Report, Sentence, Vector

# Words of headline and opening that stand for the report: a lead and the paragraph under it.
OPENING_WORDS = 45
# Characters of a sentence that its vector is made from: three in four sentences are shorter, and
# what stands after thirty words seldom turns the meaning.
SENTENCE_CHARACTERS = 180
# The wide embedder takes some 1.3 ms a token: as many words as a headline and a lead have.
WIDE_WORDS = 40
# Scripts without blanks: this many characters make up for a word.
CHARACTERS_A_WORD = 2
UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my", "bo"})


def embed_report(
    report: Report, sentences: Sequence[Sentence], language: str, engines: Engines
) -> tuple[Vector, ...]:
    """Return the report's vectors: *report* and *body* first, then one a sentence.

    The headline and opening (45 words) and the sentences are embedded by
    ``engines.embedder_for(language)``. Where ``engines.also_wide`` says so for the report's
    length, the wide embedder gives a second *report* vector (40 words), to be compared with
    languages that the first embedder doesn't know.
    """
    near = engines.embedder_for(language)
    if near is None:
        return ()
    texts = [report.text[one.span.start : one.span.end] for one in sentences]
    opening = opening_text(report, texts, language, OPENING_WORDS)
    rows = near.embed([opening, *(text[:SENTENCE_CHARACTERS] for text in texts)])
    found = [Vector(of="report", engine=near.name, values=pack(rows[0]))]
    wide = engines.also_wide(near, _words(texts, language))
    if wide is not None:
        text = opening_text(report, texts, language, WIDE_WORDS)
        found.append(Vector(of="report", engine=wide.name, values=pack(wide.embed([text])[0])))
    if texts:
        mean = rows[1:].mean(axis=0)
        mean /= np.linalg.norm(mean) or 1.0
        found.append(Vector(of="body", engine=near.name, values=pack(mean)))
    found += [
        Vector(of="sentence", engine=near.name, values=pack(row), sentence=index)
        for index, row in enumerate(rows[1:])
    ]
    return tuple(found)


def opening_text(report: Report, sentences: Sequence[str], language: str, words: int) -> str:
    """Return the headline and whole sentences after it until there are ``words`` words.

    The sentence that reaches the number is cut there. The dateline ("NARA, Japan (AP) —")
    of the first sentence is left out: it says where the outlet's reporter sits.
    """
    parts = [report.title] if report.title else []
    for index, sentence in enumerate(sentences):
        if _words(parts, language) >= words:
            break
        if index == 0 and report.dateline is not None:
            written = report.text[report.dateline.span.start : report.dateline.span.end]
            sentence = sentence.removeprefix(written).lstrip(" —–-:")
        parts.append(sentence)
    opening = "\n".join(parts)
    if language in UNSPACED:
        return opening[: words * CHARACTERS_A_WORD]
    return " ".join(opening.split(" ")[:words])


def _words(parts: Sequence[str], language: str) -> int:
    if language in UNSPACED:
        return sum(map(len, parts)) // CHARACTERS_A_WORD
    return sum(part.count(" ") + 1 for part in parts)
