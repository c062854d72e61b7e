"""Verdict: whether sources support a claim, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.records import Span

Kind = Literal[
    "supported", "quotation", "name", "office", "number", "unit", "date", "direction", "speaker",
    "attribution", "modality", "negation", "meaning", "empty",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the support check says of one claim.

    ``kind`` names the first thing that is wrong ("supported" when nothing is) and ``reason``
    says it in a line. ``spans`` are the source sentences nearest to the claim, best first.
    ``score`` is 0 (no support) to 1: the meaning score, or 0 where a hard rule refused.
    """

    claim: str
    supported: bool
    kind: Kind
    reason: str
    spans: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule holds against a claim."""

    kind: Kind
    reason: str
