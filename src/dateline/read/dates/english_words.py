"""The English lexicon of dates, and how a text becomes tokens."""

from __future__ import annotations

import re
from typing import Any

from dateline.read.dates import numeric
from dateline.read.dates.builders import century
from dateline.read.dates.clocks import Clock, DayPart
from dateline.read.dates.grammar import GAP, Token
from dateline.read.dates.holidays import names
from dateline.read.dates.numbers import (
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    ENGLISH_TENS,
    ENGLISH_UNITS,
    english_number,
)

Words = dict[str, tuple[str, Any]]

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Words = {name: ("MON", i) for i, name in enumerate(_MONTHS, 1)} | {
    name[:3]: ("MON", i) for i, name in enumerate(_MONTHS, 1)
} | {"sept": ("MON", 9)}  # fmt: skip
WEEKDAYS: Words = (
    {name: ("WEEKDAY", i) for i, name in enumerate(_DAYS)}
    | {name[:3]: ("WEEKABBR", i) for i, name in enumerate(_DAYS)}
    | {"tues": ("WEEKABBR", 1), "weds": ("WEEKABBR", 2), "thur": ("WEEKABBR", 3),
       "thurs": ("WEEKABBR", 3)}
)  # fmt: skip
_SHORT = (MONTHS.keys() | WEEKDAYS.keys()) - {*_MONTHS, *_DAYS}
# Months and weekdays that are also words; they count as dates only where their neighbours say so.
AMBIGUOUS = frozenset(("may", "march", "mar", "sun", "sat", "wed", "dec", "jun", "jan", "mon"))

_UNITS = {
    "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "week": "week", "wk": "week", "weekend": "weekend", "fortnight": "fortnight",
    "month": "month", "quarter": "quarter", "year": "year", "yr": "year", "decade": "decade",
    "century": "century", "workweek": "workweek",
}  # fmt: skip
_OWN_KIND = {"day": "DAYUNIT", "week": "WEEKWORD", "weekend": "WEEKENDWORD", "month": "MONTHWORD",
             "year": "YEARWORD", "century": "CENTURY"}  # fmt: skip
UNITS: Words = {
    **{word: (_OWN_KIND.get(word, "UNITONE"), unit) for word, unit in _UNITS.items()},
    **{f"{word}s": ("UNITS", unit) for word, unit in _UNITS.items()},
    "seconds": ("UNITS", "second"), "centuries": ("UNITS", "century"),
}  # fmt: skip

WORDS: Words = {
    "today": ("DAYWORD", 0), "yesterday": ("DAYWORD", -1), "tomorrow": ("DAYWORD", 1),
    "tonight": ("TONIGHT", None), "overnight": ("DAYPART", DayPart("NI")),
    "this": ("THIS", 0), "current": ("THIS", 0), "last": ("LAST", -1), "previous": ("LAST", -1),
    "past": ("LAST", "past"), "prior": ("LAST", -1),
    "next": ("NEXT", 1), "coming": ("NEXT", "coming"),
    "upcoming": ("NEXT", "coming"), "following": ("FOLLOWING", 1), "recent": ("LAST", "recent"),
    "preceding": ("LAST", -1), "final": ("LAST", -1),
    "the": ("THE", None), "of": ("OF", None), "in": ("IN", None), "on": ("ON", None),
    "at": ("AT", None), "to": ("TO", "to"), "through": ("TO", None), "thru": ("TO", None),
    "till": ("TILL", None), "until": ("TILL", None), "and": ("AND", None), "or": ("OR", None),
    "from": ("FROM", None), "between": ("BETWEEN", None), "since": ("SINCE", None),
    "before": ("BEFORE", None), "after": ("AFTER", None), "by": ("BY", None),
    "during": ("DURING", None), "over": ("OVER", None), "for": ("FOR", None),
    "within": ("WITHIN", None), "ago": ("AGO", None), "hence": ("HENCE", None),
    "back": ("BACKWORD", None), "now": ("NOW", None), "later": ("LATER", None),
    "earlier": ("EARLIERWORD", None), "onwards": ("ONWARD", None), "onward": ("ONWARD", None),
    "starting": ("STARTING", None), "beginning": ("BEGINNING", None), "start": ("STARTNOUN", None),
    "every": ("EVERY", None), "each": ("EVERY", None), "same": ("SAME", None),
    "early": ("PART", "start"), "mid": ("PART", "mid"), "late": ("PART", "end"),
    "middle": ("PART", "mid"),
    "rest": ("REST", None), "remainder": ("REST", None), "remaining": ("REST", None),
    "nineties": ("DECADE", 1990), "eighties": ("DECADE", 1980),
    "seventies": ("DECADE", 1970), "sixties": ("DECADE", 1960), "fifties": ("DECADE", 1950),
    "a": ("A", 1), "an": ("A", 1), "another": ("A", 1), "one": ("CARD", 1),
    "couple": ("FEW", 2), "few": ("FEW", -1), "several": ("FEW", -1), "many": ("FEW", -1),
    "some": ("FEW", -1), "dozens": ("VAGUEN", None), "hundreds": ("VAGUEN", None),
    "half": ("HALFWORD", "half"), "full": ("ADJ", None), "straight": ("ADJ", None),
    "consecutive": ("ADJ", None), "whole": ("ADJ", None),
    "spring": ("SEASON", "SP"), "summer": ("SEASON", "SU"), "autumn": ("SEASON", "FA"),
    "fall": ("SEASON", "FA"), "winter": ("SEASON", "WI"),
    "morning": ("DAYPART", DayPart("MO")), "afternoon": ("DAYPART", DayPart("AF")),
    "evening": ("DAYPART", DayPart("EV")),
    "night": ("DAYPART", DayPart("NI")), "noon": ("CLOCK", Clock(12)),
    "midday": ("CLOCK", Clock(12)),
    "midnight": ("CLOCK", Clock(0)), "fiscal": ("FISCAL", None), "annually": ("SETWORD", "P1Y"),
    "yearly": ("SETWORD", "P1Y"), "monthly": ("SETWORD", "P1M"), "weekly": ("SETWORD", "P1W"),
    "daily": ("SETWORD", "P1D"), "annual": ("SETWORD", "P1Y"), "quarterly": ("SETWORD", "P3M"),
    "nightly": ("SETWORD", "P1D"), "biweekly": ("SETWORD", "P2W"), "hourly": ("SETWORD", "PT1H"),
    "currently": ("REFERENCE", "PRESENT_REF"), "nowadays": ("REFERENCE", "PRESENT_REF"),
    "recently": ("REFERENCE", "PAST_REF"), "lately": ("REFERENCE", "PAST_REF"),
    "formerly": ("REFERENCE", "PAST_REF"), "soon": ("REFERENCE", "FUTURE_REF"),
    "shortly": ("REFERENCE", "FUTURE_REF"), "'s": ("POSS", None), "’s": ("POSS", None),
    ",": ("COMMA", None), "-": ("DASH", None), "–": ("DASH", None), "—": ("DASH", None),
    "/": ("SLASH", None), "(": ("PAREN", None), ")": ("PAREN", None), "~": ("DASH", None),
    "first": ("ORD", 1), "second": ("SECOND", 2),
    "onset": ("PART", "start"), "turn": ("PART", "start"),
    **UNITS, **MONTHS, **WEEKDAYS,
}  # fmt: skip

# Phrases, tried in this order before single words.
PHRASES: tuple[tuple[str, str, Any], ...] = (
    (r"(?:the )?day before yesterday", "DAYWORD", -2),
    (r"(?:the )?day after tomorrow", "DAYWORD", 2),
    (r"(?:the )?(?:next|following) day|the day after(?! (?:the|to|yes|a)\b| \w+day)", "TOLD", 1),
    (r"(?:the )?previous day|the day before(?! (?:the|to|a)\b| \w+day)", "TOLD", -1),
    (r"(?:the )?same day|that (?:same )?day", "TOLD", 0),
    (r"(?:the )?current date|right now|at present|at the moment|these days", "NOW", None),
    (r"(?:to|till) date|so far|until now|up to now", "TODATE", None),
    (r"ahead(?! of\b)|to come", "AHEADWORD", 1),
    (r"after next", "AFTERNEXT", None),
    (r"before last", "BEFORELAST", None),
    (
        r"(?:last|final)(?= (?:[a-z0-9]+ ){1,2}(?:of|in) "
        r"(?:the (?:week|month|quarter|year|decade|century)\b"
        rf"|this |last |next |[12]\d\d\d\b|{'|'.join(m[:3] for m in _MONTHS)}))",
        "ENDMOST",
        -1,
    ),
    (r"last night", "LASTNIGHT", None),
    (r"this past", "LAST", "past"),
    (r"this coming", "NEXT", "coming"),
    (r"earlier(?= (?:in|this|last|previous|next|on)\b)", "EARLIER", -1),
    (r"later(?= (?:in|this|last|previous|next)\b)", "EARLIER", 1),
    (r"first half(?= of\b)", "QUARTER", ("half", 1)),
    (r"(?:second|latter|last) half(?= of\b)", "QUARTER", ("half", 2)),
    (r"(?:start|beginning|outset|first part)(?= of\b)", "PART", "begin"),
    (r"(?:latter part|end|close)(?= of\b)|end(?=-[a-z])", "PART", "finish"),
    (
        r"(?:fiscal|financial|school) (?:year )?(?=\d)|(?:fiscal|financial) year|fy ?['’]?(?=\d)",
        "FISCAL",
        None,
    ),
    (r"calendar year |cy(?=\d)", "CALYEAR", None),
    (r"year-end|year end(?! (?:of|to))", "YEAREND", None),
    # a fraction of a population or an hour, not a length of time
    (r"three-quarters|three quarters(?= of (?:the|its|all)\b)", GAP, None),
    (r"in the (?:near |foreseeable |distant )?future|for the foreseeable future", "REFERENCE",
     "FUTURE_REF"),
    (
        r"(?:in )?the (?=(?:spring|summer|autumn|winter)\b(?! of\b| \d|\w))"
        r"|in the (?=fall\b(?! of\b| in\b| \d|[-\w]))",
        "INTHE",
        None,
    ),
    (r"more than|at least", "MORE", 1),
    (r"(?:a )?couple(?: of)?", "FEW", 2),
    (r"a few", "FEW", -1),
    (r"(?:dozens|hundreds|a number|thousands|tens) of", "VAGUEN", None),
    (r"business days?|working days?", "UNITS", "businessday"),
    (r"working week", "UNITONE", "workweek"),
    (r"o['’]?clock", "OCLOCK", None),
    (r"as early as|ever since", "SINCE", None),
    (r"no later than|not later than|up until", "BY", None),
    (r"prior to|ahead of|earlier than", "BEFORE", None),
    (r"later than|greater than", "AFTER", None),
)  # fmt: skip

_NUMBER = "|".join(
    sorted(
        (*ENGLISH_UNITS, *ENGLISH_TENS, *ENGLISH_SCALES, *ENGLISH_ORDINALS), key=len, reverse=True
    )
)
_CARDINAL = "|".join(
    sorted((*ENGLISH_UNITS, *ENGLISH_TENS, *ENGLISH_SCALES), key=len, reverse=True)
)
_HOLIDAYS = names("english")
_HOLIDAY_NAMES = "|".join(
    re.escape(name).replace("'", "['’]") for name in sorted(_HOLIDAYS, key=len, reverse=True)
)
_PHRASES = "|".join(
    rf"\b(?P<p{i}>{pattern.replace(' ', '[ ]')})(?:\b|(?=\d))"
    for i, (pattern, _, _) in enumerate(PHRASES)
)
# A count, not a year: 2000 soldiers. A plural after a round number, or one of these after any.
_COUNTED = re.compile(
    r"\s?(?:people|men|women|children|km|kg|kilomet|met(?:er|re)s|miles|tons|tonnes|troops|soldiers"
    r"|civilians|dollars|euros|yen|won|yuan|deaths|cases|jobs|homes|units|feet|points|mph|MW|GW)\b"
)

# Cutting: words, figures, single signs. What may begin more than itself is looked at again,
# by the scan of its sort, which takes as much as it can.
_CUT = re.compile(r"[^\W\d_]+|\d|['’$€£¥₩+][^\W_]|\n|[^\s\w]")
_FIGURES = re.compile(
    numeric.PATTERN
    + r"""
|(?P<decade>\b[12]\d\d0['’]?s\b|['’][1-9]0s\b|\b[2-9]0s\b)
|\b(?P<quarter>[1-4][QH])\b
|(?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)
|(?P<decimal>\b\d{1,3}\.\d{1,2}(?![\d.]))
|(?P<shortyear>['’]\d\d\b(?!s))
|(?P<int>\d+)
|(?P<poss>['’]s\b)
""",
    re.VERBOSE | re.IGNORECASE,
)
_WORDED = re.compile(
    rf"""
\b(?P<holiday>{_HOLIDAY_NAMES})\b
|\b(?P<quarter>[QH][1-4])\b
|(?P<ampm>[ap]\.m\.?|[ap]m\b)
|{_PHRASES}
|\b(?P<number>(?:(?:{_CARDINAL})[ -](?:and[ ])?){{0,6}}(?:{_NUMBER}))\b
""",
    re.VERBOSE | re.IGNORECASE,
)
# Words with which a holiday, a number or a phrase may begin; others are single.
_OPENERS = (
    {name.split()[0].rstrip(".").split("'")[0].split("-")[0] for name in _HOLIDAYS}
    | {*ENGLISH_UNITS, *ENGLISH_TENS, *ENGLISH_SCALES, *ENGLISH_ORDINALS}
    | set("a at am as back business calendar close couple current cy day dozens earlier end ever "
          "final financial first fiscal following fy greater hundreds in last later latter h "
          "more no not number o oclock of onset outset p pm prior q right same school second so "
          "start tens that the these thousands this till to until up working beginning year "
          "ahead after before next previous".split())
)  # fmt: skip
_PHRASE_OF = {f"p{i}": (kind, value) for i, (_, kind, value) in enumerate(PHRASES)}
_BEFORE_MONTH = frozenset((
    "IN", "OF", "SINCE", "BY", "TILL", "FROM", "BETWEEN", "PART", "LAST", "NEXT", "BEFORE", "AFTER",
    "DURING", "DASH",
))  # fmt: skip


def tokens_of(text: str) -> list[Token]:
    """Cut a text into tokens; words that no date is made of become one GAP a run."""
    tokens: list[Token] = []
    gap, done = True, 0
    for cut in _CUT.finditer(text):
        start, end = cut.span()
        if start < done:
            continue
        piece = cut[0]
        kind, value = GAP, None
        if piece[0].isalpha():
            word = piece.lower()
            longer = _WORDED.match(text, start) if word in _OPENERS else None
            if longer is not None:
                kind, value = _longer(longer)
                end = longer.end()
            elif word in WORDS:
                kind, value = WORDS[word]
                if word in AMBIGUOUS:
                    kind = _settle(piece, kind, text, start, end, tokens)
                elif kind == "SETWORD" and piece[0].isupper() and start:
                    kind = GAP  # the Daily Mail
                elif word in ("fall", "spring") and _is_verb(text, start, end):
                    kind = GAP  # expects prices to fall in May
                if word in _SHORT and kind != GAP and text[end : end + 1] == ".":
                    end += 1
        elif len(piece) > 1 or piece.isdigit():
            if figure := _FIGURES.match(text, start):
                kind, value = _figures(figure.lastgroup or "", figure, text)
                end = figure.end()
            else:
                end = start + 1
        else:
            kind, value = WORDS.get(piece, (GAP, None))
        done = end
        if kind == GAP:
            if not gap:
                tokens.append(Token(GAP, None, start, end))
                gap = True
            continue
        tokens.append(Token(kind, value, start, end))
        gap = False
    return tokens


_VERB_BEFORE = re.compile(
    r"\b(?:to|will|would|may|might|could|should|can|not|did|does|don['’]t)\s+$", re.IGNORECASE
)

# "Exports fall in 2027": the season of a year goes without "in".
_IN_YEAR = re.compile(r"\s+(?:in|by)\s+\d{4}\b")


def _is_verb(text: str, start: int, end: int) -> bool:
    before = _VERB_BEFORE.search(text, max(0, start - 12), start)
    return before is not None or _IN_YEAR.match(text, end) is not None


def _longer(match: re.Match[str]) -> tuple[str, Any]:
    """Kind and value of a holiday, a number in words, a quarter, am or pm, or a phrase."""
    name, word = match.lastgroup or "", match[0].lower()
    if name == "holiday":
        return "HOLIDAY", _HOLIDAYS[word.replace("’", "'")]
    if name == "ampm":
        return "AMPM", word[0].upper() + "M"
    if name == "quarter":
        return _quarter(word)
    if name == "number":
        return _worded(word)
    return _PHRASE_OF[name]


def _quarter(word: str) -> tuple[str, Any]:
    number = int(re.sub(r"\D", "", word))
    return "QUARTER", ("quarter" if "q" in word else "half", number)


def _settle(word: str, kind: str, text: str, start: int, end: int, tokens: list[Token]) -> str:
    """The kind of "may", "march" or "sun" here: GAP, or MAYMODAL where a number must tell."""
    before = tokens[-1] if tokens and tokens[-1].end >= start - 2 else None
    if kind == "WEEKABBR":
        return kind if word[0].isupper() else GAP
    if before is not None and before.kind in _BEFORE_MONTH:
        return "MON"
    if before is not None and before.kind in ("TO", "AND", "THIS", "OR") and word[0].isupper():
        return "MON"
    lead = text[max(0, start - 2) : start]
    opening = start == 0 or lead[-1:] in '\n"“(' or lead[:1] in ".?!"
    if word[0].isupper() and not word.isupper() and not opening:
        # Prime Minister May, the March on Washington: a name or a title stands beside it
        return (
            "MAYMODAL"
            if re.match(r"\s(?:on|of|against|for|said|told)\b", text[end : end + 9])
            else "MON"
        )
    return "MAYMODAL"


def _figures(name: str, match: re.Match[str], text: str) -> tuple[str, Any]:
    """Kind and value of digits and number words."""
    word = match[0].lower()
    if name == "int":
        if len(word) > 4:
            return GAP, None
        number, before = int(word), text[max(0, match.start() - 1) : match.start()]
        if before in ("#", ".", "_", "+"):
            return GAP, None
        lead = text[max(0, match.start() - 5) : match.start() - 1]
        if before == "/" and lead[-1:].isdigit() and not (len(lead) == 4 and lead.isdigit()):
            return GAP, None
        if len(word) == 4 and 1000 <= number <= 2199:
            counted = _COUNTED.match(text, match.end(), match.end() + 14)
            return ("NUM" if counted else "YEAR"), number
        return ("SMALL" if number <= 24 and len(word) <= 2 else "NUM"), number
    if name == "ordinal":
        number = int(word[:-2])
        return ("ORDNUM", number) if number else (GAP, None)
    if name == "decimal":
        hours, _, minutes = word.partition(".")
        if len(minutes) == 2 and int(hours) < 24 and int(minutes) < 60:
            after = text[match.end() : match.end() + 12].lstrip().lower()
            if after.startswith(("am", "pm", "a.m", "p.m")):
                return "CLOCK", Clock(int(hours), int(minutes))
        return "DECIMAL", float(word)
    if name == "decade":
        digits = int(re.sub(r"\D", "", word))
        return "DECADE", digits if digits > 99 else 1900 + digits
    if name == "shortyear":
        return "YEAR", century(int(word[1:]))
    if name == "quarter":
        return _quarter(word)
    if name == "poss":
        return "POSS", None
    return numeric.value(name, match[0], day_first=False)


def _worded(word: str) -> tuple[str, Any]:
    if word == "second":
        return "SECOND", 2
    words = re.split(r"[ -]", word)
    number = english_number(words)
    if number is None:
        return GAP, None
    if words[-1] in ENGLISH_ORDINALS:
        return "ORD", number
    if 1100 <= number <= 2199 and len(words) > 1:
        return "YEAR", number
    return "CARD", number
