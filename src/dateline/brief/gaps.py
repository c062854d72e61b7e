"""Gaps: what is said by one origin only, and what is named but not answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.brief import cues
from dateline.brief.facts import Fact
from dateline.brief.select import Chosen
from dateline.records import Report

MOST_GAPS = 6
_LANGUAGES = {"ja": "Japanese", "ko": "Korean", "zh": "Chinese", "en": "English"}


def find_gaps(
    facts: Sequence[Fact],
    chosen: Sequence[Chosen],
    unshown: Sequence[Fact],
    reports: Mapping[str, Report],
    independent: int,
) -> tuple[str, ...]:
    """Say in plain words what the reader can't learn, or can learn from one origin alone."""
    gaps = []
    for fact in facts:
        line = fact.lines[0]
        if cues.UNANSWERED.search(line.text):
            gaps.append(f"Unanswered, per {_outlet(line.report, reports)}: “{line.text.strip()}”")
    single = sum(1 for c in chosen if c.fact.independent == 1)
    if independent == 1:
        gaps.append("All of this rests on one origin.")
    elif single:
        things = "statement rests" if single == 1 else "statements rest"
        gaps.append(f"{single} of {len(chosen)} {things} on one origin each.")
    counts = Counter(fact.lines[0].language for fact in unshown)
    for language in sorted(counts):
        name = _LANGUAGES.get(language, language)
        count = counts[language]
        spans = [f.lines[0].span for f in unshown if f.lines[0].language == language][:3]
        where = ", ".join(f"{s.report}:{s.start}-{s.end}" for s in spans)
        stands = "more fact stands" if count == 1 else "more facts stand"
        gaps.append(f"{count} {stands} in {name} reports alone ({where}).")
    return tuple(gaps[-MOST_GAPS:] if len(gaps) <= MOST_GAPS else gaps[: MOST_GAPS - 2] + gaps[-2:])


def _outlet(report: str, reports: Mapping[str, Report]) -> str:
    return reports[report].outlet or "unknown outlet"
