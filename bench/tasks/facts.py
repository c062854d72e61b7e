"""Facts: are sentences that say the same gathered into one proposition, across languages too.

Data: the sample reports of the quake and the power line (English, Japanese, Chinese), with the
propositions marked by hand in ``bench/gold/facts.tsv``; ``--data`` may name another folder laid
out like ``examples/`` with such a file ``facts.tsv`` in it.

Figures, over all pairs of sentences of one story: ``precision``, ``recall`` and ``f1`` of the pairs
that are gathered together; ``across_f1`` over pairs of two languages alone; ``sentences`` and
``gold_pairs`` how many there are.
"""

from __future__ import annotations

import argparse
from itertools import combinations
from pathlib import Path

from bench.reading import open_measuring_desk, read_path
from dateline.brief.align import align
from dateline.brief.facts import gather_facts
from dateline.brief.lines import Line, read_lines
from dateline.records.origins import Origins

ROOT = Path(__file__).parents[2]
STORIES = ("power", "quake")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure pairwise how sentences are gathered into propositions."""
    del args
    folder = data or ROOT / "examples"
    marks = read_marks(data / "facts.tsv" if data else ROOT / "bench" / "gold" / "facts.tsv")
    pairs: list[tuple[bool, bool, bool]] = []  # gold, found, across languages
    sentences = 0
    with open_measuring_desk() as desk:
        for name in STORIES:
            read = read_path(desk, folder / name)
            reports = {report.id: report for report, _ in read}
            readings = {reading.report: reading for _, reading in read}
            order = tuple(reports)
            lines = read_lines(reports, readings, order, Origins(order, []), desk.engines)
            facts = gather_facts(lines, align(lines))
            fact_of = {line.order: n for n, fact in enumerate(facts) for line in fact.lines}
            sentences += len(lines)
            for a, b in combinations(lines, 2):
                mark = mark_of(a, marks)
                gold = mark is not None and mark == mark_of(b, marks)
                found = fact_of[a.order] == fact_of[b.order]
                pairs.append((gold, found, a.language != b.language))
    precision, recall, f1 = score(pairs)
    return {
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "across_f1": score([pair for pair in pairs if pair[2]])[2],
        "sentences": float(sentences),
        "gold_pairs": float(sum(gold for gold, _, _ in pairs)),
    }


def read_marks(path: Path) -> dict[str, str]:
    """Read how marked sentences begin, and their propositions."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()
            if line and not line.startswith("#")]  # fmt: skip
    return {row[0]: row[1] for row in rows}


def mark_of(line: Line, marks: dict[str, str]) -> str | None:
    """The proposition of a sentence, or None where it has none to share."""
    return next((p for begins, p in marks.items() if line.text.strip().startswith(begins)), None)


def score(pairs: list[tuple[bool, bool, bool]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs found."""
    hit = sum(gold and found for gold, found, _ in pairs)
    precision = hit / max(1, sum(found for _, found, _ in pairs))
    recall = hit / max(1, sum(gold for gold, _, _ in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
