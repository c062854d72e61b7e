"""Is a report a copy of an earlier one, which kind of copy, and which of the two came first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dateline.group.align import Alignment, Weigh, Words, align, flat
from dateline.group.shingles import shared
from dateline.group.sketch import Sketch
from dateline.records import Copy, CopyKind, Made

MADE = Made(stage="group", version=1)
MIN_LENGTH = 12  # words; a shorter text is a headline, which outlets share without copying
# Thresholds tuned on planted copies and on independent reports of one event (bench task "copies",
# tuning recipe). "Taken" is the share of the copy's shingles (runs of four words) that stand in
# the origin, "pairs" that of its pairs of words; quotations are left out of both.
_VERBATIM = 0.8  # taken, from which a copy is word for word
_OWN = 0.5  # and of its shingles outside quotations: a shared speech alone is no copy
_WHOLE = 0.8  # share of the origin's shingles found in the copy: less is a trimmed copy
_REWORDED = (0.38, 2, 4)  # pairs, aligned sentences, shingles: a paraphrase keeps its word pairs
_PARTIAL = (0.12, 2, 8)  # taken, aligned sentences, shingles: a part of another's text is in it
_ALIGNED = (0.35, 0.24, 3, 6)  # share of aligned words, pairs, aligned sentences, shingles
_CREDITED = (0.25, 0.15, 2)  # the same where the report credits the other's outlet
# A rewrite desk keeps no run of words, but the facts of nearly each sentence, and their order.
# Independent reports of one event reach two aligned sentences and a third of the words.
# No rule of a rewrite asks for fewer pairs than this one.
_RETOLD = (0.42, 0.15, 3, 0.75)  # share of aligned words, pairs, aligned sentences, order
# Short notices of one announcement have all their few sentences in common: three aligned ones
# are evidence only where nothing is over and they are very near.
_TRANSLATED = (0.55, 0.6, 5)  # share, order, aligned sentences
_TRANSLATED_SHORT = (0.9, 0.6, 3, 0.75)  # the same, and the least mean cosine
_TRANSLATED_CREDITED = (0.35, 0.5, 2)
_ANOTHER_DAY = 42.0  # hours
MAX_ALIGNED = 60


def find_copies(sketch: Sketch, others: Iterable[Sketch], weigh: Weigh = flat) -> tuple[Copy, ...]:
    """Compare ``sketch`` with ``others`` and return an edge for each pair where one copies.

    The edge points from the copy to its origin, whichever of the two is the new report.
    Versions of one item are not compared: they are joined as *edited* elsewhere.
    """
    edges = []
    words = Words(sketch, cache(weigh))
    for other in others:
        if other.key == sketch.key:
            continue
        copy, origin = (sketch, other) if comes_after(sketch, other) else (other, sketch)
        edge = compare(copy, origin, words)
        if edge is not None:
            edges.append(edge)
    return tuple(edges)


def comes_after(one: Sketch, two: Sketch) -> bool:
    """True when ``one`` would be the copy of the two.

    In this order: the one that credits the other's outlet; the later, where both are dated;
    the one that says it is derived ("Source: ..."); the shorter; the greater id.
    """
    one_credits, two_credits = two.outlet in one.credits, one.outlet in two.credits
    if one_credits != two_credits:
        return one_credits
    if one.hours is not None and two.hours is not None and one.hours != two.hours:
        return one.hours > two.hours
    if bool(one.credits) != bool(two.credits):
        return bool(one.credits)
    if one.derived != two.derived:
        return one.derived
    if one.length != two.length:
        return one.length < two.length
    return one.id > two.id


def compare(copy: Sketch, origin: Sketch, words: Words | None = None) -> Copy | None:
    """Return the edge from ``copy`` to ``origin``, or None where they are independent.

    ``words`` are those of either, with their weights; without them every word weighs alike.
    """
    credit = bool(origin.outlet) and origin.outlet in copy.credits
    if copy.language != origin.language:
        return _translated(copy, origin, credit)
    if min(copy.length, origin.length) < MIN_LENGTH:
        return None
    # Word for word includes the quotations: a text cut inside one would else seem to differ.
    same = shared(copy.whole, origin.whole)
    common = shared(copy.shingles, origin.shingles)
    if same >= _VERBATIM * len(copy.whole) > 0 and common >= _OWN * len(copy.shingles):
        kind: CopyKind = "verbatim" if same >= _WHOLE * len(origin.whole) else "trimmed"
        taken = same / len(copy.whole)
        return _edge(copy, origin, kind, taken, align(copy, origin, words=words), taken, credit)
    if not credit and _tells_of_another_day(copy, origin):
        return None
    taken = common / len(copy.shingles) if len(copy.shingles) else 0.0
    pairs = shared(copy.pairs, origin.pairs) / max(1, len(copy.pairs))
    if not _may_be_rewrite(taken, pairs, common):
        return None
    alignment = align(copy, origin, words=words)
    if _is_rewrite(alignment, taken, pairs, common, credit):
        share = max(alignment.share, taken)
        return _edge(copy, origin, "rewritten", share, alignment, taken, credit)
    return None


def _tells_of_another_day(copy: Sketch, origin: Sketch) -> bool:
    """True where both name the day they tell of, and it is two: a follow-up repeats its background.

    Two days lie between them, since an evening here is a morning there.
    """
    if copy.told is None or origin.told is None:
        return False
    return abs(copy.told - origin.told) >= _ANOTHER_DAY


def _may_be_rewrite(taken: float, pairs: float, common: int) -> bool:
    """True where :func:`_is_rewrite` hangs on the sentences: aligning them takes longest."""
    return pairs >= _RETOLD[1] or (taken >= _PARTIAL[0] and common >= _PARTIAL[2])


def _is_rewrite(
    alignment: Alignment, taken: float, pairs: float, common: int, credit: bool
) -> bool:
    aligned = len(alignment.pairs)
    if credit and alignment.share >= _CREDITED[0] and pairs >= _CREDITED[1]:
        return aligned >= _CREDITED[2]
    return (
        (pairs >= _REWORDED[0] and aligned >= _REWORDED[1] and common >= _REWORDED[2])
        or (taken >= _PARTIAL[0] and aligned >= _PARTIAL[1] and common >= _PARTIAL[2])
        or (
            alignment.share >= _ALIGNED[0]
            and pairs >= _ALIGNED[1]
            and aligned >= _ALIGNED[2]
            and common >= _ALIGNED[3]
        )
        or (
            alignment.share >= _RETOLD[0]
            and pairs >= _RETOLD[1]
            and aligned >= _RETOLD[2]
            and alignment.order >= _RETOLD[3]
        )
    )


def _translated(copy: Sketch, origin: Sketch, credit: bool) -> Copy | None:
    alignment = align(copy, origin)
    share, order, aligned = _TRANSLATED_CREDITED if credit else _TRANSLATED
    if not credit and len(alignment.pairs) < aligned:
        share, order, aligned, near = _TRANSLATED_SHORT
        if sum(pair.score for pair in alignment.pairs) < near * len(alignment.pairs):
            return None
    if alignment.share < share or alignment.order < order or len(alignment.pairs) < aligned:
        return None
    return _edge(copy, origin, "translated", alignment.share, alignment, 0.0, credit)


def _edge(
    copy: Sketch,
    origin: Sketch,
    kind: CopyKind,
    share: float,
    alignment: Alignment,
    taken: float,
    credit: bool,
) -> Copy:
    evidence = []
    if credit:
        evidence.append(f"credit: {origin.outlet}")
    if copy.derived:
        evidence.append("says it is derived")
    if taken:
        evidence.append(f"{taken:.0%} of shingles")
    evidence.append(f"{len(alignment.pairs)} of {len(copy.sentences)} sentences aligned")
    return Copy(
        report=copy.id,
        of=origin.id,
        kind=kind,
        share=round(min(1.0, share), 4),
        made=MADE,
        evidence=tuple(evidence),
        aligned=alignment.pairs[:MAX_ALIGNED],
    )


def edited(new: Sketch, old: Sketch) -> Copy:
    """Join two versions of one item: the later is an edit of the earlier."""
    common = shared(new.shingles, old.shingles)
    share = common / len(new.shingles) if len(new.shingles) else 1.0
    return Copy(
        report=new.id,
        of=old.id,
        kind="edited",
        share=round(share, 4),
        made=MADE,
        evidence=(f"version {new.version} of one item after version {old.version}",),
        aligned=align(new, old).pairs[:MAX_ALIGNED],
    )
