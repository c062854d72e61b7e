"""Denials: what one origin says and another says did not happen."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief import cues
from dateline.brief.align import Alignment
from dateline.brief.lines import Line
from dateline.records import Difference, Version

# A denial names the parties of what it denies and seldom its words.
NEAR, NEAR_PARTIES, PARTIES = 0.62, 0.45, 2


def find_denials(lines: Sequence[Line], alignment: Alignment) -> list[Difference]:
    """A line that denies what a line of another origin says, in one language.

    Across languages likeness in meaning does not tell a denial of this from a denial of
    something else.
    """
    found = []
    for denial in lines:
        if not denies(denial):
            continue
        claims = [
            line
            for line in lines
            if line.origin != denial.origin
            and line.language == denial.language
            and not denies(line)
            and line.actors & denial.actors
            and alignment.score(line.order, denial.order)
            >= (NEAR_PARTIES if len(line.actors & denial.actors) >= PARTIES else NEAR)
        ]
        if claims:
            best = max(claims, key=lambda c: (alignment.score(c.order, denial.order), -c.order))
            sides = (best, denial)
            versions = tuple(
                Version(value=side.text.strip(), spans=(side.span,), independent=1)
                for side in sides
            )
            found.append(Difference(attribute="denied", versions=versions))
    return found


def denies(line: Line) -> bool:
    """True when a line denies something outside quotation marks."""
    return any(
        not any(start <= match.start() < end for start, end in line.inside)
        for match in cues.DENIAL.finditer(line.text)
    )
