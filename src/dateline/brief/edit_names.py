"""Names in edits: who "Alweendo" is, where a sentence tells of a surname alone.

Reports give a name in full once and go on with the surname. Read alone, a sentence needs the
name as the report first gave it; an office that stood before it is left where it stood.
"""

from __future__ import annotations

from dateline.brief.lines import Line
from dateline.brief.support.facts import OFFICES
from dateline.records import Edit, Reading, Report, Token

_TITLES = frozenset("mr mrs ms miss dr sir lord lady prof st judge justice rep sen gen".split())
_MOST_NAMES = 2  # before the surname
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj"})


def name_edits(line: Line, report: Report, reading: Reading) -> list[Edit]:
    """The edit that puts the full name for the first surname that an English line tells of.

    Nothing for those whom the knowledge base holds (they are known by their surnames), beside
    a title or another name, or inside a quotation.
    """
    if line.language != "en":
        return []
    for index, token in enumerate(line.tokens):
        if token.pos != "PROPN" or token.rel not in _PARTS or _beside(line.tokens, index):
            continue
        start, end = token.start - line.span.start, token.end - line.span.start
        if any(a <= start < b for a, b in line.inside) or _known(token, reading):
            continue
        given = _given(line.text[start:end], line, report, reading)
        if given is None or given in line.text:
            continue
        word = line.text[start:end]
        return [Edit(start=start, end=end, before=word, after=f"{given} {word}", kind="name")]
    return []


def _beside(tokens: tuple[Token, ...], index: int) -> bool:
    """True where the name has parts or words of its own beside it."""
    return any(token.head == index and at != index for at, token in enumerate(tokens)) or (
        index > 0 and tokens[index - 1].pos == "PROPN"
    )


def _known(token: Token, reading: Reading) -> bool:
    """True where the knowledge base or the gazetteer knows the word."""
    return any(
        m.span.start <= token.start < m.span.end and not m.actor.startswith("x:")
        for m in reading.actors
    ) or any(m.span.start <= token.start < m.span.end for m in reading.places)


def _given(surname: str, line: Line, report: Report, reading: Reading) -> str | None:
    """The given names that stand before ``surname`` where the report first has it, if any."""
    for parse in reading.parses:
        tokens = parse.tokens
        for at, token in enumerate(tokens):
            if token.start >= line.span.start:
                return None
            if token.pos != "PROPN" or report.text[token.start : token.end] != surname:
                continue
            first = at
            while first > 0 and _is_given(tokens, first - 1, at, report):
                first -= 1
            if 0 < at - first <= _MOST_NAMES:
                return report.text[tokens[first].start : tokens[at - 1].end]
            if first < at:
                return None  # a long name is as likely a list or an organisation
    return None


def _is_given(tokens: tuple[Token, ...], index: int, surname: int, report: Report) -> bool:
    token = tokens[index]
    word = report.text[token.start : token.end]
    bare = word.lower().strip(".")
    return (
        token.pos == "PROPN"
        and token.rel == "compound"
        and index < token.head <= surname
        and word[:1].isupper()
        and bare not in OFFICES
        and bare not in _TITLES
        and (len(bare) > 1 or word.endswith("."))
    )
