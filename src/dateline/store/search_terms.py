"""Texts and queries into search terms, the same for every database.

Scripts that put spaces between words give one term a word, folded (compatibility forms, case,
accents). Scripts that don't, and Korean, whose particles cling to nouns, give overlapping
pairs of characters: 首脳会談 is 首脳 脳会 会談. A run's last character stands alone too, so
that every character begins a term and a query of one character is a search for a prefix. That
is the bigram scheme of Lucene's CJKAnalyzer. Terms hold letters, digits and marks only: no
database's query syntax can be reached through them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

# Longer words are cut: they are never words, and PostgreSQL takes at most 2,046 bytes.
MAX_TERM = 64
# A tsvector holds at most 1 MB; 512 KiB of terms leave room for its own overhead. A text with
# more different terms than that (some 60,000) is found by the first of them.
MAX_INDEXED = 512 * 1024
MAX_QUERY = 1000
MAX_QUERY_TERMS = 32

# Kana, Han, Hangul, and Thai, Lao, Burmese and Khmer.
_PAIRED = (
    "\u3005-\u3007\u3031-\u3035\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
    "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff"
    "\u0e01-\u0e3a\u0e40-\u0e59\u0e81-\u0edf\u1000-\u109f\u1780-\u17d3"
)
# Vowel signs and points that \w leaves out: Hebrew, Arabic and the scripts of India.
_MARKS = (
    "\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u0900-\u0963\u0971-\u0dff"
    "\u0300-\u036f"
)
_PIECES = re.compile(rf"([{_PAIRED}]+)|((?:[^\W_{_PAIRED}]|[{_MARKS}])+)(\*?)")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")


class Term(NamedTuple):
    """A term to look for; ``prefix`` when any term that begins so will do."""

    text: str
    prefix: bool = False


def fold(text: str) -> str:
    """Fold what readers don't tell apart: width, ligatures, case, accents."""
    compatible = unicodedata.normalize("NFKC", text).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", compatible))
    return unicodedata.normalize("NFC", bare)


def terms_of(text: str) -> frozenset[str]:
    """Return every term of ``text``."""
    return frozenset(_ordered_terms(text))


def indexed(text: str) -> str:
    """Return the different terms of ``text`` in order of appearance, each between spaces."""
    kept, size = [], 0
    for term in _ordered_terms(text):
        size += len(term.encode()) + 1
        if size > MAX_INDEXED:
            break
        kept.append(term)
    return f" {' '.join(kept)} " if kept else ""


def query_terms(query: str) -> tuple[Term, ...]:
    """Return what to look for. A word that ends in ``*`` stands for all that begin with it.

    Only the first 1,000 characters and 32 terms count; other punctuation means nothing.
    """
    found: dict[Term, None] = {}
    for paired, word, star in _PIECES.findall(fold(_clean(query[:MAX_QUERY]))):
        if len(paired) == 1:
            found[Term(paired, prefix=True)] = None
        elif paired:
            found.update((Term(paired[i : i + 2]), None) for i in range(len(paired) - 1))
        else:
            found[Term(word[:MAX_TERM], prefix=bool(star))] = None
    return tuple(found)[:MAX_QUERY_TERMS]


def matched(terms: tuple[Term, ...], text: str) -> int:
    """Count how many of ``terms`` stand in ``text``."""
    here = terms_of(text)
    return sum(
        term.text in here or (term.prefix and any(word.startswith(term.text) for word in here))
        for term in terms
    )


def _ordered_terms(text: str) -> dict[str, None]:
    found: dict[str, None] = {}
    for paired, word, _star in _PIECES.findall(fold(_clean(text))):
        if paired:
            found.update((paired[i : i + 2], None) for i in range(len(paired)))
        else:
            found[word[:MAX_TERM]] = None
    return found


def _clean(text: str) -> str:
    """Drop lone surrogates: no database takes them, and they are part of no word."""
    return text.encode("utf-8", "replace").decode("utf-8")
