"""Make the prior mean vectors of the group stage: ``python -m bench.make.background``.

Reads ``background.tsv`` (language, sentence: unrelated news sentences written for Dateline) and
writes ``src/dateline/group/data/background_<engine>.npz``: for each embedder that is installed
the mean vector of each language, and under the empty name the mean of those means.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

from dateline.engines.e5 import E5Embedder
from dateline.engines.use import UseEmbedder

HERE = Path(__file__).parent
TARGET = HERE.parents[1] / "src" / "dateline" / "group" / "data"


def main() -> None:
    """Write one file for each embedder."""
    sentences: dict[str, list[str]] = {}
    for line in (HERE / "background.tsv").read_text(encoding="utf-8").splitlines():
        language, sentence = line.split("\t", 1)
        sentences.setdefault(language, []).append(sentence)
    for embedder in (E5Embedder(), UseEmbedder()):
        means = {
            language: embedder.embed(texts).mean(axis=0) for language, texts in sentences.items()
        }
        means[""] = np.mean(list(means.values()), axis=0)
        file = TARGET / f"background_{embedder.name.split('-')[0].split(' ')[0]}.npz"
        arrays = {name: mean.astype(np.float16) for name, mean in means.items()}
        np.savez(file, allow_pickle=False, **arrays)
        print(f"{file.name}: {len(means)} means from {embedder.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
