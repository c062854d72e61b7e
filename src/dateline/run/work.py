"""What travels between the driver of a run and whoever decides: a piece of work and its outcome."""

from __future__ import annotations

import dataclasses
import time
from collections.abc import Mapping
from typing import Any, TypeAlias

from dateline.errors import StageError
from dateline.observe import span
from dateline.pipeline import Stage
from dateline.records import Rejected
from dateline.store import Store, seal

Stages: TypeAlias = Mapping[str, Stage[Any, Any]]


@dataclasses.dataclass(frozen=True, slots=True)
class Work:
    """One input of one stage. ``item`` is what the stage loads for ``id``, where the driver has
    loaded it already; otherwise whoever decides loads it.
    """

    stage: str
    id: str
    item: Any = None


@dataclasses.dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a piece of work: ``out``, or the rejection that says why there is none.

    ``seconds`` is how long loading and deciding took; it tells nothing of the result.
    """

    stage: str
    id: str
    out: Any = None
    rejected: Rejected | None = None
    seconds: float = dataclasses.field(default=0.0, compare=False)


def attempt(stage: Stage[Any, Any], store: Store | None, work: Work) -> Outcome:
    """Load where it has to be loaded, and decide. A StageError becomes a rejection.

    Any other error is the caller's: it stops the run.
    """
    begun = time.perf_counter()
    out, rejected = None, None
    with span(work.stage, id=work.id):
        try:
            item = work.item
            if item is None:
                if store is None:
                    raise ValueError(f"{work.stage} {work.id} came without its item")
                item = stage.load(store, work.id)
            out = stage.decide(item)
        except StageError as error:
            rejected = refused(work, error)
    return Outcome(work.stage, work.id, out, rejected, time.perf_counter() - begun)


def refused(work: Work, error: StageError) -> Rejected:
    """Turn a survivable error into the rejection of the work that met it."""
    return Rejected(
        stage=work.stage, id=work.id, name=error.name, kind=error.kind, reason=error.reason
    )


def sealed(outcome: Outcome) -> Outcome:
    """Put what was decided into the form in which it is stored, ready to travel.

    Encoding a reading costs a tenth of making it: it is done where the reading was made, so that
    the one driver is free to save.
    """
    out = outcome.out
    if isinstance(out, tuple):
        return dataclasses.replace(outcome, out=tuple(seal(part) for part in out))
    return outcome
