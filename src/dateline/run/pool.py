"""Engine: processes on this machine, each holding its models."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections import deque
from dataclasses import dataclass, field
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self, cast

from dateline.run.lost import Losses
from dateline.run.work import Outcome, Work
from dateline.run.worker import READY, Failure, Recipe, serve, stop_for

# Work a worker has before it: one that it decides and one that waits in its pipe, so that it
# never waits for the driver to save. More would only be lost with it.
AHEAD = 2


@dataclass(slots=True, eq=False)
class _Hand:
    """A worker process as the driver sees it: its pipe, and the work it has, oldest first.

    It is ``ready`` once its models are loaded.
    """

    process: SpawnProcess
    pipe: Connection
    has: deque[Work] = field(default_factory=deque)
    ready: bool = False


class Pool:
    """Worker processes that are replaced when they die; what they had is given out again.

    They are spawned, not forked: a fork would carry the driver's database connections and the
    locks of its threads along. Where work carries its item (the store is in memory), each worker
    has one piece at a time, since a large one would fill the pipe.
    """

    lines = 2

    def __init__(self, recipe: Recipe, workers: int) -> None:
        self._recipe = recipe
        self._context = multiprocessing.get_context("spawn")
        self.loads = bool(recipe.db)
        self._ahead = AHEAD if self.loads else 1
        self._losses = Losses()
        self._again: deque[Work] = deque()
        self._ended: deque[Outcome] = deque()
        self._workers = workers
        self._hands: list[_Hand] = []

    @property
    def name(self) -> str:
        """How people call it."""
        return f"pool of {self._workers}"

    @property
    def room(self) -> int:
        """What the workers can still take."""
        if not self._hands:  # they are hired when there is work: that takes some seconds
            return self._workers * self._ahead
        free = sum(self._ahead - len(hand.has) for hand in self._hands)
        return max(0, free - len(self._again))

    @property
    def processes(self) -> tuple[int, ...]:
        """See ``engine.Engine.processes``."""
        return tuple(hand.process.pid or 0 for hand in self._hands)

    def warm(self) -> None:
        """See ``engine.Engine.warm``."""
        self._hire_all()
        while coming := {hand.pipe: hand for hand in self._hands if not hand.ready}:
            for pipe in connection.wait(list(coming)):
                self._hear(coming[cast(Connection, pipe)])

    def submit(self, work: Work) -> None:
        """Give work to the worker that has least."""
        self._hire_all()
        self._again.append(work)
        self._give()

    def _hire_all(self) -> None:
        while len(self._hands) < self._workers:
            self._hands.append(self._hire())

    def _give(self) -> None:
        while self._again:
            hand = min(self._hands, key=lambda hand: len(hand.has))
            if len(hand.has) >= self._ahead:
                return
            work = self._again.popleft()
            hand.has.append(work)
            with contextlib.suppress(OSError):  # it died: its pipe tells when it is listened to
                hand.pipe.send(work)

    def collect(self, wait: bool) -> Outcome | None:
        """See ``engine.Engine.collect``."""
        while True:
            if self._ended:
                return self._ended.popleft()
            busy = {hand.pipe: hand for hand in self._hands if hand.has}
            if not busy:
                return None
            heard = connection.wait(list(busy), None if wait else 0)
            if not heard:
                return None
            for pipe in heard:
                self._hear(busy[cast(Connection, pipe)])
            self._give()

    def _hear(self, hand: _Hand) -> None:
        try:
            said = hand.pipe.recv()
        except (EOFError, OSError):
            self._replace(hand)
            return
        if said == READY:
            hand.ready = True
            return
        if isinstance(said, Failure) and not hand.ready:
            stop_for(said, "a worker")
        work = hand.has.popleft()
        if isinstance(said, Failure):
            stop_for(said, f"{work.stage} of {work.id}")
        self._losses.ended(work)
        self._ended.append(said)

    def _replace(self, hand: _Hand) -> None:
        """Hire another worker for one that died; the work that it had comes first again."""
        hand.pipe.close()
        hand.process.join()
        at = self._hands.index(hand)
        given_up = self._losses.lost(
            hand.has if hand.ready else (), f"exit code {hand.process.exitcode}"
        )
        if given_up is not None:
            hand.has.popleft()
            self._ended.append(given_up)
        self._again.extendleft(reversed(hand.has))
        self._hands[at] = self._hire()

    def _hire(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=serve, args=(self._recipe, theirs), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, ours)

    def close(self) -> None:
        """Let the workers go: their pipes close, and who is still deciding is ended."""
        for hand in self._hands:
            hand.pipe.close()
        for hand in self._hands:
            if hand.has:
                hand.process.terminate()
            hand.process.join(10)
            if hand.process.is_alive():
                hand.process.kill()
                hand.process.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
