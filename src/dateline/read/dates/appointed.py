"""Days to which a thing is put: "postponed to March 3", 3月3日に延期, "verschoben auf den 3. März".

The verb stands in the past tense, the day lies ahead. Only a date that the verb's own preposition
or particle ties to it is one: "was postponed on March 3" tells when that was decided.
"""

from __future__ import annotations

import re

LEFT, RIGHT = 90, 30  # characters before and after a date that are looked at

_WORDS = r"(?:\s+[\w'’-]+)"
_MOVED_EN = (
    r"(?:postponed|put\s+(?:off|back)|pushed\s+(?:back|forward)|moved|brought\s+forward|delayed|rescheduled|"
    r"deferred|adjourned|extended|prolonged|renewed|shifted|remanded)"
)
_MOVED_DE = "(?:verschoben|verlegt|vertagt|vorgezogen|verlängert)"
# DATE stands where the date does, FROM before it where it is the start of a range that is named.
_PATTERNS = {
    "en": (
        rf"\b(?:{_MOVED_EN}{_WORDS}{{0,6}}?\s+(?:to|until|till|for|from(?=\s*FROM))"
        r"|(?:set|fixed|called|convened|scheduled)(?!\s+(?:an?\s+)?(?:new\s+)?records?)"
        rf"{_WORDS}{{1,6}}?\s+for"
        rf"|(?:suspended|banned|barred){_WORDS}{{0,4}}?\s+(?:until|till)"
        r")\s*(?:the\s+|at\s+least\s+)?(?:FROM)?DATE|\b(?:set|fixed|chose|named)\sDATE"
    ),
    "ja": (
        r"DATE(?:に|へ|まで(?:に)?)、?(?:再?延期(?:さ|と|に|し(?!たと))|先送り|繰り[上下]げ|前倒し|変更|再?延長|"
        r"ずれ込|持ち越)"
    ),
    "ko": (
        r"DATE(?:(?:으)?로|까지)\s(?:\S{1,6}\s)?(?:재?연기|미[뤄루뤘룬]|늦[춰추췄춘]|앞당|변경|재?연장|순연|조정|옮)"
    ),
    "zh": (
        r"(?:推[迟遲]|延[期后後长長]|[顺順]延|提前|改期?|展期|调整|調整)了?[至到于於为為]了?DATE"
    ),
    "de": (
        rf"{_MOVED_DE}\b.{{0,25}}\b(?:auf|bis)\s(?:den\s|zum\s)?DATE"
        rf"|\b(?:auf|bis)\s(?:den\s|zum\s)?DATE(?:\s\d{{4}})?\s{_MOVED_DE}"
    ),
    "fr": (
        r"\b(?:report|repouss|décal|différ|prolong|reprogramm|avanc)\w{1,5}\b.{0,30}"
        r"\b(?:au|jusqu['’]au|pour\sle)\sDATE"
    ),
    "es": (
        r"\b(?:aplaz|pospu|posterg|prorrog|reprogram|adelant|retras|extend)\w{1,7}\b.{0,30}"
        r"\b(?:al|hasta(?:\sel)?|para\sel)\sDATE"
    ),
    "it": r"\b(?:rinvi|spost|prorog|posticip|anticip)\w{1,5}\b.{0,30}\b(?:al|fino\sal)\sDATE",
    "pt": r"\b(?:adi|prorrog|remarc|antecip)\w{1,5}\b.{0,30}\b(?:para|até)\s(?:o\s)?(?:dia\s)?DATE",
}
_DATE, _START = "\x01", "\x02"  # characters that no report holds
_COMPILED = {
    language: re.compile(pattern.replace("DATE", _DATE).replace("FROM", _START), re.IGNORECASE)
    for language, pattern in _PATTERNS.items()
}
# The date's own first or last words belong to what ties it: "until March 3", 6月30日まで.
_LEAD = re.compile(r"(?:to|until|till|for)\s+", re.IGNORECASE)
_FROM = re.compile(r"from\s+(?=.*\b(?:to|until|till|through)\b)", re.IGNORECASE)
_TAIL = re.compile(r"(?:に|まで|까지)\s*$")


def appointed(text: str, start: int, end: int, language: str, low: int, high: int) -> bool:
    """Whether a thing is put off, moved or appointed to the date at ``start:end``; ``low`` and
    ``high`` are the ends of its sentence."""  # fmt: skip
    pattern = _COMPILED.get(language)
    if pattern is None:
        return False
    words = text[start:end]
    ranged = _FROM.match(words)
    lead = ranged or _LEAD.match(words)
    tail = _TAIL.search(words)
    left = text[max(low, start - LEFT) : start] + (lead[0] if lead else "")
    right = (tail[0] if tail else "") + text[end : min(high, end + RIGHT)]
    return pattern.search(left + (_START if ranged else "") + _DATE + right) is not None
