"""Which actor a name stands for, where it could be several or none.

"Washington" is a city, a state, a family name and a government; "Jordan" and "Chad" are given
names; "Korea" is either Korea. A rule here answers with an actor only when words of the page
decide it; where nothing does, the name is left alone.
"""

from __future__ import annotations

import re

from dateline.knowledge.names import WORD, Entry, Match, fold
from dateline.read.actors.draft import HEADS, Draft, Page
from dateline.read.actors.vocabulary import (
    ACTS,
    AT,
    LINKS,
    NOT_A_NAME,
    OPENERS,
    PERSONAL,
    POLITICS,
    STATECRAFT,
    THINGS,
    TITLE_WORDS,
    TO,
    TOWARDS,
    USUAL,
    words,
)

HOW = {
    "name": "full name",
    "official": "full name",
    "short": "full name",
    "surname": "surname",
    "adjective": "adjective",
    "people": "adjective",
    "metonym": "metonym",
    "abbreviation": "abbreviation",
}

_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")
# The same English name of several actors: words of the page that speak for each.
_SIGNS: dict[str, tuple[tuple[str, str], ...]] = {
    "georgia": (
        ("GEO", "tbilisi georgian georgians saakashvili abkhazia ossetia kobakhidze caucasus "
         "russia russian armenia azerbaijan zourabichvili"),
        ("US-GA", "atlanta alabama florida savannah senate gov governor tennessee carolina ga "
         "republican democrat republicans democrats county bulldogs mississippi"),
    ),
    "congo": (
        ("COG", "brazzaville sassou"),
        ("COD", "kinshasa goma kabila tshisekedi kivu bukavu katanga ituri m23 rwanda eastern"),
    ),
    "korea": (("PRK", "pyongyang north"), ("KOR", "seoul south busan incheon yonhap")),
}  # fmt: skip
_SIGNS["congolese"] = _SIGNS["congo"]
_SIGNS["korean"] = _SIGNS["koreans"] = _SIGNS["korea"]
_AFTER_CITY_JA = re.compile(r"[はがも]|側|当局|政府")
_AFTER_CITY_KO = re.compile(r"[은는이가과와](?![가-힣])|\s?(?:정부|당국|측)")
_AFTER_CITY_ZH = re.compile(r"方面|当局|當局|政府|表示|认为|指责|希望|拒绝|同意|呼吁|当日")
_SIDE = ("方", "側")


def named(page: Page) -> list[Draft]:
    """Mentions by name: full names, adjectives, metonyms, abbreviations."""
    matches = page.index.scan(page.text, page.words)
    on_page = {word.key for word in page.words}
    drafts = []
    for position, match in enumerate(matches):
        neighbours = (
            matches[position - 1] if position else None,
            matches[position + 1] if position + 1 < len(matches) else None,
        )
        entry = _choose(page, match, neighbours, on_page)
        if entry is not None and entry.actor:
            how = HOW[entry.name.kind]
            actor = page.known(entry.actor)
            if entry.name.kind == "short" and actor is not None and actor.kind == "person":
                how = "surname"
            drafts.append(Draft(match.start, match.end, entry.actor, how))
    return drafts


def _choose(
    page: Page, match: Match, neighbours: tuple[Match | None, Match | None], on_page: set[str]
) -> Entry | None:
    entries = list(match.entries)
    if any(not entry.actor for entry in entries):
        return None
    written = page.text[match.start : match.end]
    signs = _SIGNS.get(fold(written)) if page.language == "en" else None
    if signs and len({entry.actor for entry in entries}) > 1:
        entry = _by_signs(page, match, entries, signs, on_page)
        return entry if entry is not None and _state_fits(page, match, entry) else None
    if written in _SHARED and not any(word in on_page for word in _SHARED[written]):
        return None
    for entry in entries:
        actor = page.knowledge.actors[entry.actor]
        if actor.kind == "person":
            if _person_fits(page, match, entry, on_page):
                return entry
        elif actor.kind in _BODIES:
            if not _of_a_creed(page, match) and _body_fits(
                page, match, entry, neighbours[0], on_page
            ):
                return entry
        elif entry.name.kind == "metonym" and actor.kind in ("state", "organisation"):
            if _acts(page, match, neighbours):
                return entry
        elif actor.id.startswith("US-"):
            if _american_state(page, match, entry):
                return entry
        elif _state_fits(page, match, entry):
            return entry
    return None


_BODIES = frozenset({"government", "ministry", "parliament", "military", "party"})
# Abbreviations that other things share: one of these words must stand on the page, too.
_SHARED = {
    "SEC": ("securities", "exchange", "investors", "shares", "filing", "fraud", "stock"),
    "CCTV": ("china", "chinese", "beijing"),
    "PPP": ("pakistan", "pakistani", "korea", "korean"),
    "SDF": ("japan", "japanese", "syria", "syrian", "kurdish"),
    "ABC": ("news", "television", "network", "anchor", "broadcast", "broadcaster"),
    "IS": ("islamic", "jihadist", "militants", "syria", "iraq"),
    "IRA": ("ireland", "irish", "belfast", "sinn"),
}


# What stands between a state and a body of it: "Peru's Congress", 米国の国会, 중국 국방부.
_OWNS = re.compile(r"(?:['’]s)? |[の的]?|의 ")


def _body_fits(
    page: Page, match: Match, entry: Entry, before: Match | None, on_page: set[str]
) -> bool:
    """A body of one state is not meant right after another state: "Peru's Congress"."""
    country = page.knowledge.actors[entry.actor].country
    if before is not None and _OWNS.fullmatch(page.text[before.end : match.start]):
        owners = {page.knowledge.actors[e.actor].country for e in before.entries if e.actor}
        if owners and country not in owners:
            return False
    if entry.name.kind == "short":  # "the Navy": of the state that the page is about
        earlier = page.before(match.start)
        joined = page.text[match.start - 1 : match.start] == " " and _CAPITAL.match(earlier)
        return page.main_state() == country and (not joined or fold(earlier) in NOT_A_NAME)
    return True


def _by_signs(
    page: Page,
    match: Match,
    entries: list[Entry],
    signs: tuple[tuple[str, str], ...],
    on_page: set[str],
) -> Entry | None:
    after = page.after(match.end).lower()
    if after in ("peninsula", "war", "american", "americans") or page.after(match.end) == "Air":
        return None
    counts = {actor: sum(sign in on_page for sign in text.split()) for actor, text in signs}
    best = sorted(counts.items(), key=lambda item: -item[1])
    if best[0][1] == best[1][1]:
        # Agencies write "Congo" for the larger one and name the other in full.
        fallback = "COD" if "COD" in counts else ""
        return next((e for e in entries if e.actor == fallback), None)
    return next((e for e in entries if e.actor == best[0][0]), None)


def _person_fits(page: Page, match: Match, entry: Entry, on_page: set[str]) -> bool:
    """A person's name is not part of a longer name, nor a short one out of its time."""
    after = page.after(match.end)
    if fold(after) in THINGS and after[:1].isupper() and not page.title_case(match.start):
        return False
    if entry.name.kind != "short":
        usual = fold(WORD.findall(entry.name.text)[0]) in USUAL
        plain = usual and page.language == "en" and not _renowned(page, entry.actor)
        return not plain or len(on_page & POLITICS) > 1
    if page.on is not None and page.knowledge.tenures_of(entry.actor):
        started = [t.start for t in page.knowledge.tenures_of(entry.actor) if t.start]
        if started and page.on < min(started):
            return False
    if page.language in ("ja", "zh", "ko"):
        return True
    before = page.before(match.start)
    gap = page.text[match.start - 1 : match.start]
    odd = (
        gap == " "
        and _CAPITAL.match(before)
        and fold(before) not in NOT_A_NAME
        and page.free(match.start - 1 - len(before), match.start)
        and not (fold(before) in OPENERS and page.starts_sentence(match.start - 1 - len(before)))
    )
    follows = page.text[match.end : match.end + 2]
    surname_next = (
        re.match(r" [A-Z]", follows) and after.lower() not in NOT_A_NAME and len(after) > 1
    )
    return page.title_case(match.start) or not (odd or surname_next)


def _renowned(page: Page, person: str) -> bool:
    """True for persons who have led a state, a government or an organisation."""
    tenures = page.knowledge.tenures_of(person)
    kinds = {page.knowledge.role(tenure.office).kind for tenure in tenures}
    return bool(kinds & (HEADS | {"deputy-head", "organisation-head"}))


def _state_fits(page: Page, match: Match, entry: Entry) -> bool:
    if page.language == "en" and (_ends_a_title(page, match) or _hyphened(page, match, entry)):
        return False
    if page.language != "en" or fold(page.text[match.start : match.end]) not in PERSONAL:
        return _unspaced_fits(page, match)
    if page.title_case(match.start):
        return True
    before = page.before(match.start)
    joined = page.text[match.start - 1 : match.start] == " "
    if joined and _CAPITAL.match(before) and fold(before) not in NOT_A_NAME:
        return False
    after = page.after(match.end)
    spaced = page.text[match.end : match.end + 1] == " "
    return not (spaced and _CAPITAL.match(after) and fold(after) not in NOT_A_NAME)


def _hyphened(page: Page, match: Match, entry: Entry) -> bool:
    """True for an adjective joined to a word that is no state's: "American-Islamic"."""
    follows = re.match(r"-([A-Z]\w+)", page.text[match.end : match.end + 30])
    if entry.name.kind != "adjective" or follows is None:
        return False
    return not page.index.scan(follows.group(1))


def _of_a_creed(page: Page, match: Match) -> bool:
    """True for "Social Democrats", "Christian Democrats": another party than the Democrats."""
    return fold(page.before(match.start)) in _CREEDS and page.text[match.start - 1] in " -"


def _ends_a_title(page: Page, match: Match) -> bool:
    """True for "Bank of America", "Workers of America": part of an organisation's own name."""
    if page.before(match.start).lower() != "of" or page.title_case(match.start):
        return False
    holder = page.before(match.start, 2)
    return bool(_CAPITAL.match(holder)) and fold(holder) not in TITLE_WORDS | _OF_A_STATE


_CREEDS = words(
    "social christian liberal free centre center swedish sweden national constitutional young "
    "progressive independent popular"
)
_OF_A_STATE = words(
    "government republic kingdom people peoples embassy invasion state states union islands"
)


# Names that Korean and Japanese also use as common words, or inside other names.
_UNSURE_KO = frozenset(
    {"수단", "오만", "가나", "말리", "인도", "차드", "이란", "토고", "통가", "감독"}
)
_KO_SURE = re.compile(
    r"[은는이가의에과와를을로]?(?:\s(?:정부|군|대통령|총리|외무|수도|내전|북부|남부|국영|당국)|와\s|과\s)|의\s"
)


def _unspaced_fits(page: Page, match: Match) -> bool:
    written = page.text[match.start : match.end]
    if page.language == "ko" and written in _UNSURE_KO:
        return bool(_KO_SURE.match(page.text[match.end : match.end + 6]))
    if page.language == "ja" and written == "中国":
        return not page.text.startswith(("地方", "電力", "新聞"), match.end)
    if page.language in ("ja", "zh") and written in ("日本", "朝鮮", "朝鲜", "台湾"):
        return not page.text.startswith(
            ("海峡", "半島", "半岛", "海溝", "戦争", "战争"), match.end
        ) or (written == "台湾")
    return True


def _american_state(page: Page, match: Match, entry: Entry) -> bool:
    if entry.name.kind == "abbreviation":
        return page.text[max(0, match.start - 2) : match.start] == ", "
    written = page.text[match.start : match.end]
    after = page.after(match.end).lower()
    if written in ("New York", "Washington"):
        return after in ("state", "gov", "governor", "senator", "sen")
    if _CAPITAL.match(page.after(match.end)) and fold(after) in THINGS:
        return False
    if page.before(match.start).lower() == "of" and page.before(match.start, 2) == "University":
        return False
    return _state_fits(page, match, entry)


def _acts(page: Page, match: Match, near: tuple[Match | None, Match | None]) -> bool:
    """True when the words around a capital say that it stands for its government."""
    text, end = page.text, match.end
    if page.language == "ja":
        return text.endswith(_SIDE, match.start, end) or bool(_AFTER_CITY_JA.match(text, end))
    if page.language == "ko":
        return bool(_AFTER_CITY_KO.match(text, end))
    if page.language == "zh":
        return text.endswith(_SIDE, match.start, end) or bool(_AFTER_CITY_ZH.match(text, end))
    written = text[match.start : end]
    if written.isupper() and len(written) > 3:
        return False  # a dateline
    before = page.before(match.start).lower()
    if before in AT or re.match(r",\s+[A-Z]", text[end : end + 4]):
        return False
    beside = False
    if near[0] is not None:
        gap = text[near[0].end : match.start]
        beside = (
            gap in ("-", "–", " and ", " or ") and page.before(near[0].start).lower() not in AT | TO
        )
    if near[1] is not None and not beside:
        beside = text[end : near[1].start] in ("-", "–", " and ", " or ")
    after = page.after(end)
    if _CAPITAL.match(after) and not page.title_case(match.start) and text[end : end + 1] == " ":
        return False
    if re.match(r"['’]s\s", text[end : end + 3]):
        owned = [page.after(end + 2, count).lower() for count in (1, 2, 3)]
        return any(word in STATECRAFT for word in owned)
    if before in TO:
        return False
    if text[end : end + 1] != " ":
        return beside or before in TOWARDS
    done = after in ACTS or (after.endswith("ed") and after.islower())
    return beside or done or (before in TOWARDS and after in LINKS)
