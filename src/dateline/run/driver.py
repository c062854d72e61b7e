"""The one driver: hands out work, saves what comes back, and does itself what only it can."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from dateline.errors import StageError
from dateline.pipeline import Stage
from dateline.run.engine import Engine
from dateline.run.inline import Inline
from dateline.run.lane import Lane, Tally
from dateline.run.work import Outcome, attempt, refused
from dateline.store import Store

Progress = Callable[[str, int, int], None]
"""Called with the stage's name, how many are done and how many there are."""

Line: TypeAlias = Iterator[Sequence[Lane]]
"""Steps that follow one another: the lanes of a step run side by side, then comes the next."""


def run(
    stage: Stage[Any, Any],
    store: Store,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Tally:
    """Run ``stage`` until nothing is due. Interrupting it loses no finished item.

    A StageError becomes a rejection and the next item goes on; any other error stops the run.
    Without an engine everything happens here, one item after the other.
    """
    lane = Lane(stage, store.due(stage.name, stage.version))
    drive([iter([(lane,)])], store, engine or Inline({stage.name: stage}, store), progress)
    return lane.tally()


def drive(
    lines: Iterable[Line], store: Store, engine: Engine, progress: Progress | None = None
) -> None:
    """Carry every line to its end, one after the other.

    While the last steps of one line leave workers idle, the first step of the next is decided
    ahead; it is saved when its turn comes, so that the store goes through the same states
    whatever the engine. A stage that is the desk's own (grouping) runs here, in what time the
    others leave.
    """
    coming = iter(lines)
    opened: list[_Open] = []
    while True:
        while opened and not opened[0].advance():
            del opened[0]
        if not opened or (len(opened) < engine.lines and engine.room and not opened[-1].ready):
            line = next(coming, None)
            if line is not None:
                opened.append(_Open(line))
                continue
        if not opened:
            return
        _turn(opened, store, engine, progress)


class _Open:
    """A line under way: the lanes of its present step."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self.lanes = next(self._line, ())

    def advance(self) -> bool:
        """Go on to the next step that has anything to do, once this one is finished; False at
        the end of the line.
        """
        while all(lane.finished for lane in self.lanes):
            step = next(self._line, None)
            if step is None:
                return False
            self.lanes = step
        return True

    @property
    def ready(self) -> bool:
        """True when workers can have work of this line now."""
        return any(lane.ready and lane.stage.spread != "desk" for lane in self.lanes)


def _turn(opened: Sequence[_Open], store: Store, engine: Engine, progress: Progress | None) -> None:
    """Hand out work, take one thing back, save what may be saved."""
    lanes = [lane for line in opened for lane in line.lanes]
    for lane in lanes:
        lane.held = lane not in opened[0].lanes
        while lane.stage.spread != "desk" and lane.ready and engine.room:
            _hand_out(lane, store, engine)
    _save(lanes, store, progress)
    own = next((lane for lane in opened[0].lanes if lane.stage.spread == "desk"), None)
    own = own if own is not None and own.ready else None
    outcome = engine.collect(wait=own is None)
    if outcome is not None:
        next(lane for lane in lanes if lane.awaits(outcome)).take(outcome)
    elif own is not None:
        own.take(attempt(own.stage, store, own.next()))
    _save(lanes, store, progress)


def _hand_out(lane: Lane, store: Store, engine: Engine) -> None:
    work = lane.next()
    if not engine.loads:
        try:
            work = dataclasses.replace(work, item=lane.stage.load(store, work.id))
        except StageError as error:
            lane.take(Outcome(work.stage, work.id, rejected=refused(work, error)))
            return
    engine.submit(work)


def _save(lanes: Sequence[Lane], store: Store, progress: Progress | None) -> None:
    for lane in lanes:
        if lane.save(store) and progress is not None:
            progress(lane.stage.name, lane.saved, lane.total)
