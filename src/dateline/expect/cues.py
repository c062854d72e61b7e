"""The words by which reporting looks forward, and by which it says what became of it."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

from dateline.records import ExpectationKind, Outcome

LONGEST = 1500  # characters of a sentence that are looked at


@dataclass(frozen=True, slots=True)
class Cue:
    """A construction of a language: what kind of expectation it makes, and how sure.

    ``sure`` is the range of probability that ICD 203 gives to its words (Office of the Director
    of National Intelligence, Intelligence Community Directive 203, 2015, which orders the
    words that Kent proposed in 1964), None where the words are on no scale.
    """

    name: str
    kind: ExpectationKind
    pattern: re.Pattern[str]
    sure: tuple[float, float] | None


@functools.cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """Return the constructions by language, the deciding ones first."""
    text = (files("dateline.expect") / "data" / "cues.toml").read_text(encoding="utf-8")
    return {
        language: tuple(
            Cue(
                name=row["name"],
                kind=row["kind"],
                pattern=re.compile(row["pattern"], re.IGNORECASE),
                sure=tuple(row["sure"]) if "sure" in row else None,
            )
            for row in rows
        )
        for language, rows in tomllib.loads(text).items()
    }


@functools.cache
def endings() -> dict[Outcome, dict[str, re.Pattern[str]]]:
    """Return the patterns of endings by outcome and language, in the order they are tried."""
    text = (files("dateline.expect") / "data" / "endings.toml").read_text(encoding="utf-8")
    return {
        cast(Outcome, outcome): {
            language: re.compile(pattern, re.IGNORECASE) for language, pattern in rows.items()
        }
        for outcome, rows in tomllib.loads(text).items()
    }


# A question expects nothing, and what "would have" been is over.
NOT_FORWARD = {
    "en": re.compile(
        r"\?[\"”’']?\s*$|\b(would|could|might|should) (not )?have \w+(ed|en|wn|ne)\b"
        r"|\bif .{0,80}\bwere\b",
        re.IGNORECASE,
    ),
    "ja": re.compile(r"(か。?$|？$|たはずだ)"),
    "ko": re.compile(r"(\?$|까\?)"),
    "zh": re.compile(r"[？?]$"),
}


def find_cue(text: str, language: str) -> tuple[Cue, re.Match[str]] | None:
    """Return the construction by which a sentence looks forward, and where; None if it doesn't.

    Of several, the one that stands first in the table decides.
    """
    text = text[:LONGEST]
    barred = NOT_FORWARD.get(language)
    if barred is not None and barred.search(text):
        return None
    for cue in cues().get(language, ()):
        match = cue.pattern.search(text)
        if match is not None:
            return cue, match
    return None
