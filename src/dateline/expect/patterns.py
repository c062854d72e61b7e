"""Clauses that look forward in languages that come without a parse, found by their words."""

from __future__ import annotations

import re

from dateline.expect.cues import LONGEST, cues
from dateline.expect.forward import Forward
from dateline.records import Report, Span

# A question expects nothing, and what was planned at first is over.
_NOT_FORWARD = {
    "ja": re.compile(r"(か。?|[？?])[」』]?$|当初|だったが|はずだった|予定だった"),
    "ko": re.compile(r"\?['\"”’]?$|까\?|당초|예정이었|계획이었"),
    "zh": re.compile(r"[？?][”」]?$|原定|原計|原计|本应"),
    "de": re.compile(
        r"\?[“\"»]?$|\bwerden würde"
        r"|^[„\"»]?(wenn|falls|sofern|sollte|könnte|ob|wer|was|welche[rs]?|wie|wo|wann)\b"
        r"|\b(ursprünglich|einst|damals|seinerzeit|demnach|ob)\b"
        r"|\b(du|dich|dir|ihre? e-mail|newsletter)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\?[ »]*$|^[« ]*(si|s.il|quand|lorsque|comment|pourquoi|quel(le)?s?)\b"
        r"|\b(initialement|à l.origine|vous|votre|newsletter)\b",
        re.IGNORECASE,
    ),
    "es": re.compile(
        r"¿|\?|^[«“ ]*(si|cuando|cómo|quién|qué)\b|\b(inicialmente|en un principio|usted|newsletter"
        r"|suscri\w+)\b",
        re.IGNORECASE,
    ),
}
_END = re.compile(r"[。！？!?]|(?<=[다요])\.(?=\s)")
# Where the clause before a forward-looking one ends.
BREAK = {
    "ja": re.compile(r"[、。]"),
    "ko": re.compile(r"(?<=[고며해서])\s|,\s?"),
    "zh": re.compile(r"[，。；]"),
    **dict.fromkeys(("de", "fr", "es"), re.compile(r"[,;:]")),
}
# Languages whose patterns span a clause up to its verb; so many words make one.
_VERB_LAST, _FEW = frozenset({"de", "fr", "es"}), 4
_MANY = 40  # words from which on repetition tells
_OPEN, _CLOSE = "「『“‘（(", "」』”’）)"


def _babble(text: str) -> bool:
    """Say whether few words stand over and over, as in no sentence: patterns that span a clause
    would try each against each.
    """
    words = text.split()
    return len(words) > _MANY and len(set(words)) * 3 < len(words)


def _end(match: re.Match[str], language: str) -> int:
    """Return where the words that look forward end: of "wird am Freitag in Paris eröffnet" the
    first alone, since the verb is what is to come.
    """
    words = match.group().split()
    if language not in _VERB_LAST or len(words) < _FEW:
        return match.end()
    return match.start() + len(words[0])


def segments(report: Report, span: Span) -> list[Span]:
    """Cut what was read as one sentence at full stops that stand outside quotation marks."""
    text = report.text[span.start : span.end]
    pieces, start, depth, plain = [], 0, 0, False
    for index, char in enumerate(text):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char == '"':
            plain = not plain
        elif depth == 0 and not plain and _END.match(text, index):
            pieces.append((start, index + 1))
            start = index + 1
    pieces.append((start, len(text)))
    spans = []
    for first, last in pieces:
        piece = text[first:last]
        bare = piece.strip()
        if len(bare) > 3:
            begin = span.start + first + len(piece) - len(piece.lstrip())
            spans.append(Span(report=span.report, start=begin, end=begin + len(bare)))
    return spans


def find_pattern(report: Report, span: Span, language: str, *, dated: bool) -> Forward | None:
    """Return how a sentence looks forward, by the first construction that matches; else None.

    ``dated`` says whether a date to come stands in it.
    """
    text = report.text[span.start : min(span.end, span.start + LONGEST)]
    barred = _NOT_FORWARD.get(language)
    if barred is None or barred.search(text) or (language in _VERB_LAST and _babble(text)):
        return None
    for cue in cues().get(language, ()):
        if cue.pattern is None or (cue.dated and not dated):
            continue
        match = cue.pattern.search(text)
        if match is not None:
            cut = list(BREAK[language].finditer(text, 0, match.start())) if cue.tail else []
            return Forward(
                cue=cue,
                start=span.start + match.start(),
                end=span.start + _end(match, language),
                clause=(span.start + (cut[-1].end() if cut else 0), span.end),
                act=match.group().split()[-1] if language in _VERB_LAST else match.group(),
            )
    return None
