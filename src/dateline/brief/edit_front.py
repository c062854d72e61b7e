"""The front of a sentence: what is dropped there, and the name put for a pronoun."""

from __future__ import annotations

import re

from dateline.brief import cues
from dateline.brief.lines import Line
from dateline.records import ActorMention, Edit, Reading, Report

# A pronoun is replaced only when its link is at least this sure.
SAFE_LINK = 0.8
_SUBJECT = frozenset({"he", "she", "they", "it"})
_POSSESSIVE = frozenset({"his", "her", "their", "its"})
# A heading run into the sentence below it: "A Newborn Left To Die, But SurvivesOne of the …".
_GLUED = re.compile(r"[a-z]{3,}(?=[A-Z][a-z’']*\s)")
# A label of a list: "Looking ahead: The bank …"; who says something is no label.
_LABEL = re.compile(r"(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,2}:\s+(?=[A-Z“\"])")


def opening(line: Line, report: Report) -> int:
    """Length of what is dropped from the front of a line: its byline, a heading or label that
    ran into it, and its connective."""
    end = byline(line, report)
    pattern = cues.CONNECTIVE if line.language == "en" else cues.CONNECTIVE_CJK
    match = pattern.match(line.text, end)
    return match.end() if match and match.end() < len(line.text) else end


def byline(line: Line, report: Report) -> int:
    """Length of the byline, heading or label at the front of a line."""
    if report.dateline is not None and report.dateline.span.start == line.span.start:
        end = report.dateline.span.end - line.span.start
        if end < len(line.text):
            rest = line.text[end:]
            return end + len(rest) - len(rest.lstrip(" \t-–—―:=＝"))
    if line.index <= 1:
        match = cues.BYLINE.match(line.text)
        if match and match.end() < len(line.text):
            return match.end()
    if match := cues.AGENCY.match(line.text):  # a story that begins below a standfirst
        return match.end()
    return max(_glued(line), _label(line)) if line.language == "en" else 0


def _glued(line: Line) -> int:
    for match in _GLUED.finditer(line.text):
        words = line.text[: match.end()].split()
        if len(words) >= 5 and sum(w[:1].isupper() for w in words) >= 0.7 * len(words):
            return match.end()
    return 0


def _label(line: Line) -> int:
    match = _LABEL.match(line.text)
    if match is None:
        return 0
    last = line.span.start + match.end()
    before = [t for t in line.tokens if t.end <= last]
    if not before or any(t.pos == "PROPN" or t.rel in ("nsubj", "nsubjpass") for t in before):
        return 0
    return match.end()


def front_edits(line: Line, report: Report, reading: Reading) -> list[Edit]:
    """The edits at the front of a line: byline, connective, name for a pronoun."""
    edits = []
    cut = byline(line, report)
    if cut:
        edits.append(Edit(start=0, end=cut, before=line.text[:cut], after="", kind="byline"))
    start = opening(line, report)
    named = resolved_pronoun(line, report, reading)
    if named is not None:
        _, word_end, name = named
        before = line.text[cut:word_end]
        edits.append(Edit(start=cut, end=word_end, before=before, after=name, kind="name"))
    elif start > cut:
        first = line.text[start]
        before = line.text[cut : start + 1]
        after = first.upper()
        edits.append(Edit(start=cut, end=start + 1, before=before, after=after, kind="connective"))
    return edits


def resolved_pronoun(line: Line, report: Report, reading: Reading) -> tuple[int, int, str] | None:
    """Where a pronoun opens ``line`` and its link is safe: its start, end and the name to put.

    The name is the fullest that the same report gives the actor before the line. None where
    there is no pronoun, no link, a weak one, or no earlier name.
    """
    start = opening(line, report)
    word = cues.PERSONAL.match(line.text, start)
    pronoun = word.group().lower() if word else ""
    if not word or pronoun not in _SUBJECT | _POSSESSIVE:
        return None
    at = line.span.start + start
    link = next((m for m in reading.actors if m.span.start == at and m.how == "pronoun"), None)
    if link is None or link.certainty < SAFE_LINK or not link.actor:
        return None
    names = [m for m in reading.actors if _names(m, link) and m.span.end <= line.span.start]
    if not names:
        return None
    fullest = max(names, key=lambda m: (m.span.end - m.span.start, -m.span.start))
    name = report.quote(fullest.span)
    if not name[:1].isupper():
        return None
    if pronoun in _POSSESSIVE:
        name += "’" if name.endswith("s") else "’s"
    return start, word.end(), name


def _names(mention: ActorMention, link: ActorMention) -> bool:
    return mention.actor == link.actor and mention.how in ("full name", "surname", "unknown")
