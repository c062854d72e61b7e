"""Korean: what the lexicon needs besides its rows."""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import east_asian
from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock
from dateline.read.dates.compounds import FiscalYear
from dateline.read.dates.expressions import Calendar
from dateline.read.dates.grammar import Grammar
from dateline.read.dates.lexicon import Lexicon
from dateline.read.dates.numbers import KOREAN_NATIVE, korean_number

_SINO_WORD = "[일이삼사오육칠팔구십백천유시]"
_SINO = rf"(?:\d{{1,4}}|{_SINO_WORD}{{1,7}})"
_DIGIT = "[일이삼사오육칠팔구]"
_COUNTERS = sorted(set(KOREAN_NATIVE) - {"하나", "둘", "셋", "넷"}, key=lambda w: (-len(w), w))
_NATIVE = "|".join(_COUNTERS)
_N = rf"(?:{_SINO}|{_NATIVE})"
_DAYS = {char: i for i, char in enumerate("월화수목금토일")}
_DAY_WORDS = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7,
              "여드레": 8, "아흐레": 9, "열흘": 10, "보름": 15}  # fmt: skip
_ORDINALS = {"첫": 1, "두": 2, "둘": 2, "세": 3, "셋": 3, "네": 4, "넷": 4, "다섯": 5}
# 3일 is the 3rd; 3일간, 3일 전, 3일 만에 are lengths.
_SPAN = (
    r"(?=\s?(?:간(?!의\s?격)|[전후뒤](?:에|의|부터|까지)?(?![가-힣])|이내|내(?:에|로|$|\s)|안에|동안|만에|째|이상|연속|정도|가량"
    r"|남짓|앞으로))"
)
_NUMBER = re.compile(
    rf"\s*(?:약\s?|제\s?)?(?:(\d{{1,4}}|{_SINO_WORD}{{1,7}}?)\s?(?:일(?![월년주개분초시십]|{_DIGIT})|월)"
    rf"|(\d{{1,4}}|{_NATIVE}|{_SINO}))"
)
_CLOCK = re.compile(
    rf"({_NATIVE}|\d{{1,2}}|{_SINO})\s?시(?:\s?(?:({_SINO})\s?분|(반)))?(?:\s?({_SINO})\s?초)?"
)


def number(text: str) -> int | None:
    """The number at the front of a text. 일 is a one or, after a number, a day: 이십일일."""
    found = _NUMBER.match(text)
    return korean_number(found[1] or found[2]) if found else None


def _year(text: str) -> int | None:
    year = number(text)
    return None if year is None else century(year)


def _fiscal(text: str) -> FiscalYear | None:
    year = _year(text)
    return None if year is None else FiscalYear(year)


def _clock(text: str) -> Clock | None:
    found = _CLOCK.match(text)
    if found is None:
        return None
    minute = 30 if found[3] else korean_number(found[2]) if found[2] else None
    second = korean_number(found[4]) if found[4] else None
    return Clock.checked(korean_number(found[1]), minute, second)


def _ordinal(text: str) -> int | None:
    if digit := re.search(r"\d", text):
        return int(digit[0])
    return next((n for word, n in _ORDINALS.items() if word in text), None)


def _day_word(text: str) -> Any:
    return next((((float(n), "day"),) for word, n in _DAY_WORDS.items() if text.startswith(word)),
                None)  # fmt: skip


def _dotted(text: str) -> Calendar | None:
    """2025. 12. 3.: as dates are written in Korea."""
    year, month, day = map(int, re.findall(r"\d+", text))
    return Calendar(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _working_days(text: str) -> Any:
    digits = re.search(r"\d+", text)
    return ((float(digits[0]), "businessday"),) if digits else None


LEXICON = Lexicon(
    "ko",
    "korean",
    number,
    readers={
        "year": _year,
        "fiscal": _fiscal,
        "clock": _clock,
        "ordinal": _ordinal,
        "day_word": _day_word,
        "dotted": _dotted,
        "working_days": _working_days,
        "weekday": lambda text: _DAYS[text[0]],
    },
    pieces={
        "N": _N,
        "SINO": _SINO,
        "NATIVE": _NATIVE,
        "SPAN": _SPAN,
        "DIGIT": _DIGIT,
        "WORDS": rf"(?:[이삼]?십{_DIGIT}?|{_DIGIT})",
    },
    lengths=(rf"(?<![\w.]){_N}\s?{{UNIT}}", r"(?:수|몇)\s?{UNIT}", None),
)
GRAMMAR = Grammar("ko", east_asian.RULES, east_asian.CLASSES)
tokens_of = LEXICON.tokens_of
