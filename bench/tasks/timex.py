"""TIMEX3 values in news text, scored as TempEval-3 task A does.

The data is a TimeML file or a folder of them (``*.tml``): TempEval-3's test set (UzZaman et al.
2013, "TempEval-3: Evaluating Time Expressions, Events, and Temporal Relations", distributed by its
organisers) or any other corpus of that form (TimeBank through LDC2006T08). The document's creation
time is the anchor, as the task has it; creation times are not scored.

``value_f1``    precision and recall over mentions that overlap a gold one and have its value.
``relaxed_f1``  the same without the value; ``strict_f1`` with the same first and last character.
``values_right``  share of the overlapping mentions that have the gold value.

HeidelTime, the best system of the shared task, reached a value F1 of .776 on its test set.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from dateline.read.dates import find_dates


@dataclass(frozen=True)
class Timex:
    """One annotated expression: characters of the text and its value."""

    start: int
    end: int
    value: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this task."""
    parser.add_argument("--show", action="store_true", help="print what is missed or differs")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure; needs ``--data``."""
    if data is None:
        raise SystemExit("timex: --data FILE.tml or a folder of them is needed")
    files = sorted(data.rglob("*.tml")) if data.is_dir() else [data]
    gold_count = our_count = relaxed = strict = right = 0
    for path in files:
        text, created, gold = _load(path)
        found = find_dates(text, "en", report="r", published=created, zone="UTC")
        ours = [Timex(m.span.start, m.span.end, m.when.timex or "") for m in found]
        ours = [timex for timex in ours if timex.value]
        gold_count += len(gold)
        our_count += len(ours)
        for timex, mine in _pairs(gold, ours):
            value = mine is not None and _same_value(mine.value, timex.value)
            relaxed += mine is not None
            right += value
            strict += mine is not None and (mine.start, mine.end) == (timex.start, timex.end)
            if args.show and not value:
                shown = (text[mine.start : mine.end], mine.value) if mine else None
                words = " ".join(text[timex.start : timex.end].split())
                print(path.name, created.date(), repr(words), timex.value, shown, file=sys.stderr)
        if args.show:
            spare = [o for o in ours if all(o.end <= g.start or g.end <= o.start for g in gold)]
            for mine in spare:
                words = " ".join(text[max(0, mine.start - 30) : mine.end + 20].split())
                print(path.name, "spare", repr(words), mine.value, file=sys.stderr)
    both = max(gold_count + our_count, 1)
    return {
        "value_f1": 2 * right / both,
        "relaxed_f1": 2 * relaxed / both,
        "strict_f1": 2 * strict / both,
        "values_right": right / max(relaxed, 1),
        "files": len(files),
        "items": gold_count,
    }


def _pairs(gold: list[Timex], ours: list[Timex]) -> list[tuple[Timex, Timex | None]]:
    """Pair each gold expression with the first unused one of ours that overlaps it."""
    free = list(ours)
    out: list[tuple[Timex, Timex | None]] = []
    for timex in gold:
        mine = next((o for o in free if o.start < timex.end and timex.start < o.end), None)
        if mine is not None:
            free.remove(mine)
        out.append((timex, mine))
    return out


def _same_value(mine: str, gold: str) -> bool:
    return mine.rstrip("Z") == gold.rstrip("Z")


def _load(path: Path) -> tuple[str, datetime, list[Timex]]:
    """Read one TimeML document: its text, its creation time and its expressions."""
    root = parse(path).getroot()
    if root is None:
        raise SystemExit(f"timex: {path}: no document")
    body = root.find("TEXT")
    pieces: list[str] = []
    gold: list[Timex] = []
    created = ""

    def walk(node: Element) -> None:
        nonlocal created
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag != "TIMEX3":
            return
        if node.get("functionInDocument") == "CREATION_TIME":
            created = created or node.get("value", "")
        elif node.get("value"):
            gold.append(Timex(start, sum(map(len, pieces)), node.get("value", "")))

    if body is not None:
        for timex in root.iter("TIMEX3"):
            if timex.get("functionInDocument") in ("CREATION_TIME", "PUBLICATION_TIME"):
                created = timex.get("value", "")
                break
    walk(root if body is None else body)
    if not created:
        raise SystemExit(f"timex: {path}: no creation time")
    return "".join(pieces), datetime.fromisoformat(created[:19]).replace(tzinfo=UTC), gold
