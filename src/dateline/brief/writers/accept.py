"""Acceptance: a rewritten sentence is shown only when its own cited sentences support it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.brief.support import Evidence, check_with
from dateline.brief.support.split import sentences
from dateline.brief.support.wordlinks import wordlinks
from dateline.brief.words import content, length
from dateline.brief.writers.claims import Writer, reworded
from dateline.engines import Engines
from dateline.records import Brief, Claim, Reading, Report, Span

# A rewritten sentence may be a little longer than its source, never much.
LONGEST_RATIO = 1.25
# Words with which a text speaks to a model: such a sentence is kept from the writer.
_SPEAKS_TO_MODELS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instruction|prompt|rule|above|previous)"
    r"|\b(?:system prompt|language model|chatbot|as an ai|you are an? (?:ai|assistant))\b"
    r"|\b(?:new|following) instructions?\b|<\|?(?:system|im_start|user|assistant)\b",
    re.IGNORECASE,
)
# Small words on which the meaning hangs: a rewritten sentence has the same ones.
_TURNS = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|may|might|could|would|will|should|must|can|if"
    r"|unless|only|almost|nearly|about|alleged(?:ly)?|reportedly|den(?:y|ies|ied)|refus\w+"
    r"|fail(?:s|ed)?|reject\w*|unlikely|likely|suspected)\b|n['’]t\b",
    re.IGNORECASE,
)
_LICENSED = ("form", "synonym")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“([^”]{1,400})”|\"([^\"]{1,400})\"|「([^」]{1,400})」")


def rewrite(
    brief: Brief,
    writer: Writer,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    engines: Engines | None = None,
) -> Brief:
    """Return ``brief`` with the sentences that ``writer`` rewrote and that passed the check.

    The writer sees the claims' texts alone. A sentence is taken when the very sentences its
    claim cites support it; every other claim stays as it was, and so does the whole brief when
    the writer fails. Computed statements, quoted originals, headline and gist are never
    rewritten. ``Claim.writer`` says who worded what, ``made.engine`` how it went.
    """

    def taken(claim: Claim, text: str) -> Claim | None:
        if text == claim.text or not _holds(text, claim, reports, readings, engines):
            return None
        return replace(claim, text=text, edits=(), writer=writer.name)

    return reworded(
        brief,
        writer,
        writer.name,
        lambda claim: _may_be_rewritten(claim, brief.language),
        taken,
    )


def _may_be_rewritten(claim: Claim, language: str) -> bool:
    return (
        claim.agreement != "computed"
        and claim.language == language
        and _SPEAKS_TO_MODELS.search(claim.text) is None
    )


def _holds(
    text: str,
    claim: Claim,
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    engines: Engines | None,
) -> bool:
    """True when ``text`` is one sentence that the claim's first span supports."""
    if len(sentences(text)) != 1 or length(text) > LONGEST_RATIO * length(claim.text):
        return False
    if _SPEAKS_TO_MODELS.search(text):
        return False
    source = claim.spans[0]
    cited = reports[source.report].quote(source)
    pieces = [next(filter(None, match.groups())) for match in _QUOTED.finditer(text)]
    if any(piece.rstrip(",.") not in cited for piece in pieces):
        return False
    if not _same_words(text, f"{cited} {claim.text}") or _turns(text) != _turns(claim.text):
        return False
    pair = _only(reports[source.report], readings[source.report], (source,))
    return check_with(text, Evidence([pair], engines), claim.language).supported


def _same_words(text: str, source: str) -> bool:
    """True when every content word of ``text`` is in ``source``, or is of one stem or one sense
    with a word there. The support check alone forgives a new word or two; a rewrite, whose
    source is at hand word for word, needs none."""
    known = set(content(source))
    words = {word.lower() for word in _WORD.findall(source)}
    links = wordlinks()
    return all(
        stem in known or any(links.relation(stem, word) in _LICENSED for word in sorted(words))
        for stem in content(text)
    )


def _turns(text: str) -> list[str]:
    return sorted(match.group().lower() for match in _TURNS.finditer(text))


def _only(report: Report, reading: Reading, spans: Sequence[Span]) -> tuple[Report, Reading]:
    """A report and its reading cut down to ``spans``: nothing else may support a sentence."""
    kept = [i for i, s in enumerate(reading.sentences) if any(s.span.overlaps(x) for x in spans)]
    place = {old: new for new, old in enumerate(kept)}
    blocks = tuple(block for block in report.blocks if block.kind != "title")
    return replace(report, blocks=blocks), replace(
        reading,
        sentences=tuple(reading.sentences[i] for i in kept),
        parses=tuple(
            replace(p, sentence=place[p.sentence]) for p in reading.parses if p.sentence in place
        ),
        vectors=tuple(
            replace(v, sentence=place[v.sentence]) for v in reading.vectors
            if v.of == "sentence" and v.sentence in place
        ),
    )  # fmt: skip
