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

import numpy as np
from numpy.typing import NDArray

from dateline.engines.use import UseEmbedder
from dateline.read.roles.features import features
from dateline.read.roles.model import (
    CHAINED,
    EVEN,
    Matrix,
    chain,
    columns,
    design,
    fit,
    softmax,
    succession,
)
from dateline.read.roles.written import ROLES, YEAR, Written, written_reports

FOLDS = 8
# As many characters of a sentence as its vector is made from when reports are read.
EMBEDDED = 180
# How far the model's prior is moved from the proportions it was trained on towards those of
# natural reports: whole, rare roles are lost; not at all, reasons are seen everywhere.
PRIOR_MOVED = 0.3


def embed(reports: Sequence[Written], embedder: UseEmbedder) -> list[tuple[Matrix, Matrix]]:
    """Return for each report the vectors of its sentences and of its opening."""
    found = []
    for one in reports:
        rows = embedder.embed([one.opening, *(text[:EMBEDDED] for text in one.texts)])
        found.append((np.asarray(rows[1:], np.float64), np.asarray(rows[0], np.float64)))
    return found


def designs(
    reports: Sequence[Written], vectors: Sequence[tuple[Matrix, Matrix]] | None
) -> list[Matrix]:
    """Return the design of each report, with its vectors or without."""
    found = []
    for index, one in enumerate(reports):
        rows = features(one.texts, one.language, _paragraph_starts(one), YEAR)
        own, opening = vectors[index] if vectors is not None else (None, None)
        found.append(design(rows, own, opening))
    return found


def train(
    reports: Sequence[Written], x: Sequence[Matrix], y: Sequence[NDArray[np.int64]]
) -> tuple[Matrix, Matrix]:
    """Fit weights and the succession of roles; the latter from whole natural reports alone.

    The intercepts are moved by the log of the ratio of natural proportions to those that the
    fit was given (Saerens, Latinne and Decaestecker 2002), as far as ``PRIOR_MOVED`` says.
    """
    everything = np.concatenate(list(y))
    matrix = fit(np.vstack(list(x)), everything, len(ROLES))
    natural = [list(roles) for one, roles in zip(reports, y, strict=True) if one.natural]
    given = np.bincount(everything, minlength=len(ROLES)) ** (1 - EVEN)
    wanted = np.bincount([role for one in natural for role in one], minlength=len(ROLES)) + 1.0
    matrix[-1] += PRIOR_MOVED * np.log((wanted / wanted.sum()) / (given / given.sum()))
    return matrix, succession(natural, len(ROLES))


def numbers(reports: Sequence[Written]) -> list[NDArray[np.int64]]:
    """Return the roles of each report as numbers."""
    return [np.array([ROLES.index(role) for role in one.roles], np.int64) for one in reports]


def cross_validate(
    reports: Sequence[Written], vectors: Sequence[tuple[Matrix, Matrix]] | None
) -> tuple[list[str], list[str]]:
    """Predict every sentence by a model that saw neither its report nor its counterparts.

    Returns the right roles and the predicted ones, in the order of the reports.
    """
    x, y = designs(reports, vectors), numbers(reports)
    predicted: list[list[str]] = [[] for _ in reports]
    for held in range(FOLDS):
        seen = [i for i, one in enumerate(reports) if one.fold % FOLDS != held]
        matrix, follows = train(
            [reports[i] for i in seen], [x[i] for i in seen], [y[i] for i in seen]
        )
        for i, one in enumerate(reports):
            if one.fold % FOLDS == held:
                best = chain(softmax(x[i] @ matrix), follows, CHAINED).argmax(axis=1)
                predicted[i] = [ROLES[role] for role in best]
    return (
        [role for one in reports for role in one.roles],
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
    reports = written_reports()
    embedder = UseEmbedder()
    vectors = embed(reports, embedder)
    for label, used in (("with vectors", vectors), ("features alone", None)):
        right, predicted = cross_validate(reports, used)
        print(f"{label}: macro-F1 {macro_f1(right, predicted):.3f}", file=sys.stderr)
    y = numbers(reports)
    with_vector, follows = train(reports, designs(reports, vectors), y)
    without_vector, _ = train(reports, designs(reports, None), y)
    kept = {
        "roles": ROLES,
        "columns": columns(),
        "engine": embedder.name,
        "follows": follows.round(3).tolist(),
        "without_vector": without_vector.round(3).tolist(),
        "with_vector": with_vector.round(3).tolist(),
    }
    lines = ",\n".join(
        f' "{name}": {json.dumps(value)}'.replace("], [", "],\n  [") for name, value in kept.items()
    )
    Path(str(files("dateline.read.roles") / "data" / "weights.json")).write_text(
        "{\n" + lines + "\n}\n", encoding="utf-8"
    )


def _paragraph_starts(one: Written) -> list[bool]:
    """Written reports mark no paragraphs: only the first sentence is known to begin one."""
    return [index == 0 for index in range(len(one.texts))]


if __name__ == "__main__":
    main()
