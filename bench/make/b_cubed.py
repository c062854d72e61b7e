"""B³ and pair scores of a grouping against gold stories."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence


def b_cubed(found: Sequence[str], gold: Sequence[str]) -> tuple[float, float, float]:
    """Return B³ precision, recall and F1 (Bagga and Baldwin, 1998)."""
    in_found, in_gold = Counter(found), Counter(gold)
    both = Counter(zip(found, gold, strict=True))
    pairs = list(zip(found, gold, strict=True))
    precision = sum(both[f, g] / in_found[f] for f, g in pairs) / len(pairs)
    recall = sum(both[f, g] / in_gold[g] for f, g in pairs) / len(pairs)
    return precision, recall, _f1(precision, recall)


def pair_f1(
    found: Sequence[str], gold: Sequence[str], languages: Sequence[str | None] | None = None
) -> float:
    """Return F1 over pairs of reports; with ``languages``, over pairs in two languages only.

    Counted by cells: pairs in two languages are all pairs less those within each language.
    """
    extra: Sequence[str | None] = languages if languages is not None else [None] * len(found)

    def pairs(keys: Iterable[tuple[object, ...]]) -> float:
        return sum(n * (n - 1) / 2 for n in Counter(keys).values())

    def across(*columns: Sequence[str]) -> float:
        total = pairs(zip(*columns, strict=True))
        if languages is None:
            return total
        return total - pairs(zip(*columns, extra, strict=True))

    right, said, true = across(found, gold), across(found), across(gold)
    return _f1(right / said if said else 1.0, right / true if true else 1.0)


def fragments(found: Sequence[str], gold: Sequence[str]) -> float:
    """Return the mean number of groups that a gold story is broken into (1 is none)."""
    parts: dict[str, set[str]] = {}
    for group, story in zip(found, gold, strict=True):
        parts.setdefault(story, set()).add(group)
    return sum(map(len, parts.values())) / len(parts)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
