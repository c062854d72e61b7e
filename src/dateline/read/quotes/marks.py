"""Quotation marks: which open, which close, and what stands between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Marks that say by themselves whether they open or close.
PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "„": "“", "‟": "”"}
MARK = re.compile("[“”„‟«»「」『』\"]|''|``|(?<![\\w’'])[‘'](?=\\w)|(?<=[\\w.,!?…])[’'](?![\\w’'])")
# Writers and converters mix these: a quotation opened by one may be closed by the other.
ALIKE = frozenset('"”')
# Between single marks inside double ones nothing is looked for: they are inner quotations.
SINGLE = frozenset("‘’'")
# A quotation with no closing mark goes on to the end of its paragraph (and opens the next).
LONGEST = 6000


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its marks: characters ``start`` to ``end`` of the text.

    ``open_ended`` is a quotation that its paragraph doesn't close, because the speaker goes
    on in the next one.
    """

    start: int
    end: int
    open_ended: bool = False

    def holds(self, position: int) -> bool:
        """True when the character at ``position`` stands inside."""
        return self.start <= position < self.end


def find_quoted(text: str, start: int, end: int) -> list[Quoted]:
    """Find the quotations of one paragraph, outermost only, in order."""
    found: list[Quoted] = []
    opened: int | None = None
    closer = ""
    depth = 0
    for match in MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in SINGLE:
            continue
        if opened is None:
            if mark in PAIRS and not (mark == "“" and _german_close(text, start, at)):
                opened, closer, depth = at, PAIRS[mark], 0
            elif mark in ('"', "''", "``"):
                opened, closer = at, "''" if mark == "``" else mark
            continue
        if mark == closer or (closer in ALIKE and mark in ALIKE) or _turned(text, at, mark, closer):
            if depth:
                depth -= 1
                continue
            found.append(Quoted(opened, match.end()))
            opened = None
        elif mark in PAIRS and PAIRS[mark] == closer and closer != "“":
            # The same mark opens again: a paragraph's repeated opener or a nested quotation.
            depth += 1 if closer in "」』»" else 0
    if opened is not None and end - opened < LONGEST:
        found.append(Quoted(opened, end, open_ended=True))
    return found


def _turned(text: str, at: int, mark: str, closer: str) -> bool:
    """True for an opening mark that was typed where one closes: “It's unusual,“ said Ito."""
    after = text[at + 1 : at + 2]
    return (
        mark == "“" and closer == "”" and text[at - 1] in ",.!?…" and (not after or after.isspace())
    )


def _german_close(text: str, start: int, at: int) -> bool:
    return text.rfind("„", start, at) > text.rfind("“", start, at)
