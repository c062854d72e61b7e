"""What a number tells of an event: the attribute under which two reports can contradict."""

from __future__ import annotations

import re
from decimal import Decimal

from dateline.brief.numerals import Number

# Attribute words in nine languages. The first whose word stands near a number names it.
_EVENT = (
    ("killed", r"kill(?:ed|ing|s)?\b|\bdead|\bdied|\bdying|deaths?|death toll|fatalit\w+"
               r"|\blives\b|\bmuert[eo]s?|murieron|fallecid\w+|fallecieron|\bmorts?\b|\btué\w*"
               r"|\bTote[nr]?\b|getötet|ums Leben|\bmort[eo]s\b|morreram|погиб\w+|死者|死亡|사망"
               r"|숨졌|숨진|遇难|遇難|丧生|喪生"),
    ("injured", r"injur(?:ed|es|ing|y|ies)|wound(?:ed|ing)|wounds|hurt|herid[oa]s?|lesionad\w+"
                r"|blessé\w*|Verletzte\w*|verletzt|ferid[oa]s|ранен\w+|負傷|けが|重軽傷|부상|다쳤"
                r"|다친|受伤|受傷|伤者|傷者"),
    ("missing", r"missing|unaccounted|desaparecid\w+|disparus?\b|Vermisste\w*|vermisst|行方不明"
                r"|실종|失踪|失蹤"),
    ("arrested", r"arrest(?:ed|ing)|detain(?:ed|ing)|detenid\w+|interpell\w+|festgenommen"
                 r"|逮捕|拘束|체포|구금|拘留"),
    ("evacuated", r"evacuat(?:ed|ing)|displaced|\bfled\b|homeless|evacuad\w+|desplazad\w+|évacué\w*"
                  r"|déplacé\w*|Vertriebene|避難|대피|疏散|撤离|撤離"),
    ("delegation", r"delegation|accompan\w+|executives|entourage|同行|代表団|随行|대표단|동행|수행"
                   r"|代表团|代表團|随行|率领"),
    ("magnitude", r"magnitude|magnitud\b|マグニチュード|규모|震级|級地震|级地震"),
    ("depth", r"\bdeep\b|depth|深さ|깊이|深度"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _EVENT)
# "The death toll from the earthquake near the southern city rose to 14"
_TOLL = re.compile(
    r"\b(?:death )?toll\b[^.;]{0,90}?\b(?:to|at|is|was|reached) (?:at least )?$", re.I
)
# "Two of the dead", "one of those killed": some of a toll and not the toll
_PART = re.compile(r"\s?(?:of the|of those|of them|de los|des)\b", re.I)
# A number belongs to an attribute word this near to it, in characters: roughly a short clause.
REACH_LATIN, REACH_CJK = 48, 14
_LASTING = re.compile(
    r"\b(?:lasted|talks|met for|meeting|summit|session)\b|会談|会谈|會談|회담|동안|及んだ|持续",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;。；]|,\s(?:and|but|while)\b|、")


def attribute(text: str, number: Number, *, cjk: bool) -> str | None:
    """Name what ``number`` tells in ``text``, or None when it can't be told safely.

    People are told apart by what happened to them ("injured", "killed"); an attribute word
    counts only within reach and in the same clause, the nearest winning. Other numbers are
    named by the noun they count; ordinals, dates and bare numbers are not compared.
    """
    if number.kind in ("ordinal", "date"):
        return None
    if number.unit in ("minute", "hour"):
        return "duration" if _LASTING.search(text) else None
    if _PART.match(text, number.end):
        return None
    if _TOLL.search(text[: number.start]) and _fits("killed", number):
        return "killed"
    reach = REACH_CJK if cjk else REACH_LATIN
    best: tuple[int, str] | None = None
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text, max(0, number.start - reach), number.end + reach):
            gap = text[match.end() : number.start] or text[number.end : match.start()]
            if _BREAK.search(gap):
                continue
            distance = max(match.start() - number.end, number.start - match.end(), 0)
            if best is None or distance < best[0]:
                best = (distance, name)
    if best is not None and _fits(best[1], number):
        return best[1]
    if number.kind == "percent" or number.unit in ("", "people", "item", "time", "year", "day"):
        return None
    return number.unit


def comparable(name: str, number: Number) -> Decimal:
    """The value of ``number`` in the unit in which its attribute is compared."""
    return number.value * 60 if name == "duration" and number.unit == "hour" else number.value


def _fits(name: str, number: Number) -> bool:
    """A toll counts people, a magnitude nothing, a depth a length."""
    if name == "magnitude":
        return number.unit == "" and number.value < 11
    if name == "depth":
        return number.unit in ("kilometre", "kilometer", "metre", "meter", "mile", "km")
    return number.unit not in ("percent", "dollar", "hour", "minute", "day", "year", "kilometre",
                               "month", "week", "time", "yen", "won", "yuan", "euro")  # fmt: skip
