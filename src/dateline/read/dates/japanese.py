"""Japanese: what the lexicon needs besides its rows."""

from __future__ import annotations

import re

from dateline.read.dates import east_asian
from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock
from dateline.read.dates.compounds import FiscalYear
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.lexicon import Lexicon
from dateline.read.dates.numbers import HAN_NUMBER, han_number

_N = rf"{HAN_NUMBER}{{1,6}}"
_DAYS = {char: i for i, char in enumerate("月火水木金土日")}
# Years that eras count as their first (Imperial Household Agency).
_ERAS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_ERA = rf"(?:{'|'.join(_ERAS)})\s?{_N}|(?:{'|'.join(_ERAS)})元"
# 3日 is the 3rd; 3日前, 3日以内, 3日連続 are lengths.
_SPAN = "(?=間|前|後|以上|以内|ぶり|連続|ほど|余り|あまり|ごと|おき|足らず|うち|たっ|が経)"
_CLOCK = re.compile(rf"({_N})\s?時(?:\s?({_N})\s?分|(半))?(?:\s?({_N})秒)?")


def number(text: str) -> int | None:
    """The first number of a text."""
    found = re.search(f"{HAN_NUMBER}{{1,8}}", text)
    return han_number(found[0]) if found else None


def _year(text: str) -> int | None:
    for era, first in _ERAS.items():
        if text.startswith(era):
            count = 1 if "元" in text else number(text)
            return first + count - 1 if count and count < 70 else None
    year = number(text)
    return None if year is None else century(year)


def _fiscal(text: str) -> FiscalYear | None:
    year = _year(text)
    return None if year is None else FiscalYear(year, start=4)


def _clock(text: str) -> Clock | None:
    found = _CLOCK.match(text)
    if found is None:
        return None
    minute = 30 if found[3] else han_number(found[2]) if found[2] else None
    return Clock.checked(han_number(found[1]), minute, han_number(found[4]) if found[4] else None)


LEXICON = Lexicon(
    "ja",
    "japanese",
    number,
    readers={
        "year": _year,
        "fiscal": _fiscal,
        "clock": _clock,
        "weekday": lambda text: _DAYS[text[0]],
    },
    pieces={"N": _N, "ERA": _ERA, "SPAN": _SPAN},
    lengths=(rf"(?:まる|丸|約)?{_N}\s?{{UNIT}}", "(?:数|何){UNIT}", "半{UNIT}"),
)
GRAMMAR = Grammar("ja", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of
