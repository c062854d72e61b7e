"""From attributions to quotes: who the source is, what is nested, denied or hedged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from dateline.read.quotes.clause import Attribution, Piece
from dateline.read.quotes.lexicon import lexicon
from dateline.read.quotes.marks import Quoted
from dateline.records import ActorMention, Quote, Report, Span

# Of several actors in a source ("Japan's foreign minister Ito"), the one who speaks.
SPEAKS = (
    "person", "office", "ministry", "military", "parliament", "party", "government", "rebel",
    "organisation", "company", "media", "group", "unknown", "people", "state", "territory",
)  # fmt: skip
HEDGING = re.compile(r"\b(?:may|might|could|reportedly|apparently|allegedly)\b", re.IGNORECASE)
ENDS = " \t\n,.;:。、，；：!?！？"


def to_quotes(
    report: Report,
    found: Iterable[Attribution],
    quoted: Sequence[Quoted],
    actors: Sequence[ActorMention],
) -> tuple[Quote, ...]:
    """Build the quotes of a report in the order of their beginnings."""
    ordered = sorted((one for one in found if one.content), key=lambda one: (_extent(one), one.cue))
    return tuple(
        _quote(report, one, index, ordered, quoted, actors) for index, one in enumerate(ordered)
    )


def _quote(
    report: Report,
    one: Attribution,
    index: int,
    ordered: Sequence[Attribution],
    quoted: Sequence[Quoted],
    actors: Sequence[ActorMention],
) -> Quote:
    words = lexicon()
    start, end = _extent(one)
    content = sorted(one.content)
    return Quote(
        span=Span(report=report.id, start=start, end=end),
        content=tuple(Span(report=report.id, start=a, end=b) for a, b in content),
        kind=_kind(report.text, content, quoted),
        source=_span(report, one.source),
        cue=_span(report, one.cue),
        speaker=_speaker(one, actors),
        within=_within(one, index, ordered),
        denied=(one.lemma in words.denied) != one.negated,
        hedged=one.lemma in words.hedged
        or HEDGING.search(report.text[slice(*one.cue)]) is not None,
    )


def _extent(one: Attribution) -> Piece:
    pieces = [one.cue, *one.content]
    if one.source is not None:
        pieces.append(one.source)
    return min(start for start, _ in pieces), max(end for _, end in pieces)


def _span(report: Report, piece: Piece | None) -> Span | None:
    if piece is None:
        return None
    return Span(report=report.id, start=piece[0], end=piece[1])


def _kind(
    text: str, content: Sequence[Piece], quoted: Sequence[Quoted]
) -> Literal["direct", "indirect", "mixed"]:
    """Direct: nothing but quotations. Mixed: some words quoted. Indirect: none."""
    touched = False
    for start, end in content:
        outside = text[start:end]
        for quote in quoted:
            if quote.start < end and start < quote.end:
                touched = True
                outside = outside.replace(text[max(start, quote.start) : quote.end], "")
        if outside.strip(ENDS):
            return (
                "mixed"
                if touched or any(_touches(piece, quoted) for piece in content)
                else ("indirect")
            )
    return "direct" if touched else "indirect"


def _touches(piece: Piece, quoted: Sequence[Quoted]) -> bool:
    return any(quote.start < piece[1] and piece[0] < quote.end for quote in quoted)


def _speaker(one: Attribution, actors: Sequence[ActorMention]) -> str | None:
    """The actor id of the source: a person before an office before a state named in it."""
    for place in (one.named, one.source):
        if place is None:
            continue
        inside = [
            mention
            for mention in actors
            if place[0] <= mention.span.start and mention.span.end <= place[1]
        ]
        if inside:
            best = min(
                inside,
                key=lambda m: (SPEAKS.index(m.kind), m.span.start - m.span.end, m.span.start),
            )
            return best.actor
    return None


def _within(one: Attribution, index: int, ordered: Sequence[Attribution]) -> int | None:
    """The index of the narrowest quote whose content holds this one's cue."""
    around = [
        (end - start, other)
        for other, outer in enumerate(ordered)
        if other != index
        for start, end in outer.content
        if start <= one.cue[0] and one.cue[1] <= end
    ]
    return min(around)[1] if around else None
