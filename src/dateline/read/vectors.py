"""The vectors of a report: its headline and opening, its body, and each sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dateline.engines import Embedder, Engines, pack
from dateline.records import Report, Sentence, Vector

# Words of headline and opening that stand for the report: a lead and the paragraph under it.
OPENING_WORDS = 70
# The wide embedder takes some 1.4 ms a token, so it is given less: the headline and as much of
# the lead as a headline-only item would have.
WIDE_WORDS = 24
# Scripts without blanks: this many characters make up for a word.
CHARACTERS_A_WORD = 2
UNSPACED = frozenset({"ja", "zh", "th", "lo", "km", "my", "bo"})


def embed_report(
    report: Report, sentences: Sequence[Sentence], language: str, engines: Engines
) -> tuple[Vector, ...]:
    """Return the report's vectors: *report* and *body* first, then one a sentence.

    Sentences are embedded by ``engines.embedder_for(language)``. The report's headline and
    opening (70 words) are embedded by the same engine, and, for comparing across all
    languages, by ``engines.everywhere`` (24 words where the other engine serves too).
    """
    near = engines.embedder_for(language)
    wide = engines.everywhere
    if near is None:
        return ()
    texts = [report.text[one.span.start : one.span.end] for one in sentences]
    opening = opening_text(report, texts, language, OPENING_WORDS)
    rows = near.embed([opening, *texts])
    found = [Vector(of="report", engine=near.name, values=pack(rows[0]))]
    if wide is not None and wide.name != near.name:
        found.append(_wide(report, texts, language, wide))
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


def _wide(report: Report, texts: Sequence[str], language: str, wide: Embedder) -> Vector:
    text = opening_text(report, texts, language, WIDE_WORDS)
    return Vector(of="report", engine=wide.name, values=pack(wide.embed([text])[0]))


def _words(parts: Sequence[str], language: str) -> int:
    if language in UNSPACED:
        return sum(map(len, parts)) // CHARACTERS_A_WORD
    return sum(part.count(" ") + 1 for part in parts)
