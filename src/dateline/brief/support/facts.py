"""Rules on what stands in a claim: quotations, names, offices, numbers, dates."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.brief.calendar import day_words, local, when_words
from dateline.brief.support.evidence import Evidence
from dateline.brief.support.parsed import Parsed, plain
from dateline.brief.support.verdict import Finding
from dateline.brief.words import is_cjk, word_set
from dateline.records import DateMention

QUOTED = re.compile(r"[“\"]([^“”\"]{2,600})[”\"]|「([^「」]{1,300})」|『([^『』]{1,300})』")
_LOOSE = re.compile(r"[\W_]+")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august",
           "september", "october", "november", "december")  # fmt: skip
_MONTH_WORD = re.compile(
    r"\b(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[A-Z][a-z]{2,8})\.?|"
    r"(?!The )(?P<m2>[A-Z][a-z]{2,8})\.?\s+(?P<d2>\d{1,2})(?!\d))(?:,?\s+(?P<y>\d{4}))?"
)
_RELATIVE = re.compile(
    r"\b(?:(?:last|next|this|earlier this|later this) (?:week|month|year|spring|summer|autumn|fall"
    r"|winter|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?|yesterday|today|tomorrow)\b",
    re.IGNORECASE,
)
_IN_MAY = re.compile(r"\b(?:in|by|until|since|of|from|late|early|last|next) May\b")
_CJK_DATE = re.compile(
    r"(?:\d{4}[年년]\s?)?(?:\d{1,2}[月월]\s?)?\d{1,2}[日일]|\d{4}[年년]|\d{1,2}[月월]"
)
# Names that stand for one another; each line one state or body.
ALIASES = tuple(
    frozenset(line.split(","))
    for line in (
        "US,U.S,USA,United States,America,American,Americans",
        "UK,U.K,United Kingdom,Britain,British",
        "EU,E.U,European Union,European,Europe",
        "UN,U.N,United Nations",
        "UAE,U.A.E,United Arab Emirates,Emirati",
        "ROK,South Korea,South Korean",
        "DPRK,North Korea,North Korean",
        "France,French",
        "Netherlands,Dutch",
        "Spain,Spanish",
        "Denmark,Danish",
        "Poland,Polish",
        "Turkey,Turkish,Türkiye",
        "Kyiv,Kiev",
        "Britain,Briton,Britons",
    )
)
OFFICES = word_set(
    """
    president prime minister chancellor secretary spokesman spokeswoman spokesperson general
    chief director governor mayor senator king queen prince ambassador envoy professor
    commander premier chairman chairwoman head leader deputy vice foreign defence defense
    finance trade interior justice commissioner judge admiral colonel lawmaker founder
    executive ceo founder prosecutor economist analyst former acting
    """
)
MEASURES = word_set(
    """
    percent dollar euro pound yen yuan won second minute hour day week month year decade
    metre kilometre mile foot tonne ton barrel megawatt gigawatt degree
    """
)
_HEADS = OFFICES - {"prime", "deputy", "vice", "foreign", "defence", "defense", "finance",
                    "trade", "interior", "justice", "former", "acting"}  # fmt: skip


def quotations(claim: Parsed, evidence: Evidence) -> Finding | None:
    """A quotation must stand verbatim in one source, marks and spacing aside."""
    for match in QUOTED.finditer(claim.text):
        words = next(group for group in match.groups() if group)
        gap = "" if is_cjk(words) else " "
        bare = _loose(words, gap)
        if not bare:
            continue
        if not any(bare in _loose(report.text, gap) for report in evidence.reports):
            return Finding("quotation", f"no source holds the words “{words.strip()}”")
    return None


def _loose(text: str, gap: str) -> str:
    """Letters and digits alone, with ``gap`` for what stands between them."""
    return _LOOSE.sub(gap, text.lower().replace("’", "'")).strip()


def names(claim: Parsed, evidence: Evidence) -> Finding | None:
    """Every proper name must be named in the sources, in this form or a known other one."""
    texts = " ".join(s.text for s in evidence.sentences)
    for index, token in enumerate(claim.tokens):
        word = claim.form(index)
        bare = plain(word)
        proper = token.pos == "PROPN" or (token.pos in ("ADJ", "NOUN") and index > 0)
        if not proper or not word[:1].isupper() or len(bare) < 2 or not bare.isascii():
            continue
        if re.search(r"[^\w.'’-]|\d", word):
            continue  # "RM900,000", "Me+Em": not a name as names are spelt
        if bare in (*_DAYS, *_MONTHS) or bare in OFFICES or _month(bare):
            continue
        if not named(word, evidence, texts):
            return Finding("name", f"no source names “{word}”")
    return None


def named(word: str, evidence: Evidence, texts: str) -> bool:
    """True when a source holds the name, its possessive, its adjective, or an alias."""
    written = word.replace("’", "'").removesuffix("'s").strip(".'")
    for group in ALIASES:
        if written in group:
            return any(re.search(rf"\b{re.escape(a)}\b", texts) for a in group)
    bare = plain(word)
    forms = {bare, bare.removesuffix("'s"), bare.removesuffix("s"), bare + "s", bare + "'s"}
    forms |= set(bare.split("-"))
    if forms & evidence.lower:
        return True
    if len(bare) >= 4:
        root = bare[: max(4, len(bare) - 3)]
        if any(w.startswith(root) and abs(len(w) - len(bare)) <= 4 for w in evidence.lower):
            return True
    letters = re.sub(r"[^a-z]", "", bare)
    if 2 <= len(letters) <= 5:  # an abbreviation of words that stand in a row
        return (
            re.search(r"\b" + r"\w*[\s-]+(?:of |the |for )?".join(letters) + r"\w*", texts.lower())
            is not None
        )
    return False


def offices(claim: Parsed, evidence: Evidence, near: Sequence[Parsed]) -> Finding | None:
    """An office beside a name must stand beside that name in some source."""
    for index, token in enumerate(claim.tokens):
        if token.pos != "PROPN" or plain(claim.form(index)) in OFFICES:
            continue
        following = claim.tokens[index + 1].pos if index + 1 < len(claim.tokens) else ""
        if following == "PROPN" and plain(claim.form(index + 1)) not in OFFICES:
            continue  # not the last word of the name
        held = _offices_at(claim, index)
        if not held:
            continue
        surname = plain(claim.form(index)).removesuffix("'s")
        known: set[str] = set()
        mentioned = False
        for sentence in (*near, *evidence.sentences):
            for at in range(len(sentence.tokens)):
                if plain(sentence.form(at)).removesuffix("'s") == surname:
                    mentioned = True
                    known |= _offices_at(sentence, at)
        missing = sorted(held - known)
        if mentioned and missing:
            name = claim.form(index)
            return Finding("office", f"no source calls {name} “{' '.join(missing)}”")
    return None


def _offices_at(sentence: Parsed, index: int) -> set[str]:
    """Office words beside a name: "Prime Minister Sanae Takaichi", "Han, a professor of ..."."""
    start = index
    while start > 0 and sentence.tokens[start - 1].pos == "PROPN" and (
        plain(sentence.form(start - 1)) not in OFFICES
    ):  # fmt: skip
        start -= 1
    found: set[str] = set()
    at = start - 1
    while at >= 0 and start - at <= 4:
        word = plain(sentence.form(at))
        if word not in OFFICES and not (
            sentence.tokens[at].pos in ("PROPN", "ADJ", "NOUN") and found
        ):
            break
        if word in OFFICES:
            found.add(word)
        at -= 1
    if index + 1 < len(sentence.tokens) and sentence.form(index + 1) == ",":
        end = index + 2
        while end < min(len(sentence.tokens), index + 8) and sentence.form(end) not in (
            ",",
            ";",
            ".",
        ):
            word = plain(sentence.form(end))
            if word in _HEADS:
                found.add(word)
            end += 1
    return found


def figures(
    claim: Parsed, evidence: Evidence, near: Sequence[Parsed], made_from: bool
) -> Finding | None:
    """A number must stand in the sources, counting the same thing, near what the claim tells."""
    close = [n for sentence in near for n in sentence.numbers]
    near_dates = [evidence.dates_of(sentence) for sentence in near]
    everywhere = [n for sentence in evidence.sentences for n in sentence.numbers]
    dated = [m.span() for m in _CJK_DATE.finditer(claim.text)]
    dated += [
        m.span()
        for m in _MONTH_WORD.finditer(claim.text)
        if _month((m["m1"] or m["m2"]).lower()) is not None
    ]
    for number in claim.numbers:
        if any(start <= number.start < end for start, end in dated):
            continue
        written = claim.text[number.start : number.end].strip()
        here = {n.value for n in close}
        if number.kind == "date" and number.value > 1400:
            if made_from and number.value not in here and not _year(number.value, near_dates):
                return Finding("date", f"the sources do not give {written} for this")
            if not any(n.value == number.value for n in everywhere) and not _year(
                number.value, evidence.dates
            ):
                return Finding("date", f"no source gives the year {written}")
            continue
        same = [n for n in everywhere if n.value == number.value]
        if not same:
            return Finding("number", f"no source gives the number {written}")
        units = {n.unit for n in same}
        if number.unit and "" not in units and _rival_units(number.unit, units):
            counted = ", ".join(sorted(units))
            return Finding("unit", f"{written} counts {counted} in the sources, not {number.unit}")
        if made_from and number.value not in here:
            others = sorted({str(n.value) for n in close if n.unit == number.unit})
            rather = f" (they give {', '.join(others)})" if others and number.unit else ""
            return Finding("number", f"the sources do not give {written} for this{rather}")
    return None


def _rival_units(unit: str, units: set[str]) -> bool:
    """True when a measure is counted in another measure: minutes for hours, dollars for euros.

    Counted things are not compared: "870 people infected" are "870 infections".
    """
    return unit in MEASURES and unit not in units and bool(units & MEASURES)


def _year(value: object, mentions: Sequence[Sequence[DateMention]]) -> bool:
    """True when some of the dates, resolved, falls in that year."""
    return any(
        m.when.earliest is not None and str(local(m.when.earliest, m.when.zone).year) == str(value)
        for dates in mentions
        for m in dates
    )


def dates(
    claim: Parsed, evidence: Evidence, near: Sequence[Parsed], made_from: bool
) -> Finding | None:
    """A date must stand in the sources: as these words, or as what they resolve to.

    Where the claim was ``made_from`` the near sentences it must stand in these.
    """
    if not made_from:
        near = evidence.sentences
    resolved = {words for s in near for m in evidence.dates_of(s)
                for language in ("en", "ja", "ko")
                if (words := when_words(m.when, language))}  # fmt: skip
    resolved |= {words for s in near if (words := _week_seen(s, evidence))}
    close = " ".join(s.text for s in near).lower()
    written = " ".join(s.text for s in near)
    outside = QUOTED.sub(" ", claim.text)
    for word in re.findall(r"\b[A-Z][a-z]{2,8}day\b", outside):
        if word.lower() in _DAYS and word.lower() not in close:
            return Finding("date", f"the sources do not say {word} of this")
    for match in _MONTH_WORD.finditer(outside):
        month = _month((match["m1"] or match["m2"]).lower())
        if month is None:
            continue
        day = int(match["d1"] or match["d2"])
        if any(_same_day(month, day, match["y"], words) for words in resolved):
            continue
        if not any(_same_day(month, day, match["y"], m) for s in near for m in _written(s.text)):
            return Finding("date", f"the sources do not give {match.group().strip()} for this")
    for match in _RELATIVE.finditer(outside):
        words = match.group().lower()
        if words not in close and words.split()[-1] not in close.split():
            return Finding("date", f"the sources do not say “{words}” of this")
    for match in _CJK_DATE.finditer(outside):
        written_day = match.group().replace(" ", "")
        if written_day not in close.replace(" ", "") and not any(
            written_day in r.replace(" ", "") for r in resolved
        ):
            return Finding("date", f"the sources do not give {written_day} for this")
    for word in re.findall(r"\b[A-Z][a-z]{2,8}\b", outside):
        if (
            word.lower() in _MONTHS
            and (word != "May" or _IN_MAY.search(outside))
            and not re.search(rf"\b(?:{word}|{word[:3]}|{word[:4]})\b", written)
            and not any(word in r for r in resolved)
        ):
            return Finding("date", f"the sources do not say {word} of this")
    return None


def _written(text: str) -> list[str]:
    return [m.group() for m in _MONTH_WORD.finditer(text)]


def _week_seen(sentence: Parsed, evidence: Evidence) -> str | None:
    """The day of the report that a "last week" is counted from."""
    week = next((m for m in evidence.dates_of(sentence) if m.when.precision == "week"), None)
    if week is None or sentence.span is None:
        return None
    published = next((r.published for r in evidence.reports if r.id == sentence.span.report), None)
    return None if published is None else day_words(published, week.when.zone)


def _same_day(month: int, day: int, year: str | None, words: str) -> bool:
    match = _MONTH_WORD.search(words)
    if match is None or _month((match["m1"] or match["m2"]).lower()) != month:
        return False
    if int(match["d1"] or match["d2"]) != day:
        return False
    return year is None or match["y"] is None or match["y"] == year


def _month(word: str) -> int | None:
    word = word.strip(".")
    if len(word) < 3:
        return None
    for number, name in enumerate(_MONTHS, 1):
        if name == word or (name.startswith(word[:3]) and word in (name[:3], name[:4], "sept")):
            return number
    return None
