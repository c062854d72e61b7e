"""Cutting a checked text into sentences, without the read stage."""

from __future__ import annotations

import re

_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Gov|Sen|Rep|St|No|vs|Inc|Ltd|Co|Corp|Jr|Sr"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|(?:\b[A-Z]\.)+[A-Z])\.$"
)
_END = re.compile(r"[.!?](?:[”\"’')\]]*)(?=\s)|[。！？](?:[」』”]*)|\n+")


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of ``text``. Abbreviations and initials don't end one."""
    found, start = [], 0
    for match in _END.finditer(text):
        piece = text[start : match.end()]
        following = text[match.end() :].lstrip()[:1]
        if match.group()[0] == "." and (
            _ABBREVIATION.search(piece.rstrip("”\"’')]")) or following.islower()
        ):
            continue
        if match.group()[0] == "。" and following in ("」", "』"):
            continue
        if piece.strip():
            found.append(piece.strip())
        start = match.end()
    if text[start:].strip():
        found.append(text[start:].strip())
    return tuple(found)
