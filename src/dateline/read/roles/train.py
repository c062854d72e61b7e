"""Train the roles: ``python -m dateline.read.roles.train`` writes ``data/weights.json``.

Trained on the sentences in ``data/``, which were written for Dateline, and on nothing else.
Prints the figures of an 8-fold cross-validation over reports first.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from dateline.engines.use import UseEmbedder
from dateline.read.roles.features import features, names
from dateline.read.roles.model import design, fit
from dateline.records import Role

ROLES = tuple(sorted(role for role in get_args(Role) if role != "unknown"))
LANGUAGES = ("en", "ja", "ko", "zh")
FOLDS = 8


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence written for training: where it stands, and its role."""

    language: str
    report: int
    index: int
    role: str
    text: str


def examples() -> list[Example]:
    """Read the written sentences. Raises ValueError naming a line that is not one."""
    found = []
    for language in LANGUAGES:
        path = files("dateline.read.roles") / "data" / f"{language}.tsv"
        report = index = 0
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                report, index = report + 1, 0
                continue
            role, _, text = line.partition("\t")
            if role not in ROLES or not text:
                raise ValueError(f"{language}.tsv line {number}: no role and sentence")
            found.append(Example(language, report, index, role, text))
            index += 1
    return found


def cross_validate(
    rows: list[Example], vectors: NDArray[Any] | None
) -> tuple[list[str], list[str]]:
    """Predict every sentence by a model that saw neither its report nor its counterparts.

    Returns the right roles and the predicted ones.
    """
    x = design([features(r.text, r.language, r.index) for r in rows], vectors)
    y = np.array([ROLES.index(row.role) for row in rows], dtype=np.int64)
    fold = np.array([row.report % FOLDS for row in rows])
    predicted = np.zeros(len(rows), dtype=np.int64)
    for held in range(FOLDS):
        model = fit(x[fold != held], y[fold != held], len(ROLES))
        predicted[fold == held] = (x[fold == held] @ model).argmax(axis=1)
    return [row.role for row in rows], [ROLES[index] for index in predicted]


def macro_f1(right: list[str], predicted: list[str]) -> float:
    """Return the mean over roles of the harmonic mean of precision and recall."""
    total = 0.0
    for role in ROLES:
        both = sum(r == p == role for r, p in zip(right, predicted, strict=True))
        total += 2 * both / max(1, right.count(role) + predicted.count(role))
    return total / len(ROLES)


def main() -> None:
    """Train on everything and write the weights."""
    rows = examples()
    embedder = UseEmbedder()
    vectors = embedder.embed([row.text for row in rows])
    plain = [features(row.text, row.language, row.index) for row in rows]
    y = np.array([ROLES.index(row.role) for row in rows], dtype=np.int64)
    for label, used in (("with vectors", vectors), ("features alone", None)):
        right, predicted = cross_validate(rows, used)
        print(f"{label}: macro-F1 {macro_f1(right, predicted):.3f}", file=sys.stderr)
    kept = {
        "roles": ROLES,
        "features": names(),
        "engine": embedder.name,
        "with_vector": fit(design(plain, vectors), y, len(ROLES)).round(3).tolist(),
        "without_vector": fit(design(plain, None), y, len(ROLES)).round(3).tolist(),
    }
    lines = ",\n".join(
        f' "{name}": {json.dumps(value)}'.replace("], [", "],\n  [") for name, value in kept.items()
    )
    Path(str(files("dateline.read.roles") / "data" / "weights.json")).write_text(
        "{\n" + lines + "\n}\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
