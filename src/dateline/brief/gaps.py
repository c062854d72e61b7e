"""Gaps: what is said by one origin only, and what is named but not answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dateline.brief import cues
from dateline.brief.facts import Fact
from dateline.brief.fit import outside
from dateline.brief.lines import MOST_SENTENCES, quoted
from dateline.brief.select import Chosen
from dateline.brief.words import length
from dateline.records import Reading, Report
from dateline.records.origins import Origins

MOST_UNANSWERED = 3
LONGEST = 60  # words of a sentence that is quoted as a gap
_LANGUAGES = {"ja": "Japanese", "ko": "Korean", "zh": "Chinese", "en": "English"}


def find_gaps(
    open_points: Sequence[tuple[Report, str, str]],
    chosen: Sequence[Chosen],
    unshown: Sequence[Fact],
    reports: Mapping[str, Report],
    independent: int,
    language: str,
) -> tuple[str, ...]:
    """Say in plain words what the reader can't learn, or can learn from one origin alone.

    ``open_points`` are sentences that say something is not known, with report and language.
    """
    told = sorted(open_points, key=lambda item: item[2] != language)[:MOST_UNANSWERED]
    gaps = [f"Not answered, per {r.outlet or 'unknown outlet'}: “{text}”" for r, text, _ in told]
    single = sum(1 for c in chosen if c.fact.independent == 1)
    if independent == 1:
        gaps.append("All of this rests on one origin.")
    elif single:
        things = "statement rests" if single == 1 else "statements rest"
        gaps.append(f"{single} of {len(chosen)} {things} on one origin each.")
    counts = Counter(fact.lines[0].language for fact in unshown)
    for other, count in sorted(counts.items()):
        name = _LANGUAGES.get(other, other)
        holders = [f.lines[0].report for f in unshown if f.lines[0].language == other]
        where = ", ".join(dict.fromkeys(_outlet(report, reports) for report in holders))
        stands = "more fact stands" if count == 1 else "more facts stand"
        gaps.append(f"{count} {stands} only in {name} ({where}); the full length shows them.")
    return tuple(gaps)


def unanswered(
    order: Sequence[str],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    origins: Origins,
) -> list[tuple[Report, str, str]]:
    """Sentences of the origins that say something was not released, said or known."""
    found: list[tuple[Report, str, str]] = []
    for report_id in order:
        reading = readings.get(report_id)
        if reading is None or origins.root(report_id) != report_id:
            continue
        report = reports[report_id]
        for sentence in reading.sentences[:MOST_SENTENCES]:
            text = report.quote(sentence.span).strip()
            told = outside(text, quoted(text))  # what somebody says of himself is no gap
            if cues.UNANSWERED.search(told) and length(text) <= LONGEST:
                found.append((report, " ".join(text.split()), reading.language))
    return found


def _outlet(report: str, reports: Mapping[str, Report]) -> str:
    return reports[report].outlet or "unknown outlet"
