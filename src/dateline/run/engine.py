"""The port: where *decide* runs. Three adapters keep its contract: inline, pool and Ray."""

from __future__ import annotations

from types import TracebackType
from typing import Protocol, Self

from dateline.run.work import Outcome, Work


class Engine(Protocol):
    """Takes work and gives back outcomes, each exactly once, in whatever order they end.

    Work is decided by the stages that the engine was opened with; what a stage decides does not
    depend on where. The stages' *save* is never called here: one driver saves.
    """

    @property
    def name(self) -> str:
        """How people call it: ``inline``, ``pool of 2``."""
        ...

    @property
    def room(self) -> int:
        """How much more work may be submitted now. It bounds what waits in memory."""
        ...

    @property
    def loads(self) -> bool:
        """True when whoever decides can load the item itself; otherwise work carries it."""
        ...

    @property
    def lines(self) -> int:
        """How many lines of work it pays to have open: 2 where workers would idle at the end of
        one, 1 where there is nobody to idle.
        """
        ...

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the worker processes that are ready."""
        ...

    def warm(self) -> None:
        """Hire the workers and wait until their models are loaded, which else happens with the
        first work.
        """
        ...

    def submit(self, work: Work) -> None:
        """Take a piece of work. To be called only while there is room."""
        ...

    def collect(self, wait: bool) -> Outcome | None:
        """Return an outcome. None when there is none yet and ``wait`` is False, or when nothing
        is under way.

        Raises what the stage raised, unless it is a StageError, which is in the outcome; and
        EngineLost when no worker can be kept alive.
        """
        ...

    def close(self) -> None:
        """Let the workers go; what is under way is left undone."""
        ...

    def __enter__(self) -> Self:
        """Return the engine; it is closed at the end of the block."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
