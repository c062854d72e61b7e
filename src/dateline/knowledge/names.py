"""The index of names: finds every known name in a text, longest first.

Two tables do the finding. Scripts with spaces go through a trie of words: words are compared
without accents and case, a capital in the name asks for a capital in the text, and hyphens,
apostrophes and spaces between words are all alike ("Lee Jae-myung", "Lee Jae Myung").
Chinese, Japanese and Korean go through a table keyed by the first two characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from dateline.knowledge.base import Knowledge
from dateline.knowledge.tables import DATA, rows
from dateline.records import Name

UNSPACED = frozenset({"ja", "zh", "ko"})
# A name of more words than this is never looked for; the longest known has nine.
MAX_WORDS = 12
# Initials with their points are one word: "U.S.", "D.P.R.K.".
WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+", re.UNICODE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3々〇]")
_RUSSIAN_ENDING = re.compile(
    r"(?:ского|скому|ским|ском|ской|скую|ские|ских|скими|ская|ское|ский"
    r"|ами|ями|ого|ему|ому|ой|ей|ом|ем|ам|ям|ах|ях|ов|ев|ию|ия|ии|ый|ий|а|я|у|ю|о|е|ы|и|ь|й)$"
)
_ARABIC_PREFIX = re.compile(r"^[وفبلك]?(?:ال|لل)?(?=\w{3})")


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in the index and the actor it names; no actor ("") where a phrase names none."""

    actor: str
    name: Name


@dataclass(frozen=True, slots=True)
class Match:
    """Characters ``start`` to ``end`` of the text that are a name, and whose it can be."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, as written, and the form it is compared in."""

    start: int
    end: int
    text: str
    key: str


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word without accents, points and case: the form in which words are compared."""
    if word.isascii():
        return word.replace(".", "").lower()
    word = word.translate(_LETTERS)
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).replace(".", "").casefold()


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "đ": "d", "Đ": "D"})


def _russian(word: str) -> str:
    folded = fold(word)
    return _RUSSIAN_ENDING.sub("", folded) if len(folded) > 4 else folded


def _arabic(word: str) -> str:
    return _ARABIC_PREFIX.sub("", fold(word))


_KEYS: dict[str, Callable[[str], str]] = {"ru": _russian, "uk": _russian, "ar": _arabic}


class NameIndex:
    """Names of one language (with those that every language shares), ready to be found."""

    def __init__(self, entries: Iterable[Entry], language: str) -> None:
        self.language = language
        self._key = _KEYS.get(language, fold)
        self._root = _Node()
        self._unspaced: dict[str, list[tuple[str, list[Entry]]]] = {}
        unspaced: dict[str, list[Entry]] = {}
        for entry in entries:
            if _CJK.search(entry.name.text):
                unspaced.setdefault(entry.name.text, []).append(entry)
            else:
                self._insert(entry)
        for text, same in unspaced.items():
            self._unspaced.setdefault(text[:2], []).append((text, same))
        for bucket in self._unspaced.values():
            bucket.sort(key=lambda item: (-len(item[0]), item[0]))

    def _insert(self, entry: Entry) -> None:
        node = self._root
        for word in WORD.findall(entry.name.text)[:MAX_WORDS]:
            node = node.next.setdefault(self._key(word), _Node())
        if all(e.actor != entry.actor or e.name.kind != entry.name.kind for e in node.entries):
            node.entries.append(entry)

    def words(self, text: str) -> list[Word]:
        """The words of a text in scripts with spaces."""
        return [
            Word(m.start(), m.end(), m.group(), self._key(m.group())) for m in WORD.finditer(text)
        ]

    def scan(self, text: str, words: list[Word] | None = None) -> list[Match]:
        """Every name in the text, left to right, none overlapping, the longest first."""
        found = self._scan_words(text, self.words(text) if words is None else words)
        if self._unspaced:
            found += self._scan_unspaced(text)
        found.sort(key=lambda m: (m.start, -m.end))
        kept: list[Match] = []
        for match in found:
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return kept

    def _scan_words(self, text: str, words: list[Word]) -> list[Match]:
        found = []
        roots = self._root.next
        position = 0
        while position < len(words):
            node = roots.get(words[position].key)
            best: tuple[int, tuple[Entry, ...]] | None = None
            at = position
            while node is not None:
                if node.entries:
                    fitting = tuple(
                        e for e in node.entries if _cased(e.name, text, words[position : at + 1])
                    )
                    if fitting:
                        best = (at + 1, fitting)
                at += 1
                if at >= len(words) or not _joined(text, words[at - 1], words[at]):
                    break
                node = node.next.get(words[at].key)
            if best is None:
                position += 1
            else:
                found.append(Match(words[position].start, words[best[0] - 1].end, best[1]))
                position = best[0]
        return found

    def _scan_unspaced(self, text: str) -> list[Match]:
        found = []
        buckets = self._unspaced
        position = 0
        while position < len(text) - 1:
            bucket = buckets.get(text[position : position + 2])
            step = 1
            for name, entries in bucket or ():
                if text.startswith(name, position) and self._bounded(text, position, name):
                    found.append(Match(position, position + len(name), tuple(entries)))
                    step = len(name)
                    break
            position += step
        return found

    def _bounded(self, text: str, start: int, name: str) -> bool:
        """A katakana name ends where the katakana do; a Korean name begins its word."""
        before = text[start - 1] if start else " "
        after = text[start + len(name)] if start + len(name) < len(text) else " "
        if _hangul(name[0]):
            return not _hangul(before) and (not _hangul(after) or after in _AFTER_KOREAN)
        if _katakana(name[0]) and _katakana(before):
            return False
        return not (_katakana(name[-1]) and _katakana(after))


# What may follow a Korean name in its word: particles, and nouns like 군 (army), 인 (people).
_AFTER_KOREAN = frozenset(
    "은는이가을를의에과와도로만까부처보서께측군인계내발산형판식제당국령팀행간호표"
)


def _katakana(char: str) -> bool:
    return "\u30a1" <= char <= "\u30fa" or char == "ー"


def _hangul(char: str) -> bool:
    return "\uac00" <= char <= "\ud7a3"


def _joined(text: str, left: Word, right: Word) -> bool:
    """True when two words can belong to one name: a space, a hyphen, an apostrophe between."""
    gap = text[left.end : right.start]
    if len(gap) > 3 or "\n\n" in gap:
        return False
    if "." in gap:  # after an initial or a short form: "W. Va.", "George W. Bush", "St. Lucia"
        return len(left.text) <= 3 and not gap.strip(" .\u00a0\n")
    return not gap.strip(" \u00a0\n-‐‑'’,&+") and ("," not in gap)


def _cased(name: Name, text: str, words: list[Word]) -> bool:
    """A capital in the name asks for one in the text, but not after a hyphen ("Jong-un").

    An abbreviation stands as it is written.
    """
    if name.kind == "abbreviation" and len(words) == 1:
        return words[0].text.replace(".", "") == name.text.replace(".", "").rstrip("+")
    parts = WORD.findall(name.text)
    return all(
        not part[0].isupper()
        or word.text[0].isupper()
        or (number > 0 and text[word.start - 1] == "-")
        for number, (part, word) in enumerate(zip(parts, words, strict=False))
    )


# Languages whose readers also meet names in these others, searched after their own.
_BORROWS = {
    "en": (),
    "ja": ("en",),
    "ko": ("en",),
    "zh": ("en",),
    "uk": ("ru",),
}


@lru_cache(maxsize=32)
def name_index(knowledge: Knowledge, language: str) -> NameIndex:
    """The index of the names that a text in ``language`` may hold; built once."""
    borrowed = _BORROWS.get(language, ("en",))
    entries = []
    for actor in knowledge.actors.values():
        own = [name for name in actor.names if name.language == language]
        lent = [name for name in actor.names if name.language in borrowed]
        if language in UNSPACED:
            own += [name for name in lent if name.kind == "abbreviation" or " " in name.text]
        elif language != "en":  # of English, persons and abbreviations: they cross borders
            own += [
                name
                for name in lent
                if actor.kind == "person" or name.kind == "abbreviation" or not own
            ]
        entries += [Entry(actor.id, name) for name in own]
        if actor.kind == "person":
            entries += [Entry(actor.id, name) for name in reversed_names(actor.country, own)]
    for _, row in rows(DATA / "not_actors.tsv", ("language", "text")):
        if row["language"] in (language, *borrowed):
            entries.append(Entry("", Name(text=row["text"], language=row["language"])))
    return NameIndex(entries, language)


def reversed_names(country: str, names: Iterable[Name]) -> list[Name]:
    """East Asian names of two words in the other order: "Takaichi Sanae", "Jae-myung Lee"."""
    turned = []
    for name in names:
        words = name.text.split(" ")
        if name.kind != "name" or (country not in FAMILY_FIRST and country != "JPN"):
            continue
        if len(words) == 2 and words[0][0].isascii():
            turned.append(Name(text=f"{words[1]} {words[0]}", language=name.language))
        elif len(words) == 3 and country in FAMILY_FIRST and words[0][0].isascii():
            text = f"{words[1]} {words[2]} {words[0]}"
            turned.append(Name(text=text, language=name.language))
    return turned


# Where English reports put the family name first, as it is said at home.
FAMILY_FIRST = frozenset({"CHN", "TWN", "HKG", "KOR", "PRK"})
