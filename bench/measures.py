"""Measures that several tasks share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float:
    """Mean over the classes of ``gold`` of each class's F1."""
    total = 0.0
    classes = sorted(set(gold))
    for name in classes:
        both = sum(g == f == name for g, f in zip(gold, found, strict=True))
        said = sum(f == name for f in found)
        wanted = sum(g == name for g in gold)
        total += 2 * both / (said + wanted) if said + wanted else 0.0
    return total / len(classes)


def b_cubed(
    gold: Mapping[str, Hashable], found: Mapping[str, Hashable]
) -> tuple[float, float, float]:
    """B³ precision, recall and F1 (Bagga and Baldwin 1998) of a clustering of the same items."""
    by_gold: dict[Hashable, list[str]] = defaultdict(list)
    by_found: dict[Hashable, list[str]] = defaultdict(list)
    for item, cluster in gold.items():
        by_gold[cluster].append(item)
        by_found[found[item]].append(item)
    both = Counter((gold[item], found[item]) for item in gold)
    precision = recall = 0.0
    for item in gold:
        shared = both[(gold[item], found[item])]
        precision += shared / len(by_found[found[item]])
        recall += shared / len(by_gold[gold[item]])
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)
