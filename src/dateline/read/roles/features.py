"""What a sentence shows of its role: cues, quotation marks, its place, its neighbours."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from dateline.read.roles.evidence import NAMES as EVIDENCE
from dateline.read.roles.quoted import Quoted, quoted

# Characters after which a sentence says no more about its role; also bounds the search.
LONGEST = 1000
# From this share on a sentence is speech with its source; below, it quotes a word or a title.
MOSTLY = 0.4
# Under this many characters a sentence is short; ideographs say more in fewer.
_SHORT = {"ja": 20, "ko": 20, "zh": 20}
_YEAR = re.compile(r"(?<![\d.,$€£¥])(?:1[5-9]|20)\d\d(?!\d|[.,]\d|\s?(?:km|people|%))")
# Cues that are sought outside quotation marks alone: what a speaker looks back or ahead to, or
# gives as a reason, is not where the report stands.
_OUTSIDE = frozenset(
    "dated future happened may method ongoing past perfect reason weekday weight".split()
)
_OWN = ("quoted", "scrap", "share", "inside", "whole", "year", "coming_year", "plain",
        "judging", "told_judging", "told_plain", "older_told")  # fmt: skip
# What shows that somebody judges; a sentence with none of it tells plainly, whoever says it.
_JUDGING = ("quoted", "inside", "scrap", "reaction", "person", "clause_stance")
# What shows that a sentence is somebody's word.
_TOLD = ("said", "clause_said", "clause_stance", "reaction")
# Languages in which speech may stand after a dash instead of between marks.
_DASHED = frozenset("cs da es fr it no pl pt ru sv uk".split())
# How much of an older time is left in the next sentence, and the least that counts.
_FADING, _FADED = 0.75, 0.05
_WORD = re.compile(r"\w+")
_PLACE = ("first", "second", "last", "again", "short", "asks")


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
def judging() -> dict[str, frozenset[str]]:
    """Return the words of judgement by language, in lower case."""
    text = (files("dateline.read.roles") / "data" / "judging.toml").read_text(encoding="utf-8")
    return {language: frozenset(words.split()) for language, words in tomllib.loads(text).items()}


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
    spoken = quoted(texts, breaks, dashes=language in _DASHED)
    own = [_own(text, language, marks, year) for text, marks in zip(texts, spoken, strict=True)]
    less = [dict.fromkeys(EVIDENCE, 0.0)] * len(own)
    for found, more, marks in zip(own, evidence or less, spoken, strict=True):
        found |= more
        amid = marks.amid and language not in _SHORT  # whose verbs of saying follow the words
        if amid and found["quoted"] and not any(found[name] for name in (*_TOLD, "person")):
            # A name or a title ("the “Act on the Registration of Ships” was passed").
            found["quoted"], found["scrap"] = 0.0, 1.0
        found["plain"] = float(not any(found[name] for name in _JUDGING))
        told = float(any(found[name] for name in _TOLD) and not found["quoted"])
        found["told_judging"] = told * found["judging"]
        found["told_plain"] = told * float(not found["judging"])
    _older(own)
    rows = []
    for index, found in enumerate(own):
        row = found | _place(texts[index], language, index, len(texts))
        # Under a standfirst, the lead says the title once more.
        row["again"] = row["second"] * found["title_words"]
        # A short question that nobody is quoted with is a heading.
        row["asks"] = row["short"] * found["question"] * float(not found["share"])
        rows.append(row)
    return rows


def _older(rows: Sequence[dict[str, float]]) -> None:
    """Let an older time fade over the sentences after it that go on in the past tense.

    A history is told in many sentences and dated in few.
    """
    left = 0.0
    for row in rows:
        past = row["clause_own_past"] or (row["happened"] and not row["clause_parsed"])
        row["older_told"] = left if past and left > _FADED else 0.0
        seen = any(row[own] for own in ("year", "when_long", "when_before"))
        left = 1.0 if seen else max(0.6 * row["past"], _FADING * left)


def _own(text: str, language: str, marks: Quoted, year: int | None) -> dict[str, float]:
    found = {}
    lower, outside = text.lower(), marks.outside.lower()
    for feature, patterns in cues().items():
        pattern = patterns.get(language) or patterns.get("all")
        where = outside if feature in _OUTSIDE else lower
        found[feature] = float(pattern is not None and pattern.search(where) is not None)
    share, inside = marks.share, marks.inside
    words = judging().get(language, frozenset())
    found["judging"] = min(1.0, sum(word in words for word in _WORD.findall(lower)) / 2)
    years = [int(match.group()) for match in _YEAR.finditer(text)]
    found["share"] = share
    found["inside"] = float(inside)
    found["whole"] = float(share > 0.9)
    found["quoted"] = float(share >= MOSTLY)
    found["scrap"] = float(0 < share < MOSTLY and not inside)
    found["year"] = float(any(year is None or at < year for at in years))
    found["coming_year"] = float(year is not None and any(at > year for at in years))
    return found


def _place(text: str, language: str, index: int, number: int) -> dict[str, float]:
    return {
        "first": float(index == 0),
        "second": float(index == 1),
        "last": float(index == number - 1 > 0),
        "short": float(len(text) < _SHORT.get(language, 60)),
    }
