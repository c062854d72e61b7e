"""Engine: here and now, one piece of work after the other."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from dateline.run.work import Outcome, Stages, Work, attempt
from dateline.store import Store


class Inline:
    """Decides in the driver's own process. No worker, nothing encoded, nothing to wait for."""

    name = "inline"
    loads = True
    lines = 1

    def __init__(self, stages: Stages, store: Store) -> None:
        self._stages = stages
        self._store = store
        self._waiting: Work | None = None

    @property
    def room(self) -> int:
        """One at a time: what is decided is saved before the next is loaded."""
        return 0 if self._waiting else 1

    processes: tuple[int, ...] = ()

    def warm(self) -> None:
        """The driver's stages load what they need."""

    def submit(self, work: Work) -> None:
        """See ``engine.Engine.submit``."""
        self._waiting = work

    def collect(self, wait: bool) -> Outcome | None:
        """Decide what was submitted."""
        work, self._waiting = self._waiting, None
        return attempt(self._stages[work.stage], self._store, work) if work else None

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
