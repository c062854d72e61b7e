"""Places by name and as points: what the gazetteer knows of them."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from dateline.knowledge import load_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place by its name, with its coordinates in WGS 84 degrees."""

    name: str
    latitude: float
    longitude: float


@functools.lru_cache(maxsize=20_000)
def spot_of(place: str | None, countries: tuple[str, ...]) -> Spot | None:
    """Find a place of events; None where they have none or the gazetteer doesn't know it.

    Of several places of a name the one in a country of the events' parties is taken, else the
    most populous.
    """
    cities = load_gazetteer().named(place) if place else ()
    if not place or not cities:
        return None
    city = next((city for city in cities if city.country in countries), cities[0])
    return Spot(name=place, latitude=city.latitude, longitude=city.longitude)


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
