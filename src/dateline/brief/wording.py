"""Wording: which line of a fact a claim is made from, and which lines can't stand alone."""

from __future__ import annotations

import re
from collections.abc import Mapping

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.edit import opening, resolved_pronoun
from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.records import Reading, Report, Token

_PRONOUN_SAID = re.compile(
    r"\b(?:he|she|they)\s+(?:also\s+)?(?:said|added|told|wrote|asked)\b", re.I
)
FEWEST_WORDS, MOST_WORDS = 6, 55


def stands_alone(line: Line, report: Report, reading: Reading) -> bool:
    """True when a line can be read out of its report: whole, said by someone, leaning on nothing.

    A pronoun at the start passes when it is linked to an actor safely enough to be replaced.
    """
    text = line.text[opening(line, report) :]
    if text.rstrip().endswith(("?", "？", ":", "：", "…", "...")):
        return False
    if any(start == 0 and end >= len(line.text) - 1 for start, end in line.inside):
        return False  # a bare quotation: its speaker stands elsewhere
    if _open_quote(line) or _verbless(line):
        return False
    outside = _outside_quotes(line)
    if line.inside and _PRONOUN_SAID.search(outside):
        return False  # the speaker is named in another sentence
    if line.language == "en" and cues.FIRST_PERSON.search(outside):
        return False
    if line.language == "en" and (cues.POINTS_BACK.search(outside) or _leans(line)):
        return False
    if cues.PERSONAL.match(text) or cues.DANGLING.match(text):
        if cues.EXPLETIVE.match(text):
            return True
        return resolved_pronoun(line, report, reading) is not None
    return (
        line.language != "en" or text[:1].isupper() or text[:1].isdigit() or text[:1] in "“\"$€£'"
    )


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_HE_SHE = frozenset({"he", "she", "him", "her", "his"})
_CARRIES = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "nsubj:pass"})


def _verbless(line: Line) -> bool:
    """True when the parse of an English line shows no finite main verb: a caption, a list item."""
    if line.language != "en" or not line.tokens:
        return False
    if not any(token.tag in _FINITE for token in line.tokens):
        return True
    root = next((i for i, token in enumerate(line.tokens) if token.head == i), 0)
    if line.tokens[root].tag != "VBG":
        return False
    return not any(t.head == root and t.rel in _CARRIES for t in line.tokens)


def _leans(line: Line) -> bool:
    """True when "he" or "she" stands in a line before anybody it could mean.

    "By the time he found the debris" leans on the sentence before; "In his speech, Xi said"
    does not, since the name follows at once. A pronoun that opens the line is judged apart.
    """
    first = next(
        (i for i, t in enumerate(line.tokens)
         if t.pos == "PRON" and _word(line, t) in _HE_SHE and not _quoted_at(line, t)),
        None,
    )  # fmt: skip
    if first is None or first == 0:
        return False
    before = line.tokens[:first]
    if any(
        t.pos == "PROPN" or (t.pos == "NOUN" and t.tag != "NNS" and t.rel in _SUBJECTS)
        for t in before
    ):
        return False
    after = line.tokens[first:]
    comma = next((i for i, t in enumerate(after) if _word(line, t) == ","), None)
    return comma is None or not any(
        t.pos in ("PROPN", "NOUN") and t.rel in (*_SUBJECTS, "compound")
        for t in after[comma + 1 : comma + 5]
    )


def _word(line: Line, token: Token) -> str:
    start = line.span.start
    return line.text[token.start - start : token.end - start].lower()


def _quoted_at(line: Line, token: Token) -> bool:
    at = token.start - line.span.start
    return any(start <= at < end for start, end in line.inside)


def _open_quote(line: Line) -> bool:
    """True when a quotation runs into or out of the line."""
    text = line.text
    if text.count("“") != text.count("”") or text.count("「") != text.count("」"):
        return True
    return text.count('"') % 2 == 1


def _outside_quotes(line: Line) -> str:
    parts, at = [], 0
    for start, end in line.inside:
        parts.append(line.text[at:start])
        at = end
    return " ".join([*parts, line.text[at:]])


def choose_line(
    fact: Fact,
    alignment: Alignment,
    language: str,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
) -> Line | None:
    """Return the line that words a fact best, or None when none of its lines stands alone.

    The reader's language first; then an origin rather than a copy; then the most typical of
    the fact's lines; then a length that reads well; then the earlier place in its report.
    """
    usable = [
        line
        for line in fact.lines
        if stands_alone(line, reports[line.report], readings[line.report])
        and line.length >= (FEWEST_WORDS if line.language != "und" else 1)
    ]
    if not usable:
        return None
    own = [line for line in usable if line.language == language] or usable

    def typical(line: Line) -> float:
        """How near a line is to the others that say the fact: the one that says most of it."""
        return sum(alignment.score(line.order, other.order) for other in fact.lines)

    return min(
        own,
        key=lambda line: (
            line.length > MOST_WORDS,
            line.report != line.origin,
            -round(typical(line), 1),
            round(abs(line.length - 24) / 12),
            line.place,
            line.order,
        ),
    )
