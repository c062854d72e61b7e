"""The words by which reporting looks forward, and by which it says what became of it."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

from dateline.records import ExpectationKind, Outcome

LONGEST = 1500  # characters of a sentence that are looked at


# How an infinitive looks where nothing parses it. German participles that end alike are left
# out by their prefix ("genommen", "angegeben") and, of the strong ones, by name.
INFINITIVES = {
    "de": (
        r"\b(?!\w{0,14}ge(?!be|ge|he|lin|wäh|wöh|win|stal|neh|hör|stat|nie)\w{1,24}en\b)(?!worden|zwischen"
        r"|übernommen|entschieden|verstanden|betroffen|begonnen|verloren|verboten|verschoben"
        r"|beschlossen|erhoben|erwiesen|verwiesen|versprochen|besprochen|vernommen|erhalten"
        r"|vergessen|übertragen|vertreten|erfahren|empfohlen|betrieben|vertrieben|befallen|überfallen"
        r"|beschrieben|unterschrieben|umgeben|vergeben|beladen|erschossen|unterbrochen|verbrannten|verlassen|entlassen|gegen|wegen|neben|oben|unten|einen|keinen|ihren|seinen"
        r"|diesen|jeden|allen|vielen|anderen|beiden|dessen|denen|zusammen|morgen|außen|innen|offen"
        r"|eben|selten|zufrieden|werden|einzelnen|\d)(?-i:[a-zäöüß]{2,30}(?:en|ern|eln|tun|sein))\b"
    ),
    "fr": r"(?:s.|se |l.|y |en )?(?-i:[a-zéèêàâîôûç]{2,30}(?:er|ir|re|oir))\b",
    "es": r"(?-i:[a-záéíóúñ]{1,30}(?:ar|er|ir|ír)(?:se|lo|la|los|las|le|les)?)\b",
}

# A character within a clause: of stops and commas those in figures only.
_GAP = r"(?:[^.?;:,]|(?<=\d)[.,](?=\d))"
# The end of a clause.
_END = r'(?=[.,;:“"»]| und | sowie |$)'


@dataclass(frozen=True, slots=True)
class Cue:
    """A construction of a language: what kind of expectation it makes, and how sure.

    ``sure`` is the range of probability that ICD 203 gives to its words (Office of the Director
    of National Intelligence, Intelligence Community Directive 203, 2015, which orders the
    words that Kent proposed in 1964), None where the words are on no scale. ``dated`` marks
    words that look forward only beside a date to come, ``tail`` words after a deed in the same
    sentence ("met and agreed to ..."): only what follows the last break looks forward.
    """

    name: str
    kind: ExpectationKind
    sure: tuple[float, float] | None = None
    pattern: re.Pattern[str] | None = None
    words: frozenset[str] = frozenset()
    dated: bool = False
    tail: bool = False


@dataclass(frozen=True, slots=True)
class English:
    """The tables of the English constructions; see ``data/english.toml``.

    ``verbs``, ``nouns``, ``subjects`` and ``marks`` are sets of words under the file's names.
    """

    by_word: dict[str, Cue]
    degrees: tuple[tuple[str, tuple[float, float]], ...]
    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    subjects: dict[str, frozenset[str]]
    marks: dict[str, frozenset[str]]


def _table(name: str) -> dict[str, Any]:
    path = files("dateline.expect") / "data" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _filled(pattern: str, language: str) -> str:
    """Put what the names in a pattern stand for."""
    for name, words in (("inf", INFINITIVES.get(language, "")), ("gap", _GAP), ("end", _END)):
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


@functools.cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the constructions that are found by pattern, by language, the deciding ones first."""
    return {
        language: tuple(
            Cue(
                name=row["name"],
                kind=row["kind"],
                pattern=re.compile(_filled(row["pattern"], language), re.IGNORECASE),
                sure=_range(row),
                dated=bool(row.get("dated")),
                tail=bool(row.get("tail")),
            )
            for row in rows
        )
        for language, rows in (_table("cues") | _table("european")).items()
    }


@functools.cache
def english() -> English:
    """Return the English tables."""
    table = _table("english")
    constructions = tuple(
        Cue(
            name=row["name"],
            kind=row["kind"],
            sure=_range(row),
            words=frozenset(row["words"].split()),
        )
        for row in table["construction"]
    )
    return English(
        by_word={word: cue for cue in constructions for word in sorted(cue.words)},
        degrees=tuple((words, (low, high)) for words, (low, high) in table["degree"].items()),
        **{
            part: {name: frozenset(text.split()) for name, text in table[part].items()}
            for part in ("verbs", "nouns", "subjects", "marks")
        },
    )


@functools.cache
def endings() -> dict[Outcome, dict[str, re.Pattern[str]]]:
    """Return the patterns of endings by outcome and language, in the order they are tried."""
    return {
        cast(Outcome, outcome): {
            language: re.compile(pattern, re.IGNORECASE) for language, pattern in rows.items()
        }
        for outcome, rows in _table("endings").items()
    }


def _range(row: dict[str, Any]) -> tuple[float, float] | None:
    if "sure" not in row:
        return None
    low, high = row["sure"]
    return float(low), float(high)
