"""The support check: does a claim stand in its sources, and if not, why."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.support import facts, speech
from dateline.brief.support.evidence import Evidence, Near
from dateline.brief.support.hedged import unhedged
from dateline.brief.support.meaning import THRESHOLD, meaning_score
from dateline.brief.support.parsed import Parsed, parse
from dateline.brief.support.verdict import Finding, Verdict
from dateline.brief.words import length
from dateline.engines import Engines
from dateline.records import Reading, Report

# A sentence is looked at by the rules when it holds this share of the best one's words.
CLOSE_ENOUGH = 0.6
TIGHT = 0.85
LONGEST = 2000  # characters of a claim that are checked: no sentence of a brief is near it


def check(
    claim: str, sources: Sequence[tuple[Report, Reading]], engines: Engines | None = None
) -> Verdict:
    """Check one claim against ``sources``.

    Hard rules come first, each able to refuse alone: quotation, name, office, number, unit,
    date, direction, speaker, attribution, modality, negation. Then its meaning is scored by
    alignment. English is checked with the parser where ``engines`` has one; other languages
    by quotations, numbers, dates and word overlap.
    """
    return check_with(claim, Evidence(sources, engines))


def check_with(claim: str, evidence: Evidence, language: str | None = None) -> Verdict:
    """Check one claim against sources that were taken up before."""
    claim = " ".join(claim[:LONGEST].split())
    if not length(claim):
        return Verdict(claim=claim, supported=False, kind="empty", reason="nothing is claimed",
                       spans=(), score=0.0)  # fmt: skip
    language = language or _language(claim)
    parser = evidence.engines.parser_for(language) if evidence.engines is not None else None
    (parsed,) = parse([claim], language, parser)
    near = evidence.near(parsed)
    best = near[0].cover if near else 0.0
    close = [n for n in near if n.cover >= CLOSE_ENOUGH * best]
    spans = tuple(s for n in near if (s := evidence.sentences[n.index].span) is not None)
    finding = _rules(parsed, evidence, close)
    if finding is not None:
        return Verdict(claim=claim, supported=False, kind=finding.kind, reason=finding.reason,
                       spans=spans, score=0.0)  # fmt: skip
    score = meaning_score(parsed, evidence, near)
    supported = score >= THRESHOLD
    reason = "supported" if supported else "no source says this in other words"
    return Verdict(claim=claim, supported=supported, kind="supported" if supported else "meaning",
                   reason=reason, spans=spans, score=round(score, 4))  # fmt: skip


def _rules(claim: Parsed, evidence: Evidence, close: Sequence[Near]) -> Finding | None:
    """The first rule that refuses ``claim``."""
    made_from = bool(close) and close[0].cover >= speech.MADE_FROM
    # What the claim was made from: for its figures and dates only the very sentences count.
    tight = [n for n in close if n.cover >= TIGHT * close[0].cover] if made_from else close
    near = [evidence.sentences[n.index] for n in tight]
    pairs = [(n, evidence.sentences[n.index]) for n in close]
    return (
        facts.quotations(claim, evidence)
        or facts.names(claim, evidence)
        or facts.offices(claim, evidence, near)
        or facts.figures(claim, evidence, near, made_from)
        or facts.dates(claim, evidence, near, made_from)
        or speech.direction(claim, pairs)
        or speech.attribution(claim, pairs)
        or speech.negation(claim, pairs)
        or speech.modality(claim, pairs)
        or unhedged(claim, pairs)
    )


def check_text(
    text: str, sources: Sequence[tuple[Report, Reading]], engines: Engines | None = None
) -> tuple[Verdict, ...]:
    """Check every sentence of ``text``; one verdict a sentence, in order."""
    from dateline.brief.support.split import sentences

    evidence = Evidence(sources, engines)
    return tuple(check_with(sentence, evidence) for sentence in sentences(text))


def _language(text: str) -> str:
    """Tell the language by its script: enough to choose a parser."""
    if any("぀" <= c <= "ヿ" for c in text):
        return "ja"
    if any("가" <= c <= "힯" for c in text):
        return "ko"
    if any("一" <= c <= "鿿" for c in text):
        return "zh"
    return "en"
