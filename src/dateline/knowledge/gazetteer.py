"""Cities of 15,000 inhabitants or more, from GeoNames (CC BY 4.0, www.geonames.org)."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge.names import fold
from dateline.knowledge.tables import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A populated place. ``country`` is ISO 3166-1 alpha-3; degrees are WGS 84.

    ``region`` is GeoNames' first administrative division: in the United States the postal
    code of the state. ``population`` counts inhabitants.
    """

    id: str
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int


class Gazetteer:
    """Cities by name, in any of the scripts that the data has. Make it with load_gazetteer."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._by_id: dict[str, str] = {}
        names: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            _, name, alternates, _ = line.split("\t", 3)
            names.setdefault(name.lower(), []).append(number)
            if alternates:
                for other in alternates.split("|"):
                    names.setdefault(other.lower(), []).append(number)
        self._names = names

    def named(self, name: str) -> tuple[City, ...]:
        """Every city of that name, the most populous first."""
        numbers = self._names.get(name.lower()) or self._names.get(fold(name)) or ()
        cities = {self._lines[n]: None for n in numbers}
        return tuple(sorted(map(_city, cities), key=lambda c: (-c.population, c.id)))

    def city(self, id: str) -> City | None:
        """Return the city of that id ("geonames:1855612"), None for an unknown one."""
        if not self._by_id:
            self._by_id = {"geonames:" + line.split("\t", 1)[0]: line for line in self._lines}
        line = self._by_id.get(id)
        return _city(line) if line is not None else None

    def __contains__(self, name: str) -> bool:
        """True when some city has that name."""
        return name.lower() in self._names or fold(name) in self._names


def _city(line: str) -> City:
    cells = line.split("\t")
    return City(
        id=f"geonames:{cells[0]}",
        name=cells[1].removesuffix("-shi"),
        country=cells[3],
        region=cells[4],
        latitude=float(cells[5]),
        longitude=float(cells[6]),
        population=int(cells[7]),
    )


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Load the packaged cities; cached."""
    text = gzip.decompress((DATA / "cities.tsv.gz").read_bytes()).decode("utf-8")
    return Gazetteer(text.splitlines()[2:])
