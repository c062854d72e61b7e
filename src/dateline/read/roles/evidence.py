"""What the rest of reading found of each sentence: its clause, the time it speaks of, its title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from dateline.read.roles.clause import NAMES as CLAUSE
from dateline.read.roles.clause import clause
from dateline.records import DateMention, Parse, Quote, Report, Sentence

# News is of these days; what lies further back came before it.
NEWS = timedelta(days=14)
LONG = timedelta(days=400)
WHEN = ("when_long", "when_before", "when_days", "when_ahead", "when_aside")
CARRIED = ("carried_long", "carried_before")
NAMES = (*(f"clause_{name}" for name in CLAUSE), *WHEN, *CARRIED, "title_words")
# Tenses of a story told; the present perfect of "has since left" goes on from it as well.
_NARRATED = ("clause_own_past", "clause_own_pluperfect", "clause_told_past",
             "clause_told_pluperfect", "clause_own_would")  # fmt: skip
# Tenses in which nothing is still to come.
_PASSED = ("clause_own_past", "clause_own_pluperfect", "clause_own_perfect")
_WORD = re.compile(r"[^\W\d_]{4,}")
# Letters that stand for a word whatever its ending.
STEM = 6


_TOLD_BACK = (*_NARRATED, "clause_own_perfect", "clause_told_perfect")

T = TypeVar("T", Quote, DateMention)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was read of a report before its roles; each may be empty."""

    parses: Sequence[Parse] = ()
    dates: Sequence[DateMention] = ()
    quotes: Sequence[Quote] = ()


def evidence_rows(
    report: Report, sentences: Sequence[Sentence], evidence: Evidence
) -> list[dict[str, float]]:
    """Return the features of every sentence that come from parse, quotations, dates and title."""
    parsed = {parse.sentence: parse.tokens for parse in evidence.parses}
    quotes = _touching(sentences, evidence.quotes)
    dates = _touching(sentences, evidence.dates)
    published = report.published or report.updated or report.retrieved
    title = stems(report.title or "")
    rows = []
    for index, sentence in enumerate(sentences):
        text = report.text[sentence.span.start : sentence.span.end]
        row = clause(text, sentence.span.start, parsed.get(index, ()), quotes[index])
        found = {f"clause_{name}": value for name, value in row.items()}
        found |= _when(dates[index], published)
        if row["parsed"] and not any(found[name] for name in _TOLD_BACK):
            # "The man, who died in 1998, is remembered": a date beside what is asserted.
            found["when_aside"] = max(found["when_long"], found["when_before"])
            found["when_long"] = found["when_before"] = 0.0
        if any(found[name] for name in _PASSED):
            # "He was to speak on Friday", "they met ahead of the vote on the 9th".
            found["when_ahead"] = 0.0
        found["title_words"] = len(stems(text) & title) / max(3, len(title)) if title else 0.0
        rows.append(found)
    _carry(rows)
    return rows


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words of four letters and more, without their endings."""
    return frozenset(word[:STEM] for word in _WORD.findall(text.lower()))


def _carry(rows: Sequence[dict[str, float]]) -> None:
    """Let a time hold until another is named: what follows "In 2009 ..." in the past tense was
    then too. The present tense, a nearer date or a quotation ends it.
    """
    held = ""
    for row in rows:
        if row["when_long"] or row["when_before"]:
            held = "carried_long" if row["when_long"] else "carried_before"
        elif row["when_days"] or row["when_ahead"] or not any(row[name] for name in _NARRATED):
            held = ""
        for name in CARRIED:
            row[name] = float(name == held)


def _touching(sentences: Sequence[Sentence], found: Sequence[T]) -> list[list[T]]:
    """Share out what was found to the sentences that it touches; both stand in text order."""
    out: list[list[T]] = [[] for _ in sentences]
    starts = [sentence.span.start for sentence in sentences]
    for one in found:
        at = max(0, bisect_right(starts, one.span.start) - 1)
        while at < len(sentences) and sentences[at].span.start < one.span.end:
            if one.span.start < sentences[at].span.end:
                out[at].append(one)
            at += 1
    return out


def _when(dates: Sequence[DateMention], published: datetime) -> dict[str, float]:
    found = dict.fromkeys(WHEN, 0.0)
    for mention in dates:
        when = mention.when
        if when.earliest is not None and when.earliest > published:
            found["when_ahead"] = 1.0
        elif when.latest is not None and when.latest < published - LONG:
            found["when_long"] = 1.0
        elif when.latest is not None and when.latest < published - NEWS:
            found["when_before"] = 1.0
        elif when.latest is not None and when.latest <= published + timedelta(days=1):
            found["when_days"] = 1.0
    return found
