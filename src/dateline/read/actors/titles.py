"""Titles in a text: "prime minister", "大統領", "총리", and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.knowledge import Knowledge, Title
from dateline.knowledge.names import UNSPACED, WORD, fold
from dateline.read.actors.draft import Page
from dateline.read.actors.vocabulary import OTHER_OFFICE, PAST_OFFICE


@dataclass(frozen=True, slots=True)
class Titled:
    """Title words at ``start``..``end``. ``past`` is True after "former", "ex-", "late".

    ``other`` is True where a word like "deputy" makes it an office that the tables lack.
    """

    start: int
    end: int
    title: Title
    past: bool
    other: bool


@lru_cache(maxsize=32)
def _table(knowledge: Knowledge, language: str) -> dict[str, list[tuple[tuple[str, ...], Title]]]:
    """Titles of a language by their first word (or character), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], Title]]] = {}
    for title in knowledge.titles:
        if title.language != language:
            continue
        words = (
            tuple(title.text)
            if language in UNSPACED
            else tuple(fold(w) for w in WORD.findall(title.text))
        )
        table.setdefault(words[0], []).append((words, title))
    for row in table.values():
        row.sort(key=lambda item: -len(item[0]))
    return table


def titles(page: Page) -> list[Titled]:
    """Every title in the text, left to right, the longest first."""
    table = _table(page.knowledge, page.language)
    return _unspaced(page, table) if page.language in UNSPACED else _spaced(page, table)


def _spaced(page: Page, table: dict[str, list[tuple[tuple[str, ...], Title]]]) -> list[Titled]:
    found = []
    at = 0
    keys = [fold(word.text) for word in page.words]
    while at < len(keys):
        for words, title in table.get(keys[at], ()):
            if tuple(keys[at : at + len(words)]) == words:
                start, end = page.words[at].start, page.words[at + len(words) - 1].end
                before = page.before(start).lower()
                past = before in PAST_OFFICE
                found.append(Titled(start, end, title, past, before in OTHER_OFFICE))
                at += len(words) - 1
                break
        at += 1
    return found


def _unspaced(page: Page, table: dict[str, list[tuple[tuple[str, ...], Title]]]) -> list[Titled]:
    found = []
    text = page.text
    at = 0
    while at < len(text):
        for words, title in table.get(text[at], ()):
            if text.startswith(title.text, at):
                before = text[max(0, at - 2) : at].rstrip()
                past = before.endswith(("前", "元", "전", "旧", "故"))
                other = before.endswith(("副", "次期", "부", "代行", "候補"))
                found.append(Titled(at, at + len(words), title, past, other))
                at += len(words) - 1
                break
        at += 1
    return found
