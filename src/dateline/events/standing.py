"""Whose officials they are: the country and office of people whom no table knows.

A report says it once ("Ukraine's president, Andriy Koval", "le Premier ministre malaisien, Faisal
Rahman") and goes on with the surname. An official without a country is the country's that the
report is written from, where it speaks of hardly any other.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator

from dateline.events.dateline import Dateline
from dateline.events.parties import sector_nouns
from dateline.records import ActorMention, Reading, Report, Sentence

_BEFORE = 80  # characters before a name in which its office stands
_OPENING = 180  # characters after the dateline, about one sentence
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_END = re.compile(r"""[.;)"”»]\s|\n""")
_JOINED = re.compile(r"(?:['’]s)?(?:[\s,]+[^\W\d_][\w’'.-]*){0,7}[\s,]*")
# Offices in Spanish, French and German, beside the English of the sectors' lexicon.
_OFFICES = re.compile(
    r"(?i)^(?:president[ea]|premier|(?:primer|prim)?ministr[oa]|exministr[oa]|canciller|"
    r"gobernador[a]?|embajador[a]?|portavoz|secretari[oa]|"
    r"président[e]?|ministre|ex-ministre|chancelier|chancelière|gouverneur[e]?|"
    r"ambassadeur|ambassadrice|"
    r"\w*präsident(?:in)?|\w*minister(?:in)?|\w*kanzler(?:in)?|\w*gouverneur(?:in)?|"
    r"\w*sprecher(?:in)?|\w*botschafter(?:in)?|\w*beauftragte[r]?)$"
)
_BODIES = (
    r"(?:Gobierno|Ministerio|ministère|gouvernement|ministr[aoe]s?|president[ea]s?|"
    r"présidente?|secretari[oa]|canciller|embajador[a]?|ambassadeur|cheffe?|portavoz|"
    r"porte-parole|fiscal|Ejército|ejército|armée|fuerzas|forces|tropas|troupes|soldados|soldats)"
)
_ARMED = re.compile(
    r"(?i)(?:ejército|armée|fuerzas|forces|tropas|troupes|soldad|soldat|streitkräfte|armee|truppen)"
)
# An office and up to four words of small letters or of a ministry before the country's name.
_PHRASE = re.compile(
    rf"\b{_BODIES}(?:\s+(?:de|del|du|des|d['’]|de\s+la|de\s+l['’]|l['’]|la|las|les|"
    r"[A-ZÉ][\w’']+|[a-zé]+))?(?:\s*(?:de\s+la|de\s+l['’]|de|del|du|des|d['’]|la|l['’]|y|et|"
    r"[A-ZÉ][\wé]+)){0,5}\s*(?:d['’])?$"
)
_AFTER = re.compile(
    r"(?:e|en|er|es|em|n|s)?\s+((?:\w+\s+)?(?:Außen|Innen|Verteidigungs|Finanz|Wirtschafts|"
    r"Premier|Minister|Staats)?(?:\w*minister(?:in|ium)?|Regierung|\w*[Pp]räsident(?:in)?|"
    r"Botschaft(?:er|erin)?|Armee|Streitkräfte|Truppen|Soldaten|\w*[Kk]anzler(?:in)?))\b"
)
_OTHERS = re.compile(r"(?i)^(?:opposition|rebel|guerrilla|union|party|oppositions\w+|opositor\w*)$")


def identified(report: Report, reading: Reading, dateline: Dateline) -> Reading:
    """Return the reading without the dateline's names, and with the standing of its officials."""
    actors = [m for m in reading.actors if not _in(m.span.start, m.span.end, dateline)]
    places = [p for p in reading.places if not _in(p.span.start, p.span.end, dateline)]
    known = _standings(report, reading, actors, dateline)
    if known:
        actors = [
            dataclasses.replace(m, kind="person", country=known[m.actor][0],
                                sector=m.sector or known[m.actor][1])
            if m.actor in known and not m.country
            else m
            for m in actors
        ]  # fmt: skip
    return dataclasses.replace(reading, actors=tuple(actors), places=tuple(places))


def _in(start: int, end: int, dateline: Dateline) -> bool:
    return dateline.start <= start and end <= dateline.end


def _standings(
    report: Report, reading: Reading, actors: list[ActorMention], dateline: Dateline
) -> dict[str, tuple[str, str]]:
    """Return country and sector of unknown people, as most of their introductions have it."""
    votes: dict[str, Counter[tuple[str, str]]] = {}
    titled: dict[str, str] = {}
    guests: set[str] = set()
    for mention in actors:
        if not mention.actor.startswith("x:") or mention.country:
            continue
        for country, sector in _introductions(report.text, mention, actors):
            if country:
                votes.setdefault(mention.actor, Counter())[country, sector] += 1
            else:
                titled.setdefault(mention.actor, sector)
                if _in_company(mention, actors, reading):
                    guests.add(mention.actor)
    found = {actor: max(sorted(count), key=count.__getitem__) for actor, count in votes.items()}
    home = _home(actors, dateline)
    for actor, sector in titled.items():
        found.setdefault(actor, ("" if actor in guests else home, sector))
    return found


def office_of(text: str, mention: ActorMention, sentence: Sentence) -> tuple[int, str]:
    """Return where a party's noun phrase begins, its office with it, and the sector that gives.

    "El presidente de Ucrania" begins at the office; in "das russische Verteidigungsministerium"
    the office follows.
    """
    before = text[max(sentence.span.start, mention.span.start - 48) : mention.span.start]
    found = _PHRASE.search(before)
    if found:
        sector = "MIL" if _ARMED.match(found.group()) else "GOV"
        return mention.span.start - len(before) + found.start(), sector
    after = _AFTER.match(text[mention.span.end : sentence.span.end])
    if after:
        return mention.span.start, "MIL" if _ARMED.match(after.group(1)) else "GOV"
    return mention.span.start, ""


def _in_company(mention: ActorMention, actors: list[ActorMention], reading: Reading) -> bool:
    """True where the sentence names another person: "spoke with President Kemal Aydin"."""
    span = next((s.span for s in reading.sentences if mention.span.within(s.span)), mention.span)
    return any(
        other.actor != mention.actor
        and other.span.within(span)
        and (other.kind == "person" or other.actor.startswith("x:"))
        for other in actors
    )


def _home(actors: list[ActorMention], dateline: Dateline) -> str:
    """Return the dateline's country, "" where the report opens with another or tells much of it."""
    counts = Counter(m.country for m in actors if m.country)
    abroad = max((n for country, n in counts.items() if country != dateline.country), default=0)
    opening = {m.country for m in actors if m.country and m.span.start < dateline.end + _OPENING}
    at_home = opening <= {dateline.country} and abroad <= max(1, counts[dateline.country] // 2)
    return dateline.country if at_home else ""


def _introductions(
    text: str, mention: ActorMention, actors: list[ActorMention]
) -> Iterator[tuple[str, str]]:
    """Yield country and sector of the office right before a name; no country where none is."""
    low = max(0, mention.span.start - _BEFORE)
    before = text[low : mention.span.start]
    low += max((end.end() for end in _END.finditer(before)), default=0)
    named = [one for one in actors if low <= one.span.start and one.span.end <= mention.span.start]
    near = max(named, key=lambda one: one.span.start, default=None)
    if near is not None and near.country:
        between = text[near.span.end : mention.span.start]
        # "le Premier ministre malaisien, Faisal Rahman": the office stands before its country.
        office = _office(between) or (_office(text[low : near.span.end], last=3) if not
                                      between.strip(" ,") else "")  # fmt: skip
        if office and _JOINED.fullmatch(between):
            yield near.country, office
            return
    office = _office(text[low : mention.span.start], last=3)
    if office:
        yield "", office


def _office(words: str, last: int = 8) -> str:
    """Return the sector of the office named in the ``last`` words, "" where there is none."""
    found = _WORD.findall(words)[-last - 2 :]
    lowered = [word.lower() for word in found]
    if any(_OTHERS.match(word) for word in lowered):
        return ""
    for word in lowered[-last:]:
        sector = sector_nouns().get(word, "")
        if sector in ("GOV", "MIL", "LEG", "JUD", "COP") or _OFFICES.match(word):
            return sector if sector in ("MIL", "LEG", "JUD", "COP") else "GOV"
    return ""
