"""Numbers in words: English, Han characters, Korean. Only what dates need (0 to 9999)."""

from __future__ import annotations

import unicodedata

ENGLISH_UNITS = {
    word: value
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
ENGLISH_TENS = {
    word: 10 * value
    for value, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
ENGLISH_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30}
ENGLISH_SCALES = {"hundred": 100, "thousand": 1000}

HAN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "○": 0, "兩": 2, "两": 2, "元": 1, "壱": 1, "弐": 2, "参": 3,
}  # fmt: skip
HAN_SCALES = {"十": 10, "百": 100, "千": 1000}
HAN_TENS = {"廿": 20, "卅": 30}
HAN_NUMBER = "[0-9０-９〇零一二三四五六七八九十百千两兩廿卅]"

KOREAN_DIGITS = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"유": 6, "시": 10, "공": 0}
KOREAN_SCALES = {"십": 10, "백": 100, "천": 1000}
KOREAN_NATIVE = {
    "하나": 1, "한": 1, "두": 2, "둘": 2, "세": 3, "석": 3, "셋": 3, "네": 4, "넉": 4, "넷": 4,
    "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12,
    "스무": 20, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50,
}  # fmt: skip


def scaled(text: str, digits: dict[str, int], scales: dict[str, int]) -> int | None:
    """Read 二千二十六, 이천이십육, 二〇二六 or 2千: digits with scales, or digits in a row."""
    if not text or len(text) > 12:
        return None
    total, run = 0, ""
    for char in unicodedata.normalize("NFKC", text):
        if char in scales:
            total += (int(run) if run else 1) * scales[char]
            run = ""
        elif char in HAN_TENS:
            total += HAN_TENS[char]
        elif char in digits:
            run += str(digits[char])
        elif char.isascii() and char.isdigit():
            run += char
        else:
            return None
    if len(run) > 4:
        return None
    return total + int(run) if run else total


def han_number(text: str) -> int | None:
    """The value of a number in Han characters or digits, or None."""
    return scaled(text, HAN_DIGITS, HAN_SCALES)


def korean_number(text: str) -> int | None:
    """The value of a Korean number word (Sino-Korean or native) or digits, or None."""
    if text in KOREAN_NATIVE:
        return KOREAN_NATIVE[text]
    for tens in ("열", "스물", "서른", "마흔", "쉰"):
        if text.startswith(tens) and text[len(tens) :] in KOREAN_NATIVE:
            return KOREAN_NATIVE[tens] + KOREAN_NATIVE[text[len(tens) :]]
    return scaled(text, KOREAN_DIGITS, KOREAN_SCALES)


def english_number(words: list[str]) -> int | None:
    """The value of English number words in a row ("two thousand and thirty two"), or None.

    A year said in two pairs ("nineteen eighty six") is read as one.
    """
    words = [word for word in words if word != "and"]
    if not words:
        return None
    if words[-1] in ENGLISH_ORDINALS:
        before = english_number(words[:-1]) if words[:-1] else 0
        return None if before is None else before + ENGLISH_ORDINALS[words[-1]]
    if not any(word in ENGLISH_SCALES for word in words):
        return _pairs(words)
    total, current = 0, 0
    for word in words:
        if word in ENGLISH_SCALES:
            current = max(current, 1) * ENGLISH_SCALES[word]
            if word == "thousand":
                total, current = total + current, 0
        else:
            value = ENGLISH_UNITS.get(word, ENGLISH_TENS.get(word))
            if value is None:
                return None
            current += value
    value = total + current
    return value if value < 10000 else None


def _pairs(words: list[str]) -> int | None:
    groups: list[int] = []
    tens_open = False
    for word in words:
        if word in ENGLISH_TENS:
            groups.append(ENGLISH_TENS[word])
            tens_open = True
        elif word in ENGLISH_UNITS:
            if tens_open and 0 < ENGLISH_UNITS[word] < 10:
                groups[-1] += ENGLISH_UNITS[word]
            else:
                groups.append(ENGLISH_UNITS[word])
            tens_open = False
        else:
            return None
    if len(groups) == 1:
        return groups[0]
    if len(groups) == 2 and 10 <= groups[0] < 100 and 10 <= groups[1] < 100:
        return groups[0] * 100 + groups[1]
    return None
