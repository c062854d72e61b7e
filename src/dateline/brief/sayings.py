"""Sayings: the values that sentences give to what reports can contradict each other on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dateline.brief import cues
from dateline.brief.attributes import attribute, comparable, stands_by
from dateline.brief.calendar import when_words
from dateline.brief.fit import FLOOR
from dateline.brief.lines import Line
from dateline.brief.number import Number
from dateline.brief.words import is_cjk
from dateline.records import DateMention, Span

# People whom a happening befell, or who came: a story has one count of each.
TOLLS = frozenset({"killed", "injured", "missing", "evacuated", "arrested", "crowd"})
_UNIT = re.compile(r"[\s-]([A-Za-z]+)")
_SIGNS = {"dollar": "$", "euro": "€", "pound": "£", "yen": "¥", "won": "₩"}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


@dataclass(frozen=True, slots=True)
class Saying:
    """One value of one attribute in one line.

    ``shown`` is how the brief shows it, ``words`` how the report writes it; ``unit`` is what a
    number counts, ``start`` and ``end`` where the value stands in the line.
    """

    attribute: str
    value: Decimal | str
    hedged: bool
    shown: str
    words: str
    unit: str
    line: Line
    span: Span

    @property
    def start(self) -> int:
        """Where the value starts in its line."""
        return self.span.start - self.line.span.start

    @property
    def end(self) -> int:
        """Where the value ends in its line."""
        return self.span.end - self.line.span.start


def numbers_said(lines: Sequence[Line]) -> list[Saying]:
    """The numbers of ``lines`` that are named by an attribute.

    Two numbers of one attribute in a sentence can't be told apart safely: neither is taken but
    where one alone stands right before the word ("the crash of two trains left 40 injured"), or
    alone counts people.
    """
    sayings = []
    for line in lines:
        seen: dict[str, list[tuple[Saying, bool]]] = defaultdict(list)
        for number in line.numbers:
            name = attribute(line.text, number, cjk=is_cjk(line.text))
            if name is None or _doer(line, number) or _besides(line.text, number):
                continue
            if name in TOLLS and line.fits.beyond >= FLOOR:
                continue  # the toll of what was before
            start, end = line.span.start + number.start, line.span.start + number.end
            words = _written(line.text, number)
            saying = Saying(
                attribute=name, value=comparable(name, number), hedged=number.hedged,
                shown=_figure(number, words), words=words, unit=number.unit, line=line,
                span=Span(report=line.report, start=start, end=end),
            )  # fmt: skip
            seen[name].append((saying, stands_by(name, line.text, number)))
        for entries in seen.values():
            sure = [saying for saying, beside in entries if beside or len(entries) == 1]
            sure = sure or [saying for saying, _ in entries if saying.unit == "people"]
            sayings += sure if len(sure) == 1 else []
    return sayings


def days_said(lines: Sequence[Line]) -> list[Saying]:
    """The one day that a line names, the day on which somebody said so left aside."""
    sayings = []
    for line in lines:
        told = [m for m in line.dates if not _of_speech(m, line)]
        days = [m for m in told if m.when.precision == "day" and m.when.earliest]
        if len(days) != 1 or len(told) != 1:
            continue
        value = when_words(days[0].when) or ""
        start, end = (days[0].span.start - line.span.start, days[0].span.end - line.span.start)
        words = line.text[start:end]
        shown = words if any(c.isdigit() for c in words) else f"{words} ({value})"
        sayings.append(
            Saying(attribute="date", value=value, hedged=False, shown=shown, words=words, unit="",
                   line=line, span=days[0].span)
        )  # fmt: skip
    return sayings


# "another 12 were hurt", "his first 11 seasons": counted beside others, or only some of them.
_BESIDES = re.compile(
    r"\b(?:another|other|additional|further|first|last|past|next)\s$|\d\sof\s$", re.I
)
_MORE = re.compile(r"\s(?:more|others?|further|additional)\b", re.IGNORECASE)


def _besides(text: str, number: Number) -> bool:
    before = _BESIDES.search(text[: number.start])
    return before is not None or _MORE.match(text, number.end) is not None


def _doer(line: Line, number: Number) -> bool:
    """True when those counted do what the verb says: "two men charged with killing a guard"."""
    base = line.span.start
    for token in line.tokens:
        if token.start - base != number.start or token.rel != "nummod":
            continue
        noun = line.tokens[token.head]
        verb = line.tokens[noun.head]
        if noun.rel == "nsubj" and verb.lemma in _ACTIVE:
            return any(line.tokens[t.head] is verb and t.rel == "dobj" for t in line.tokens)
        return any(
            t.lemma in _ACTIVE and t.tag == "VBG" and line.tokens[t.head].rel in ("prep", "pcomp")
            and noun.rel in ("nsubj", "nsubjpass", "pobj") and t.start > noun.end
            for t in line.tokens
        )  # fmt: skip
    return False


_ACTIVE = frozenset({"kill", "injure", "wound", "hurt", "arrest", "detain", "evacuate", "displace"})


def _of_speech(mention: DateMention, line: Line) -> bool:
    """True for the day on which something was said: "..., the ministry announced on Tuesday"."""
    for verb in _above(mention, line):
        return cues.SPEECH.fullmatch(verb) is not None
    return False


def _above(mention: DateMention, line: Line) -> Iterator[str]:
    """The verb that a date hangs on, as written, where the parse shows one."""
    at = next((i for i, t in enumerate(line.tokens) if t.end == mention.span.end), None)
    for _ in range(4):
        if at is None or line.tokens[at].head == at:
            break
        at = line.tokens[at].head
        if line.tokens[at].pos == "VERB":
            token = line.tokens[at]
            yield line.text[token.start - line.span.start : token.end - line.span.start]
            return


def _written(text: str, number: Number) -> str:
    """A number as written, with the unit's word where that follows: "90 minutes"."""
    match = _UNIT.match(text, number.end)
    unit = number.unit
    if match and unit and match[1].lower().startswith(unit[: max(3, len(unit) - 1)]):
        return text[number.start : match.end()]
    return text[number.start : number.end]


def _figure(number: Number, words: str) -> str:
    """A number in figures: "12", "$2.4 billion", "54%", "3 hours"."""
    if number.kind == "money" and number.unit in _SIGNS:
        return _SIGNS[number.unit] + _scaled(number.value)
    if number.kind == "percent":
        return f"{_plain(number.value)}%"
    if number.unit in ("minute", "hour", "year"):
        figure = _plain(number.value)
        return f"{figure} {number.unit}{'' if figure == '1' else 's'}"
    if number.unit in ("kilometre", "kilometer", "metre", "meter", "mile"):
        return words
    return _plain(number.value)


def _scaled(value: Decimal) -> str:
    for scale, name in _SCALES:
        if value >= scale:
            return f"{_plain(value / scale)} {name}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    figure = f"{value:,f}"
    return figure.rstrip("0").rstrip(".") if "." in figure else figure
