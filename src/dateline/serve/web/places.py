"""Places by name and as points: what the gazetteer knows of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dateline.knowledge import load_gazetteer
from dateline.records import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place by its name, with its coordinates in WGS 84 degrees."""

    name: str
    latitude: float
    longitude: float


def spot_of(event: Event) -> Spot | None:
    """Find the place of an event; None where it has none or the gazetteer doesn't know it.

    Of several places of a name the one in a country of the event's parties is taken, else the
    most populous.
    """
    if not event.place:
        return None
    countries = sorted({party.code[:3] for party in (*event.sources, *event.targets)})
    return _spot(event.place, tuple(countries))


def name_of(place: str) -> str | None:
    """Name a place by its gazetteer key; None for one that isn't in the gazetteer."""
    city = load_gazetteer().city(place)
    return city.name if city is not None else None


def find(words: str) -> str:
    """Return the English name of the place that goes by ``words`` in any language; else them."""
    cities = load_gazetteer().named(words.strip()) if words.strip() else ()
    return cities[0].name if cities else words.strip()


def keys(words: str) -> tuple[str, ...]:
    """Return the gazetteer keys of the places that go by ``words``."""
    return tuple(city.id for city in load_gazetteer().named(words.strip()))


@functools.lru_cache(maxsize=20_000)
def _spot(name: str, countries: tuple[str, ...]) -> Spot | None:
    cities = load_gazetteer().named(name)
    if not cities:
        return None
    city = next((city for city in cities if city.country in countries), cities[0])
    return Spot(name=name, latitude=city.latitude, longitude=city.longitude)
