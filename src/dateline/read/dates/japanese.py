"""Japanese: what the lexicon needs besides its rows."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.read.dates import east_asian
from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock
from dateline.read.dates.compounds import FiscalYear, Season
from dateline.read.dates.expressions import Calendar, Context, Expression, Turn, Wrapped
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.intervals import Interval, shift
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


def _season(text: str) -> Season:
    """今夏, 昨秋, 来春: of this, last or next year; a winter by itself, since it spans two."""
    code = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}[text[1]]
    turn = {"今": 0, "昨": -1, "来": 1}[text[0]]
    return Season(code, turn=turn) if code == "WI" else Season(code, Turn("year", turn))


def _new_year(_: str) -> Expression:
    """年明け: the first months of the year that the clause looks at."""

    def change(january: Interval, _: Context) -> Interval:
        assert january.start is not None
        end = shift(january.start, "month", 3)
        return replace(january, end=end, timex=f"{january.start.year:04d}")

    return Wrapped(Calendar(None, 1), change)


LEXICON = Lexicon(
    "ja",
    "japanese",
    number,
    readers={
        "year": _year,
        "fiscal": _fiscal,
        "clock": _clock,
        "season": _season,
        "new_year": _new_year,
        "weekday": lambda text: _DAYS[text[0]],
    },
    pieces={"N": _N, "ERA": _ERA, "SPAN": _SPAN},
    lengths=(rf"(?:まる|丸|約)?{_N}\s?{{UNIT}}", "(?:数|何){UNIT}", "半{UNIT}"),
)
GRAMMAR = Grammar("ja", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of
