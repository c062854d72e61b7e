"""Acts: what is to be done, in words that are the same in every language."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

from dateline.expect.forward import Forward
from dateline.records import Report

_WORDS = re.compile(r"\w+")


@functools.cache
def _table() -> dict[str, dict[str, str]]:
    path = files("dateline.expect") / "data" / "acts.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@functools.cache
def _acts() -> dict[str, dict[str, re.Pattern[str]]]:
    return {
        name: {
            language: re.compile(words)
            for language, words in row.items()
            if language not in ("plover", "en")
        }
        for name, row in _table().items()
    }


@functools.cache
def _english() -> tuple[dict[str, frozenset[str]], tuple[tuple[str, str, str], ...]]:
    """Return the English acts by word, and those of several words as (first, words, act)."""
    pairs = [(words, name) for name, row in _table().items() for words in row["en"].split("|")]
    single: dict[str, set[str]] = {}
    for words, name in pairs:
        if " " not in words:
            single.setdefault(words, set()).add(name)
    phrases = tuple((words.split()[0], words, name) for words, name in pairs if " " in words)
    return {word: frozenset(names) for word, names in single.items()}, phrases


def acts_in(text: str, language: str) -> frozenset[str]:
    """Return the names of the acts that a text speaks of; English as lemmas in small letters."""
    if language == "en":
        single, phrases = _english()
        words = set(_WORDS.findall(text))
        found = {name for word in words for name in single.get(word, ())}
        for first, phrase, name in phrases:
            if first in words and re.search(rf"\b{phrase}\b", text):
                found.add(name)
        return frozenset(found)
    return frozenset(
        name
        for name, patterns in _acts().items()
        if language in patterns and patterns[language].search(text)
    )


@functools.cache
def by_act(word: str) -> str:
    """Return a mark that is the same for all English words of one act, such as "meeting" and
    "summit"; the word itself where it has no act or more than one.
    """
    names = _english()[0].get(word, frozenset())
    return f"={next(iter(names))}" if len(names) == 1 else word


def plover_of(act: str) -> str:
    """Return the PLOVER event type of an act, "" where it has none."""
    return _table()[act]["plover"]


def action_of(report: Report, forward: Forward, language: str) -> str:
    """Return the PLOVER type of what is to come, or its verb where the type isn't known."""
    if language == "en":
        acts = acts_in(forward.act, language) or acts_in(" ".join(sorted(forward.words)), language)
    else:
        acts = acts_in(report.text[forward.clause[0] : forward.clause[1]], language)
    for name in _acts():
        if name in acts and plover_of(name):
            return plover_of(name)
    return forward.act
