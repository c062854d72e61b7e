"""What a number tells of an event: the attribute under which two reports can contradict."""

from __future__ import annotations

import re
from decimal import Decimal

from dateline.brief.number import Number

# Attribute words in nine languages. The first whose word stands near a number names it.
_EVENT = (
    ("killed", r"kill(?:ed|ing|s)?\b|\bdead|\bdied?\b|\bdying|deaths?|death toll|fatalit\w+"
               r"|\blives\b|\bmuert[eo]s?|murieron|murió|fallecid\w+|fallecieron"
               r"|víctimas mortales|\bmorte?s?\b|(?:coût|cost)\w+ la (?:vie|vida)|\btué\w*"
               r"|\bdécès|décéd\w+|perdu la vie"
               r"|\bTote[nr]?\b|Todesopfer|getötet|ums Leben|\bstarben|gestorben|\bmort[eo]s\b"
               r"|morreram|погиб\w+|死者|死亡|사망|숨졌|숨진|遇难|遇難|丧生|喪生"),
    ("injured", r"injur(?:ed|es|ing|y|ies)|wound(?:ed|ing)|wounds|hurt|herid[oa]s?|lesionad\w+"
                r"|blessé\w*|Verletzte\w*|verletzt|ferid[oa]s|ранен\w+|負傷|けが|重軽傷|부상|다쳤"
                r"|다친|受伤|受傷|伤者|傷者"),
    ("missing", r"missing|unaccounted|desaparecid\w+|disparus?\b|portées? disparues?|Vermisste\w*"
                r"|vermisst|行方不明|실종|失踪|失蹤"),
    ("arrested", r"arrest(?:ed|ing)|detain(?:ed|ing)|detenid\w+|detuv\w+|arrestad\w+|arrêté\w*"
                 r"|interpell\w+|festgenommen|Festnahmen|verhaftet|逮捕|拘束|체포|구금|拘留"),
    ("evacuated", r"evacuat(?:ed|ing)|displaced|\bfled\b|homeless|(?:left|lost|from|leave) their "
                  r"homes|evacuad\w+|desplazad\w+|évacué\w*|déplacé\w*|Vertriebene|evakuiert"
                  r"|避難|대피|疏散|撤离|撤離"),
    ("delegation", r"delegation|accompan\w+|executives|entourage|同行|代表団|随行|대표단|동행|수행"
                   r"|代表团|代表團|随行|率领"),
    ("magnitude", r"magnitude|magnitud\b|マグニチュード|규모|震级|級地震|级地震"),
    ("depth", r"\bdeep\b|depth|深さ|깊이|深度"),
)  # fmt: skip
# People who came together: named last, since those who march are also arrested and hurt.
_CROWD = re.compile(
    r"\bmarch(?:ed|ing)\b|\bdemonstrat(?:ed|ing)\b|\brall(?:ied|ying)\b|\bprotest(?:ed|ing)\b"
    r"|\bcrowds? of\b|\btook to the streets\b|\bturned out\b|\bgathered\b|\battended\b"
    r"|manifest(?:aron|é\b|ieren|ierten)|salieron a las calles|sont descendu|demonstrierten",
    re.IGNORECASE,
)
_PATTERNS = tuple((name, re.compile(words, re.IGNORECASE)) for name, words in _EVENT)
# "The death toll from the earthquake near the southern city rose to 14"
_TOLL = re.compile(
    r"\b(?:death )?toll\b[^.;]{0,90}?\b(?:to|at|is|was|reached) (?:at least )?$", re.I
)
# "Two of the dead", "one of those killed": some of a toll and not the toll
_PART = re.compile(r"\s?(?:of the|of those|of them|of \d+|de los|des)\b", re.I)
# A number belongs to an attribute word this near to it, in characters: roughly a short clause.
REACH_LATIN, REACH_CJK = 48, 14
_LASTING = re.compile(
    r"\b(?:lasted|talk(?:s|ed)|spoke|met for|meeting|summit|session|discuss\w*|negotiat\w+"
    r"|conversation|phone call|truce|cease-?fire|pause|curfew)\b"
    r"|会談|会谈|會談|회담|동안|及んだ|持续",
    re.IGNORECASE,
)
_JAILED = re.compile(r"\b(?:prison|jail\w*|behind bars|sentenced?|imprison\w*)\b", re.IGNORECASE)
_BREAK = re.compile(r"[;。；]|,\s(?:and|but|while)\b|、")


# What stands behind an age ("Banky, 40,"), an hour of the day or a score, and is no count.
_AGE_BEFORE = re.compile(r"[^\W\d_][,(]\s?$|\baged?\s$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"\s?[,.;)]|$")
_CLOCK = re.compile(r"\s?(?:[ap]\.?m\b|o['’]clock|GMT)|:\d", re.IGNORECASE)
# A bare number is of the word that it stands beside, and of none further away.
BESIDE = 14
# What a toll never counts: figures of a match, places, things, attacks.
_NO_PEOPLE = frozenset(
    """game yard point touchdown pass drive goal run match season mile city town village building
    house home car vehicle boat ship plane aircraft drone missile rocket shot round country
    province district state school hospital attack strike incident case charge count report place
    foot inch acre hectare ton tonne monday tuesday wednesday thursday friday saturday sunday
    second metre meter percent dollar hour minute day year kilometre month week time yen won yuan
    euro pound day_of_month""".split()
)


def attribute(text: str, number: Number, *, cjk: bool) -> str | None:
    """Name what ``number`` tells in ``text``, or None when it can't be told safely.

    People are told apart by what happened to them ("injured", "killed"); an attribute word
    counts only within reach and in the same clause, the nearest winning. Other numbers are
    named by the noun they count; ordinals, dates, ages, hours of the day and bare numbers are
    not compared.
    """
    if number.kind in ("ordinal", "date") or _CLOCK.match(text, number.end):
        return None
    if number.unit == "year" and _JAILED.search(text):
        return "sentence"
    if number.unit in ("minute", "hour"):
        return "duration" if _LASTING.search(text) else None
    some = number.kind != "percent" and _PART.match(text, number.end)
    if some or _is_age(text, number):
        return None
    if _TOLL.search(text[: number.start]) and _fits("killed", number):
        return "killed"
    reach = REACH_CJK if cjk else REACH_LATIN
    best: tuple[int, str] | None = None
    for name, pattern in _PATTERNS:
        nearest = _distance(pattern, text, number, reach)
        if nearest is not None and (best is None or nearest < best[0]):
            best = (nearest, name)
    if best is not None and _fits(best[1], number):
        return best[1] if cjk or number.kind != "bare" or best[0] <= BESIDE else None
    if number.unit == "people" or number.value >= LEAST_CROWD:
        near = _distance(_CROWD, text, number, reach)
        if near is not None and _fits("crowd", number):
            return "crowd"
    if number.unit in ("", "people", "item", "time", "year", "day", "second", "week", "month"):
        return None
    return number.unit


LEAST_CROWD = 100
# What a comma between a number and a word counts, in characters: "killed six people, injured 50".
COMMA = 20


def stands_by(name: str, text: str, number: Number) -> bool:
    """True where the very next word names the attribute: "40 heridos", "five killed"."""
    pattern = dict(_PATTERNS).get(name)
    return pattern is not None and pattern.match(text, number.end + 1) is not None


def _distance(pattern: re.Pattern[str], text: str, number: Number, reach: int) -> int | None:
    """How far the nearest word of the pattern stands from a number in the same clause."""
    best: int | None = None
    for match in pattern.finditer(text, max(0, number.start - reach), number.end + reach):
        gap = text[match.end() : number.start] or text[number.end : match.start()]
        if not _BREAK.search(gap):
            distance = max(match.start() - number.end, number.start - match.end(), 0)
            distance += COMMA * ("," in gap)
            best = distance if best is None else min(best, distance)
    return best


_PARENT = re.compile(r"\b(?:mother|father|mom|mum|dad|parent) of\s$", re.IGNORECASE)


def _is_age(text: str, number: Number) -> bool:
    """True for an age, and for how many children somebody has."""
    return _PARENT.search(text[: number.start]) is not None or (
        number.kind == "bare"
        and _AGE_BEFORE.search(text[: number.start]) is not None
        and _AGE_AFTER.match(text, number.end) is not None
    )


def comparable(name: str, number: Number) -> Decimal:
    """The value of ``number`` in the unit in which its attribute is compared."""
    return number.value * 60 if name == "duration" and number.unit == "hour" else number.value


def _fits(name: str, number: Number) -> bool:
    """A toll counts people, a magnitude nothing, a depth a length."""
    if name == "magnitude":
        return number.unit == "" and number.value < 11
    if name == "depth":
        return number.unit in ("kilometre", "kilometer", "metre", "meter", "mile", "km")
    return number.unit not in _NO_PEOPLE and number.kind not in ("percent", "money")
