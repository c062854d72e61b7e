"""Headline and gist: the story's best title, and its top fact in one line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dateline.brief.facts import Fact
from dateline.brief.lines import Line
from dateline.brief.words import content, length
from dateline.records import Agreement, Claim, Reading, Report, Span
from dateline.records.origins import Origins

# A title that asks, teases or plays says less than one that tells.
_TEASE = re.compile(
    r"[?？!！]|^(?:why|how|what|opinion|analysis|live|watch|explainer|in pictures)\b"
    r"|\b(?:you need to know|here's|this is)\b|…|\.\.\.",
    re.IGNORECASE,
)
LONGEST_TITLE = 22  # words


def choose_headline(
    order: Sequence[str],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    origins: Origins,
    facts: Sequence[Fact],
    lead: Fact | None,
    language: str,
) -> Claim | None:
    """Return the best title as a claim with its span, or None when no report has a fit one.

    It comes from a report that tells the top fact, so that no preview heads a story that has
    happened; from an origin; and shares most with the top fact and with the other titles.
    Questions and teasers never win. Ties go to the later report, which knows more.
    """
    lead_words = set().union(*(set(line.words) for line in lead.lines)) if lead else set()
    leads = {line.report for line in lead.lines} if lead else set()
    others = {r: set(content(reports[r].title or "")) for r in order}
    best: tuple[tuple[float, ...], Claim] | None = None
    for place, report_id in enumerate(order):
        report = reports[report_id]
        block = next((b for b in report.blocks if b.kind == "title"), None)
        if block is None or readings[report_id].language != language:
            continue
        text = report.text[block.start : block.end].strip()
        words = set(content(text))
        if not 3 <= length(text) <= LONGEST_TITLE or not words:
            continue
        shared = len(words & lead_words) / len(words)
        peers = [
            len(words & theirs) / len(words | theirs)
            for other, theirs in others.items()
            if theirs and origins.root(other) != origins.root(report_id)
        ]
        score = shared + (sum(peers) / len(peers) if peers else 0.0)
        score -= 0.5 if _TEASE.search(text) else 0.0
        rank = (
            float(report_id in leads),
            float(report_id == origins.root(report_id)),
            round(score, 4),
            float(place),
        )
        if best is None or rank > best[0]:
            start = (
                block.start
                + len(report.text[block.start : block.end])
                - len(report.text[block.start : block.end].lstrip())
            )
            span = Span(report=report_id, start=start, end=start + len(text))
            claim = Claim(text=text, spans=(span,), independent=1, agreement="single",
                          language=language, note="title")  # fmt: skip
            best = (rank, claim)
    return best[1] if best and not _TEASE.search(best[1].text) else None


def gist_line(lead: Fact, shown: Line, usable: Sequence[Line], language: str) -> Line:
    """Return the line for the gist: the lead fact in another report's words where there are any.

    The shortest wording in the reader's language that stands alone; the section's own wording
    only when there is no other.
    """
    others = [line for line in usable if line.language == language and line.order != shown.order]
    if not others:
        return shown
    return min(others, key=lambda line: (line.length < 8, line.length, line.order))


def agreement_of(independent: int, contested: bool) -> Agreement:
    """Say how the origins stand to a claim that ``independent`` of them back."""
    if contested:
        return "contested"
    return "corroborated" if independent >= 2 else "single"
