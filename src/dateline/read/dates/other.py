"""Any other language: figures, ISO 8601, and days with a month's name (13 janvier 2026).

Cheap on purpose: no relative words, so nothing is invented. Month names are those of CLDR for
the languages that make most news; figures are read day first (13/1/2026).
"""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import builders as make
from dateline.read.dates import numeric
from dateline.read.dates.grammar import GAP, Grammar, Rule, Token

# January to December; alternatives with "/" (other cases, abbreviations are not read).
_NAMES = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
    "diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
    "grudnia",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
)
_MONTHS = {
    name: month
    for row in _NAMES
    for month, names in enumerate(row.split(), 1)
    for name in names.split("/")
}
_GLUE = frozenset(("de", "del", "of", ".", ",", "г", "року", "года"))
_SCAN = re.compile(
    numeric.PATTERN
    + r"|(?P<int>(?<![\w.])\d{1,4}(?![\d%]|\.\d))|(?P<word>[^\W\d_]+)|(?P<sign>[^\s])",
    re.VERBOSE,
)

RULES = (
    Rule("day month year", "d:NUM ORD? GLUE? m:MON GLUE? y:YEAR", make.date),
    Rule("day month", "d:NUM ORD? GLUE? m:MON", make.date),
    Rule("month year", "m:MON GLUE? y:YEAR", make.date),
)
GRAMMAR = Grammar("", RULES, {})


def tokens_of(text: str) -> list[Token]:
    """Cut a text into figures, names of months and what may stand between them."""
    tokens: list[Token] = []
    for match in _SCAN.finditer(text):
        kind, value = _read(match)
        if kind != GAP or (tokens and tokens[-1].kind != GAP):
            tokens.append(Token(kind, value, *match.span()))
    return tokens


def _read(match: re.Match[str]) -> tuple[str, Any]:
    name, word = match.lastgroup or "", match[0].lower()
    if name == "word":
        if word in ("er", "º", "ª"):
            return "ORD", None
        return (
            ("MON", _MONTHS[word]) if word in _MONTHS else ("GLUE" if word in _GLUE else GAP, None)
        )
    if name == "sign":
        return ("GLUE" if word in _GLUE else GAP), None
    if name == "int":
        number = int(word)
        if len(word) == 4:
            return ("YEAR", number) if 1000 <= number < 2200 else (GAP, None)
        return ("NUM", number) if 1 <= number <= 31 else (GAP, None)
    return numeric.value(name, match[0], day_first=True)
