"""A lexicon without word boundaries: what Japanese, Korean and Chinese texts are cut with.

The rows stand in ``words_<language>.txt``: kind, value, pattern. They are tried in their order
at each place, in one compiled scan; text between is a GAP.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files
from typing import Any

from dateline.read.dates import numeric
from dateline.read.dates.clocks import Clock, DayPart
from dateline.read.dates.compounds import FiscalYear, Years
from dateline.read.dates.expressions import Turn
from dateline.read.dates.grammar import GAP, Token
from dateline.read.dates.holidays import names
from dateline.read.dates.parts import in_part_of
from dateline.read.dates.starts import first_chars

Reader = Callable[[str], Any]

# Full-width figures and signs, one character for one, so that offsets stay.
_FOLD = str.maketrans("０１２３４５６７８９：／－．～〜∼（）％　", "0123456789:/-.~~~()% ")
_TURN = re.compile(r"(?P<unit>[a-z]+)(?P<turn>[+-]\d)(?P<told>@told)?")
_FIGURES = "0123456789+$€£¥￥₩"
_NUMERIC = re.sub(r"\n\s*", "", numeric.PATTERN.replace("\\ ", " ")).replace(
    "|(?P<code>", r"|(?P<int>(?<![\d.])\d{1,4}(?![\d.]\d|\d))|(?P<code>"
)
# Runs of figures that are no number of a date; taken whole, so that they cost little.
_LONG = "[0-9〇零一二三四五六七八九十百千]{13,200}"


class Lexicon:
    """The rows of a language's file, compiled to one scan.

    ``number`` reads the first number in a text. ``pieces`` are put for ``{NAME}`` in patterns,
    ``readers`` for ``@name`` in values. ``lengths`` are the patterns of LENGTH rows around
    ``{UNIT}``: with a number, with "some", with "half".
    """

    def __init__(
        self,
        language: str,
        name: str,
        number: Callable[[str], int | None],
        readers: Mapping[str, Reader],
        pieces: Mapping[str, str],
        lengths: tuple[str, str, str | None],
    ) -> None:
        self._number = number
        holidays = names(name)
        self._readers = {
            "century": self._century, "decade": self._decade, "quarter": self._quarter,
            "half_month": self._half_month, "half_year": self._half_year,
            "holiday": holidays.__getitem__,
            "month": self._bounded(1, 12), **readers,
        }  # fmt: skip
        by_length = sorted(holidays, key=len, reverse=True)
        self._pieces = {**pieces, "HOLIDAY": "|".join(map(re.escape, by_length))}
        self._lengths = lengths
        rows = [("GAP", None, _LONG), *self._rows(language)]
        self._kinds = [(kind, value) for kind, value, _ in rows]
        self._patterns = [f"(?P<r{i}>{pattern})" for i, (_, _, pattern) in enumerate(rows)]
        self._at: dict[str, list[int]] = {}
        for i, (_, _, pattern) in enumerate(rows):
            for char in first_chars(pattern):
                self._at.setdefault(char, []).append(i)
        for char in _FIGURES:
            self._at.setdefault(char, [])
        self._starts = re.compile("[" + "".join(map(re.escape, sorted(self._at))) + "]")
        self._scans: dict[str, re.Pattern[str]] = {}

    def tokens_of(self, text: str) -> list[Token]:
        """Cut a text into tokens; what no row knows is a GAP, blanks are nothing."""
        text = text.translate(_FOLD)
        tokens: list[Token] = []
        end = at = 0
        while start_match := self._starts.search(text, at):
            start = start_match.start()
            match = self._scan(text[start]).match(text, start)
            if match is None or match.end() == start:
                at = start + 1
                continue
            if start > end:
                between = text[end:start]
                if not between.isspace() or "\n" in between:
                    tokens.append(Token(GAP, None, end, start))
            end = at = match.end()
            kind, value = self._read(match)
            tokens.append(Token(kind, value, start, end))
        return tokens

    def _scan(self, char: str) -> re.Pattern[str]:
        """The rows that may match at a character, compiled when first met."""
        if char not in self._scans:
            rows = [self._patterns[i] for i in self._at[char]]
            if char in _FIGURES:
                rows.append(_NUMERIC)
            self._scans[char] = re.compile("|".join(rows))
        return self._scans[char]

    def _read(self, match: re.Match[str]) -> tuple[str, Any]:
        name = match.lastgroup or ""
        if name[0] == "r":
            kind, value = self._kinds[int(name[1:])]
            if callable(value):
                value = value(match[0])
                return (GAP, None) if value is None else (kind, value)
            return kind, value
        if name == "int":
            return "NUM", int(match[0])
        return numeric.value(name, match[0], day_first=False)

    def _rows(self, language: str) -> Iterator[tuple[str, Any, str]]:
        path = files("dateline.read.dates").joinpath(f"words_{language}.txt")
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("#") or not line.strip():
                continue
            kind, value, pattern = line.split(None, 2)
            for piece, text in self._pieces.items():
                pattern = pattern.replace("{" + piece + "}", text)
            if kind == "LENGTH":
                counted, some, half = self._lengths
                yield "LEN", self._counted(value), counted.replace("{UNIT}", pattern)
                yield "LEN", ((-1.0, value),), some.replace("{UNIT}", pattern)
                if half:
                    amount = (6.0, "month") if value == "year" else (0.5, value)
                    yield "LEN", (amount,), half.replace("{UNIT}", pattern)
            else:
                yield kind, self._value(value), pattern

    def _value(self, text: str) -> Any:
        if text == "-":
            return None
        if re.fullmatch(r"-?\d+", text):
            return int(text)
        if text.startswith("@"):
            return self._readers[text[1:]]
        if turn := _TURN.fullmatch(text):
            if turn["unit"] == "fiscal":
                return FiscalYear(None, int(turn["turn"]), self._fiscal_start)
            anchor: Any = "context" if turn["told"] else "published"
            return Turn(turn["unit"], int(turn["turn"]), anchor=anchor)
        if ".." in text:
            low, _, high = text.partition("..")
            return self._bounded(int(low), int(high))
        if text.startswith("n_"):
            return self._counted(text[2:])
        if found := re.fullmatch(r"(-?[\d.]+)_([a-z]+)", text):
            return ((float(found[1]), found[2]),)
        head, _, rest = text.partition(":")
        if head == "part":
            part, _, date = rest.partition("/")
            return DayPart(part, self._value(date) if date else None)
        if head == "clock":
            return Clock(int(rest))
        if rest.isdigit():
            return head, int(rest)
        return in_part_of(self._value(rest), head) if rest else text

    @property
    def _fiscal_start(self) -> int | None:
        return 4 if "ERA" in self._pieces else None  # Japan's starts in April

    def _bounded(self, low: int, high: int) -> Reader:
        def value(text: str) -> int | None:
            number = 1 if text[0] == "正" else self._number(text)
            return number if number is not None and low <= number <= high else None

        return value

    def _counted(self, unit: str) -> Reader:
        def value(text: str) -> Any:
            number = self._number(text)
            return None if number is None or number > 9999 else ((float(number), unit),)

        return value

    def _half_month(self, text: str) -> Any:
        number = self._number(text)
        return None if number is None else ((number + 0.5, "month"),)

    def _half_year(self, text: str) -> Any:
        number = self._number(text)
        return None if number is None or number > 999 else ((number * 12.0 + 6, "month"),)

    def _quarter(self, text: str) -> tuple[str, int]:
        digit = re.search("[1-4一二三四]", text)
        return "quarter", (self._number(digit[0]) or 0) if digit else 0

    def _decade(self, text: str) -> Years | None:
        digits = re.search(r"(\d{1,3})0\D{1,2}$", text)
        tens = int(digits[1]) if digits else self._number(text[-4:-2])  # 九十年代
        if tens is None:
            return None
        first = tens * 10 if digits else tens
        first += 1900 if first < 100 else 0
        return Years(first, 10, "decade", f"{first // 10:03d}")

    def _century(self, text: str) -> Years | None:
        number = self._number(text)
        if number is None or not 0 < number <= 30:
            return None
        return Years((number - 1) * 100, 100, "century", f"{number - 1:02d}")
