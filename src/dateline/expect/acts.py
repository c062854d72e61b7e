"""Acts: what is to be done, in words that are the same in every language."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib.resources import files

from dateline.expect.forward import Forward
from dateline.records import Report


@functools.cache
def _acts() -> dict[str, tuple[str, dict[str, re.Pattern[str]]]]:
    path = files("dateline.expect") / "data" / "acts.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: (
            row["plover"],
            {
                language: re.compile(rf"\b({words})\b" if language == "en" else words)
                for language, words in row.items()
                if language != "plover"
            },
        )
        for name, row in table.items()
    }


def acts_in(text: str, language: str) -> frozenset[str]:
    """Return the names of the acts that a text speaks of; English as lemmas in small letters."""
    return frozenset(
        name
        for name, (_, patterns) in _acts().items()
        if language in patterns and patterns[language].search(text)
    )


def plover_of(act: str) -> str:
    """Return the PLOVER event type of an act, "" where it has none."""
    return _acts()[act][0]


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
