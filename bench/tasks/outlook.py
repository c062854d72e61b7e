"""Outlook: ranks of the events that came, given all that came before (ICEWS14).

Data: a folder with ``train.txt``, ``valid.txt`` and, where there is one, ``test.txt`` (asked
instead of ``valid.txt``, which then is history) and ``stat.txt``, from
github.com/nec-research/TKG-Forecasting-Evaluation; columns subject, relation, object, hour.
Both directions of every fact are asked, one day at a time: the facts of earlier days are
known, those of the day itself are not. Other facts of the same day are filtered out of the
ranking (time-filtered MRR and Hits@k), entities of equal score share the mean rank.
"""

from __future__ import annotations

import itertools
import time
from argparse import Namespace
from collections import defaultdict
from pathlib import Path

import numpy as np

from dateline.relate.outlook import Fact, Recurrency, Weights, rank

HOURS = 24


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Ask every fact of the last file."""
    if data is None:
        raise SystemExit("outlook: --data FOLDER is needed")
    files = [name for name in ("train", "valid", "test") if (data / f"{name}.txt").exists()]
    facts = {name: read_facts(data / f"{name}.txt") for name in files}
    history = [fact for name in files[:-1] for fact in facts[name]]
    return evaluate(history, facts[files[-1]])


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
