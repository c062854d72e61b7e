"""What a sentence shows of its role: cues, place in the report, length."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

# Characters after which a sentence says no more about its role; also bounds the search.
LONGEST = 1000
# Mean length of a sentence in characters, by script: ideographs say more in fewer.
_USUAL = {"ja": 80, "ko": 80, "zh": 80}
_SHORT = {"ja": 20, "ko": 20, "zh": 20}


@functools.cache
def cues() -> dict[str, dict[str, re.Pattern[str]]]:
    """Return the cue patterns by feature and language."""
    text = (files("dateline.read.roles") / "data" / "cues.toml").read_text(encoding="utf-8")
    return {
        feature: {language: re.compile(pattern, re.I) for language, pattern in patterns.items()}
        for feature, patterns in tomllib.loads(text).items()
    }


@functools.cache
def cued_languages() -> frozenset[str]:
    """Return the languages that have cues of their own."""
    return frozenset(name for patterns in cues().values() for name in patterns) - {"all"}


def names() -> tuple[str, ...]:
    """Return the names of the features, in the order of the weights."""
    return (*sorted(cues()), "first", "second", "length", "short")


def features(text: str, language: str, index: int) -> dict[str, float]:
    """Return the features of the sentence ``text`` that stands at ``index`` in its report.

    Cues are 0 or 1; *first* and *second* tell the place; *length* is in usual sentences of
    the language, at most 2. Later places are left out on purpose: where background stands is
    the habit of an outlet, and the reports this is trained on have habits too.
    """
    text = text[:LONGEST]
    found = {}
    for feature, patterns in cues().items():
        pattern = patterns.get(language) or patterns.get("all")
        found[feature] = float(pattern is not None and pattern.search(text) is not None)
    found["first"] = float(index == 0)
    found["second"] = float(index == 1)
    found["length"] = min(len(text) / _USUAL.get(language, 200), 2.0)
    found["short"] = float(len(text) < _SHORT.get(language, 60))
    return found
