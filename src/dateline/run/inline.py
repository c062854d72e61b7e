"""Carry a stage over everything that is due, here and now, one item after the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dateline.errors import StageError
from dateline.pipeline import Stage
from dateline.records import Rejected
from dateline.store import Store

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did: how many items went through, and which were rejected."""

    stage: str
    done: int
    rejected: tuple[Rejected, ...]


def run(stage: Stage[Any, Any], store: Store, progress: Progress | None = None) -> Tally:
    """Run ``stage`` until nothing is due. Interrupting it loses no finished item.

    A StageError becomes a rejection and the next item goes on; any other error stops the run.
    """
    due = list(store.due(stage.name, stage.version))
    rejected: list[Rejected] = []
    for number, id in enumerate(due, 1):
        try:
            out = stage.decide(stage.load(store, id))
        except StageError as error:
            rejection = Rejected(
                stage=stage.name, id=id, name=error.name, kind=error.kind, reason=error.reason
            )
            with store.transaction() as tx:
                tx.reject(rejection, version=stage.version)
            rejected.append(rejection)
        else:
            with store.transaction() as tx:
                stage.save(store, tx, id, out)
                tx.done(stage.name, stage.version, id)
        if progress is not None:
            progress(stage.name, number, len(due))
    return Tally(stage.name, len(due) - len(rejected), tuple(rejected))
