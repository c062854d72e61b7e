"""Does a thing answer a watchlist? Pure: facets in, the terms that matched out."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.records import Event, Expectation, Reading, Report, Span, Watchlist

# Scripts that put no spaces between words: there a word may begin anywhere.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """What a story, event or expectation is about, as far as watchlists ask.

    ``sides`` are groups of actors between which it happens, each actor as (id, code);
    ``together`` says that one group acts together, so that any two of it are a pair.
    ``places`` are names, keys and countries in lower case; ``texts`` are what words are
    looked for in.
    """

    sides: tuple[frozenset[tuple[str, str]], ...] = ()
    together: bool = False
    places: frozenset[str] = frozenset()
    texts: tuple[str, ...] = ()
    languages: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()


def matching_terms(watchlist: Watchlist, facets: Facets) -> tuple[str, ...] | None:
    """Return the terms of ``watchlist`` that match, in its order; None where it doesn't.

    Of each kind of term that is set, one has to match.
    """
    everyone = _everyone(facets)
    pairs = {"-".join(pair): pair for pair in watchlist.pairs}
    kinds: tuple[tuple[Iterable[str], Callable[[str], bool]], ...] = (
        (watchlist.actors, lambda term: _named(term, everyone)),
        (pairs, lambda term: _between(pairs[term], facets)),
        (watchlist.places, lambda term: term.casefold() in facets.places),
        (watchlist.words, lambda term: any(_pattern(term).search(text) for text in facets.texts)),
        (watchlist.languages, lambda term: term in facets.languages),
        (watchlist.types, lambda term: term in facets.types),
    )
    found: list[str] = []
    for terms, matches in kinds:
        hits = [term for term in terms if matches(term)]
        if terms and not hits:
            return None
        found.extend(hits)
    return tuple(found)


def of_story(
    reports: Iterable[Report], readings: Iterable[Reading], types: Iterable[str]
) -> Facets:
    """Return the facets of a story: everybody and every place that its reports name."""
    reports, readings = list(reports), list(readings)
    actors = {
        (mention.actor, mention.country + mention.sector)
        for reading in readings
        for mention in reading.actors
    }
    return Facets(
        sides=(frozenset(actors),),
        together=True,
        places=_places(readings),
        texts=tuple(report.text for report in reports),
        languages=_languages(readings),
        types=frozenset(types),
    )


def of_event(event: Event, reports: Iterable[Report], readings: Iterable[Reading]) -> Facets:
    """Return the facets of an event: its parties, and what its own sentences name and say."""
    reports, readings = list(reports), list(readings)
    sides = tuple(
        frozenset((party.actor, party.code) for party in parties)
        for parties in (event.sources, event.targets)
        if parties
    )
    places = _places(readings, event.spans) | ({event.place.casefold()} if event.place else set())
    return Facets(
        sides=sides,
        together=len(sides) == 1,
        places=frozenset(places),
        texts=_texts(event.spans, reports),
        languages=_languages(readings),
        types=frozenset({event.action}),
    )


def of_expectation(
    item: Expectation, reports: Iterable[Report], readings: Iterable[Reading]
) -> Facets:
    """Return the facets of an expectation: whom it is about and who holds it."""
    reports, readings = list(reports), list(readings)
    ids = [*item.subject, *([item.holder] if item.holder else [])]
    codes = {
        mention.actor: mention.country + mention.sector
        for reading in readings
        for mention in reading.actors
    }
    return Facets(
        sides=(frozenset((id, codes.get(id, id)) for id in ids),),
        together=True,
        places=_places(readings, item.spans),
        texts=(item.statement, *_texts(item.spans, reports)),
        languages=_languages(readings),
        types=frozenset({item.action} if item.action else ()),
    )


def _everyone(facets: Facets) -> frozenset[tuple[str, str]]:
    return frozenset(actor for side in facets.sides for actor in side)


def _named(term: str, actors: Iterable[tuple[str, str]]) -> bool:
    return any(id == term or code.startswith(term) for id, code in actors)


def _between(pair: tuple[str, str], facets: Facets) -> bool:
    a, b = pair
    if facets.together or len(facets.sides) < 2:
        everyone = _everyone(facets)
        first = {actor for actor in everyone if _named(a, (actor,))}
        second = {actor for actor in everyone if _named(b, (actor,))}
        return any(one != other for one in first for other in second)
    one, other = facets.sides[0], facets.sides[1]
    return (_named(a, one) and _named(b, other)) or (_named(b, one) and _named(a, other))


def _places(readings: Iterable[Reading], spans: tuple[Span, ...] | None = None) -> frozenset[str]:
    return frozenset(
        name.casefold()
        for reading in readings
        for mention in reading.places
        if spans is None or any(mention.span.within(span) for span in spans)
        for name in (mention.name, mention.place, mention.country)
    )


def _texts(spans: tuple[Span, ...], reports: list[Report]) -> tuple[str, ...]:
    known = {report.id: report for report in reports}
    return tuple(known[span.report].quote(span) for span in spans if span.report in known)


def _languages(readings: Iterable[Reading]) -> frozenset[str]:
    return frozenset(reading.language for reading in readings)


@functools.lru_cache(maxsize=1_000)
def _pattern(term: str) -> re.Pattern[str]:
    """Compile a word or phrase: whole words, however they are spaced and whatever their case."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    if _UNSPACED.search(term):
        return re.compile(words, re.IGNORECASE)
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
