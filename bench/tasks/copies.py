"""Copies: planted edits of real articles, among independent articles on the same events.

``--data`` is JSON Lines of real articles with ``text`` and ``story`` (ECB+,
github.com/cltl/ecbPlus, CC BY 3.0, works), or a folder of ``.txt`` files, which then gives no
independent articles on one event. For each of up to ``--sources`` articles a verbatim, a cut, a
reordered and a paraphrased copy and one mixed of two sources are planted
(``bench/make/copies.py``); everything is read and goes through the grouper in order of publication.

Figures: ``verbatim_p``/``verbatim_r``: edges called verbatim or trimmed that join a copy to its
own family, and planted verbatim, cut and reordered copies so called. ``rewrite_p``/``rewrite_r``:
the same for *rewritten* and for paraphrases and both sources of mixes (an edge of any kind finds
them). ``false_rate``: independent articles (no run of eight words in common with any other of
their story) called the copy of another article.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.make.copies import FINAL, KINDS, TUNING, Planter, runs, split
from bench.make.reports import Line, Reader
from dateline.group import Grouper
from dateline.records import Copy

START = datetime(2026, 1, 5, tzinfo=UTC)
SHORTEST = 6  # sentences an article needs to be a source
PLAIN = ("verbatim", "cut", "reordered")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the task's own arguments."""
    parser.add_argument("--sources", type=int, default=120, help="articles that are copied")
    parser.add_argument("--recipe", choices=("final", "tuning"), default="final")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Plant, group, and measure."""
    if data is None:
        raise SystemExit("copies needs --data: JSON Lines or a folder of text files")
    articles = independent_articles(load(data))
    long = [line for line in articles if len(split(line.text)) >= SHORTEST]
    step = max(1, len(long) // args.sources)
    sources = long[::step][: args.sources]
    planter = Planter(FINAL if args.recipe == "final" else TUNING)
    lines = [*articles]
    families: dict[str, set[str]] = {line.id: {line.id} for line in articles}
    kinds: dict[str, str] = {}
    for at, line in enumerate(sources):
        other = sources[(at + 7) % len(sources)]
        for number, kind in enumerate(KINDS):
            copy = Line(
                id=f"{line.id}/{kind}",
                text=planter.plant(kind, line.text, other.text),
                story=line.story,
                title=f"{line.title} ({kind})" if line.title and kind != "paraphrased" else None,
                language=line.language,
                time=START + timedelta(days=1, minutes=number),
            )
            lines.append(copy)
            kinds[copy.id] = kind
            families[copy.id] = {line.id, other.id} if kind == "mixed" else {line.id}
    print(f"{len(articles)} articles, {len(sources)} copied", file=sys.stderr)
    sketches = Reader(embed=False).sketches(lines)
    names = {sketch.id: line.id for sketch, line in zip(sketches, lines, strict=True)}
    grouper = Grouper()
    edges = [edge for sketch in sketches for edge in grouper.add(sketch).copies]
    return figures(edges, names, families, kinds, {line.id for line in articles})


def figures(
    edges: list[Copy],
    names: dict[str, str],
    families: dict[str, set[str]],
    kinds: dict[str, str],
    articles: set[str],
) -> dict[str, float]:
    """Compare the edges that were found with those that were planted."""
    right: dict[bool, list[bool]] = {True: [], False: []}
    found: dict[str, set[str]] = defaultdict(set)
    plain: dict[str, bool] = defaultdict(bool)
    accused = set()
    for edge in edges:
        copy, origin = names[edge.report], names[edge.of]
        strict = edge.kind in ("verbatim", "trimmed")
        shared = families[copy] & families[origin]
        right[strict].append(bool(shared))
        found[copy] |= shared
        found[origin] |= shared
        plain[copy] |= strict and bool(shared)
        if copy in articles and origin in articles:
            accused.add(copy)
    verbatim = [plain[id] for id, kind in kinds.items() if kind in PLAIN]
    rewrites = [
        source in found[id]
        for id, kind in kinds.items()
        if kind not in PLAIN
        for source in sorted(families[id])
    ]
    for kind in KINDS:
        ids = [id for id, name in kinds.items() if name == kind]
        whole = sum(found[id] >= families[id] for id in ids) / len(ids)
        print(f"{kind}: {whole:.3f} traced to every source", file=sys.stderr)
    return {
        "verbatim_p": _share(right[True]),
        "verbatim_r": _share(verbatim),
        "rewrite_p": _share(right[False]),
        "rewrite_r": _share(rewrites),
        "false_rate": len(accused) / len(articles),
    }


def _share(hits: list[bool]) -> float:
    return sum(hits) / len(hits) if hits else 1.0


def load(data: Path) -> list[Line]:
    """Read the articles, one minute apart: they are the earlier texts."""
    if data.is_dir():
        rows = [
            {"text": file.read_text(encoding="utf-8"), "story": file.stem, "doc_id": file.stem}
            for file in sorted(data.rglob("*.txt"))
        ]
    else:
        rows = [json.loads(row) for row in data.read_text(encoding="utf-8").splitlines() if row]
    return [
        Line(
            id=str(row.get("doc_id", at)),
            text=row["text"],
            story=str(row.get("story", at)),
            title=row.get("title"),
            language=row.get("lang", "en"),
            time=START + timedelta(minutes=at % 1200),
        )
        for at, row in enumerate(rows)
    ]


def independent_articles(lines: list[Line]) -> list[Line]:
    """Keep, of each story, articles no two of which share a run of eight words.

    Real sets hold real copies, unmarked: counting those as false alarms would punish finding
    them.
    """
    kept: list[Line] = []
    seen: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for line in lines:
        own = runs(f"{line.title or ''}\n{line.text}")
        if not own & seen[line.story]:
            seen[line.story] |= own
            kept.append(line)
    return kept


__all__ = ["add_arguments", "figures", "run"]
