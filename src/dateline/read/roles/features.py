"""What a sentence shows of its role: cues, quotation marks, its place, its neighbours."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from dateline.read.roles.evidence import NAMES as EVIDENCE
from dateline.read.roles.quoted import quoted

# Characters after which a sentence says no more about its role; also bounds the search.
LONGEST = 1000
# From this share on a sentence is speech with its source; below, it quotes a word or a title.
MOSTLY = 0.4
# Under this many characters a sentence is short; ideographs say more in fewer.
_SHORT = {"ja": 20, "ko": 20, "zh": 20}
_YEAR = re.compile(r"(?<![\d.,$€£¥])(?:1[5-9]|20)\d\d(?!\d|[.,]\d|\s?(?:km|people|%))")
# Features that a sentence also lends to its neighbours.
LENT = ("past", "year")
_OWN = ("quoted", "scrap", "share", "inside", "whole", "year", "coming_year", "plain")
# What shows that somebody judges; a sentence with none of it tells plainly, whoever says it.
_JUDGING = ("quoted", "inside", "scrap", "reaction", "person", "clause_stance")
_PLACE = ("first", "second", "again", "short", "asks")


@functools.cache
def cues() -> dict[str, dict[str, re.Pattern[str]]]:
    """Return the cue patterns by feature and language, for text in lower case.

    Lower case on both sides is found in half the time that ignoring case takes.
    """
    text = (files("dateline.read.roles") / "data" / "cues.toml").read_text(encoding="utf-8")
    return {
        feature: {language: re.compile(pattern.lower()) for language, pattern in patterns.items()}
        for feature, patterns in tomllib.loads(text).items()
    }


@functools.cache
def cued_languages() -> frozenset[str]:
    """Return the languages that have cues of their own."""
    return frozenset(name for patterns in cues().values() for name in patterns) - {"all"}


@functools.cache
def names() -> tuple[str, ...]:
    """Return the names of the features, in the order of the weights."""
    own = (*sorted(cues()), *_OWN)
    return (
        *own,
        *EVIDENCE,
        *(f"before_{name}" for name in LENT),
        *(f"after_{name}" for name in LENT),
        *_PLACE,
    )


def features(
    texts: Sequence[str],
    language: str,
    breaks: Sequence[bool],
    year: int | None = None,
    evidence: Sequence[dict[str, float]] = (),
) -> list[dict[str, float]]:
    """Return the features of every sentence of a report.

    ``breaks`` tells which sentences begin a paragraph; ``year`` is the year of publication:
    earlier years in a sentence look back, later ones ahead. ``evidence`` is a row a sentence
    (``evidence_rows``); without it, those features are 0.
    """
    texts = [text[:LONGEST] for text in texts]
    own = [
        _own(text, language, marks.share, marks.inside, year)
        for text, marks in zip(texts, quoted(texts, breaks), strict=True)
    ]
    for found, more in zip(own, evidence or [dict.fromkeys(EVIDENCE, 0.0)] * len(own), strict=True):
        found |= more
        found["plain"] = float(not any(found[name] for name in _JUDGING))
    rows = []
    for index, found in enumerate(own):
        row = dict(found)
        for side, step in (("before", -1), ("after", 1)):
            at = index + step
            other = own[at] if 0 <= at < len(own) else None
            row |= {f"{side}_{name}": other[name] if other else 0.0 for name in LENT}
        row |= _place(texts[index], language, index)
        # Under a standfirst, the lead says the title once more.
        row["again"] = row["second"] * found["title_words"]
        # A short question that nobody is quoted with is a heading.
        row["asks"] = row["short"] * found["question"] * float(not found["share"])
        rows.append(row)
    return rows


def _own(
    text: str, language: str, share: float, inside: bool, year: int | None
) -> dict[str, float]:
    found = {}
    lower = text.lower()
    for feature, patterns in cues().items():
        pattern = patterns.get(language) or patterns.get("all")
        found[feature] = float(pattern is not None and pattern.search(lower) is not None)
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    found["share"] = share
    found["inside"] = float(inside)
    found["whole"] = float(share > 0.9)
    found["quoted"] = float(share >= MOSTLY)
    found["scrap"] = float(0 < share < MOSTLY and not inside)
    found["year"] = float(any(year is None or at < year for at in years))
    found["coming_year"] = float(year is not None and any(at > year for at in years))
    return found


def _place(text: str, language: str, index: int) -> dict[str, float]:
    return {
        "first": float(index == 0),
        "second": float(index == 1),
        "short": float(len(text) < _SHORT.get(language, 60)),
    }
