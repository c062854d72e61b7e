"""The meaning score of a claim that no hard rule refused: 1 less what speaks against it.

The weights are few and round on purpose. They were set by hand on the SummEdits news pairs
(Laban et al. 2023, Apache-2.0): a model fitted on that little text learned its documents, and
did worse on those left out (docs/07-brief.md gives the figures).
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.support.evidence import Evidence, Near
from dateline.brief.support.features import Features, features
from dateline.brief.support.parsed import Parsed

THRESHOLD = 0.5
# One of these is enough to refuse: an opposite in its place, a word in the place of another, one
# of another kind, a name put together, a denial that is the claim's alone.
DECISIVE = 0.6
UNLICENSED = 0.22  # three things or qualities that no source knows, or two beside a weaker sign
NARROWER = 0.3
RIVAL = 0.1  # another kind of the thing, an unknown verb: most often only other words
# A claim of which the nearest sentences hold this little, in words and in meaning, is not theirs.
LEAST_COVER, LEAST_MEANING = 0.3, 0.45
# Without a parse (other languages, no parser) overlap and meaning decide alone.
BARE_COVER, BARE_MEANING = 0.55, 0.72


def meaning_score(claim: Parsed, evidence: Evidence, near: Sequence[Near]) -> float:
    """Score from 0 to 1; from THRESHOLD up the sources say it, in these words or others."""
    words = set(claim.words)
    if not words or not near:
        return 0.0
    held: set[str] = set()
    for one in near[:3]:
        held |= set(evidence.sentences[one.index].words)
    total = sum(evidence.weight(word) for word in sorted(words))
    cover = sum(evidence.weight(word) for word in sorted(words & held)) / total
    meaning = max(one.meaning for one in near)
    if not claim.tokens:
        return max(0.5 * cover / BARE_COVER, 0.5 * meaning / BARE_MEANING, 0.0) if (
            cover > 0.2 or meaning > LEAST_MEANING
        ) else 0.0  # fmt: skip
    if cover < LEAST_COVER and meaning < LEAST_MEANING:
        return min(cover, 0.49)
    return max(0.0, 1.0 - penalty(features(claim, evidence, near)))


def penalty(found: Features) -> float:
    """Add up what speaks against a claim."""
    return (
        DECISIVE * (found.opposite + found.misplaced + found.kind + found.joined + found.denied)
        + UNLICENSED * (found.noun + found.modifier)
        + RIVAL * (found.rival + found.verb)
        + NARROWER * found.narrower
    )
