"""A brief as it is read later: what was next and is over is told as what became of it.

A brief is written once, as of its story's newest report. Read after that, a plan in *What's next*
may have come and gone. Its sentence leaves the section; in its place stands, from the desk's
record, what became of the expectation that was taken from it: in *What's next* that it is overdue
(due then, and nothing seen since), in *Beyond the headlines* that it was met, missed, postponed or
withdrawn, with the report that says so. A plan that the desk took no expectation from just leaves.
Pure: the same brief, record and moment give the same.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from dateline.brief import Record
from dateline.brief.compose import EMPTY
from dateline.brief.computed import Computed, closed, computed_claims
from dateline.brief.select import NEXT
from dateline.brief.sources import cited_sources
from dateline.records import (
    Brief,
    Claim,
    Copy,
    Expectation,
    KeptBrief,
    Report,
    Section,
    Span,
    content_id,
)
from dateline.records.origins import Origins

# The gap that counts statements, as ``dateline.brief.gaps`` words it.
_COUNTED = re.compile(r"(\d+) of (\d+) statements? rests? on one origin each\.")


def passed(kept: KeptBrief, now: datetime, expectations: Iterable[Expectation]) -> list[Claim]:
    """Return the claims of *What's next* that are next no more at ``now``: their time is over, or
    one of the ``expectations`` taken from them is settled or due.
    """
    (section,) = (section for section in kept.brief.sections if section.name == NEXT)
    ends = {id(claim): end for claim, end in zip(section.claims, kept.over, strict=True)}
    over = closed(Record(expectations=tuple(expectations)), now)
    found = []
    for claim in section.claims:
        end = ends[id(claim)]
        if claim.agreement == "computed":
            continue
        if (end is not None and end <= now) or touch(claim.spans, over):
            found.append(claim)
    return found


def seen(
    brief: Brief,
    gone: Sequence[Claim],
    now: datetime,
    expectations: Iterable[Expectation],
    reports: Mapping[str, Report],
    copies: Iterable[Copy],
) -> Brief:
    """Return ``brief`` without the claims that are ``gone``, with what became of them instead.

    ``expectations`` are those of the story and of earlier ones in its storyline, ``reports`` hold
    what they stand on, ``copies`` are the copy edges among these and the story's.
    """
    if not gone:
        return brief
    origins = Origins([*(source.report for source in brief.sources), *reports], copies)
    told = {claim.text for section in brief.sections for claim in section.claims}
    became: list[Computed] = []
    for claim in gone:
        for section, statement in _became(claim, brief, now, expectations, reports, origins):
            if statement.text not in told:
                told.add(statement.text)
                became.append((section, statement))
                break
    sections = tuple(_without(section, gone, became) for section in brief.sections)
    known = [source.report for source in brief.sources]
    texts = [claim.text for section in sections for claim in section.claims]
    return dataclasses.replace(
        brief,
        id=content_id("brf", brief.id, *texts),
        sections=sections,
        gaps=tuple(gap for gap in (_less(gap, gone) for gap in brief.gaps) if gap),
        sources=(*brief.sources, *cited_sources((c for _, c in became), known, reports)),
    )


def _became(
    claim: Claim,
    brief: Brief,
    now: datetime,
    expectations: Iterable[Expectation],
    reports: Mapping[str, Report],
    origins: Origins,
) -> Iterator[Computed]:
    """Yield what the desk's record says of the expectations taken from a claim."""
    for item in expectations:
        if touch(claim.spans, item.spans):
            record = Record(expectations=(item,), reports=reports).as_of(now, {})
            yield from computed_claims(brief.story, record, origins, now, brief.language)


def _without(section: Section, gone: Sequence[Claim], became: Sequence[Computed]) -> Section:
    left = [claim for claim in section.claims if section.name != NEXT or claim not in gone]
    claims = (*left, *(claim for name, claim in became if name == section.name))
    note = section.note
    if claims:
        note = ""
    elif section.claims:
        note = EMPTY[section.name]["past"]
    return dataclasses.replace(section, claims=claims, note=note)


def _less(gap: str, gone: Sequence[Claim]) -> str:
    """Take the claims that are gone out of the count of those that rest on one origin."""
    counted = _COUNTED.fullmatch(gap)
    if counted is None:
        return gap
    single = int(counted[1]) - sum(claim.independent == 1 for claim in gone)
    if single <= 0:
        return ""
    things = "statement rests" if single == 1 else "statements rest"
    return f"{single} of {int(counted[2]) - len(gone)} {things} on one origin each."


def touch(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Tell whether any of some spans overlaps any of others."""
    others = tuple(others)
    return any(one.overlaps(other) for one in some for other in others)
