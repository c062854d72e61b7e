"""Stories: reports of one event grouped by the stream, against labels made by others.

``--data`` is JSON Lines with ``text``, ``story`` and, where known, ``title``, ``lang``, ``ts``,
``doc_id``. Public sets: ECB+ (github.com/cltl/ecbPlus, CC BY 3.0: English articles on pairs of
look-alike events, no dates) and the In-the-news corpus (github.com/shizhao/ITN-corpus, CC BY-SA
3.0: blurbs in 55 languages with times).

Dated data is streamed by time, undated items where a seeded shuffle puts them. Data without any
times is streamed in ``--orders`` shuffled orders, and the figures are means over them. A stamp
that ten or more items of one language share counts as none.

Figures: ``b3_p``, ``b3_r``, ``b3_f1``; ``pair_f1`` over all pairs and ``cross_language_pair_f1``
over pairs in two languages (0 where there are none); ``singletons``, the share of reports alone
in their story; ``fragments``, groups a gold story is broken into; and in the same run the
baselines ``b3_f1_tfidf`` (online TF-IDF with time decay) and ``b3_f1_vectors``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from bench.make.b_cubed import b_cubed, fragments, pair_f1
from bench.make.baselines import tfidf, vectors
from bench.make.reports import Line, Reader, load_lines
from bench.make.stream import stream
from dateline.group import Sketch

EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--orders", type=int, default=5, help="shuffled orders of undated data")
    parser.add_argument("--no-vectors", action="store_true", help="as if no embedder were there")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Group and measure."""
    if data is None:
        raise SystemExit("stories needs --data: JSON Lines with text and story")
    lines = load_lines(data)
    sketches = Reader(embed=not args.no_vectors).sketches(lines)
    dated = any(line.time for line in lines)
    rounds = []
    for seed in range(1 if dated else args.orders):
        order = in_order(lines, seed)
        rounds.append(measure([lines[i] for i in order], [sketches[i] for i in order]))
        print(f"order {seed}: B³ F1 {rounds[-1]['b3_f1']:.4f}", file=sys.stderr)
    return {name: sum(r[name] for r in rounds) / len(rounds) for name in rounds[0]}


def in_order(lines: list[Line], seed: int) -> list[int]:
    """Return the order of the stream: by time, undated items dealt in between."""
    shuffled = list(range(len(lines)))
    random.Random(seed).shuffle(shuffled)
    dated = sorted(
        (i for i in shuffled if lines[i].time), key=lambda i: (lines[i].time or EARLIEST, i)
    )
    places = iter(dated)
    return [next(places) if lines[i].time else i for i in shuffled]


def measure(lines: list[Line], sketches: list[Sketch]) -> dict[str, float]:
    """Stream one order and compare with the labels."""
    gold = [line.story for line in lines]
    found = stream(sketches)
    precision, recall, f1 = b_cubed(found, gold)
    languages = [line.language for line in lines]
    many = len(set(languages)) > 1
    return {
        "b3_p": precision,
        "b3_r": recall,
        "b3_f1": f1,
        "pair_f1": pair_f1(found, gold),
        "cross_language_pair_f1": pair_f1(found, gold, languages) if many else 0.0,
        "singletons": sum(n == 1 for n in Counter(found).values()) / len(found),
        "fragments": fragments(found, gold),
        "b3_f1_tfidf": b_cubed(tfidf(lines), gold)[2],
        "b3_f1_vectors": b_cubed(vectors(sketches), gold)[2],
    }
