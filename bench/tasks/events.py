"""Events: PLOVER types of sentences, against labels made by people.

Two sets, told apart by their fields:

*PLV* (github.com/snowood1/Zero-Shot-PLOVER, no licence seen: for measuring only, nothing is
trained on it): sentences in which source and target are given between ``<s>`` and ``<t>``
marks; 15 root classes, where YIELD holds CONCEDE and RETREAT, and four quad classes.
``macro_f1``, ``quad_f1`` (macro F1 as well) and, for the lexicon without the trained scorer,
``macro_f1_lexicon`` and ``quad_f1_lexicon``.

*PLOVER gold records* (github.com/openeventdata/PLOVER, CC BY-SA 4.0): raw sentences with the
event's type and its actors' codes. ``type_recall``: an event of the right type is found.
``full_recall``: it has the countries of source and target as well. ``extra_per_sentence``:
events found beside it that are neither alleged nor denied. DEMAND is REQUEST,
DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT, as in the manual that followed.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.measures import macro_f1
from dateline.config import load_options
from dateline.engines import Engines, load_engines
from dateline.events.between import code_between
from dateline.events.lexicon import english
from dateline.events.mention import Mention
from dateline.events.mentions import find_mentions
from dateline.events.ontology import TYPES, as_plover
from dateline.events.scorer import Scorer, load_scorer
from dateline.events.status import status_of
from dateline.events.tree import Tree
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Block, Made, Report

OLDER = {
    "DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT",
}  # fmt: skip
QUADS = {
    "verbal-cooperation": "1", "material-cooperation": "2", "verbal-conflict": "3",
    "material-conflict": "4",
}  # fmt: skip


def add_arguments(parser: ArgumentParser) -> None:
    """Take ``--show``: print what went wrong to stderr."""
    parser.add_argument("--show", action="store_true", help="print the misses to stderr")


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Score the set that ``data`` holds."""
    if data is None:
        raise SystemExit("events: --data FILE is needed")
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line]
    engines = load_engines(load_options({})[0])
    if "marked_sentence" in rows[0]:
        return marked(rows, engines, args.show)
    return records(rows, engines, args.show)


def marked(rows: list[dict[str, Any]], engines: Engines, show: bool) -> dict[str, float]:
    """Score sentences with given source and target."""
    parser, embedder = engines.parser_for("en"), engines.embedder_for("en")
    assert parser is not None and embedder is not None
    texts = [unmark(row["marked_sentence"]) for row in rows]
    trees = [
        Tree(text, tokens)
        for (text, _), tokens in zip(texts, parser.parse([t for t, _ in texts], "en"), strict=True)
    ]
    scorer = load_scorer(embedder.name)
    vectors = embedder.embed([text for text, _ in texts])
    gold = [row["gold_root"] for row in rows]
    with_lexicon, with_both = [], []
    for (_, spans), tree, vector in zip(texts, trees, vectors, strict=True):
        pair = _tokens(tree, spans.get("s")), _tokens(tree, spans.get("t"))
        with_lexicon.append(_decide(tree, pair, None, None))
        with_both.append(_decide(tree, pair, scorer, vector))
    if show:
        for row, label, found in zip(rows, gold, with_both, strict=True):
            if _root(found) != label:
                print(label, found, row["marked_sentence"], sep="\t", file=sys.stderr)
        misses = Counter((g, _root(p)) for g, p in zip(gold, with_both, strict=True))
        print(misses.most_common(40), file=sys.stderr)
    penta = [row["gold_penta"] for row in rows]
    return {
        "macro_f1": macro_f1(gold, [_root(one) for one in with_both]),
        "quad_f1": macro_f1(penta, [_quad(one) for one in with_both]),
        "macro_f1_lexicon": macro_f1(gold, [_root(one) for one in with_lexicon]),
        "quad_f1_lexicon": macro_f1(penta, [_quad(one) for one in with_lexicon]),
    }


def unmark(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """Take the marks off; return the plain text and where the first ``s`` and ``t`` stand."""
    plain = ""
    opened: dict[str, int] = {}
    spans: dict[str, tuple[int, int]] = {}
    for part in re.split(r"(</?[st]>)", text):
        if part in ("<s>", "<t>"):
            opened[part[1]] = len(plain)
        elif part in ("</s>", "</t>"):
            spans.setdefault(part[2], (opened.get(part[2], 0), len(plain)))
        else:
            plain += part
    return plain, spans


def _tokens(tree: Tree, span: tuple[int, int] | None) -> range:
    if span is None:
        return range(0)
    found = [i for i, t in enumerate(tree.tokens) if t.start < span[1] and t.end > span[0]]
    return range(found[0], found[-1] + 1) if found else range(0)


def _decide(
    tree: Tree, pair: tuple[range, range], scorer: Scorer | None, vector: Any
) -> str | None:
    found = code_between(tree, *pair, english())
    told = as_plover(found.action, status_of(tree, found)) if found else None
    if scorer is None:
        return told
    return scorer.decide(vector, told).action


def _root(action: str | None) -> str:
    return "YIELD" if action in ("CONCEDE", "RETREAT") else str(action)


def _quad(action: str | None) -> str:
    return QUADS[TYPES[action].quad] if action else "none"


def records(rows: list[dict[str, Any]], engines: Engines, show: bool) -> dict[str, float]:
    """Score raw sentences."""
    knowledge = load_knowledge()
    typed = full = extra = 0
    for row in rows:
        report = as_report(row)
        reading = read_report(report, engines, knowledge)
        found = list(find_mentions(report, reading))
        wanted = OLDER.get(row["event"], row["event"])
        right = [m for m in found if as_plover(m.action, m.status) == wanted]
        whole = [m for m in right if _countries(m, row)]
        typed += bool(right)
        full += bool(whole)
        extra += sum(m.status not in ("alleged", "denied") for m in found if m not in right)
        extra += max(0, len(right) - 1)
        if show and not whole:
            shown = [(m.action, m.status, _codes(m)) for m in found]
            print(wanted, _gold(row), shown, row["text"], sep="\t", file=sys.stderr)
    return {
        "type_recall": typed / len(rows),
        "full_recall": full / len(rows),
        "extra_per_sentence": extra / len(rows),
    }


def as_report(row: dict[str, Any]) -> Report:
    """Make a report of a record: its sentence, dated as the record is."""
    text = row["text"].strip()
    day = datetime.fromisoformat(row["date"]).replace(tzinfo=UTC)
    return Report(
        id=row["id"],
        key=row["id"],
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=day,
        published=day,
        language="en",
        made=Made(stage="bench", version=1),
    )


def _gold(row: dict[str, Any]) -> tuple[set[str], set[str]]:
    sides = []
    for name in ("source", "target"):
        side: Any = row.get(name) if isinstance(row.get(name), list) else []
        sides.append({actor["code"][:3] for actor in side if actor.get("code")})
    if not sides[1] and len(sides[0]) > 1:
        return sides[0], sides[0]  # a compound actor: what the sides do to each other
    return sides[0], sides[1]


def _codes(mention: Mention) -> tuple[set[str], set[str]]:
    sources = {code for party in mention.sources for code in _country(party.code)}
    targets = {code for party in mention.targets for code in _country(party.code)}
    return sources, targets


def _country(code: str) -> set[str]:
    return {"IGO", "INT", code[3:6]} if code.startswith("INT") else {code[:3]}


def _countries(mention: Mention, row: dict[str, Any]) -> bool:
    source, target = _gold(row)
    mine = _codes(mention)
    if source == target and source:
        return len(source & (mine[0] | mine[1])) == len(source)
    return (not source or bool(source & mine[0])) and (not target or bool(target & mine[1]))
