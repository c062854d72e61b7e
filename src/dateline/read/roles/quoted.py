"""Which characters of a report stand within quotation marks, across its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Marks that can only open or only close; a straight mark opens where text follows it closely.
_OPENING = "“„«「『"
_CLOSING = "”»」』"
_STRAIGHT = '"'
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}{_STRAIGHT}]")
# A quotation left open is taken to end after as many sentences: a mark was lost.
MOST_OPEN = 6


@dataclass(frozen=True, slots=True)
class Quoted:
    """How much of a sentence is quoted (0 to 1), and whether it begins within a quotation."""

    share: float
    inside: bool


def quoted(texts: Sequence[str], breaks: Sequence[bool]) -> list[Quoted]:
    """Follow quotation marks through the sentences of a report.

    ``breaks`` tells which sentences begin a paragraph: there an open quotation ends, since
    one that goes on is marked anew.
    """
    found = []
    is_open, since = False, 0
    for text, fresh in zip(texts, breaks, strict=True):
        if fresh or since > MOST_OPEN:
            is_open, since = False, 0
        inside, within, start = is_open, 0, 0
        for match in _MARKS.finditer(text):
            mark, index = match.group(), match.start()
            opens = mark in _OPENING or (mark == _STRAIGHT and _opens(text, index))
            if is_open:
                within += index - start
            is_open, start = opens, index
        if is_open:
            within += len(text) - start
        since = since + 1 if is_open else 0
        found.append(Quoted(share=within / max(1, len(text)), inside=inside))
    return found


def _opens(text: str, index: int) -> bool:
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    return (not before or before.isspace() or before in "([—-:") and after.isalnum()
