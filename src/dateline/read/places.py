"""Places: towns in datelines and in the text, with their country and coordinates.

Many towns share a name, and many names are also words. So a town of the text is taken only
where the words around it make it a place ("in Nara", 奈良市で, 나라에서, 在奈良), and which town
it is must be plain: the country is named beside it or in the report, or it is the only one, or
it has many times the inhabitants of every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dateline.knowledge import Knowledge
from dateline.knowledge.gazetteer import City, Gazetteer, load_gazetteer
from dateline.read.actors.vocabulary import NO_TOWN, THINGS
from dateline.records import ActorMention, PlaceMention, Span

# A town counts as the obvious one of its name with ten times the inhabitants of the next,
# and at least this many; measured on no set, chosen strict.
DOMINANCE = 10
KNOWN_SIZE = 100_000
MAX_TEXT = 400_000
_NAME = (
    r"\b[A-ZÀ-ÖØ-ÞŁŚŞÇ][\w'’]{1,30}"
    r"(?:[ -](?:(?:de|del|la|al|el|of|sur|upon|am)[ -])?[A-ZÀ-ÖØ-Þ][\w'’]{1,30}){0,3}\b"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|at|near|from|outside|around|across|through|reached|left|toward|towards|visited|visit|"
    r"downtown|central|(?:city|town|village|port|capital|suburb|outskirts) of|capital,?)\s+("
    + _NAME
    + r")"
)
_TO = re.compile(r"\b(?:to|into|for)\s+(" + _NAME + r")")
_BEFORE_COUNTRY = re.compile(r"(" + _NAME + r"),\s+(" + _NAME + r")")
_DATELINE = re.compile(
    r"^\s*([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’ -]{2,30})(?:,\s*([\w. ]{2,30}?))?"
    r"(?:\s*[,(][^()\n]{0,40}\)?)?\s*(?:—|–|--|-|\()",
)
_HAN_JA = re.compile(
    r"([一-龥ァ-ヶー・]{2,12}?)市?(?=市?(?:で|に|から|へ|を訪|近郊|中心|郊外|南部|北部|東部|西部))"
)
_HAN_ZH = re.compile(
    r"(?:在|于|抵达|抵達|访问|前往|飞抵|从)([一-龥·]{2,6}?)(?=市|举行|舉行|会|會|发|参|出席|进行|，|。|访|与|同|和|表示|时)"
)
_HANGUL = re.compile(
    r"(?<![가-힣])([가-힣]{2,8}?)시?(?=(?:시|에서|에|로|으로|을 방문|를 방문)(?![가-힣]))"
)


def find_places(
    text: str,
    language: str,
    *,
    report: str,
    knowledge: Knowledge,
    actors: Sequence[ActorMention] = (),
    dateline: Span | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[PlaceMention, ...]:
    """Find the towns a report names, by start of their spans.

    ``actors`` are the report's mentions: the countries among them decide between towns of one
    name. ``dateline`` is the span of the report's dateline where it was already found;
    otherwise an opening in capitals is looked for. Pure.
    """
    text = text[:MAX_TEXT]
    cities = gazetteer or load_gazetteer()
    countries = {mention.country for mention in actors if mention.country}
    names = _country_names(knowledge, actors, text)
    seats = _seats(knowledge, language)
    # A name already linked to a person is no town, nor is a country's ("Mexico" is both).
    taken = [
        m.span
        for m in actors
        if m.kind == "person" or m.how == "unknown" or (m.kind == "state" and m.how == "full name")
    ]
    found: dict[tuple[int, int], PlaceMention] = {}
    for start, end, beside, how in _candidates(text, language, dateline):
        for stop in _shorter(text, start, end):
            if any(s.start < stop and start < s.end for s in taken):
                break
            if text[start:stop].lower() in NO_TOWN:
                break
            rest = re.match(r" (\w+)", text[stop : stop + 40])
            if rest is not None and rest[1][0].isupper() and rest[1].lower() in THINGS:
                continue
            name = seats.get(text[start:stop], text[start:stop])
            city = _which(cities.named(name), names.get(beside, beside), countries, how)
            if city is not None:
                span = Span(report=report, start=start, end=stop)
                found.setdefault((start, stop), _mention(span, city, how))
                break
    ordered = sorted(found.values(), key=lambda m: (m.span.start, -m.span.end))
    kept: list[PlaceMention] = []
    for place in ordered:
        if not kept or place.span.start >= kept[-1].span.end:
            kept.append(place)
    return tuple(kept)


@lru_cache(maxsize=32)
def _seats(knowledge: Knowledge, language: str) -> dict[str, str]:
    """Capitals as the language writes them → in English, where GeoNames lacks that writing."""
    seats = {}
    for actor in knowledge.actors.values():
        if actor.kind != "state" or language == "en":
            continue
        english = [n.text for n in actor.names if n.kind == "metonym" and n.language == "en"]
        for name in actor.names:
            if name.kind == "metonym" and name.language == language and english:
                seats[name.text] = english[0]
    return seats


def _mention(span: Span, city: City, how: str) -> PlaceMention:
    return PlaceMention(
        span=span,
        place=city.id,
        name=city.name,
        country=city.country,
        latitude=city.latitude,
        longitude=city.longitude,
        how=how,
    )


def _country_names(
    knowledge: Knowledge, actors: Iterable[ActorMention], text: str
) -> dict[str, str]:
    """What the report writes after a comma → the country (or US-state) that it means."""
    names = {}
    for mention in actors:
        if mention.kind in ("state", "territory"):
            names[text[mention.span.start : mention.span.end]] = mention.actor
    return names


def _candidates(
    text: str, language: str, dateline: Span | None
) -> Iterator[tuple[int, int, str, str]]:
    """Yield (start, end, what stands after the comma, how) of every possible town."""
    if language in ("ja", "zh", "ko"):
        pattern = {"ja": _HAN_JA, "zh": _HAN_ZH, "ko": _HANGUL}[language]
        for match in pattern.finditer(text):
            yield match.start(1), match.end(1), "", "mentioned"
        return
    opening = dateline.start if dateline is not None else 0
    for start in dict.fromkeys((opening, *(m.end() for m in re.finditer(r"\n\n", text[:1500])))):
        line = text[start : start + 120].split("\n")[0]
        opened = _DATELINE.match(line)
        if opened is not None:
            name = opened.group(1).strip(" -")
            at = start + opened.start(1)
            yield at, at + len(name), (opened.group(2) or "").strip(), "dateline"
            break
    for match in _BEFORE_COUNTRY.finditer(text):
        yield match.start(1), match.end(1), match.group(2), "with country"
    for pattern in (_AFTER_PREPOSITION, _TO):
        for match in pattern.finditer(text):
            yield match.start(1), match.end(1), "", "mentioned"


def _shorter(text: str, start: int, end: int) -> Iterator[int]:
    """Ends of the name and of its beginnings: "Nara Prefecture" holds "Nara"."""
    yield end
    for match in reversed(list(re.finditer(r"[ ]", text[start:end]))):
        yield start + match.start()


def _which(cities: tuple[City, ...], beside: str, countries: set[str], how: str) -> City | None:
    """The one town that is meant, or None."""
    if not cities:
        return None
    if beside:
        named = [c for c in cities if beside in (c.country, f"US-{c.region}")]
        if named:
            return named[0]
        if how == "with country":
            return None
    if how == "with country":
        return None
    here = [c for c in cities if c.country in countries]
    for group, least in ((here, 0), (list(cities), KNOWN_SIZE)):
        if (
            group
            and group[0].population >= least
            and (len(group) == 1 or group[0].population >= DOMINANCE * max(1, group[1].population))
        ):
            # A far larger namesake elsewhere outweighs a small one in a country of the report.
            if group is here and cities[0].population > 20 * group[0].population:
                continue
            return group[0]
    return None
