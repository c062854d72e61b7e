"""Numbers of Spanish, French and German sentences: in figures ("1.200,5") and in words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from dateline.brief.number import Number
from dateline.brief.numeral_words import SCALES, UNITS, pattern, value

_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen"}
_MONTHS = (
    r"(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    r"|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
    r"|januar|februar|märz|april|juni|juli|august|september|oktober|november|dezember)"
)
_DATED = re.compile(rf"\.?\s+(?:de\s+)?{_MONTHS}\b", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_HEDGE = re.compile(
    r"(?:al menos|por lo menos|unos|unas|alrededor de|cerca de|casi|más de|menos de|hasta"
    r"|au moins|environ|plus de|moins de|près de|quelque|jusqu['’]à"
    r"|mindestens|etwa|rund|ungefähr|mehr als|weniger als|fast|knapp|über|bis zu)\s*$",
    re.IGNORECASE,
)
_NOUN = re.compile(r"\s+(?:d['’]|de\s+|otr[oa]s\s+|autres\s+|weitere\s+)?([^\W\d_]+)")
# Words that open the next phrase: what they stand before is not counted.
_NO_NOUN = frozenset(
    """y e o en a al del con por para que de la los las el et ou à au aux en dans par pour qui des
    le les und oder in im am bei von vom mit für aus der die das den dem sind wurden wurde haben
    fueron han sont ont ha fue""".split()
)


@lru_cache(maxsize=4)
def _number(language: str) -> re.Pattern[str]:
    scales = "|".join(sorted(SCALES, key=lambda w: (-len(w), w)))
    return re.compile(
        r"(?<![\w.,-])(?P<sign>[$€£¥])?\s?"
        r"(?:(?P<digits>\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
        rf"|(?P<words>{pattern(language)})(?!\w))"
        rf"(?:\s(?P<scale>{scales})\b\.?)?(?P<percent>\s?%|\s(?:por ciento|pour cent|prozent)\b)?"
        r"(?:\s?(?P<behind>[$€£¥]))?",
        re.IGNORECASE,
    )


def european_numbers(text: str, language: str) -> list[Number]:
    """The numbers of a sentence in one of :data:`dateline.brief.numeral_words.LANGUAGES`."""
    found = []
    for match in _number(language).finditer(text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        before, after = text[:start], text[match.end() :]
        if after[:1].isalnum() or (match["words"] and before[-1:].isalnum()):
            continue
        amount = _amount(match["digits"], match["words"], language)
        if amount is None:
            continue
        if match["scale"]:
            amount *= SCALES[match["scale"].lower()]
        elif match["words"] and amount <= 1:
            continue  # "un", "une", "ein": an article more often than a count
        sign = match["sign"] or match["behind"]
        kind, unit = "count", _unit(after)
        if match["percent"]:
            kind, unit = "percent", "percent"
        elif sign:
            kind, unit = "money", _CURRENCY[sign]
        elif _DATED.match(after) or unit == "o'clock" or (
            match["digits"] and not match["scale"] and _YEAR.fullmatch(match["digits"])
        ):  # fmt: skip
            kind, unit = "date", ""
        elif unit in ("euro", "dollar"):
            kind = "money"
        elif not unit:
            kind = "bare"
        hedged = _HEDGE.search(before[-20:]) is not None
        found.append(Number(amount, start, match.end(), unit, kind, hedged))
    return found


def _amount(digits: str | None, words: str | None, language: str) -> Decimal | None:
    if words is not None:
        number = value(words, language)
        return None if number is None else Decimal(number)
    assert digits is not None
    if len(digits) > 30:
        return None
    whole, comma, decimals = digits.partition(",")
    groups = re.split(r"[.\u00a0\u202f ]", whole)
    if not comma and len(groups) == 2 and len(groups[1]) != 3:
        return Decimal(f"{groups[0]}.{groups[1]}")  # "6.1", as many write it
    return Decimal("".join(groups) + (f".{decimals}" if comma else ""))


def _unit(after: str) -> str:
    match = _NOUN.match(after)
    if match is None:
        return ""
    word = match[1].lower()
    if word in _NO_NOUN:
        return ""
    return UNITS.get(word, word)
