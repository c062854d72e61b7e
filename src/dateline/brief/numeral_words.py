"""Number words of Spanish, French and German, and of what those languages count.

Compounds are read as the languages build them: Spanish "treinta y cuatro", French
"quatre-vingt-dix-sept", German "siebenundzwanzig".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

LANGUAGES = ("es", "fr", "de")
_HUNDRED = 100

_ES = {
    "uno": 1, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13,
    "catorce": 14, "quince": 15, "dieciséis": 16, "diecisiete": 17, "dieciocho": 18,
    "diecinueve": 19, "veinte": 20, "veintiuno": 21, "veintiún": 21, "veintiuna": 21,
    "veintidós": 22, "veintitrés": 23, "veinticuatro": 24, "veinticinco": 25, "veintiséis": 26,
    "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
    "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
    "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500,
    "seiscientos": 600, "seiscientas": 600, "setecientos": 700, "setecientas": 700,
    "ochocientos": 800, "ochocientas": 800, "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_FR = {
    "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
    "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14,
    "quinze": 15, "seize": 16, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40,
    "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90, "cent": 100,
    "cents": 100,
}  # fmt: skip
_DE = {
    "ein": 1, "eins": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "zwei": 2, "drei": 3,
    "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "sechzehn": 16, "siebzehn": 17,
    "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40,
    "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100,
    "tausend": 1000,
}  # fmt: skip
_WORDS: Mapping[str, Mapping[str, int]] = {"es": _ES, "fr": _FR, "de": _DE}
# Words that only link the parts of a number, and never open or close one.
_LINKS = {"es": "y", "fr": "et", "de": "und"}
SCALES: Mapping[str, int] = {
    "mil": 1000, "mille": 1000, "tausend": 1000, "millón": 10**6, "millones": 10**6,
    "million": 10**6, "millions": 10**6, "millionen": 10**6, "milliard": 10**9,
    "milliards": 10**9, "milliarde": 10**9, "milliarden": 10**9, "mio": 10**6, "mrd": 10**9,
    "billones": 10**12, "billionen": 10**12,
}  # fmt: skip
# What is counted, as English names it.
UNITS: Mapping[str, str] = {
    "personas": "people", "personne": "people", "personnes": "people", "menschen": "people",
    "personen": "people", "gente": "people", "leute": "people", "euros": "euro", "euro": "euro",
    "dólares": "dollar", "dollars": "dollar", "dollar": "dollar", "horas": "hour",
    "heures": "hour", "heure": "hour", "stunden": "hour", "minutos": "minute",
    "minutes": "minute", "minuten": "minute", "días": "day", "jours": "day", "tage": "day",
    "tagen": "day", "años": "year", "ans": "year", "années": "year", "jahre": "year",
    "jahren": "year", "meses": "month", "mois": "month", "monate": "month", "monaten": "month",
    "semanas": "week", "semaines": "week", "wochen": "week", "kilómetros": "kilometre",
    "kilomètres": "kilometre", "kilometer": "kilometre", "km": "kilometre", "metros": "metre",
    "mètres": "metre", "meter": "metre", "metern": "metre", "niños": "child",
    "enfants": "child", "kinder": "child", "mujeres": "woman", "femmes": "woman",
    "frauen": "woman", "soldados": "soldier", "soldats": "soldier", "soldaten": "soldier",
    "votos": "vote", "voix": "vote", "stimmen": "vote", "uhr": "o'clock",
    "prozent": "percent",
}  # fmt: skip
_GERMAN_TENS = re.compile(r"(?P<unit>\w+?)und(?P<tens>\w+zig|dreißig|dreissig)\Z")


@lru_cache(maxsize=4096)
def value(words: str, language: str) -> int | None:
    """The value of number words ("treinta y cuatro", "dix-huit", "siebenundzwanzig"), or None.

    Scale words ("mil", "millions") are no part of it: they multiply what stands before them.
    """
    parts = [part for part in re.split(r"[\s-]+", words.lower()) if part]
    if language == "de":
        return _german(parts[0]) if len(parts) == 1 else None
    table, link = _WORDS[language], _LINKS[language]
    total = 0
    for part in parts:
        if part == link:
            continue
        number = table.get(part)
        if number is None:
            return None
        if number == _HUNDRED and language == "fr" and 1 < total < 10:
            total *= number  # "trois cents"
        elif number == 20 and total == 4:
            total = 80  # "quatre-vingt"
        else:
            total += number
    return total or None


def _german(word: str) -> int | None:
    if word in _DE:
        return _DE[word]
    for scale, factor in (("tausend", 1000), ("hundert", 100)):
        before, found, after = word.partition(scale)
        if found:
            high = _german(before) if before else 1
            low = _german(after) if after else 0
            return None if high is None or low is None else high * factor + low
    match = _GERMAN_TENS.match(word)
    if match is None:
        return None
    unit, tens = _DE.get(match["unit"]), _DE.get(match["tens"])
    return None if unit is None or tens is None else unit + tens


@lru_cache(maxsize=4)
def pattern(language: str) -> str:
    """A pattern for a run of number words of the language."""
    if language == "de":
        units = "|".join(sorted(_DE, key=lambda w: (-len(w), w)))
        return rf"(?:(?:{units})(?:und)?)+"
    words = "|".join(sorted(_WORDS[language], key=lambda w: (-len(w), w)))
    link = _LINKS[language]
    return rf"(?:{words})(?:(?:-|\s{link}\s|-{link}-|\s)(?:{words}))*"
