"""Plain text and Markdown: paragraphs, headings and a title only where the form shows one."""

from __future__ import annotations

import re

from dateline.errors import ReadError
from dateline.read.article.clean import clean
from dateline.read.article.draft import Draft, Piece
from dateline.read.article.headings import (
    derivation,
    ends_sentence,
    looks_like_heading,
    looks_like_title,
)
from dateline.read.article.script import is_cjk, join
from dateline.records import BlockKind

# Lines longer than this are paragraphs of their own; shorter ones may be hard-wrapped.
_WRAP_WIDTH = 160
# A line this much shorter than the widest one, and closed, ends a hard-wrapped paragraph.
_SHORT_LINE = 0.8
# Derivation is stated at the end: in one of the last lines of a text.
_LAST_LINES = 3

_MD_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_MD_ITEM = re.compile(r"^\s{0,6}(?:[-*+•·]|\d{1,2}[.)])\s+(?=\S)")
_MD_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s[^()\n]{0,200})?\)")
_MD_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_MD_EMPHASIS = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*(?![\w*])")
_MD_RULE = re.compile(r"^\s*(?:[-*_=~]\s?){3,}\s*$")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,})\s*$")


def read_text(text: str, name: str, *, markdown: bool = False, title: str | None = None) -> Draft:
    """Read a plain text. ``title`` is the headline when the carrier of the text declares one.

    Raises ReadError (kind *empty*) when nothing but layout is there.
    """
    pieces: list[Piece] = []
    for lines in _paragraphs(clean(text)):
        pieces += _markdown(lines) if markdown else _plain(lines)
    pieces = _derivations([piece for piece in pieces if piece.text])
    if not pieces:
        raise ReadError(name, "the item holds no text", kind="empty")
    found, pieces = _take_title(pieces, title, markdown=markdown)
    return Draft(pieces=tuple(_headings(pieces)), title=found, engine="text")


def _paragraphs(text: str) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            groups[-1].append(line.rstrip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _markdown(lines: list[str]) -> list[Piece]:
    pieces: list[Piece] = []
    rest: list[str] = []

    def flush(kind: BlockKind = "paragraph") -> None:
        if rest:
            pieces.append(Piece(kind=kind, text=_inline(join(rest))))
            rest.clear()

    for line in lines:
        if _UNDERLINE.match(line) and len(rest) == 1:
            flush("heading")
        elif _MD_RULE.match(line) or line.lstrip().startswith("```"):
            flush()
        elif match := _MD_HEADING.match(line):
            flush()
            pieces.append(Piece(kind="heading", text=_inline(match[1])))
        elif _MD_ITEM.match(line):
            flush()
            pieces.append(Piece(kind="list", text=_inline(_MD_ITEM.sub("", line))))
        elif line.lstrip().startswith(">"):
            flush()
            pieces.append(Piece(kind="quote", text=_inline(line.lstrip(" >"))))
        elif derivation(_inline(line)) is not None:
            flush()
            rest.append(line)
            flush()
        else:
            rest.append(line)
    flush()
    return pieces


def _inline(text: str) -> str:
    text = _MD_LINK.sub(lambda match: "" if match[1] else match[2], text)
    text = _MD_STRONG.sub(r"\2", text)
    return _MD_EMPHASIS.sub(r"\1", text).strip()


def _plain(lines: list[str]) -> list[Piece]:
    """Cut the lines between two blank lines into headings, list items and joined paragraphs."""
    width = max(len(line) for line in lines)
    pieces: list[Piece] = []
    rest: list[str] = []

    def flush() -> None:
        if rest:
            pieces.append(Piece(kind="paragraph", text=join(rest)))
            rest.clear()

    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else ""
        fresh = not rest or ends_sentence(rest[-1])
        if fresh and _heads(line, following):
            flush()
            pieces.append(Piece(kind="heading", text=line.strip()))
        elif fresh and derivation(line) is not None:
            flush()
            pieces.append(Piece(kind="paragraph", text=line.strip()))
        elif _MD_ITEM.match(line) and len(lines) > 1 and fresh:
            flush()
            pieces.append(Piece(kind="list", text=_MD_ITEM.sub("", line).strip()))
        else:
            if rest and fresh and _breaks(rest[-1], width):
                flush()
            rest.append(line)
    flush()
    return pieces


def _heads(line: str, following: str) -> bool:
    """True when ``line`` is a heading whose prose begins on the very next line."""
    following = following.strip()
    if not following or not looks_like_heading(line) or derivation(line) is not None:
        return False
    opens = not following[0].islower()
    longer = len(following) > max(60 if not is_cjk(following) else 25, len(line))
    return opens and longer and not looks_like_heading(following)


def _breaks(last: str, width: int) -> bool:
    """True when a closed line is the last of its paragraph though no blank line follows."""
    return width > _WRAP_WIDTH or len(last) < _SHORT_LINE * width


def _derivations(pieces: list[Piece]) -> list[Piece]:
    start = len(pieces) - _LAST_LINES
    return [
        Piece(kind="derivation", text=piece.text)
        if index >= max(start, 1) and derivation(piece.text) is not None
        else piece
        for index, piece in enumerate(pieces)
    ]


def _take_title(
    pieces: list[Piece], declared: str | None, *, markdown: bool
) -> tuple[str | None, list[Piece]]:
    """Split the headline off. A declared one that the text repeats is taken out of the text."""
    first = pieces[0]
    if declared is not None:
        repeats = _bare(first.text) == _bare(declared)
        return declared, pieces[1:] if repeats and len(pieces) > 1 else pieces
    if len(pieces) < 2 or first.kind not in ("paragraph", "heading"):
        return None, pieces
    second = pieces[1]
    if markdown and first.kind == "heading":
        return first.text, pieces[1:]
    prose = second.kind != "derivation" and ends_sentence(second.text)
    if first.kind == "paragraph" and looks_like_title(first.text) and prose:
        return first.text, pieces[1:]
    return None, pieces


def _bare(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _headings(pieces: list[Piece]) -> list[Piece]:
    """Mark the short unclosed lines that stand alone between prose as headings."""
    marked: list[Piece] = []
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        heads = (
            piece.kind == "paragraph"
            and following is not None
            and following.kind in ("paragraph", "list", "quote")
            and not looks_like_heading(following.text)
            and len(following.text) > len(piece.text)
            and looks_like_heading(piece.text)
        )
        marked.append(Piece(kind="heading", text=piece.text) if heads else piece)
    return marked
