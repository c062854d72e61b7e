"""Quotation marks that hold a title and nobody's words."""

from __future__ import annotations

import re

from dateline.read.quotes.clause import Clause
from dateline.read.quotes.marks import Quoted

# Words of a title in quotation marks, at the most.
LONGEST_TITLE = 7


def names_title(clause: Clause, quote: Quoted) -> bool:
    """True where the marks hold a title: "on “Meet the Press,”", "in his book “A Life”"."""
    words = re.findall(r"[^\W\d_]+", clause.text[quote.start : quote.end])
    small = [word for word in words if word[0].islower() and len(word) > 3]
    if small or not 2 <= len(words) <= LONGEST_TITLE or quote.start <= clause.start:
        return False
    before = clause.text[clause.start : quote.start].rstrip(" ,")
    last = next(
        (t for t in reversed(clause.tree.tokens) if t.end <= clause.start + len(before)), None
    )
    return last is not None and (last.pos in ("ADP", "NOUN") or last.tag in ("POS", "PRP$"))
