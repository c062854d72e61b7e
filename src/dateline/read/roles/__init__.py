"""Roles: what each sentence does in its report."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from dateline.read.roles.features import cued_languages, features, names
from dateline.read.roles.model import design, softmax, weights
from dateline.records import Report, Role, Sentence

__all__ = ["assign_roles"]

# A role is only claimed from this probability on; below, it stays unknown. With eight roles
# chance is .125; in cross-validation sentences under .35 were right in fewer than half.
LEAST = 0.35


def assign_roles(
    report: Report,
    sentences: Sequence[Sentence],
    language: str,
    vectors: NDArray[Any] | None = None,
    engine: str = "",
) -> tuple[Sentence, ...]:
    """Return the sentences with role, certainty and reason.

    ``vectors`` holds one row a sentence, made by ``engine``; vectors of another engine than
    the one trained with are left aside. Without vectors, languages that have no cues of their
    own keep their sentences *unknown*: nothing is guessed. Pure.
    """
    if not sentences:
        return ()
    roles, trained_with, with_vector, without = weights()
    usable = vectors is not None and engine == trained_with
    if not usable and language not in cued_languages():
        return tuple(sentences)
    rows = [
        features(report.text[s.span.start : s.span.end], language, index)
        for index, s in enumerate(sentences)
    ]
    x = design(rows, vectors if usable else None)
    model = with_vector if usable else without
    chances = softmax(x @ model)
    order = names()
    out = []
    for index, sentence in enumerate(sentences):
        best = int(chances[index].argmax())
        certainty = float(chances[index, best])
        pull = x[index, : len(order)] * model[: len(order), best]
        reasons = [order[i] for i in np.argsort(-pull, kind="stable")[:3] if pull[i] > 0.2]
        out.append(
            dataclasses.replace(
                sentence,
                role=cast(Role, roles[best]) if certainty >= LEAST else "unknown",
                certainty=round(certainty, 3),
                why=", ".join(reasons) or ("meaning" if usable else ""),
            )
        )
    return tuple(out)
