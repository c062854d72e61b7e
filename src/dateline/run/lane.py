"""A stage's inputs on their way: handed out in order, saved in order, whoever decides first."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dateline.observe import worked
from dateline.pipeline import Stage
from dateline.records import Rejected
from dateline.run.work import Outcome, Work
from dateline.store import Store


@dataclass(frozen=True, slots=True)
class Tally:
    """What a run did: how many items went through, and which were rejected."""

    stage: str
    done: int
    rejected: tuple[Rejected, ...]


class Lane:
    """One stage over some of its due inputs.

    While it is ``held`` a lane hands work out but saves nothing: what is decided ahead of its
    turn waits here, so that the store changes in one order only.
    """

    def __init__(self, stage: Stage[Any, Any], ids: Iterable[str]) -> None:
        self.stage = stage
        self.held = False
        self._waiting = deque(ids)
        self._under_way: dict[str, Outcome | None] = {}
        self._rejected: list[Rejected] = []
        self.total = len(self._waiting)
        self.saved = 0

    @property
    def waiting(self) -> int:
        """How many inputs were not handed out yet."""
        return len(self._waiting)

    @property
    def finished(self) -> bool:
        """True when every input is saved or rejected."""
        return not self._waiting and not self._under_way

    @property
    def ready(self) -> bool:
        """True when an input may be handed out now. In a chain each waits for the one before."""
        return bool(self._waiting) and not (self.stage.spread == "chain" and self._under_way)

    def next(self) -> Work:
        """Hand out the next input."""
        id = self._waiting.popleft()
        self._under_way[id] = None
        return Work(self.stage.name, id)

    def awaits(self, outcome: Outcome) -> bool:
        """True when the outcome is of work that this lane handed out."""
        return outcome.stage == self.stage.name and outcome.id in self._under_way

    def take(self, outcome: Outcome) -> None:
        """Take an outcome back; it is saved when its turn comes."""
        self._under_way[outcome.id] = outcome

    def save(self, store: Store) -> int:
        """Save what has ended and whose turn it is, one transaction each; return how many."""
        before = self.saved
        while not self.held and self._under_way:
            id, outcome = next(iter(self._under_way.items()))
            if outcome is None:
                break
            self._save(store, outcome)
            del self._under_way[id]
            self.saved += 1
        return self.saved - before

    def _save(self, store: Store, outcome: Outcome) -> None:
        stage, begun = self.stage, time.perf_counter()
        with store.transaction() as tx:
            if outcome.rejected is not None:
                tx.reject(outcome.rejected, version=stage.version)
                self._rejected.append(outcome.rejected)
            else:
                stage.save(store, tx, outcome.id, outcome.out)
                tx.done(stage.name, stage.version, outcome.id)
        ending = "done" if outcome.rejected is None else "rejected"
        worked(stage.name, ending, outcome.seconds + time.perf_counter() - begun)

    def tally(self) -> Tally:
        """Say what was done so far."""
        rejected = tuple(self._rejected)
        return Tally(self.stage.name, self.saved - len(rejected), rejected)
