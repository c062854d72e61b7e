"""Roles without a name, "both leaders", and pronouns where they are safe."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.knowledge.names import fold
from dateline.read.actors.draft import Draft, Page
from dateline.read.actors.titles import Titled
from dateline.read.actors.vocabulary import CHURCH

_MODIFIER = re.compile(r"(?:['’]s)?(?:\s+(?:new|current|first female|first woman))?\s*", re.I)
_BOTH_LEADERS = {
    "en": re.compile(
        r"\b(?:both|the two) (?:leaders|presidents|prime ministers|heads of state)\b", re.I
    ),
    "ja": re.compile(r"両首脳|両大統領|両氏"),
    "ko": re.compile(r"양 정상|양국 정상|두 정상"),
    "zh": re.compile(r"两国领导人|两国元首|兩國領導人|两位领导人|双方领导人"),
}
_BOTH_STATES = {
    "en": re.compile(r"\b(?:both|the two) (?:countries|nations|governments|states)\b", re.I),
    "ja": re.compile(r"両国|両政府|両国政府"),
    "ko": re.compile(r"양국|두 나라"),
    "zh": re.compile(r"两国|兩國"),
}
_PRONOUN = re.compile(r"\b(?:He|he|She|she|His|his|Her|her)\b")


def by_role(page: Page, titled: Iterable[Titled]) -> list[Draft]:
    """Titles that stand for their holder: "the prime minister", "Japan's foreign minister".

    With a country beside it, the holder on the page's day, where one is known and the page
    does not itself name somebody else with that title; otherwise the one person whom the page
    has already named in that office. Never a guess: two candidates are none.
    """
    drafts = []
    for found in titled:
        if found.past or found.other or not page.free(found.start, found.end):
            continue
        if _names_follow(page, found) or not _definite(page, found):
            continue
        country = _country(page, found)
        person = _introduced(page, found, country)
        if person is None and country and page.on is not None:
            person = _holder(page, found, country)
        if person is not None:
            drafts.append(Draft(found.start, found.end, person, "role", 0.9))
    return drafts


# What follows a title that stands for its holder; anything else may be the holder's name.
_AFTER_ROLE = {
    "ja": re.compile(r"[ぁ-ん、。」]|$"),
    "ko": re.compile(r"[은는이가의과와도에을를,.]|$"),
    "zh": re.compile(
        r"[说表称宣在于与和对将会是已也就的、，。；访当发拒要批警认說稱訪當發對將會認於]|$"
    ),
}


def _names_follow(page: Page, found: Titled) -> bool:
    """True where a name comes right after or before: then the title is only its ornament."""
    unspaced = _AFTER_ROLE.get(page.language)
    if unspaced is not None and not unspaced.match(page.text, found.end):
        return True
    after = page.text[found.end : found.end + 2]
    if re.match(r"[ .] ?[A-Z]", after):
        return True
    if not page.free(found.end, found.end + 2):
        return True
    before = page.last(found.start)
    return (
        page.language in ("ja", "zh", "ko")
        and before is not None
        and before.end >= found.start - 1
        and _is_person(page, before.actor)
    )


def _is_person(page: Page, actor_id: str) -> bool:
    actor = page.known(actor_id)
    return actor is None or actor.kind == "person"


def _definite(page: Page, found: Titled) -> bool:
    """True after "the" or a country; "a president" and "presidents" name nobody."""
    if page.language != "en":
        return page.language in ("ja", "ko", "zh") and bool(_country(page, found))
    if (
        page.text[found.start : found.start + 1].isupper()
        and found.start
        and (page.before(found.start) == "")
    ):
        return False
    return page.before(found.start).lower() == "the" or bool(_country(page, found))


def _country(page: Page, found: Titled) -> str:
    if all(code == "POPE" for code, _ in found.title.roles):
        church = page.language != "en" or any(word.key in CHURCH for word in page.words)
        return "VAT" if church else ""
    draft = page.last(found.start)
    actor = page.known(draft.actor) if draft is not None else None
    if draft is not None and actor is not None and actor.kind == "state":
        gap = page.text[draft.end : found.start]
        if page.language in ("ja", "zh", "ko"):
            return actor.id if gap in ("", " ", "の", "의 ", "的") else ""
        if _MODIFIER.fullmatch(gap):
            return actor.id
    following = re.compile(r"\s+of\s+(?:the\s+)?").match(page.text, found.end)
    if following and page.language == "en":
        draft = page.starting(following.end())
        actor = page.known(draft.actor) if draft is not None else None
        return actor.id if actor is not None and actor.kind == "state" else ""
    return ""


def _introduced(page: Page, found: Titled, country: str) -> str | None:
    """The one person named earlier who holds such an office, or whom the page so titled."""
    fitting: dict[str, None] = {}
    for draft in page.earlier(found.start):
        if draft.how not in ("full name", "title", "surname", "unknown"):
            continue
        actor = page.known(draft.actor)
        titled_as = page.titled.get(draft.actor)
        if actor is None:
            if titled_as == fold(found.title.text) and not country:
                fitting[draft.actor] = None
        elif actor.kind == "person" and (not country or actor.country == country):
            if page.stale():
                fits = titled_as == fold(found.title.text)
            else:
                fits = any(found.title.fits(office) for office in page.offices(actor.id))
            if fits:
                fitting[actor.id] = None
    return next(iter(fitting)) if len(fitting) == 1 else None


def _holder(page: Page, found: Titled, country: str) -> str | None:
    assert page.on is not None
    offices = [f"{country}-{code}" for code, of in found.title.roles if of in ("", country)]
    holders = {
        holder.id
        for office in offices
        if (holder := page.knowledge.holder(office, page.on)) is not None
    }
    if len(holders) != 1:
        return None
    rival = any(
        title == fold(found.title.text) and person not in holders and page.known(person) is None
        for person, title in page.titled.items()
    )
    return None if rival else holders.pop()


def lists(page: Page) -> list[Draft]:
    """Pairs: "both leaders", 両首脳; "the two countries", 양국. One draft for each of the two.

    The two are the only ones of their kind that the last three sentences name.
    """
    drafts: list[Draft] = []
    for table, wanted in ((_BOTH_LEADERS, _leads), (_BOTH_STATES, _is_state)):
        pattern = table.get(page.language)
        if pattern is None:
            continue
        for match in pattern.finditer(page.text):
            since = max(0, page.sentence_of(match.start()) - 3)
            first = page.sentences[since].start if page.sentences else 0
            seen: dict[str, None] = {}
            for draft in page.earlier(match.start()):
                if draft.start >= first and wanted(page, draft.actor):
                    seen[draft.actor] = None
            if len(seen) == 2:
                drafts += [
                    Draft(match.start(), match.end(), actor, "list", 0.9) for actor in sorted(seen)
                ]
    return drafts


def _leads(page: Page, actor_id: str) -> bool:
    actor = page.known(actor_id)
    return actor is not None and actor.kind == "person" and page.leads(actor_id)


def _is_state(page: Page, actor_id: str) -> bool:
    actor = page.known(actor_id)
    return actor is not None and actor.kind == "state"


def pronouns(page: Page) -> list[Draft]:
    """ "He" and "she" that open a sentence, or follow in it, after a sentence with one person.

    Safe only where that person is the only one of the sentence before and of this one up to
    the pronoun, and where the recorded sex agrees.
    """
    if page.language != "en" or not page.sentences:
        return []
    drafts = []
    for match in _PRONOUN.finditer(page.text):
        at = page.sentence_of(match.start())
        here = page.sentences[at]
        since = page.sentences[at - 1].start if at else here.start
        persons: dict[str, None] = {}
        for draft in page.earlier(match.start()):
            if draft.start < since:
                break
            if _is_person(page, draft.actor):
                persons[draft.actor] = None
        if len(persons) != 1:
            continue
        person = next(iter(persons))
        wanted = "m" if match.group().lower() in ("he", "his") else "f"
        if page.knowledge.sex(person) == wanted:
            drafts.append(Draft(match.start(), match.end(), person, "pronoun", 0.8))
    return drafts
