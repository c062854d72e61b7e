"""Editing: what a sentence needs to be read out of its report, each change kept and undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.brief import cues
from dateline.brief.calendar import when_words
from dateline.brief.lines import Line
from dateline.brief.words import length
from dateline.records import ActorMention, Claim, DateMention, Edit, Reading, Report

# A pronoun is replaced only when its link is at least this sure.
SAFE_LINK = 0.8
# Words that a sentence keeps at least when it is cut.
SHORTEST_CUT = 9
# What belongs to the words of a date though it stands behind them: "Tuesday night", "Sunday's".
_ATTACHED = re.compile(r"(?: (?:morning|afternoon|evening|night))?(?:['’]s?(?= ))?")
# Words for a month or a year that say which one is meant, seen from the day of the report.
_FROM_TODAY = re.compile(r"\b(?:this|last|next) (?:month|year)\b|月|年|월|년|달|해", re.IGNORECASE)
_MONTH_WORD = re.compile(r"Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|月|월")
_GOES_ON = re.compile(r", (?:and|but|as|while|whereas|which|where|who|with|one of) ")
_SUBJECT = frozenset({"he", "she", "they", "it"})
_POSSESSIVE = frozenset({"his", "her", "their", "its"})


def apply(edits: Sequence[Edit], source: str) -> str:
    """Return ``source`` with the edits made.

    Raises ValueError when the edits overlap or one's ``before`` isn't what stands there.
    """
    parts, at = [], 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if edit.start < at or source[edit.start : edit.end] != edit.before:
            raise ValueError(f"edit {edit} does not fit its source")
        parts += [source[at : edit.start], edit.after]
        at = edit.end
    return "".join([*parts, source[at:]])


def undo(edits: Sequence[Edit], text: str) -> str:
    """Return the source that ``text`` was made from with the edits.

    Raises ValueError when ``text`` was not made with them.
    """
    parts, at, shift = [], 0, 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        start = edit.start + shift
        end = start + len(edit.after)
        if start < at or text[start:end] != edit.after:
            raise ValueError(f"the text was not made with {edit}")
        parts += [text[at:start], edit.before]
        at = end
        shift += len(edit.after) - len(edit.before)
    return "".join([*parts, text[at:]])


def opening(line: Line, report: Report) -> int:
    """Length of what is dropped from the front of a line: its byline and its connective."""
    end = _byline(line, report)
    pattern = cues.CONNECTIVE if line.language == "en" else cues.CONNECTIVE_CJK
    match = pattern.match(line.text, end)
    return match.end() if match and match.end() < len(line.text) else end


def _byline(line: Line, report: Report) -> int:
    if report.dateline is not None and report.dateline.span.start == line.span.start:
        end = report.dateline.span.end - line.span.start
        if end < len(line.text):
            rest = line.text[end:]
            return end + len(rest) - len(rest.lstrip(" \t-–—―:=＝"))
    if line.index > 1:
        return 0
    match = cues.BYLINE.match(line.text)
    return match.end() if match and match.end() < len(line.text) else 0


def edits_for(line: Line, report: Report, reading: Reading) -> tuple[Edit, ...]:
    """Return the edits that ``line`` needs, in the order they stand."""
    edits = [*_front(line, report, reading)]
    told = {when_words(m.when, line.language) for m in line.dates if m.when.anchor == "absolute"}
    for mention in line.dates:  # each date is told once a sentence
        edit = _date(mention, line, report)
        date = when_words(mention.when, line.language)
        if edit is not None and date not in told and not _hit(edit, edits):
            told.add(date)
            edits.append(edit)
    return tuple(sorted(edits, key=lambda e: (e.start, e.end)))


def _hit(edit: Edit, others: Sequence[Edit]) -> bool:
    return any(edit.start < other.end and other.start < edit.end for other in others)


def _front(line: Line, report: Report, reading: Reading) -> list[Edit]:
    edits = []
    byline = _byline(line, report)
    if byline:
        edits.append(Edit(start=0, end=byline, before=line.text[:byline], after="", kind="byline"))
    start = opening(line, report)
    named = resolved_pronoun(line, report, reading)
    if named is not None:
        word_start, word_end, name = named
        before = line.text[byline:word_end]
        kind = "name"
        edits.append(Edit(start=byline, end=word_end, before=before, after=name, kind=kind))
        assert word_start == start
    elif start > byline:
        first = line.text[start]
        before = line.text[byline : start + 1]
        edits.append(
            Edit(start=byline, end=start + 1, before=before, after=first.upper(), kind="connective")
        )
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


def _date(mention: DateMention, line: Line, report: Report) -> Edit | None:
    """Put the calendar date behind a relative one: "on Tuesday (13 January 2026)".

    Nothing is put inside a direct quotation, and nothing for a date that the words give
    already or that was resolved against nothing known.
    """
    when = mention.when
    start, end = (mention.span.start - line.span.start, mention.span.end - line.span.start)
    words = line.text[start:end]
    if when.anchor in ("absolute", "relative") or not when.known:
        return None
    if any(a < end and start < b for a, b in line.inside):
        return None
    if when.precision in ("month", "year") and not _FROM_TODAY.search(words):
        return None  # "in 30 years", "the following year": counted from what stands elsewhere
    backwards = report.published is not None and when.latest is not None and (
        when.latest <= report.published and cues.PLAN.search(line.text) is not None
    )  # fmt: skip
    if backwards:
        return None  # words that look forward to a day gone by were resolved wrongly
    date = when_words(when, line.language)
    if words.lower().startswith(("that ", "the same", "same")):
        return None  # leans on a date told elsewhere: too easily resolved wrongly
    if date is None or _says_it(words, date, when.precision):
        return None
    if line.language == "en" and (attached := _ATTACHED.match(line.text, end)):
        end = attached.end()
    if "(" in line.text[end : end + 2] or line.text[end : end + 1] in ("-", "–"):
        return None
    wrapped = f"（{date}）" if line.language in ("ja", "zh") else f" ({date})"
    if line.language == "ko":
        wrapped = f"({date})"
    return Edit(start=end, end=end, before="", after=wrapped, kind="date")


def _says_it(words: str, date: str, precision: str) -> bool:
    """True when the words name the date itself: a numbered day, or the year when only that."""
    digits = "".join(c if c.isdigit() else " " for c in words).split()
    if precision == "year":
        return any(len(d) == 4 for d in digits)
    if precision == "month":
        return _MONTH_WORD.search(words) is not None
    return bool(digits)


def shortened(claim: Claim, source: str) -> Claim:
    """Cut a claim's sentence at its first clause that only goes on: ", and the two leaders
    agreed ...", ", as the two neighbours ...". The cut is an edit like any other.

    The claim is returned as it is where no cut leaves a whole sentence.
    """
    last = max((edit.end for edit in claim.edits), default=0)
    for match in _GOES_ON.finditer(source):
        cut = match.start()
        kept = source[:cut]
        if length(kept) < SHORTEST_CUT or cut < last or kept.count('"') % 2 or "“" in source[cut:]:
            continue
        if cues.SPEECH.search(source[cut:]) and not cues.SPEECH.search(kept):
            return claim  # what follows says whose word it is
        edit = Edit(start=cut, end=len(source), before=source[cut:], after=".", kind="cut")
        edits = (*claim.edits, edit)
        return replace(claim, text=apply(edits, source).strip(), edits=edits)
    return claim
