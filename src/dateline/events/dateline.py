"""What an agency writes before the news: the town it writes from, which takes part in nothing.

"ANKARA, April 14 (Agency) - Germany and Turkey signed": a parser takes the town for the subject
and the states for its apposition. So the dateline is cut off the parse, and what hung on it takes
its place; what it names is no party.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Reading, Report, Token

_ABOVE = ("title", "heading", "derivation")
_LONGEST = 90
# A town (and its country), a date, an agency, in this order, the agency in brackets or a dash.
_WESTERN = re.compile(
    r"[^\W\d_][\w’'.-]{0,30}(?:[\s,/]{1,3}[^\W\d_][\w’'.-]{0,30}){0,4}[\s,/]{0,3}"
    r"(?:[^()\n.!?–—]{0,24}\.?,?\s*)"
    r"(?:\([^()\n]{2,40}\)\s*(?:[-–—]+\s*)?|\s[–—]{1,2}\s|\s--?\s)"
)
# What shows that such an opening is a dateline and no subject ("The Ceasefire Committee (CFC) …",
# "Emmanuel Macron – long a critic – …"): a day, a town in capitals, an agency.
_DAY = re.compile(r"\d")
_CAPITALS = re.compile(r"[^\W\d_]{4,}")
_AGENCY = re.compile(
    r"(?i)\((?:[^()]*\bagen[cz]\w*|[^()]*\bnews\b[^()]*|reuters|ap|afp|dpa|efe|ansa|xinhua|kyodo|"
    r"yonhap|tass|interfax|pti|ani|upi|apa|sda|ots|lusa|anadolu|aa|wire)\b[^()]*\)"
)
_EASTERN = re.compile(
    r"[【（(\[][^】）)\]\n]{2,40}[】）)\]]\s*(?:[가-힣]{2,4}\s*(?:특파원|기자)\s*=\s*)?"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where the dateline begins and ends in the text, and the country of its town ("" for none)."""

    start: int
    end: int
    country: str = ""


NONE = Dateline(0, 0)


def find_dateline(report: Report, reading: Reading) -> Dateline:
    """Return the dateline of a report, :data:`NONE` where it has none."""
    start = min((b.start for b in report.blocks if b.kind not in _ABOVE), default=0)
    found = _EASTERN.match(report.text, start)
    if found is None:
        found = _WESTERN.match(report.text, start)
        if found is not None and not _is_dateline(found.group(), start, reading):
            found = None
    if found is None or found.end() - start > _LONGEST:
        return NONE
    named = [(one.span, one.country) for one in reading.places]
    named += [(one.span, one.country) for one in reading.actors]
    within = [
        (span.start, country)
        for span, country in named
        if country and start <= span.start and span.end <= found.end()
    ]
    return Dateline(start, found.end(), min(within)[1] if within else "")


def _is_dateline(opening: str, start: int, reading: Reading) -> bool:
    """Say whether words before a dash or brackets are a dateline, or the subject of a sentence."""
    if _DAY.search(opening) or _AGENCY.search(opening):
        return True
    first = _CAPITALS.match(opening)
    if first is not None and first.group().isupper():
        end = start + first.end()
        return not any(one.span.start == start and one.span.end >= end for one in reading.actors)
    dashed = not opening.rstrip().endswith(")")
    return dashed and any(one.span.start == start for one in reading.places)


def without_dateline(tokens: Sequence[Token], dateline: Dateline) -> tuple[Token, ...]:
    """Cut the dateline off a sentence's parse; what hung on it hangs where it hung."""
    first = next((i for i, one in enumerate(tokens) if one.start >= dateline.end), len(tokens))
    if first in (0, len(tokens)) or tokens[0].start < dateline.start:
        return tuple(tokens)
    kept = []
    for index in range(first, len(tokens)):
        head, rel = tokens[index].head, tokens[index].rel
        seen = {index}
        while head < first:
            above = tokens[head].head
            rel = tokens[head].rel
            if above in seen or above == head:
                head, rel = index, "ROOT"
                break
            seen.add(head)
            head = above
        if head == index:
            rel = "ROOT"
        kept.append(dataclasses.replace(tokens[index], head=head - first, rel=rel))
    return tuple(kept)
