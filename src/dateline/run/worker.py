"""A worker: the stages with their models, held for as long as it lives."""

from __future__ import annotations

import contextlib
import os
import signal
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, NoReturn

from dateline.errors import DatelineError
from dateline.run.work import Outcome, Stages, Work, attempt, sealed
from dateline.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a worker needs to make the same stages as the driver's: plain values that travel.

    ``make`` is a function at the top of a module that makes the stages from ``arguments``.
    ``db`` is the store that it may load from; empty where it can't reach it.
    """

    make: Any
    arguments: tuple[Any, ...] = ()
    db: str = ""

    def stages(self) -> Stages:
        """Make the stages."""
        stages: Stages = self.make(*self.arguments)
        return stages


@dataclass(frozen=True, slots=True)
class Failure:
    """An error that stops the run, in a form that travels: what it says, and where it was."""

    kind: str
    said: str
    trace: str


def failure(error: Exception) -> Failure:
    """Put an error into the form in which it travels."""
    kind = "DatelineError" if isinstance(error, DatelineError) else type(error).__name__
    return Failure(kind, str(error), "".join(traceback.format_exception(error)))


def stop_for(failure: Failure, what: str) -> NoReturn:
    """Raise what happened in a worker, in the driver. The worker's own trace is a note to it."""
    if failure.kind == "DatelineError":
        raise DatelineError(failure.said)
    error = RuntimeError(f"{what}: {failure.kind}: {failure.said}")
    error.add_note(failure.trace)
    raise error


READY = "ready"
"""What a worker says first, once it can decide: it has not died of the work it was given."""


class Worker:
    """Makes its stages, models and all, and decides what it is given."""

    def __init__(self, recipe: Recipe) -> None:
        self._stages = recipe.stages()
        self._store: Store | None = open_store(recipe.db) if recipe.db else None

    def decide(self, work: Work) -> Outcome | Failure:
        """Return the outcome, its records sealed, or the failure that must stop the run."""
        try:
            return sealed(attempt(self._stages[work.stage], self._store, work))
        except Exception as error:
            return failure(error)

    def process(self) -> int:
        """Return the number of the process that it runs in."""
        return os.getpid()

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()


def serve(recipe: Recipe, work: Connection) -> None:
    """Decide what comes through ``work`` until it closes: the body of a worker process.

    An interrupt is the driver's to handle: it lets its workers finish or go.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    with contextlib.suppress(EOFError, OSError):  # the driver is gone, or wants no more
        try:
            worker = Worker(recipe)
        except Exception as error:
            work.send(failure(error))
            return
        work.send(READY)
        try:
            while True:
                work.send(worker.decide(work.recv()))
        finally:
            worker.close()
