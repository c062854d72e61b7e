"""Roles of sentences: cross-validation over the written reports, or agreement with a marked file.

Without ``--data`` the sentences that ship with Dateline (``src/dateline/read/roles/data``) are
split into eight folds by report, so that no sentence is judged by a model that saw its report.
With ``--data FILE`` (JSON Lines with ``text``, ``role``, ``language``, ``index``: the place of
the sentence in its report) the shipped model is compared with the roles somebody marked.

Figures: ``macro_f1``, ``accuracy``, and beside them ``macro_f1_cues`` (neither vectors nor parse)
and ``accuracy_majority`` (always the commonest role).
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.engines.use import UseEmbedder
from dateline.read.roles import assign_roles
from dateline.read.roles.prepared import prepare
from dateline.read.roles.train import cross_validate, engines, macro_f1
from dateline.read.roles.written import written_reports
from dateline.records import Made, Report, Sentence, Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence that somebody marked, and its place in its report."""

    language: str
    index: int
    role: str
    text: str


def run(data: Path | None, args: argparse.Namespace) -> dict[str, float]:
    """Measure and return the figures."""
    if data is None:
        reports = prepare(written_reports(), engines())
        right, predicted = cross_validate(reports)
        _, cues = cross_validate(reports, vectors=False)
    else:
        rows = _marked(data)
        right = [row.role for row in rows]
        predicted = [_shipped(row, vectors=True) for row in rows]
        cues = [_shipped(row, vectors=False) for row in rows]
    agree = sum(r == p for r, p in zip(right, predicted, strict=True))
    return {
        "macro_f1": macro_f1(right, predicted),
        "accuracy": agree / len(right),
        "macro_f1_cues": macro_f1(right, cues),
        "accuracy_majority": Counter(right).most_common(1)[0][1] / len(right),
        "sentences": float(len(right)),
    }


def _marked(path: Path) -> list[Marked]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [
        Marked(row.get("language", "en"), row.get("index", 5), row["role"], row["text"])
        for row in rows
    ]


def _shipped(row: Marked, *, vectors: bool) -> str:
    """Ask the shipped model for one sentence, at its place in its report."""
    embedder = UseEmbedder()
    report = Report(
        id="rep_bench",
        key="bench",
        text=row.text,
        blocks=(),
        retrieved=datetime(2026, 1, 1, tzinfo=UTC),
        made=Made(stage="bench", version=1),
    )
    here = Sentence(span=Span(report=report.id, start=0, end=len(row.text)), block=0)
    before = Sentence(span=Span(report=report.id, start=0, end=0), block=0)
    texts = [""] * row.index + [row.text]
    found = assign_roles(
        report,
        [*([before] * row.index), here],
        row.language,
        embedder.embed(texts) if vectors else None,
        embedder.name,
    )
    return found[-1].role
