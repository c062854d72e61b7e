"""News agencies and the names under which reports credit them (table: ``agencies.tsv``)."""

from __future__ import annotations

import functools
import re
from importlib import resources


@functools.cache
def names() -> dict[str, str]:
    """Return every written form of an agency's name with its English name."""
    table = resources.files(__package__).joinpath("agencies.tsv").read_text(encoding="utf-8")
    forms: dict[str, str] = {}
    for row in table.splitlines():
        if row and not row.startswith("#"):
            english, written = row.split("\t")
            forms.update(dict.fromkeys(written.split("|"), english))
    return forms


@functools.cache
def pattern() -> re.Pattern[str]:
    """Return a pattern that finds an agency's name in a short text, the longest form first.

    Names in letters with spaces between words match as whole words only.
    """
    forms = sorted(names(), key=lambda form: (-len(form), form))
    spaced = [re.escape(form) for form in forms if not _dense(form)]
    dense = [re.escape(form) for form in forms if _dense(form)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(spaced)})(?!\w)|{'|'.join(dense)}")


def _dense(form: str) -> bool:
    """True for names in scripts that write them against their neighbours (ソウル聯合ニュース)."""
    return any(letter >= "\u2e80" for letter in form)


def agency(text: str) -> str | None:
    """Return ``text`` when all of it is the name of an agency, else None."""
    text = text.strip(" .,:;()[]（）【】/—–-")
    return text if text in names() else None
