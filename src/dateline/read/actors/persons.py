"""Persons by surname and by title, once a report has given reason to know them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from dateline.knowledge import Knowledge
from dateline.knowledge.names import FAMILY_FIRST, WORD, Word, fold
from dateline.read.actors.draft import Draft, Page
from dateline.read.actors.titles import Titled
from dateline.read.actors.vocabulary import (
    HONORIFICS,
    NOT_A_NAME,
    OPENERS,
    THINGS,
    TITLE_WORDS,
    words,
)
from dateline.records import Actor

_PARTICLES = words("al el bin ben von van de der den di da du la le dos del")
# Japanese family names of one character; most have two.
_SHORT_JA = frozenset("森林岸菅堀原東南関谷辻堤")
_AFTER_SURNAME = re.compile(
    r"氏|さん|首相|大統領|总统|總統|总理|主席|씨|측|外相|议员|議員|国防相|防衛相"
)


def surnames(actor: Actor, language: str) -> tuple[str, ...]:
    """The short forms under which a person goes on in a report, longest first."""
    forms: dict[str, None] = {}
    for name in actor.names:
        if name.kind in ("short", "surname") and name.language in (language, "en"):
            forms[name.text] = None
        elif name.kind == "name" and (name.language == language or name.text.isascii()):
            for form in _surname(name.text, name.language, actor.country):
                forms[form] = None
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


def _surname(text: str, language: str, country: str) -> tuple[str, ...]:
    if language in ("ja", "zh") and not re.search(r"[ァ-ヶ·・]", text):
        if country == "JPN":
            return (text[: 1 if text[0] in _SHORT_JA else 2],)
        return (text[:1],) if country in FAMILY_FIRST else ()
    if language == "ko" and country in FAMILY_FIRST:
        return (text[:1],)
    parts = re.split(r"[・·]", text) if re.search(r"[・·]", text) else text.split(" ")
    if len(parts) < 2:
        return ()
    if country in FAMILY_FIRST or (language == "ko" and country == "JPN"):
        return (parts[0],)
    if parts[-1] in ("Jr.", "Sr.", "II", "III", "VI", "XIV", "XVI"):
        parts = parts[:-1]
    cut = len(parts) - 1
    while cut > 1 and fold(parts[cut - 1]) in _PARTICLES:
        cut -= 1
    whole = " ".join(parts[cut:])
    if not whole or len(parts) < 2:
        return ()
    forms = [whole]
    bare = re.sub(r"^(?:al|el|Al|El)[- ]", "", whole)
    if bare != whole:
        forms.append(bare)
    elif cut < len(parts) - 1:
        forms.append(parts[-1])
    return tuple(forms)


@lru_cache(maxsize=8)
def holders_by_surname(knowledge: Knowledge, language: str) -> dict[str, tuple[str, ...]]:
    """Office-holders by the folded surname."""
    found: dict[str, dict[str, None]] = {}
    for actor in knowledge.actors.values():
        if actor.kind == "person" and knowledge.tenures_of(actor.id):
            for form in surnames(actor, language):
                found.setdefault(key_of(form), {})[actor.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def key_of(form: str) -> str:
    """A surname as it is compared: folded words joined by a space."""
    return " ".join(fold(word) for word in WORD.findall(form))


def by_title(page: Page, titled: Iterable[Titled]) -> list[Draft]:
    """Title and surname, "President Lee": the one person who held the office on the page's day.

    Without a day, the one person who ever held it; with several, none.
    """
    table = holders_by_surname(page.knowledge, page.language)
    drafts = []
    for found in titled:
        if found.other:
            continue
        at = page.word_at(found.end)
        gap = page.text[found.end : page.words[at].start] if at < len(page.words) else ""
        if gap.strip(" .") or not gap:
            continue
        for count in (3, 2, 1):
            words = page.words[at : at + count]
            if len(words) < count or not words[0].text[:1].isupper():
                continue
            ids = table.get(" ".join(fold(word.text) for word in words), ())
            fit = _fitting(page, found, ids)
            if len(fit) == 1 and _ends_name(page, words[-1]):
                drafts.append(Draft(words[0].start, words[-1].end, fit[0], "title"))
                break
    return drafts


def _ends_name(page: Page, word: Word) -> bool:
    """True when no further capitalised word makes this a given name."""
    following = page.text[word.end : word.end + 2]
    return not re.match(r"[ -][A-Z]", following) or page.after(word.end) in ("III", "Jr", "Sr")


def _fitting(page: Page, found: Titled, ids: Iterable[str]) -> list[str]:
    fit = []
    country = _country_before(page, found)
    for person in ids:
        for tenure in page.knowledge.tenures_of(person):
            body = tenure.office.partition("-")[0]
            if not found.title.fits(tenure.office) or (country and body != country):
                continue
            if page.on is None:
                right = True
            elif found.past:
                right = tenure.end is not None and tenure.end <= page.on
            else:
                right = page.knowledge.in_office(tenure, page.on)
            if right:
                fit.append(person)
                break
    return fit if len(fit) < 2 or page.on is not None else _of_their_time(page, fit)


def _of_their_time(page: Page, persons: list[str]) -> list[str]:
    """Of several, those who held office while others whom the page names in full did.

    Where that decides nothing: those who held it in the latest year that the page writes.
    """
    named = {d.actor for d in page.drafts if d.how == "full name"} - set(persons)
    others = [t for other in sorted(named) for t in page.knowledge.tenures_of(other)]
    years = [int(y) for y in re.findall(r"\b(?:19|20)\d\d\b", page.text)]
    for spans in (
        [(t.start or date.min, t.end or date.max) for t in others],
        [(date(max(years), 1, 1), date(max(years) + 1, 1, 1))] if years else [],
    ):
        scores = {
            person: sum(
                (t.start or date.min) < end and start < (t.end or date.max)
                for t in page.knowledge.tenures_of(person)
                for start, end in spans
            )
            for person in persons
        }
        best = max(scores.values())
        if best:
            persons = [person for person in persons if scores[person] == best]
    return persons


def _country_before(page: Page, found: Titled) -> str:
    """The country of an adjective or a possessive right before a title, or ""."""
    draft = page.last(found.start)
    if draft is not None:
        gap = page.text[draft.end : found.start]
        actor = page.known(draft.actor)
        if re.fullmatch(r"(?:['’]s)?(?: former| new)? ?", gap) and actor is not None:
            return actor.country if actor.kind in ("state", "territory") else ""
    return ""


def by_surname(page: Page) -> list[Draft]:
    """Surnames of persons whom the report names in full (anywhere: a headline comes first)."""
    owners: dict[str, list[str]] = {}
    for draft in page.drafts:
        if draft.how not in ("full name", "title", "surname", "unknown"):
            continue
        actor = page.known(draft.actor)
        if actor is not None and actor.kind == "person":
            forms: tuple[str, ...] = surnames(actor, page.language)
        elif draft.how == "unknown" and " " in page.text[draft.start : draft.end]:
            forms = _surname(page.text[draft.start : draft.end], page.language, "")
        else:
            continue
        for form in forms:
            ids = owners.setdefault(key_of(form), [])
            if draft.actor not in ids:
                ids.append(draft.actor)
    if page.language in ("ja", "zh", "ko"):
        return _unspaced(page)
    if not owners:
        return []
    longest = max(key.count(" ") + 1 for key in owners)
    drafts = []
    keys = [fold(word.text) for word in page.words]
    at = 0
    while at < len(keys):
        step = 1
        for count in range(min(longest, len(keys) - at), 0, -1):
            ids = owners.get(" ".join(keys[at : at + count]), [])
            first, last = page.words[at], page.words[at + count - 1]
            if not ids or not page.free(first.start, last.end):
                continue
            if _stands_alone(page, first, last):
                drafts.append(_surname_draft(page, first, last, ids))
                step = count
                break
        at += step
    return drafts


def _surname_draft(page: Page, first: Word, last: Word, ids: list[str]) -> Draft:
    how = "surname"
    if len(ids) == 1:
        return Draft(first.start, last.end, ids[0], how)
    counts = {i: sum(d.actor == i for d in page.drafts) for i in ids}
    sex = {"mr": "m", "mrs": "f", "ms": "f", "miss": "f", "lady": "f"}
    wanted = sex.get(page.before(first.start).lower())
    fitting = [i for i in ids if wanted and page.knowledge.sex(i) == wanted] or ids
    return Draft(first.start, last.end, max(fitting, key=lambda i: counts[i]), how, 0.8)


def _stands_alone(page: Page, first: Word, last: Word) -> bool:
    """True for a capitalised surname that is no part of another's name."""
    if not last.text[0].isupper() and not first.text[0].isupper():
        return False
    follows = page.text[last.end : last.end + 2]
    if re.match(r" [A-Z]", follows):
        after = fold(page.after(last.end))
        if after in THINGS or not (after in NOT_A_NAME or page.title_case(first.start)):
            return False
    gap = page.text[first.start - 1 : first.start]
    before = page.before(first.start)
    if gap not in (" ", "-") or not before[:1].isupper() or gap == "-":
        return True
    if fold(before) in HONORIFICS or fold(before) in TITLE_WORDS:
        return True
    if not page.free(first.start - 1 - len(before), first.start):
        return True  # "Republican Bush": the word before is a mention of its own
    return fold(before) in OPENERS and page.starts_sentence(first.start - 1 - len(before))


def _unspaced(page: Page) -> list[Draft]:
    """高市氏, 이 대통령: the surname of a person named in full, with 氏 or a title after it."""
    drafts = []
    owners: dict[str, dict[str, None]] = {}
    for draft in page.drafts:
        actor = page.known(draft.actor)
        if actor is not None and actor.kind == "person":
            for form in surnames(actor, page.language):
                if not form.isascii():
                    owners.setdefault(form, {})[actor.id] = None
    for form, ids in owners.items():
        at = page.text.find(form)
        while at >= 0:
            end = at + len(form)
            fits = tuple(ids) if page.free(at, end) else ()
            if fits and _unspaced_alone(page, at, end):
                title = next(
                    (
                        t
                        for t in page.knowledge.titles
                        if t.language == page.language
                        and page.text[end : end + 8].lstrip().startswith(t.text)
                    ),
                    None,
                )
                if title is not None:
                    fits = tuple(p for p in fits if any(title.fits(o) for o in page.offices(p)))
                if len(fits) == 1:
                    drafts.append(Draft(at, end, fits[0], "title" if title else "surname"))
            at = page.text.find(form, end)
    return drafts


def _unspaced_alone(page: Page, start: int, end: int) -> bool:
    before = page.text[start - 1 : start]
    after = page.text[end : end + 6]
    if page.language == "ko":
        if "\uac00" <= before <= "\ud7a3":
            return False
        if end - start == 1:
            return any(
                after.startswith(" " + t.text[:4])
                for t in page.knowledge.titles
                if t.language == "ko"
            )
        return True
    if end - start == 1 or page.language == "zh":
        return bool(_AFTER_SURNAME.match(after))
    return not re.match(r"[一-龥]{1,2}(?:・|子|男|郎)", after)
