"""Which characters of a report stand within quotation marks, across its sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Marks that can only open, or only close. All others open in one language and close in another
# („so“, “so”, ”so”, »so«, « so »): there, what stands beside the mark decides.
_OPENING = "„「『"
_CLOSING = "」』"
_MARKS = re.compile('[„“”«»「」『』"]')
# What stands right after a mark that closes.
_STOPS = frozenset(",.;:!?)")
# A paragraph that opens with a dash is speech, up to the dash after which the speaker is named.
_DASHED = re.compile(r"[–—]\s*(?=\w)")
_DASH = re.compile(r"\s[–—]\s*")
# Single marks that open speech, and that close it; others are apostrophes or set a word apart.
_SINGLE_OPENS = re.compile(r"(?:^|(?<=[:,]\s))‘(?=\w)")
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…])’(?!\w)")
# A quotation left open is taken to end after as many sentences: a mark was lost. Within its own
# paragraph it may be as much longer as it takes to be closed there.
MOST_OPEN, MOST_CLOSED = 6, 30
# What stands before words that somebody says; before a name or a title stands a word.
_SAID = frozenset(",:;–—-")


@dataclass(frozen=True, slots=True)
class Quoted:
    """How much of a sentence is quoted (0 to 1), whether it begins within a quotation, its text
    outside the marks, and whether the words in marks stand amid it, as names and titles do.
    """

    share: float
    inside: bool
    outside: str
    amid: bool


def quoted(texts: Sequence[str], breaks: Sequence[bool], *, dashes: bool = False) -> list[Quoted]:
    """Follow quotation marks through the sentences of a report.

    ``breaks`` tells which sentences begin a paragraph: there an open quotation ends, since
    one that goes on is marked anew, unless the next mark is one that closes. ``dashes`` tells
    that a paragraph opening with a dash is speech, as in French, Polish or Russian.
    """
    texts = _doubled(texts, breaks)
    found = []
    is_open, since = False, 0
    for index, (text, fresh) in enumerate(zip(texts, breaks, strict=True)):
        lost = since > MOST_OPEN and not _closed_here(texts, breaks, index)
        if lost or (fresh and is_open and not _closed_next(texts, index)):
            is_open, since = False, 0
        inside = is_open
        pieces, is_open = _pieces(text, is_open, dashed=fresh and dashes)
        outside = " ".join(piece for piece, within in pieces if not within)
        within = sum(len(piece) for piece, within in pieces if within)
        since = since + 1 if is_open else 0
        amid = len(pieces) > 1 and not inside and not is_open and _amid(pieces)
        found.append(Quoted(within / max(1, len(text)), inside, outside, amid))
    return found


def _doubled(texts: Sequence[str], breaks: Sequence[bool]) -> list[str]:
    """Turn single marks around speech (‘I am,’ she said) into double ones, paragraph by paragraph.

    Within double marks they quote what a speaker quotes, and stay as they are.
    """
    out = []
    within = False
    for text, fresh in zip(texts, breaks, strict=True):
        within = within and not fresh
        at = 0
        while not _MARKS.search(text, at):
            mark = (_SINGLE_CLOSES if within else _SINGLE_OPENS).search(text, at)
            if mark is None:
                break
            at = mark.end()
            text = text[: mark.start()] + ("”" if within else "“") + text[at:]
            within = not within
        out.append(text)
    return out


def _amid(pieces: Sequence[tuple[str, bool]]) -> bool:
    """Tell whether words stand before and after what is in marks, and no pause before it."""
    first, last = pieces[0][0].rstrip(), pieces[-1][0]
    return any(map(str.isalpha, first)) and any(map(str.isalpha, last)) and first[-1] not in _SAID


def _pieces(text: str, is_open: bool, *, dashed: bool) -> tuple[list[tuple[str, bool]], bool]:
    """Cut a sentence at its marks: each piece and whether it is quoted; and what stays open."""
    if dashed and not is_open and (dash := _DASHED.match(text)):
        end = _DASH.search(text, dash.end())
        cut = end.start() if end else len(text)
        return [(text[dash.end() : cut], True), (text[cut:], False)], False
    pieces, start = [], 0
    for match in _MARKS.finditer(text):
        pieces.append((text[start : match.start()], is_open))
        is_open = _opens(text, match.start())
        start = match.end()
    return [*pieces, (text[start:], is_open)], is_open


def _closed_here(texts: Sequence[str], breaks: Sequence[bool], index: int) -> bool:
    """Tell whether the quotation is closed before its paragraph ends."""
    if breaks[index]:
        return False
    end = next((i for i in range(index, len(texts)) if breaks[i]), len(texts))
    return _closed_next(texts[: min(end, index + MOST_CLOSED)], index, MOST_CLOSED)


def _closed_next(texts: Sequence[str], index: int, most: int = MOST_OPEN) -> bool:
    """Tell whether the next mark of the text is one that closes."""
    for text in texts[index : index + most]:
        if mark := _MARKS.search(text):
            return not _opens(text, mark.start())
    return False


def _opens(text: str, index: int) -> bool:
    mark = text[index]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before, after = text[index - 1 : index] if index else "", text[index + 1 : index + 2]
    free = not before or before.isspace() or before in "([—–-:/"
    if after.isspace():  # French sets its marks apart: « so »
        return free and mark == "«"
    return free and after not in _STOPS
