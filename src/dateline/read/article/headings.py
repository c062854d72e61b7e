"""Which lines of a plain text are headings, titles or statements of derivation."""

from __future__ import annotations

import re

from dateline.read.article.script import is_cjk

# A heading is shorter than this many characters (half of it where a letter is a word).
_MAX_HEADING = 90
_MAX_TITLE = 200

_CLOSED = re.compile("[.。．｡…:：;；,，、!！][\"'”’»」』）)\\]]*$")
_SENTENCE_END = re.compile("[.。．｡…!！?？؟।][\"'”’»」』）)\\]]*$")
_QUESTION = re.compile("[?？؟]$")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# Words that title case leaves small, in the languages that use it (English above all).
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "de", "del", "der", "des", "di", "du", "e", "el",
     "en", "et", "for", "from", "in", "into", "la", "le", "nor", "of", "off", "on", "or", "out",
     "over", "per", "since", "so", "than", "that", "the", "to", "under", "until", "up", "upon",
     "und", "vs", "via", "von", "with", "within", "without", "y"]
)  # fmt: skip
_DERIVATION = re.compile(
    r"""^[\s\[(（【*_-]*
    (?:sources?|source\ article|original\ (?:article|source)
      |originally\ published(?:\ (?:in|by|at|on))?
      |via|read\ (?:the\ )?(?:original|full)\ (?:article|story)(?:\ (?:at|on))?|credit
      |出典|出處|出处|情報源|引用元|提供|来源|來源|文章来源|文章來源|稿源|消息来源
      |출처|자료출처|기사\ ?출처|quelle|quellen|fuente|fuentes|fonte|fonti|kilde|källa|bron|źródło
      |источник|джерело|المصدر)
    \s{0,3}[:：]\s{0,3}(?P<what>\S.{0,160})$""",
    re.I | re.X,
)
# "Source: Original Article" names no one: these words stand where an outlet's name would.
_NO_OUTLET = re.compile(
    r"^(?:(?:the\ )?original(?:\ (?:article|source|story|text))?|link|here|article|story|原文|원문"
    r"|記事|기사|https?://\S+)[\s.\])）】*_]*$".replace(r"\ ", " "),
    re.I,
)


def derivation(line: str) -> str | None:
    """Return what a "Source: …" line names, "" when it names no outlet; None for another line."""
    match = _DERIVATION.match(line)
    if match is None:
        return None
    what = match["what"].strip(" []()（）【】*_")
    return "" if _NO_OUTLET.match(what) else what


def ends_sentence(text: str) -> bool:
    """True when ``text`` ends like a sentence."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def looks_like_heading(line: str) -> bool:
    """True for a short line in question form or title case, or a short CJK line, unclosed."""
    line = line.strip()
    cjk = is_cjk(line)
    if not line or len(line) > (_MAX_HEADING // 2 if cjk else _MAX_HEADING):
        return False
    if _QUESTION.search(line):
        return True
    if _CLOSED.search(line):
        return False
    return cjk or title_case(line)


def title_case(line: str) -> bool:
    """True when every word but the small ones begins with a capital (figures don't count)."""
    words = _WORD.findall(line)
    if not words or not words[0][0].isupper():
        return False
    return all(word[0].isupper() for word in words if word.lower() not in _SMALL)


def looks_like_title(line: str) -> bool:
    """True for a first line that can be a headline: one line, unclosed, not too long."""
    line = line.strip()
    if not line or len(line) > _MAX_TITLE:
        return False
    return bool(_QUESTION.search(line)) or not _CLOSED.search(line)
