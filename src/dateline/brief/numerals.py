"""Numbers of a sentence with what they count, in English, Japanese, Korean and Chinese, and
by :mod:`dateline.brief.numerals_european` in Spanish, French and German."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from dateline.brief.number import Number
from dateline.brief.numeral_words import LANGUAGES
from dateline.brief.numerals_european import european_numbers

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "bn": 10**9, "mn": 10**6, "m": 10**6, "k": 1000, "dozen": 12,
}  # fmt: skip
_KANJI = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_CJK_SCALES = {
    "十": 10, "百": 100, "千": 1000, "천": 1000, "백": 100, "万": 10**4, "萬": 10**4, "만": 10**4,
    "億": 10**8, "亿": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12,
}  # fmt: skip
_KOREAN = {"한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
           "아홉": 9, "열": 10}  # fmt: skip

_WORD = "|".join([*_TENS, *sorted(_SMALL, key=len, reverse=True)])
_ENGLISH = re.compile(
    r"(?P<currency>US\$|[$€£¥₩])?\s?(?:"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"|(?P<words>(?:\b(?:{_WORD})\b)(?:[- ](?:{_WORD})\b)?))"
    r"(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|bn|mn|m|k)\b)?"
    r"(?P<ordinal>st|nd|rd|th)?(?P<percent>\s?%|\s?per ?cent\b)?",
    re.IGNORECASE,
)
_CJK = re.compile(
    r"(?:(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<rest>(?:[十百千万萬億亿兆천백만억조]+\d*)*)"
    r"|(?P<kanji>[〇一二三四五六七八九两兩十百千]+)(?P<big>[万萬億亿兆]?))"
    r"(?:여|余|多)?\s?(?P<unit>人|名|명|分|분|時間|小时|小時|시간|日間|天|년|年|月|월|日|일|件|건|項目|項|项|か国|カ国"
    r"|个国家|개국|国|回|次|度目|번째|円|元|원|ドル|美元|달러|%|％|퍼센트|パーセント|キロ|公里|km|人余|隻|艘|척"
    r"|機|架|대|歳|岁|살|개)?"
)
_KOREAN_COUNT = re.compile(
    r"(?<![가-힣])(?P<native>한|두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s(?P<unit>명|사람|건|개|차례|시간)"
)

UNITS = {
    "人": "people", "名": "people", "명": "people", "사람": "people", "人余": "people",
    "分": "minute", "분": "minute", "時間": "hour", "小时": "hour", "小時": "hour", "시간": "hour",
    "日間": "day", "天": "day", "年": "year", "년": "year", "月": "month", "월": "month",
    "日": "day of month", "일": "day of month", "件": "item", "건": "item", "項目": "item",
    "項": "item", "项": "item", "개": "item", "か国": "country", "カ国": "country",
    "个国家": "country", "개국": "country", "国": "country", "円": "yen", "元": "yuan", "원": "won",
    "ドル": "dollar", "美元": "dollar", "달러": "dollar", "%": "percent", "％": "percent",
    "퍼센트": "percent", "パーセント": "percent", "キロ": "kilometre", "公里": "kilometre",
    "km": "kilometre", "隻": "ship", "艘": "ship", "척": "ship", "機": "aircraft",
    "架": "aircraft", "대": "vehicle", "回": "time", "次": "time", "度目": "time",
    "차례": "time", "번째": "time", "歳": "year of age", "岁": "year of age", "살": "year of age",
}  # fmt: skip
_CURRENCY = {"$": "dollar", "us$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won"}
_PLURALS = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "persons": "people",
    "police": "police", "dead": "dead", "percent": "percent", "km": "kilometre",
}  # fmt: skip
_NEXT = re.compile(r"[-\s]+([A-Za-z][A-Za-z'’]*)")
_HEDGE = re.compile(
    r"(?:about|around|some|nearly|almost|roughly|approximately|more than|over|at least|up to"
    r"|less than|fewer than|under|as many as|約|およそ|약|大约|大約|约|約|超过|超過|至少)\s*$",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s*$", re.IGNORECASE
)
_AFTER_MONTH = re.compile(
    r"\s+(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)\b"
)


def numbers(text: str, language: str = "en") -> tuple[Number, ...]:
    """Find the numbers of ``text`` in the order they stand.

    ``language`` decides how figures and number words are read: "1.200" is twelve hundred in
    Spanish, French and German. Every other language is read as English is, and by its script.
    """
    latin = european_numbers(text, language) if language in LANGUAGES else _in_english(text)
    found = [*latin, *_in_cjk(text)]
    kept: list[Number] = []
    for number in sorted(found, key=lambda n: (n.start, -n.end)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def _decimal(digits: str) -> Decimal | None:
    try:
        return Decimal(digits.replace(",", "")) if len(digits) < 30 else None
    except InvalidOperation:
        return None


def _in_english(text: str) -> list[Number]:
    found = []
    for match in _ENGLISH.finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        before, after = text[:start], text[match.end() :]
        inner = before[-1:].isalnum() or (before[-1:] in "-." and before[-2:-1].isalnum())
        if (inner and not match["currency"]) or after[:1].isalpha():
            continue
        value = _decimal(match["digits"]) if match["digits"] else _words(match["words"])
        if value is None:
            continue
        if match["scale"]:
            value *= _SCALES[match["scale"].lower()]
        kind, unit = "count", _noun(after)
        if match["percent"]:
            kind, unit = "percent", "percent"
        elif match["currency"]:
            kind, unit = "money", _CURRENCY[match["currency"].lower()]
        elif match["ordinal"]:
            kind = "ordinal"
        elif match["digits"] and not match["scale"] and _is_date(match["digits"], before, after):
            kind, unit = "date", ""
        elif not unit:
            if match["words"] and value <= 1:
                continue  # "one of the", "no one": a pronoun more often than a count
            kind = "bare"
        found.append(
            Number(value, start, match.end(), unit, kind, bool(_HEDGE.search(before[-16:])))
        )
    return found


def _words(words: str) -> Decimal:
    total = 0
    for part in re.split(r"[- ]", words.lower()):
        total += _SMALL.get(part, _TENS.get(part, 0))
    return Decimal(total)


def _is_date(digits: str, before: str, after: str) -> bool:
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", digits):
        return True
    return bool(_MONTH.search(before[-12:]) or _AFTER_MONTH.match(after.lower()))


def _noun(after: str) -> str:
    """The noun that a number counts: the first plural among the next four words."""
    end = 0
    for _ in range(4):
        match = _NEXT.match(after, end)
        if match is None:
            return ""
        word, end = match[1].lower(), match.end()
        if word in _PLURALS:
            return _PLURALS[word]
        if word in ("of", "to", "and", "or", "in", "on", "at", "for", "as", "is", "was", "has"):
            return ""
        if match.group()[0] == "-":  # "90-minute talks", "three-day visit"
            return word
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            if word.endswith("ies"):
                return word[:-3] + "y"
            if word.endswith(("ches", "shes", "sses", "xes")):
                return word[:-2]
            return word[:-1]
    return ""


def _in_cjk(text: str) -> list[Number]:
    found = []
    for match in _CJK.finditer(text):
        unit = UNITS.get(match["unit"] or "", "")
        if match["kanji"] and (
            not unit or match.group() in ("一人", "一日", "一次", "十分", "千人")
        ):
            continue  # 一 and its kind stand in too many ordinary words to be read without a unit
        if match["digits"] and not match["rest"] and not match["unit"]:
            continue  # plain digits are read by the English rule
        value = _cjk_value(match)
        if value is None:
            continue
        kind = "count"
        if unit == "percent":
            kind = "percent"
        elif unit in ("yen", "yuan", "won", "dollar", "euro"):
            kind = "money"
        elif unit in ("year", "month", "day of month"):
            kind = "date"
        elif match["unit"] in ("度目", "번째"):
            kind = "ordinal"
        hedged = bool(_HEDGE.search(text[: match.start()][-6:])) or text[match.end() :][:2] in (
            "以上", "未満", "余り",
        )  # fmt: skip
        found.append(Number(value, match.start(), match.end(), unit, kind, hedged))
    for match in _KOREAN_COUNT.finditer(text):
        unit = UNITS.get(match["unit"], "item")
        value = Decimal(_KOREAN[match["native"]])
        found.append(Number(value, match.start(), match.end(), unit, "count", False))
    return found


def _cjk_value(match: re.Match[str]) -> Decimal | None:
    if match["digits"]:
        text = match["digits"] + (match["rest"] or "")
    else:
        text = match["kanji"] + (match["big"] or "")
    total, section, current = Decimal(0), Decimal(0), None
    for piece in re.findall(r"\d[\d,]*(?:\.\d+)?|.", text):
        if piece[0].isdigit():
            current = _decimal(piece)
            if current is None:
                return None
        elif piece in _KANJI:
            current = (current or Decimal(0)) * 10 + _KANJI[piece]
        elif piece in _CJK_SCALES:
            scale = _CJK_SCALES[piece]
            if scale < 10**4:
                section += (Decimal(1) if current is None else current) * scale
            else:
                total += (section + (current or Decimal(0)) or Decimal(1)) * scale
                section = Decimal(0)
            current = None
    return total + section + (current or Decimal(0))
