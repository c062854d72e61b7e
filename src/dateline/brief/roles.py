"""What a sentence does in its report, told from cues: used where the reading has no role."""

from __future__ import annotations

from dateline.brief import cues
from dateline.records import Report, Role, Sentence

# How sure a cue is of its role: enough to act on, less than any trained model.
CUE_CERTAINTY = 0.5
HEADING_CERTAINTY = 0.95
# The first sentence of a report tells its main event, whatever else it does.
LEAD_CERTAINTY = 0.75


def fallback(report: Report, sentence: Sentence, text: str, place: float) -> tuple[Role, float]:
    """Tell the role of a sentence from its words, the heading above it and its place.

    The words decide first for boilerplate and method, since these stand under any heading;
    then the heading; then the lead (the first sentences say the main event); then the words.
    """
    for role, pattern in cues.ROLE_CUES[:2]:
        if pattern.search(text):
            return role, CUE_CERTAINTY
    if (role_above := heading_role(report, sentence)) is not None:
        return role_above, HEADING_CERTAINTY
    if place == 0.0:
        return "main", CUE_CERTAINTY
    for role, pattern in cues.ROLE_CUES[2:]:
        if pattern.search(text):
            return role, CUE_CERTAINTY
    return ("main" if place < 0.15 else "detail"), CUE_CERTAINTY / 2


def heading_role(report: Report, sentence: Sentence) -> Role | None:
    """The role that the nearest heading above ``sentence`` gives away, if any."""
    for block in reversed(report.blocks[: sentence.block]):
        if block.kind == "heading":
            words = report.text[block.start : block.end]
            for role, pattern in cues.HEADING_CUES:
                if pattern.search(words):
                    return role
            return None
    return None
