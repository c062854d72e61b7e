"""Archives in: gathered a stretch at a time, derived, and gone on with after any interruption.

A *stretch* is a fixed number of items in the order of the sources. All that follows from one
stretch is saved before anything of the next, and then how far each source was taken is noted:
the desk goes through the same states whatever engine decides and however often it is stopped.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from itertools import islice
from typing import Any

from dateline.gather.item import Item
from dateline.pipeline import Stage
from dateline.records import Fetched, Position, Rejected
from dateline.run.driver import Line, Progress, drive
from dateline.run.engine import Engine
from dateline.run.intake import Intake, open_intake
from dateline.run.lane import Lane
from dateline.run.work import Stages
from dateline.store import Store

# Items a stretch: some tens of seconds of work, which is what a kill may cost, and few enough
# for the readings of one decided ahead to wait in memory (some 60 kB each).
STRETCH = 256

# Inputs that a database is asked about by name; of more all that is due is looked through.
AMONG = 500

Collect = Callable[[str], Iterator[Item]]
"""Yields the items of one source, always in the same order."""


@dataclasses.dataclass(frozen=True, slots=True)
class Backfilled:
    """What a backfill did: items gathered now, ``passed`` over because an earlier run took them,
    reports read, sources that were taken to their end before, and what was rejected.
    """

    gathered: int
    passed: int
    read: int
    ended: tuple[str, ...]
    rejected: tuple[Rejected, ...]


class Backfill:
    """One run over some sources, in their order.

    ``stretch`` is the number of items that are derived together; 0 takes all sources as one
    stretch, which groups them in the order of their publication however they are mixed.
    ``leading`` is held while a stretch is grouped and what follows from it is saved.
    """

    def __init__(
        self,
        sources: Sequence[str],
        collect: Collect,
        stages: Stages,
        store: Store,
        *,
        stretch: int = STRETCH,
        progress: Progress | None = None,
        leading: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        self._sources = sources
        self._collect = collect
        self._stages = stages
        self._store = store
        self._stretch = stretch or None
        self._progress = progress
        self._leading = leading
        self._leads = ExitStack()
        self._gathered = self._passed = self._read = 0
        self._ended: list[str] = []
        self._rejected: list[Rejected] = []

    def run(self, engine: Engine) -> Backfilled:
        """Take everything in. Raises what the store and the engine raise; rejections are told."""
        with self._leads:
            drive(self._lines(), self._store, engine, self._progress)
        return Backfilled(
            gathered=self._gathered,
            passed=self._passed,
            read=self._read,
            ended=tuple(self._ended),
            rejected=tuple(self._rejected),
        )

    def _lines(self) -> Iterator[Line]:
        items = self._items()
        while stretch := list(islice(items, self._stretch)):
            yield self._line(stretch)
        yield self._steps(None, {})

    def _items(self) -> Iterator[tuple[Intake, Item]]:
        """Yield what was not taken yet, each with the source that it is of."""
        for source in self._sources:
            intake = open_intake(source, self._store, self._collect)
            if intake is None:
                self._ended.append(source)
                continue
            self._passed += intake.passed
            for item in intake.items():
                yield intake, item

    def _line(self, stretch: Sequence[tuple[Intake, Item]]) -> Line:
        """Derive everything from one stretch; note how far the sources were taken."""
        with self._store.transaction() as tx:
            for _, item in stretch:
                if isinstance(item, Rejected):
                    tx.reject(item)
                    self._rejected.append(item)
                else:
                    tx.put(item)
        self._gathered += len(stretch)
        if self._progress is not None:
            self._progress("gather", self._passed + self._gathered, 0)
        positions = {intake.position.id: intake.position for intake, _ in stretch}
        ids = [item.id for _, item in stretch if isinstance(item, Fetched)]
        return self._steps(ids, positions)

    def _steps(self, ids: Sequence[str] | None, positions: dict[str, Position]) -> Line:
        """Carry items, or whatever is still due, through the stages.

        Reading comes first. Those that take stories run side by side: none of them loads what
        another saves. What tells of all that they saved comes once, at the end of everything.
        """
        if ids is None:
            yield ()  # not before the lines ahead of it have ended
        read, *others = self._stages.values()
        lane = Lane(read, self._due(read, ids))
        yield (lane,)
        self._count(lane)
        self._read += lane.tally().done
        grouping = [stage for stage in others if stage.spread == "desk"]
        after = [stage for stage in others if stage.spread not in ("desk", "end")]
        last = [stage for stage in others if stage.spread == "end" and ids is None]
        self._leads.enter_context(self._leading())
        reports = None if ids is None else self._store.reports_from(ids)
        for stage in grouping:
            lane = Lane(stage, self._due(stage, reports))
            yield (lane,)
            self._count(lane)
        lanes = tuple(Lane(stage, self._due(stage, None)) for stage in after)
        yield lanes
        self._count(*lanes)
        for stage in last:
            lane = Lane(stage, self._due(stage, None))
            yield (lane,)
            self._count(lane)
        with self._store.transaction() as tx:
            for position in positions.values():
                tx.put(position)
        self._leads.close()

    def _due(self, stage: Stage[Any, Any], ids: Sequence[str] | None) -> list[str]:
        """Return what is due of a stage, in its order; of ``ids`` alone where they are given."""
        if ids is None or len(ids) <= AMONG:
            return self._store.due(stage.name, stage.version, among=ids)
        due = self._store.due(stage.name, stage.version)
        wanted = set(ids)
        return [id for id in due if id in wanted]

    def _count(self, *lanes: Lane) -> None:
        for lane in lanes:
            self._rejected.extend(lane.tally().rejected)
