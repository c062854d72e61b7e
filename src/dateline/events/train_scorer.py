"""Train the scorer of event types on the sentences written for it.

``python -m dateline.events.train_scorer`` reads ``data/sentences.tsv`` and writes
``data/scorer_usem3.npz``. Multinomial logistic regression with an L2 penalty, by plain
gradient descent from zero: the same file gives the same weights. Prints the accuracy in
five-fold cross-validation, folds taken in turn.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dateline.engines.use import UseEmbedder

DATA = Path(__file__).with_name("data")
# Of 1e-5 to 1e-3, the penalty with the best cross-validated accuracy.
PENALTY = 1e-3
STEPS, RATE = 3000, 8.0


def train(
    rows: NDArray[np.floating], labels: NDArray[np.intp], classes: int
) -> tuple[NDArray[np.floating], NDArray[np.floating]]:
    """Return weights (classes by dimensions) and offsets."""
    weights = np.zeros((classes, rows.shape[1]))
    offsets = np.zeros(classes)
    wanted = np.eye(classes)[labels]
    for _ in range(STEPS):
        error = _softmax(rows @ weights.T + offsets) - wanted
        weights -= RATE * (error.T @ rows / len(rows) + PENALTY * weights)
        offsets -= RATE * error.mean(axis=0)
    return weights, offsets


def cross_validate(
    rows: NDArray[np.floating], labels: NDArray[np.intp], classes: int, folds: int = 5
) -> float:
    """Return the share of sentences told right by weights that didn't see them."""
    right = 0
    for fold in range(folds):
        held = np.arange(len(rows)) % folds == fold
        weights, offsets = train(rows[~held], labels[~held], classes)
        right += int((np.argmax(rows[held] @ weights.T + offsets, axis=1) == labels[held]).sum())
    return right / len(rows)


def _softmax(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def main() -> None:
    """Train, report and write."""
    lines = (DATA / "sentences.tsv").read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line]
    types = sorted({action for action, _ in pairs})
    labels = np.array([types.index(action) for action, _ in pairs])
    rows = UseEmbedder().embed([sentence for _, sentence in pairs]).astype(np.float64)
    print(f"{len(rows)} sentences, accuracy {cross_validate(rows, labels, len(types)):.3f}")
    weights, offsets = train(rows, labels, len(types))
    _write(
        DATA / "scorer_usem3.npz",
        types=np.array(types),
        weights=weights.astype(np.float16),
        offsets=offsets.astype(np.float16),
    )


def _write(path: Path, **arrays: NDArray[np.generic]) -> None:
    """Write an ``.npz`` whose bytes depend on its contents alone (no times in it)."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, array in arrays.items():
            stored = io.BytesIO()
            np.lib.format.write_array(stored, np.asarray(array))
            out.writestr(zipfile.ZipInfo(f"{name}.npy", (2026, 1, 1, 0, 0, 0)), stored.getvalue())


if __name__ == "__main__":
    main()
