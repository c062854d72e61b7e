"""A report's text as paragraphs cut into plain and marked pieces, and what changed in a version."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.records import Report, Span

# Comparing word by word is quadratic: longer paragraphs are shown as replaced whole.
_LONGEST_COMPARED = 400
_MOST_PARAGRAPHS = 1_000
# A run of Latin letters and digits, or any single character: CJK is compared letter by letter.
_WORD = re.compile(r"[0-9A-Za-z\u00c0-\u024f]+|\s+|.", re.DOTALL)

Change = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text; ``mark`` says that it is cited, ``first`` that it is where to look."""

    text: str
    mark: bool = False
    first: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of a report, cut at the ends of what is marked."""

    kind: str
    pieces: tuple[Piece, ...]


def paragraphs(report: Report, cited: Span | None) -> tuple[Paragraph, ...]:
    """Cut the report's body at the edges of ``cited``. The headline is a paragraph too."""
    found = []
    begun = False
    for block in report.blocks:
        pieces = []
        for start, end, mark in _cuts(block.start, block.end, cited):
            pieces.append(Piece(report.text[start:end], mark, mark and not begun))
            begun = begun or mark
        found.append(Paragraph(block.kind, tuple(pieces)))
    return tuple(found)


def _cuts(start: int, end: int, cited: Span | None) -> list[tuple[int, int, bool]]:
    if cited is None or cited.end <= start or end <= cited.start:
        return [(start, end, False)]
    first, last = max(start, cited.start), min(end, cited.end)
    cuts = [(start, first, False), (first, last, True), (last, end, False)]
    return [cut for cut in cuts if cut[0] < cut[1]]


def changes(old: str, new: str) -> tuple[tuple[tuple[Change, str], ...], ...]:
    """Compare two versions: each paragraph that differs, as pieces that stayed, went and came."""
    before, after = _lines(old), _lines(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    found: list[tuple[tuple[Change, str], ...]] = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        gone, come = before[a:b], after[c:d]
        if len(gone) == len(come):
            found += [_words(one, two) for one, two in zip(gone, come, strict=True)]
        else:
            found += [(("gone", line),) for line in gone]
            found += [(("new", line),) for line in come]
    return tuple(found)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()][:_MOST_PARAGRAPHS]


def _words(old: str, new: str) -> tuple[tuple[Change, str], ...]:
    before, after = _WORD.findall(old), _WORD.findall(new)
    if max(len(before), len(after)) > _LONGEST_COMPARED:
        return (("gone", old), ("new", new))
    pieces: list[tuple[Change, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            pieces.append(("same", "".join(before[a:b])))
            continue
        pieces += _piece("gone", before[a:b]) + _piece("new", after[c:d])
    return tuple(pieces)


def _piece(change: Change, words: Sequence[str]) -> list[tuple[Change, str]]:
    return [(change, "".join(words))] if words else []
