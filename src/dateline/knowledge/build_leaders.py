"""Leaders from the World Factbook, for states that the hand-written tables leave out."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from dateline.knowledge.names import fold
from dateline.knowledge.tables import DATA, rows

_TITLES = {
    "President": "PRES", "King": "MONARCH", "Queen": "MONARCH", "Emperor": "MONARCH",
    "Amir": "MONARCH", "Emir": "MONARCH", "Sultan": "MONARCH", "Prince": "MONARCH",
    "Grand Duke": "MONARCH", "Prime Minister": "PM", "Premier": "PM", "Chancellor": "PM",
    "Federal Chancellor": "PM", "Taoiseach (Prime Minister)": "PM",
}  # fmt: skip
_LEADER = re.compile(
    r"(?P<title>" + "|".join(sorted(map(re.escape, _TITLES), key=len, reverse=True)) + r") "
    r"(?P<name>[^();,]{3,60}?)(?:, Jr\.)? \(since (?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})"
)  # fmt: skip
# Heads of other states, whom the tables have.
_NOT = frozenset({"CHARLES III", "Emmanuel MACRON"})
# The Factbook's year is a slip of the pen; the hand-written table has the right one.
_WRONG_DAY = frozenset({"Ilie BOLOJAN"})


def leaders(facts: Mapping[str, Any], fips: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the lines of leaders.tsv and leader_tenures.tsv.

    ``facts`` are the Factbook's entries by FIPS code, ``fips`` maps FIPS to ISO alpha-3 for the
    states wanted. An office that ``tenures.tsv`` already fills is left to it.
    """
    filled = {row["office"] for _, row in rows(DATA / "tenures.tsv", ("office",)) if not row["end"]}
    known = {row["id"] for _, row in rows(DATA / "persons.tsv", ("id",))}
    persons: dict[str, str] = {}
    tenures = []
    for code, iso3 in sorted(fips.items(), key=lambda item: item[1]):
        branch = facts.get(code, {}).get("Government", {}).get("Executive branch", {})
        for part in ("chief of state", "head of government"):
            text = html.unescape(branch.get(part, {}).get("text", ""))
            match = _LEADER.match(text)
            if match is None or match["name"] in _NOT | _WRONG_DAY:
                continue
            office = f"{iso3}-{_TITLES[match['title']]}"
            start = _day(match["day"])
            if office in filled or start is None:
                continue
            filled.add(office)
            name = plain_name(match["name"])
            if not re.match(r"[A-ZÀ-Þ]", name) or re.match(r"(?:Crown|Sultan)\b", name):
                continue  # "and Prime Minister ...": two offices in one entry
            if " " not in name:  # a king's name alone is any man's
                name = f"{match['title']} {name}"
            person = "p:" + "-".join(re.findall(r"[a-z0-9]+", fold(name)))
            if person not in known:
                persons[person] = f"{person}\t\t{iso3}\t\ten:{'|'.join(_written(name))}\tfactbook"
            tenures.append(f"{office}\t{person}\t{start.isoformat()}\t\tfactbook")
    return (
        ["id\twikidata\tcountry\tsex\tnames\tsource", *persons.values()],
        ["office\tperson\tstart\tend\tsource", *tenures],
    )


def plain_name(name: str) -> str:
    """ "Rodrigo CHAVES Robles" → "Rodrigo Chaves": as reports write it.

    The Factbook puts the family name in capitals; what follows it is left off, except where
    the family name comes first.
    """
    words = re.sub(r'"[^"]*"\s*|\b(?:[A-Z]|Dr|Col|Gen|Lt)\.\s|\bRatu\s', "", name).split()
    capital = [i for i, word in enumerate(words) if re.search(r"[A-ZÀ-Þ]{2,}", word)]
    if capital and capital[0] > 0:
        words = words[: capital[-1] + 1]
    return " ".join(_lowered(word) for word in words)


def _written(name: str) -> list[str]:
    """The name, and without its middle words: "Luis Rodolfo Abinader", "Luis Abinader"."""
    words = name.split()
    middle = [w for w in words[1:-1] if len(w) > 3]
    if (
        len(words) == 3
        and middle
        and words[0] != "Grand"
        and len(words[-1]) > 4
        and not re.fullmatch("[IVX]+", words[-1])
    ):
        return [name, f"{words[0]} {words[-1]}"]
    return [name]


def _lowered(word: str) -> str:
    if re.fullmatch(r"[IVX]+", word):
        return word
    if word.lower() in ("de", "van", "der", "den", "da", "dos", "bin", "al", "el"):
        return word.lower()
    return re.sub(r"[A-ZÀ-ÞŞŁČŽŠĆ]{2,}", lambda m: m[0][0] + m[0][1:].lower(), word)


def _day(text: str) -> date | None:
    for form in ("%d %B %Y", "%d %b %Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return None
