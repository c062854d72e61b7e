"""Words, names, numbers and quoted stretches of a text, in any script, for comparing reports.

Nothing here needs a parser or a model. Words of inflected languages are cut to their first six
letters, which works about as well as a stemmer for retrieval (McNamee and Mayfield, "Character
n-gram tokenization for European language text retrieval", 2004); scripts written without spaces
give overlapping pairs of characters, as usual in Chinese, Japanese and Thai retrieval.
"""

from __future__ import annotations

import re
import sys
import unicodedata
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MAX_TEXT = 60_000  # characters of a report that are compared; more is an attack or a whole book
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\W_]+")
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\U00020000-\U0002fa1f]+"
)
# A number with East Asian units of ten thousand and more: 30万, 1억 2000만.
_MYRIADS = re.compile(
    r"(?:(?:\d{1,3}(?:,\d{3}){1,3}|\d{1,4})(?:\.\d{1,4})?[万萬만億亿억兆조] ?){1,4}"
    r"(?:\d{1,4}(?!\d))?"
)
_MYRIAD = re.compile(r"([\d.,]+)([万萬만億亿억兆조]?)")
_UNITS = {"": 1, **dict.fromkeys("万萬만", 10**4), **dict.fromkeys("億亿억", 10**8),
          **dict.fromkeys("兆조", 10**12)}  # fmt: skip
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# Opening and closing marks of quotation; the same mark may open and close.
_QUOTED = re.compile(
    '"[^"\n]{2,600}"|“[^”\n]{2,600}”|«[^»\n]{2,600}»|„[^“”\n]{2,600}[“”]|「[^」\n]{2,600}」'
    "|『[^』\n]{2,600}』|``[^'\n]{2,600}''"
)
# English words too common to tell one event from another, and the verbs of reporting.
_COMMON_TEXT = (
    "a about above after again against all also am an and any are as at be because been before "
    "being below between both but by can could did do does doing down during each few for from "
    "further had has have having he her here hers him his how i if in into is it its itself just "
    "last like made make many may me might more most much must my n't new next no nor not now of "
    "off on once one only or other our out over own per said same say says she should since so "
    "some still such t s than that the their them then there these they this those through to "
    "told too two under until up us very was we were what when where whether which while who whom "
    "why will with would yet you your according added reported reports report"
)
_COMMON = frozenset(_COMMON_TEXT.split())
_OPENERS = frozenset('.!?。！？\n:“"')  # after one of these a word may open a sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its ``stem``, where it stands, and what kind of word it looks like.

    Stems are interned: reports of a window say the same words over and over.
    """

    stem: str
    start: int
    end: int
    number: bool
    name: bool


def words(text: str, language: str) -> list[Word]:
    """Split ``text`` into comparable words. Common English words are left out.

    A word counts as a *name* when it is capitalised and does not open a sentence, in scripts
    that have capitals.
    """
    found: list[Word] = []
    opening = True
    last = counted = 0
    for match in _WORD.finditer(text, 0, MAX_TEXT):
        raw = match.group()
        start = match.start()
        between = text[last:start]
        if between != " " and not _OPENERS.isdisjoint(between):
            opening = True
        last = match.end()
        if raw[0].isdigit():
            if start < counted:  # the rest of a number that was written with units
                continue
            if myriads := _MYRIADS.match(text, start):
                raw, counted = _written_out(myriads.group()), myriads.end()
            found.append(Word(sys.intern(number(raw)), start, last, True, False))
            opening = False
            continue
        if _UNSPACED.match(raw):
            found.extend(_pairs(raw, start))
            opening = False
            continue
        name = raw[0].isupper() and (not opening or raw[1:2].isupper())
        opening = False
        stem = _telling(raw, language)
        if stem:
            found.append(Word(stem, start, last, False, name))
    return found


def _pairs(raw: str, start: int) -> list[Word]:
    out: list[Word] = []
    for run in _UNSPACED.finditer(raw):
        letters, at = run.group(), start + run.start()
        if len(letters) == 1:
            out.append(Word(letters, at, at + 1, False, False))
        out.extend(
            Word(sys.intern(letters[i : i + 2]), at + i, at + i + 2, False, False)
            for i in range(len(letters) - 1)
        )
    return out


@lru_cache(maxsize=1 << 14)
def _telling(raw: str, language: str) -> str:
    """Return the stem of a word as it is written; "" where it is too common to tell anything."""
    folded = unicodedata.normalize("NFKC", raw).casefold().replace("’", "'")
    return "" if folded in _COMMON else sys.intern(_stem(folded, language))


def _stem(word: str, language: str) -> str:
    word = word.removesuffix("'s").strip("'")
    if language == "en" and word.isascii():
        return _english(word)
    return word[:6]


def _english(word: str) -> str:
    """Cut the commonest English endings (after the S stemmer: Harman, 1991)."""
    if len(word) > 4:
        if word.endswith("ies"):
            word = word[:-3] + "y"
        elif word.endswith("sses"):
            word = word[:-2]
        elif word.endswith("s") and not word.endswith(("us", "ss", "is")):
            word = word[:-1]
    if len(word) > 5:
        for ending in ("ing", "ed"):
            if word.endswith(ending):
                word = word[: -len(ending)]
                if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                    word = word[:-1]
                break
    return word[:-1] if len(word) > 4 and word[-1] in "ey" else word


def number(raw: str) -> str:
    """Write a number one way: no thousands separators, Western digits ("1,200" and "١٢٠٠")."""
    digits = "".join(
        str(unicodedata.digit(letter)) if letter.isdigit() and unicodedata.digit(letter, -1) >= 0
        else letter
        for letter in raw
    )  # fmt: skip
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    return digits.replace(",", ".")


def _written_out(raw: str) -> str:
    """Write a number with units of ten thousand and more in digits alone ("1.5万": "15000")."""
    total = Decimal(0)
    for digits, unit in _MYRIAD.findall(raw):
        total += Decimal(number(digits)) * _UNITS[unit]
    return f"{total.normalize():f}"


def length(found: Iterable[Word]) -> int:
    """Return the length in words; a pair of characters of unspaced script counts as half a word."""
    halves = sum(1 if _UNSPACED.match(word.stem) else 2 for word in found)
    return (halves + 1) // 2


def quoted(text: str) -> list[tuple[int, int]]:
    """Find stretches of ``text`` inside quotation marks, as (start, end)."""
    return [match.span() for match in _QUOTED.finditer(text, 0, MAX_TEXT)]


def stable_hash(text: str) -> int:
    """A 32-bit hash that is the same in every process (``hash`` is salted for each)."""
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))
