"""How two English words are related: one word, one stem, one sense, broader, opposite, rivals.

The table is cut from WordNet 3.1 (Fellbaum 1998, Princeton University; see
``data/WORDNET-LICENSE``) by :mod:`dateline.brief.support.build_wordlinks`.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Relation = Literal["form", "synonym", "near", "broader", "narrower", "opposite", "rival"]


class WordLinks:
    """The table in memory (about 0.4 s to load, once)."""

    def __init__(self, lines: list[str]) -> None:
        """Read the lines of the table."""
        self._senses: dict[str, list[int]] = defaultdict(list)
        self._pos: dict[int, str] = {}
        self._over: dict[int, tuple[int, ...]] = {}
        self._like: dict[int, tuple[int, ...]] = {}
        self._opposites: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, set[str]] = defaultdict(set)
        for line in lines:
            kind, *fields = line.split("\t")
            if kind == "S":
                number = int(fields[0])
                self._pos[number] = fields[1]
                for word in fields[2].split(",") if fields[2] else ():
                    self._senses[word].append(number)
                self._over[number] = _numbers(fields[3])
                self._like[number] = _numbers(fields[4])
            else:
                table = self._opposites if kind == "A" else self._forms
                table[fields[0]].add(fields[1])
                table[fields[1]].add(fields[0])

    def knows(self, word: str) -> bool:
        """True when the table holds ``word`` (a lemma in lower case)."""
        return word in self._senses

    @lru_cache(maxsize=200_000)  # noqa: B019 - one instance lives as long as the process
    def relation(self, claim: str, source: str, pos: str = "") -> Relation | None:
        """Say how ``claim`` is to ``source`` (lemmas in lower case), or None when unrelated.

        *form*: one stem (invade, invasion); *synonym*: they share a sense; *near*: senses
        marked alike, or one step apart through a form; *broader*: the claim's word stands over
        the source's; *narrower*: the other way round; *opposite*; *rival*: two kinds of one
        thing (yellow, green), which exclude each other more often than not. ``pos`` (n, v, a
        or r) keeps the claim's word to its senses as that part of speech.
        """
        if self._opposed(claim, source):
            return "opposite"
        if source in self._forms.get(claim, ()):
            return "form"
        mine, theirs = self._senses.get(claim, []), self._senses.get(source, [])
        if pos:
            mine = [sense for sense in mine if self._pos[sense] == pos]
        if not mine or not theirs:
            return None
        shared = set(theirs)
        if shared.intersection(mine):
            return "synonym"
        if any(shared.intersection(self._like.get(s, ())) for s in mine) or any(
            set(mine).intersection(self._like.get(s, ())) for s in theirs
        ):
            return "near"
        if self._above(theirs) & set(mine):
            return "broader"
        if self._above(mine) & shared:
            return "narrower"
        for form in sorted(self._forms.get(claim, ())):
            if shared.intersection(self._senses.get(form, ())):
                return "near"
        for form in sorted(self._forms.get(source, ())):
            if set(mine).intersection(self._senses.get(form, ())):
                return "near"
        over_mine = {o for s in mine[:3] for o in self._over.get(s, ())}
        over_theirs = {o for s in theirs[:3] for o in self._over.get(s, ())}
        return "rival" if over_mine & over_theirs else None

    def _opposed(self, a: str, b: str) -> bool:
        """Opposites outright, or by way of a word of nearly the same sense as one of them."""
        direct = self._opposites.get(a, set())
        if b in direct:
            return True
        alike = {x for s in self._senses.get(b, ()) for x in self._like.get(s, ())}
        return any(alike.intersection(self._senses.get(word, ())) for word in direct)

    def _above(self, senses: tuple[int, ...] | list[int]) -> set[int]:
        """Senses one and two steps over the given ones."""
        one = {o for s in senses for o in self._over.get(s, ())}
        return one | {o for s in one for o in self._over.get(s, ())}


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(x) for x in text.split(",")) if text else ()


@lru_cache(maxsize=1)
def wordlinks() -> WordLinks:
    """Load the table that comes with the package."""
    packed = (files("dateline.brief.support") / "data" / "wordlinks.tsv.gz").read_bytes()
    return WordLinks(gzip.decompress(packed).decode().splitlines())
