"""How plausible a decoding is: text of one script in its common letters, or a jumble?"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections import Counter

from dateline.gather.alphabets import one_language

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
# The commonest characters of Chinese, simplified and traditional: about a fifth of any text.
_CHINESE = frozenset(
    "的一是在不了有和人这中大为上个国以要他时来用们到会说地对出行年就能于日"
    "這為個國時來們會說對於後與將並員務長業發學從動進與過開關間問應"
)
_ENOUGH_TO_JUDGE = 20  # ideographs; a shorter text may lack any of the usual ones
# Typographic marks that every single-byte set of Windows holds.
_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000  # characters
_MARKS = frozenset("\u00a0\u00ad\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022«»©®€£°")


def plausibility(text: str, codec: str) -> float:
    """Return 0 (a jumble) to 1 (text) for the non-ASCII characters of ``text``.

    A letter counts fully when it belongs to the common letters of the charset's own script;
    half-width kana, rare ideographs, symbols amid letters and mixtures of scripts count less,
    and so does text that no language writes so. Text without any non-ASCII
    character is fully plausible.
    """
    counts = Counter(letter for letter in text if letter > "\x7f")
    total = counts.total()
    if not total:
        return 1.0
    double = _FAMILY.get(codec)
    if double:
        score = sum(_double_byte(letter, double) * count for letter, count in counts.items())
        return score / total * _has_the_usual(counts, codec)
    score = sum(_single_byte(letter) * count for letter, count in counts.items())
    score *= _of_one_script(counts) * one_language(counts)
    return score / total * _cased_like_words(text) * _latin_words(text)


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


def _single_byte(letter: str) -> float:
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


def _has_the_usual(counts: Counter[str], codec: str) -> float:
    """Return 1, or less for Japanese without kana and Chinese without its commonest words."""
    ideographs = sum(count for letter, count in counts.items() if "\u4e00" <= letter <= "\u9fff")
    if ideographs < _ENOUGH_TO_JUDGE:
        return 1.0
    if codec in ("cp932", "euc_jp"):
        kana = sum(count for letter, count in counts.items() if "\u3040" <= letter <= "\u30ff")
        return 1.0 if kana > ideographs * 0.1 else 0.6
    if codec in ("gb18030", "big5hkscs"):
        usual = sum(counts[letter] for letter in _CHINESE)
        return 1.0 if usual > ideographs * 0.05 else 0.6
    return 1.0


def _latin_words(text: str) -> float:
    """Return 1, or less where words are made of accented Latin letters alone, as in ``Ëèäåðû``."""
    plain = accented = 0
    for word in _WORD.findall(text[:_LOOKED_AT]):
        foreign = sum(1 for letter in word if "\x7f" < letter < "\u0250")
        if foreign:
            accented += foreign
            plain += len(word) - foreign
    return 0.3 if accented > 10 and accented > plain else 1.0
