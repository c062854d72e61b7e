"""Roles: what each sentence does in its report."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from dateline.read.roles.evidence import Evidence, evidence_rows
from dateline.read.roles.features import cued_languages, features
from dateline.read.roles.model import (
    CHAINED,
    chain,
    columns,
    design,
    pages,
    softmax,
    spoken,
    weights,
)
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
# A standfirst has at most as many sentences, and the lead under it at least this share of the
# title's words.
STANDFIRST, TITLED = 5, 0.38
LEAD_CERTAINTY = 0.85
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
    ``evidence`` holds the parses, dates and quotations of the report. A language without
    cues of its own and without vectors is read by its quotation marks, figures and the places
    of its sentences; its certainties say how little that is. Pure.
    """
    if not sentences:
        return ()
    model = weights()
    usable = vectors is not None and engine == model.engine
    known = evidence or Evidence()
    date = report.published or report.updated or report.retrieved
    rows = features(
        [report.text[s.span.start : s.span.end] for s in sentences],
        language,
        _paragraph_starts(sentences),
        date.year,
        evidence_rows(report, sentences, known),
    )
    x = design(rows, vectors if usable else None, opening if usable else None)
    matrix = model.matrix(
        parsed=bool(known.parses), cued=language in cued_languages(), vectors=usable
    )
    chances = softmax(x @ matrix + pages(model.roles))
    chances = chain(spoken(chances, rows, model.roles), model.follows, CHAINED)
    order = columns()
    out = []
    for index, sentence in enumerate(sentences):
        structure = _structure(report, sentences, index) or _lead(sentences, index, rows[index])
        if structure is not None:
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
    line = report.dateline
    if line is not None and sentence.span.start <= line.span.start < sentence.span.end:
        return dataclasses.replace(
            sentence, role="main", certainty=CAPTION_CERTAINTY, why="dateline"
        )
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


def _lead(sentences: Sequence[Sentence], index: int, row: dict[str, float]) -> Sentence | None:
    """Return the sentence as *main* that opens the second paragraph and says the title again: the
    paragraph before it was a standfirst.
    """
    sentence = sentences[index]
    opens = sentence.block != sentences[index - 1].block == sentences[0].block
    if not 0 < index <= STANDFIRST or not opens or row["quoted"] or row["title_words"] < TITLED:
        return None
    return dataclasses.replace(sentence, role="main", certainty=LEAD_CERTAINTY, why="lead")


def _is_heading(report: Report, block: Block, sentence: Sentence) -> bool:
    if block.end - block.start > HEADING_CHARACTERS:
        return False
    text = report.text[block.start : block.end].strip()
    alone = text == report.text[sentence.span.start : sentence.span.end].strip()
    words = text.strip("“”‘’\"'「」")
    return alone and bool(words) and (words.isupper() or text[-1] not in _ENDS)
