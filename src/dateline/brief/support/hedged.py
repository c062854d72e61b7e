"""A claim that is its source with the hedge taken out: "could fire" told as "fired".

The rule by parse (:func:`dateline.brief.support.speech.modality`) needs the verb to be read as
the same one in both. Where the claim is otherwise the source's own words, the words themselves
show it: a hedge of the source is gone, and a verb that tells it as so stands in its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from dateline.brief.support.evidence import Near
from dateline.brief.support.parsed import Parsed
from dateline.brief.support.verdict import Finding

MODALS = frozenset({"may", "might", "could"})
# "Is expected to", "were likely to": a form of "be", one of these, and an infinitive.
PLANS = frozenset({"expected", "set", "due", "scheduled", "likely", "planning", "considering"})
# Share of the words of both that must stand in the same order in both.
SAME_WORDS = 0.75
_MOST = 120  # words compared


def unhedged(claim: Parsed, near: Sequence[tuple[Near, Parsed]]) -> Finding | None:
    """A hedge that the source has where the claim has a plain verb in its place."""
    mine = [claim.form(i).lower() for i in range(len(claim.tokens))][:_MOST]
    found = None
    for _, source in near:
        theirs = [source.form(i).lower() for i in range(len(source.tokens))][:_MOST]
        matcher = SequenceMatcher(None, theirs, mine, autojunk=False)
        if matcher.ratio() < SAME_WORDS:
            continue
        lost = _lost(source, claim, matcher)
        if lost is None:
            return None  # a source says it as the claim does
        found = found or lost
    if found is None:
        return None
    return Finding("modality", f"the source hedges this with “{found}”")


def _lost(source: Parsed, claim: Parsed, matcher: SequenceMatcher[str]) -> str | None:
    """The hedge that stands in what the claim replaced by a verb without one."""
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind not in ("replace", "delete"):
            continue
        hedge = next((i for i in range(start, end) if _hedges(source, i)), None)
        if hedge is None:
            continue
        there = range(from_, min(to + 1, len(claim.tokens)))
        if any(claim.form(i).lower() in MODALS | PLANS for i in there):
            continue
        if any(claim.tokens[i].tag in ("VBD", "VBZ", "VBP") for i in there):
            return source.form(hedge).lower()
    return None


def _hedges(source: Parsed, index: int) -> bool:
    """True for "may" before a verb, and for "expected" between "is" and an infinitive."""
    token, word = source.tokens[index], source.form(index).lower()
    if word in MODALS:
        return token.tag == "MD"
    after = index + 1 < len(source.tokens) and source.tokens[index + 1].tag == "TO"
    before = index > 0 and source.lemma(index - 1) == "be"
    return word in PLANS and after and before
