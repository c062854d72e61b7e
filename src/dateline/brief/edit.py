"""Editing: what a sentence needs to be read out of its report, each change kept and undone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.brief import cues
from dateline.brief.calendar import when_words
from dateline.brief.edit_dates import date_edit, repeated_edit, year_edit
from dateline.brief.edit_front import front_edits
from dateline.brief.edit_names import name_edits
from dateline.brief.edit_within import within_edits
from dateline.brief.lines import Line
from dateline.brief.words import length
from dateline.records import Claim, Edit, Reading, Report

# Words that a sentence keeps at least when it is cut.
SHORTEST_CUT = 9
_GOES_ON = re.compile(r", (?:and|but|as|while|whereas|which|where|who|with|one of) ")


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


def edits_for(line: Line, report: Report, reading: Reading) -> tuple[Edit, ...]:
    """Return the edits that ``line`` needs, in the order they stand."""
    edits = front_edits(line, report, reading)
    edits += [e for e in within_edits(line) if not _hit(e, edits)]
    edits += [e for e in name_edits(line, report, reading) if not _hit(e, edits)]
    told = {when_words(m.when, line.language) for m in line.dates if m.when.anchor == "absolute"}
    for mention in line.dates:  # each date is told once a sentence
        date = when_words(mention.when, line.language)
        made = date_edit(mention, line, report)
        edit = repeated_edit(mention, line) if made is not None and date in told else made
        if made is None:
            edit = year_edit(mention, line)
            year = date.rsplit(" ", 1)[1] if date and " " in date else ""
            edit = None if year and any(year in e.after for e in edits) else edit
        if edit is not None and not _hit(edit, edits):
            told.add(date)
            edits.append(edit)
    return tuple(sorted(edits, key=lambda e: (e.start, e.end)))


def hits(one: Edit, other: Edit) -> bool:
    """True when two edits touch the same characters."""
    return one.start < other.end and other.start < one.end


def _hit(edit: Edit, others: Sequence[Edit]) -> bool:
    return any(hits(edit, other) for other in others)


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
