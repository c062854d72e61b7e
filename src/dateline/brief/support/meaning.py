"""The meaning score (placeholder weights until measured)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.brief.support.evidence import Evidence, Near
from dateline.brief.support.parsed import Parsed

THRESHOLD = 0.5


def meaning_score(claim: Parsed, evidence: Evidence, near: Sequence[Near]) -> float:
    """Cover of the claim's words by the nearest sentences together, and nearness of meaning."""
    words = set(claim.words)
    if not words or not near:
        return 0.0
    held = set().union(*(set(evidence.sentences[n.index].words) for n in near[:3]))
    cover = sum(evidence.weight(w) for w in words & held) / sum(evidence.weight(w) for w in words)
    return max(cover, near[0].meaning)
