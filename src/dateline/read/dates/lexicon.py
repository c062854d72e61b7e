"""A lexicon without word boundaries: what Japanese, Korean and Chinese texts are cut with.

A row is ``(kind, pattern, value)``; the value is a constant or a function of the match. Rows
are tried in their order at each place, in one compiled scan; text between is a GAP.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from dateline.read.dates import numeric
from dateline.read.dates.grammar import GAP, Token

Row = tuple[str, str, Any]

# Full-width figures and signs, one character for one, so that offsets stay.
_FOLD = str.maketrans("０１２３４５６７８９：／－．～〜（）％　", "0123456789:/-.~~()% ")


def words(*alternatives: str) -> str:
    """A pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(alternatives, key=len, reverse=True))


class Lexicon:
    """Rows compiled to one scan."""

    def __init__(self, rows: Iterable[Row], *, day_first: bool = False) -> None:
        self._rows = list(rows)
        self._day_first = day_first
        own = "|".join(f"(?P<r{i}>{row[1]})" for i, row in enumerate(self._rows))
        self._scan = re.compile(own + "|" + re.sub(r"\n\s*", "", numeric.PATTERN.replace("\\ ", " "))
                                .replace("|(?P<code>", r"|(?P<int>(?<![\d.])\d{1,4}(?![\d.]\d|\d))|(?P<code>"))  # fmt: skip

    def tokens_of(self, text: str) -> list[Token]:
        """Cut a text into tokens; what no row knows is a GAP, blanks are nothing."""
        text = text.translate(_FOLD)
        tokens: list[Token] = []
        end = 0
        for match in self._scan.finditer(text):
            start = match.start()
            if start > end and not text[end:start].isspace() or "\n" in text[end:start]:
                tokens.append(Token(GAP, None, end, start))
            end = match.end()
            kind, value = self._read(match)
            tokens.append(Token(kind, value, start, end))
        return tokens

    def _read(self, match: re.Match[str]) -> tuple[str, Any]:
        name = match.lastgroup or ""
        if name[0] == "r":
            kind, _, value = self._rows[int(name[1:])]
            if callable(value):
                value = value(match[0])
                if value is None:
                    return GAP, None
            return kind, value
        if name == "int":
            return "NUM", int(match[0])
        return numeric.value(name, match[0], day_first=self._day_first)


def counted(reader: Callable[[str], int | None], unit: str) -> Callable[[str], Any]:
    """Read "3日間" or "두 달": the number at the front, the unit given."""

    def value(text: str) -> Any:
        number = reader(text)
        return None if number is None or number > 9999 else ((float(number), unit),)

    return value
