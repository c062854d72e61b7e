"""Support check: are true claims passed and subtly false ones refused, and why.

Data: SummEdits, domain *news* (Laban et al. 2023, "SummEdits: Measuring LLM Ability at Factual
Reasoning Through The Lens of Summarization"; https://github.com/salesforce/factualNLG,
Apache-2.0), as JSON Lines with ``doc``, ``summary`` and ``label`` (1 consistent, 0 with one
subtle edit).

Figures: ``balanced_accuracy``; ``refused_good`` the share of consistent summaries refused;
``passed_bad`` the share of edited ones let through. A summary is passed when each of its
sentences is. The reference on the whole set: GPT-4 .833, ChatGPT .744.

With ``--reports PATH`` (files or a folder of English reports or pages) also the written
corruptions of :mod:`bench.corruptions`: ``caught`` over all, ``caught_KIND`` for each kind, and
``true_refused``, the share of the reports' own sentences that the check refuses.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from bench.corruptions import KINDS
from bench.reading import Read, open_measuring_desk, read_path, read_texts
from dateline.brief.support import Evidence, check_with
from dateline.brief.support.parsed import parse
from dateline.brief.support.split import sentences
from dateline.desk import Desk

SHORTEST = 25  # characters of a sentence worth corrupting
LONGEST = 400


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this task."""
    parser.add_argument("--reports", type=Path, help="reports or pages for written corruptions")
    parser.add_argument("--most", type=int, default=60, help="reports taken for corruptions")
    parser.add_argument("--verbose", action="store_true", help="print what was judged wrongly")


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure on ``data`` and on ``args.reports``, either of which may be missing."""
    figures: dict[str, float] = {}
    with open_measuring_desk() as desk:
        if data is not None:
            figures |= summaries(desk, data, verbose=args.verbose)
        if args.reports is not None:
            read = [r for r in read_path(desk, args.reports) if r[1].language == "en"]
            figures |= corruptions(desk, read[: args.most], verbose=args.verbose)
    return figures


def summaries(desk: Desk, data: Path, *, verbose: bool) -> dict[str, float]:
    """Check every summary against its document."""
    rows = [json.loads(line) for line in data.read_text(encoding="utf-8").splitlines() if line]
    documents = list(dict.fromkeys(row["doc"] for row in rows))
    read = {report.own_id: (report, reading) for report, reading in read_texts(desk, documents)}
    evidence = {
        document: Evidence([read[str(i)]], desk.engines)
        for i, document in enumerate(documents)
        if str(i) in read
    }
    wrong, total = Counter[int](), Counter[int]()
    for number, row in enumerate(rows, 1):
        verdicts = [check_with(s, evidence[row["doc"]]) for s in sentences(row["summary"])]
        refused = next((v for v in verdicts if not v.supported), None)
        label = int(row["label"])
        total[label] += 1
        if (refused is None) != bool(label):
            wrong[label] += 1
            if verbose:
                why = f"{refused.kind}: {refused.reason}" if refused else "passed"
                print(f"{label} {why} | {row['summary']}", file=sys.stderr)
        if number % 100 == 0:
            print(f"{number} of {len(rows)} summaries", file=sys.stderr)
    refused_good = wrong[1] / max(1, total[1])
    passed_bad = wrong[0] / max(1, total[0])
    return {
        "balanced_accuracy": 1 - (refused_good + passed_bad) / 2,
        "refused_good": refused_good,
        "passed_bad": passed_bad,
    }


def corruptions(desk: Desk, read: Read, *, verbose: bool) -> dict[str, float]:
    """Corrupt every sentence in every way it allows, and check the result."""
    caught, made = Counter[str](), Counter[str]()
    true = refused = 0
    parser = desk.engines.parser_for("en")
    for number, (report, reading) in enumerate(read, 1):
        evidence = Evidence([(report, reading)], desk.engines)
        texts = [report.quote(s.span).strip() for s in reading.sentences]
        texts = [text for text in texts if SHORTEST <= len(text) <= LONGEST]
        for parsed in parse(texts, "en", parser):
            true += 1
            verdict = check_with(parsed.text, evidence)
            refused += not verdict.supported
            if verbose and not verdict.supported:
                print(f"refused: {verdict.reason} | {parsed.text}", file=sys.stderr)
            for kind, corrupt in KINDS.items():
                changed = corrupt(parsed)
                if changed is None or changed == parsed.text:
                    continue
                made[kind] += 1
                supported = check_with(changed, evidence).supported
                caught[kind] += not supported
                if verbose and supported:
                    print(f"missed {kind}: {changed}", file=sys.stderr)
        print(f"{number} of {len(read)} reports", file=sys.stderr)
    figures = {f"caught_{kind}": caught[kind] / made[kind] for kind in KINDS if made[kind]}
    figures["caught"] = sum(caught.values()) / max(1, sum(made.values()))
    figures["corruptions"] = float(sum(made.values()))
    figures["true_refused"] = refused / max(1, true)
    return figures
