"""Actors coded: country and sector codes of the actors in PLOVER's gold records.

Data: ``plover_gsr.jsonl`` (github.com/openeventdata/PLOVER, CC BY-SA 4.0): sentences whose
actors have texts and codes. A gold actor counts as found when some event mention's party or
some linked actor that overlaps its words has its country; with its sector as well where the
record gives one. ``country_recall`` and ``code_recall`` are shares of gold actors.
"""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from bench.tasks.events import as_report
from dateline.config import load_options
from dateline.engines import load_engines
from dateline.events.lexicon import english
from dateline.events.parties import parties
from dateline.events.tree import Tree
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Party, Reading, Report


def run(data: Path | None, args: Namespace) -> dict[str, float]:
    """Score the actors of every record."""
    if data is None:
        raise SystemExit("actors-coded: --data FILE is needed")
    engines, knowledge = load_engines(load_options({})[0]), load_knowledge()
    english()
    actors = country = coded = sectors = 0
    for line in data.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        report = as_report(row)
        reading = read_report(report, engines, knowledge)
        for gold in _gold(row, report.text):
            actors += 1
            found = _parties(report, reading, gold)
            wanted = "INT" if gold["code"] in ("IGO", "NGO") else gold["code"][:3]
            right = [party for party in found if party.code[:3] == wanted]
            country += bool(right)
            sector = (gold.get("sector") or "")[:3]
            sectors += bool(sector)
            coded += bool(sector and any(sector in party.code[3:] for party in right))
            if not right:
                print(gold, [party.code for party in found], file=sys.stderr)
    return {
        "country_recall": country / actors,
        "code_recall": coded / sectors,
        "actors": float(actors),
    }


def _gold(row: dict[str, Any], text: str) -> list[dict[str, Any]]:
    sides = [row.get(name) for name in ("source", "target")]
    return [
        actor
        for side in sides
        if isinstance(side, list)
        for actor in side
        if actor.get("code") and actor.get("actorText") and actor["actorText"] in text
    ]


def _parties(report: Report, reading: Reading, gold: dict[str, Any]) -> list[Party]:
    """Return the parties that the words of a gold actor stand for."""
    start = report.text.find(gold["actorText"])
    end = start + len(gold["actorText"])
    found: list[Party] = []
    for parse in reading.parses:
        tree = Tree(report.text, parse.tokens)
        inside = [i for i, t in enumerate(tree.tokens) if t.start < end and t.end > start]
        heads = [i for i in inside if tree.head(i) not in inside or tree.head(i) == i]
        found += parties(tree, heads, reading.actors, reading.places)
    return found
