"""Roles: what each sentence does in its report."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from dateline.read.roles.evidence import Evidence, evidence_rows
from dateline.read.roles.features import cued_languages, features
from dateline.read.roles.model import CHAINED, chain, columns, design, pages, softmax, weights
from dateline.records import Block, Report, Role, Sentence

__all__ = ["Evidence", "assign_roles"]

# A role is only claimed from this probability on; below, it stays unknown. With eight roles
# chance is .125: under this the best two or three roles are as good as even.
LEAST = 0.25
# What stands in a block that is a caption or says where the text came from is no reporting.
CAPTIONS = frozenset({"caption", "derivation"})
CAPTION_CERTAINTY = 0.9
# A short line without an end mark that is a paragraph of its own is a heading or a byline.
HEADING_CERTAINTY = 0.7
HEADING_CHARACTERS = 70
_ENDS = frozenset('.!?…:;。！？」』”"’')


def assign_roles(
    report: Report,
    sentences: Sequence[Sentence],
    language: str,
    vectors: NDArray[Any] | None = None,
    engine: str = "",
    opening: NDArray[Any] | None = None,
    evidence: Evidence | None = None,
) -> tuple[Sentence, ...]:
    """Return the sentences with role, certainty and reason.

    ``vectors`` holds one row a sentence, ``opening`` the vector of headline and opening, made
    by ``engine``; vectors of another engine than the one trained with are left aside.
    ``evidence`` holds the parses, dates and quotations of the report. Without
    vectors, languages that have no cues of their own keep their sentences *unknown*: nothing
    is guessed. Pure.
    """
    if not sentences:
        return ()
    model = weights()
    usable = vectors is not None and engine == model.engine
    if not usable and language not in cued_languages():
        return tuple(sentences)
    date = report.published or report.updated or report.retrieved
    found = evidence_rows(report, sentences, evidence or Evidence()) if usable else ()
    rows = features(
        [report.text[s.span.start : s.span.end] for s in sentences],
        language,
        _paragraph_starts(sentences),
        date.year,
        found,
    )
    x = design(rows, vectors if usable else None, opening if usable else None)
    if not usable:
        matrix = model.without_vector
    else:
        matrix = model.with_vector if language in cued_languages() else model.uncued
    chances = chain(softmax(x @ matrix + pages(model.roles)), model.follows, CHAINED)
    order = columns()
    out = []
    for index, sentence in enumerate(sentences):
        if (structure := _structure(report, sentences, index)) is not None:
            out.append(structure)
            continue
        best = int(chances[index].argmax())
        certainty = float(chances[index, best])
        pull = x[index, : len(order)] * matrix[: len(order), best]
        reasons = [order[i] for i in np.argsort(-pull, kind="stable")[:3] if pull[i] > 0.2]
        out.append(
            dataclasses.replace(
                sentence,
                role=cast(Role, model.roles[best]) if certainty >= LEAST else "unknown",
                certainty=round(certainty, 3),
                why=", ".join(reasons) or ("meaning" if usable else "neighbours"),
            )
        )
    return tuple(out)


def _paragraph_starts(sentences: Sequence[Sentence]) -> list[bool]:
    return [
        index == 0 or sentence.block != sentences[index - 1].block
        for index, sentence in enumerate(sentences)
    ]


def _structure(report: Report, sentences: Sequence[Sentence], index: int) -> Sentence | None:
    """Return the sentence as boilerplate where its block is no reporting: caption or heading."""
    sentence = sentences[index]
    if not 0 <= sentence.block < len(report.blocks):
        return None
    if not any(map(str.isalpha, report.text[sentence.span.start : sentence.span.end])):
        return dataclasses.replace(
            sentence, role="boilerplate", certainty=CAPTION_CERTAINTY, why="no word"
        )
    block = report.blocks[sentence.block]
    if block.kind in CAPTIONS:
        why, certainty = "caption", CAPTION_CERTAINTY
    elif block.kind == "quote":
        return dataclasses.replace(
            sentence, role="reaction", certainty=CAPTION_CERTAINTY, why="pull quote"
        )
    elif index and block.kind == "paragraph" and _is_heading(report, block, sentence):
        why, certainty = "heading", HEADING_CERTAINTY
    else:
        return None
    return dataclasses.replace(sentence, role="boilerplate", certainty=certainty, why=why)


def _is_heading(report: Report, block: Block, sentence: Sentence) -> bool:
    if block.end - block.start > HEADING_CHARACTERS:
        return False
    text = report.text[block.start : block.end].strip()
    alone = text == report.text[sentence.span.start : sentence.span.end].strip()
    words = text.strip("“”‘’\"'「」")
    return alone and bool(words) and (words.isupper() or text[-1] not in _ENDS)
