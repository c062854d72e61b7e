"""Chinese, simplified and traditional: what the lexicon needs besides its rows."""

from __future__ import annotations

import re

from dateline.read.dates import east_asian
from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock
from dateline.read.dates.compounds import Season
from dateline.read.dates.expressions import Turn
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.lexicon import Lexicon
from dateline.read.dates.numbers import HAN_NUMBER, han_number

_N = rf"{HAN_NUMBER}{{1,6}}"
_DAYS = {char: i for i, char in enumerate("一二三四五六日")} | {"天": 6}
# Years that eras count as their first.
_ERAS = {"民国": 1912, "民國": 1912, "康熙": 1662, "雍正": 1723, "乾隆": 1736, "嘉庆": 1796,
         "道光": 1821, "咸丰": 1851, "同治": 1862, "光绪": 1875, "宣统": 1909, "昭和": 1926,
         "平成": 1989, "令和": 2019}  # fmt: skip
_CLOCK = re.compile(
    rf"({_N})\s?[点點时時][钟鐘整]?\s?(?:({_N})\s?分|(半)|(一刻|三刻))?(?:({_N})秒)?"
)


def number(text: str) -> int | None:
    """The first number of a text."""
    found = re.search(f"{HAN_NUMBER}{{1,8}}", text)
    return han_number(found[0]) if found else None


def _year(text: str) -> int | None:
    for era, first in _ERAS.items():
        if text.startswith(era):
            count = 1 if "元" in text else number(text)
            return first + count - 1 if count else None
    year = number(text)
    return None if year is None else century(year)


def _clock(text: str) -> Clock | None:
    found = _CLOCK.match(text)
    if found is None:
        return None
    minute = 30 if found[3] else {"一刻": 15, "三刻": 45}.get(found[4] or "")
    if found[2]:
        minute = han_number(found[2])
    second = han_number(found[5]) if found[5] else None
    return Clock.checked(han_number(found[1]), minute, second)


def _bare_day(text: str) -> int | None:
    """八月十五: the day of the month without its word."""
    day = number(text)
    return day if day is not None and 1 <= day <= 31 else None


def _season(text: str) -> Season:
    """今夏, 去冬, 明春: of this, last or next year; a winter by itself, since it spans two."""
    code = {"春": "SP", "夏": "SU", "秋": "FA", "冬": "WI"}[text[1]]
    turn = {"今": 0, "去": -1, "明": 1}[text[0]]
    return Season(code, turn=turn) if code == "WI" else Season(code, Turn("year", turn))


LEXICON = Lexicon(
    "zh",
    "chinese",
    number,
    readers={
        "year": _year,
        "clock": _clock,
        "bare_day": _bare_day,
        "season": _season,
        "quarters": lambda text: number(text[1]),
        "weekday": lambda text: _DAYS[text[-1]],
    },
    pieces={"N": _N, "WEEK": "(?:个|個)?(?:周|週|星期|礼拜|禮拜)", "ERAS": "|".join(_ERAS)},
    lengths=(rf"{_N}\s?多?{{UNIT}}", "(?:几|幾|数|數){UNIT}", "半{UNIT}"),
)
GRAMMAR = Grammar("zh", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of
