"""Outlook: ranks of the events that came, given all that came before (ICEWS14).

Data: a folder with ``train.txt``, ``valid.txt`` and, where there is one, ``test.txt`` (asked
instead of ``valid.txt``, which then is history) and ``stat.txt``, from
github.com/nec-research/TKG-Forecasting-Evaluation; columns subject, relation, object, hour.
Both directions of every fact are asked, one day at a time: the facts of earlier days are
known, those of the day itself are not. Other facts of the same day are filtered out of the
ranking (time-filtered MRR and Hits@k), entities of equal score share the mean rank.

``dyad_brier`` scores :mod:`dateline.relate.forecast` on the same files: for the 150 pairs with most
facts in the history and every relation that a pair had twice there, the chance that it comes again
in each week of the asked file. ``dyad_brier_usual`` is that of the share of earlier weeks,
``dyad_brier_last`` that of saying what the week before held.
"""

from __future__ import annotations

import itertools
import time
from argparse import Namespace
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from dateline.relate.forecast import chances
from dateline.relate.outlook import Fact, Recurrency, Weights, rank

HOURS = 24
PAIRS = 150
WEEK = 7


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Ask every fact of the last file."""
    if data is None:
        raise SystemExit("outlook: --data FOLDER is needed")
    files = [name for name in ("train", "valid", "test") if (data / f"{name}.txt").exists()]
    facts = {name: read_facts(data / f"{name}.txt") for name in files}
    history = [fact for name in files[:-1] for fact in facts[name]]
    asked = facts[files[-1]]
    return evaluate(history, asked) | evaluate_dyads(history, asked)


def read_facts(path: Path) -> list[Fact]:
    """Read facts with their day as the step."""
    facts = []
    for line in path.read_text(encoding="utf-8").splitlines():
        subject, relation, object_, hour = (int(part) for part in line.split()[:4])
        facts.append((subject, relation, object_, hour // HOURS))
    return sorted(facts, key=lambda fact: fact[3])


def evaluate(
    history: list[Fact], asked: list[Fact], weights: Weights | None = None
) -> dict[str, float]:
    """Ask each fact in both directions, day by day."""
    every = [*history, *asked]
    entities = 1 + max(max(fact[0], fact[2]) for fact in every)
    relations = 1 + max(fact[1] for fact in every)
    model = Recurrency(entities, relations, weights)
    model.learn(history)
    ranks: list[float] = []
    started = time.perf_counter()
    for _, day in itertools.groupby(asked, key=lambda fact: fact[3]):
        facts = list(day)
        right: dict[tuple[int, int], list[int]] = defaultdict(list)
        queries = []
        for subject, relation, object_, step in facts:
            queries.append((subject, relation, object_, step))
            queries.append((object_, relation + relations, subject, step))
        for subject, relation, object_, _ in queries:
            right[subject, relation].append(object_)
        for subject, relation, object_, step in queries:
            scores = model.scores(subject, relation, step)
            ranks.append(rank(scores, object_, sorted(set(right[subject, relation]))))
        model.learn(facts)
    seconds = time.perf_counter() - started
    found = np.array(ranks)
    return {
        "mrr": float((1 / found).mean()),
        "hits1": float((found <= 1).mean()),
        "hits3": float((found <= 3).mean()),
        "hits10": float((found <= 10).mean()),
        "queries_per_second": len(ranks) / seconds,
    }


def evaluate_dyads(history: list[Fact], asked: list[Fact]) -> dict[str, float]:
    """Forecast each week of the asked file for the pairs with the longest history."""
    counts = Counter(_pair(fact) for fact in history if fact[0] != fact[2])
    pairs = {pair for pair, _ in counts.most_common(PAIRS)}
    acts: dict[tuple[tuple[int, int], int], list[float]] = defaultdict(list)
    for fact in [*history, *asked]:
        if _pair(fact) in pairs:
            acts[_pair(fact), fact[1]].append(float(fact[3]))
    first, last = asked[0][3], asked[-1][3]
    errors: list[tuple[float, float, float]] = []
    for at in acts.values():
        if sum(t < first for t in at) < 2:
            continue
        for now in range(first - 1, last - WEEK + 1, WEEK):
            chance, usual = chances(at, now, WEEK)
            came = any(now < t <= now + WEEK for t in at)
            before = any(now - WEEK < t <= now for t in at)
            errors.append(((chance - came) ** 2, (usual - came) ** 2, float(before != came)))
    mean = np.array(errors).mean(axis=0)
    return {
        "dyad_brier": float(mean[0]),
        "dyad_brier_usual": float(mean[1]),
        "dyad_brier_last": float(mean[2]),
        "dyad_cases": len(errors),
    }


def _pair(fact: Fact) -> tuple[int, int]:
    return min(fact[0], fact[2]), max(fact[0], fact[2])
