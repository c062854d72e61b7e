"""How plausible a decoding is: text of one script in its common letters, or a jumble?"""

from __future__ import annotations

import functools
import itertools
import unicodedata
from collections import Counter

# The everyday part of each double-byte set: (codec, first and last lead byte of level 1).
# GB 2312 rows 16-55, JIS X 0208 level 1 (as Shift JIS lead bytes), Big5 level 1, KS X 1001 hangul.
_COMMON_LEADS = {
    "gb2312": (0xB0, 0xD7),
    "cp932": (0x88, 0x98),
    "big5": (0xA4, 0xC6),
    "euc_kr": (0xB0, 0xC8),
}
_FAMILY = {
    "gb18030": ("gb2312",),
    "cp932": ("cp932",),
    "euc_jp": ("cp932",),
    "big5hkscs": ("big5",),
    "cp949": ("euc_kr",),
}
# Typographic marks that every single-byte set of Windows holds.
_MARKS = frozenset("\u00a0\u00ad\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022«»©®€£°")


def plausibility(text: str, codec: str) -> float:
    """Return 0 (a jumble) to 1 (text) for the non-ASCII characters of ``text``.

    A letter counts fully when it belongs to the common letters of the charset's own script;
    half-width kana, rare ideographs, symbols amid letters and mixtures of scripts count less.
    Text without any non-ASCII character is fully plausible.
    """
    counts = Counter(letter for letter in text if letter > "\x7f")
    total = counts.total()
    if not total:
        return 1.0
    double = _FAMILY.get(codec)
    worth = _double_byte if double else _single_byte
    score = sum(worth(letter, double or ()) * count for letter, count in counts.items()) / total
    return score if double else score * _of_one_script(counts) * _cased_like_words(text)


def _double_byte(letter: str, family: tuple[str, ...]) -> float:
    code = ord(letter)
    if 0x3040 <= code <= 0x30FF:  # kana
        return 1.0 if "cp932" in family else 0.4
    if 0x3000 <= code <= 0x303F or 0xFF01 <= code <= 0xFF5E or 0x2010 <= code <= 0x2027:
        return 1.0
    if 0xFF61 <= code <= 0xFF9F:  # half-width kana: what other charsets become in Shift JIS
        return 0.1
    if 0xAC00 <= code <= 0xD7A3 or 0x4E00 <= code <= 0x9FFF:
        return 1.0 if any(_common(letter, member) for member in family) else 0.2
    return 0.3


def _single_byte(letter: str, _: tuple[str, ...]) -> float:
    category = unicodedata.category(letter)
    if category.startswith("L") or category in ("Mn", "Mc"):
        return 1.0
    if letter in _MARKS:
        return 1.0
    return 0.0 if category in ("Cc", "Cn", "Co") else 0.3


@functools.lru_cache(maxsize=1 << 14)
def _common(letter: str, member: str) -> bool:
    first, last = _COMMON_LEADS[member]
    try:
        return first <= letter.encode(member)[0] <= last
    except UnicodeEncodeError:
        return False


def _of_one_script(counts: Counter[str]) -> float:
    """Return the share of the commonest script among the letters."""
    scripts: Counter[str] = Counter()
    for letter, count in counts.items():
        if letter.isalpha():
            scripts[unicodedata.name(letter, "?").split()[0]] += count
    return max(scripts.values()) / scripts.total() if scripts else 1.0


def _cased_like_words(text: str) -> float:
    """Return 1 less the share of capitals that follow a small letter, as in ``aÐ``."""
    pairs = itertools.pairwise(text)
    foreign = [(a, b) for a, b in pairs if b > "\x7f" and b.isalpha() and a.isalpha()]
    if not foreign:
        return 1.0
    odd = sum(1 for before, letter in foreign if before.islower() and letter.isupper())
    return 1.0 - odd / len(foreign)
