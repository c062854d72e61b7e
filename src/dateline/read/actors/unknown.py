"""Actors that the knowledge base lacks: kept under their own names, with what is said of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.engines.ports import NamedSpan
from dateline.knowledge.names import fold
from dateline.read.actors.draft import Draft, Page
from dateline.read.actors.titles import Titled

_LABELS = frozenset({"PERSON", "PER", "ORG", "NORP"})
# ", a professor at Seoul National University," and ", who heads the agency,": to the next
# comma, full stop or line end, at most 160 characters.
_APPOSITION = re.compile(
    r",\s+((?:an?|the|who|one of|[a-z]+(?:\s[a-z]+){0,3}\s(?:of|at|for|with))\s[^,.;\n]{3,160})"
)
_NAME_AFTER_TITLE = re.compile(r"\.?\s((?:[A-ZÀ-ÖØ-Þ][\w'’.-]*\s?){1,4})")
MAX_SLUG = 60


def unknown_id(name: str) -> str:
    """The id of an actor under its own name: ``x:`` and the folded words, joined by hyphens."""
    words = re.findall(r"\w+", fold(re.sub(r"['’]s$", "", name)))
    return "x:" + "-".join(words)[:MAX_SLUG]


def recognised(page: Page, names: Sequence[NamedSpan]) -> list[Draft]:
    """Drafts for the recogniser's persons and organisations that no known name covers.

    A person's single word is left out: it is a surname, which the surname rule joins to a
    longer name, or too little to know anyone by.
    """
    drafts = []
    for name in names:
        if name.label not in _LABELS or not page.free(name.start, name.end):
            continue
        written = page.text[name.start : name.end]
        start = name.start + len(written) - len(written.lstrip())
        text = re.sub(r"['’]s$", "", written.strip())
        single = " " not in text and text.isascii() and name.label in ("PERSON", "PER")
        if len(text) > 1 and not single:
            drafts.append(_draft(page, start, start + len(text)))
    return drafts


def after_titles(page: Page, titled: Iterable[Titled]) -> list[Draft]:
    """Drafts for full names that follow a title and that no table has: "President Ana Ruiz"."""
    drafts = []
    for found in titled:
        match = _NAME_AFTER_TITLE.match(page.text, found.end)
        if match is None or not page.text[found.start].isupper():
            continue
        name = match.group(1).rstrip(" .")
        end = match.start(1) + len(name)
        if " " in name and page.free(match.start(1), end):
            drafts.append(_draft(page, match.start(1), end))
    return drafts


def _draft(page: Page, start: int, end: int) -> Draft:
    name = page.text[start:end]
    match = _APPOSITION.match(page.text, end)
    apposition = (match.start(1), match.end(1)) if match else None
    return Draft(start, end, unknown_id(name), "unknown", 0.7, apposition)
