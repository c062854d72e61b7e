"""Several processes at one desk: any number read, one groups, and any of them may die.

Readers take items by claims, so that no two read the same. One process leads: it groups, and
does what follows from grouping, in the order in which one process alone would do it. Each of its
transactions is refused once another has taken over (see ``dateline.store.sharing``).
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from dateline.errors import StoreError, StoreLost, Superseded
from dateline.pipeline import Stage
from dateline.records import Rejected
from dateline.run.driver import Progress, drive, run
from dateline.run.inline import Inline
from dateline.run.lane import Lane
from dateline.run.leading import LEASE, LED, take
from dateline.store import Store

# Items a reader has in hand at once, and for how long nobody else is given them.
HAND = 8
CLAIMED = 120.0
# Grouping waits so long for reading to be done, and then goes on with what came in first.
PATIENCE = 60.0
# An item that so many workers died on is not tried again.
MOST_TRIES = 3
_PAUSE = 1.0
_LONGEST_PAUSE = 15.0


@dataclass(slots=True)
class Worker:
    """One process of a team. ``make`` makes the stages anew: a leader's memory is not kept.

    ``holder`` names the process (see :func:`dateline.run.processes.this_process`), ``only`` the
    stages that it does (all by default).
    """

    store: Store
    make: Callable[[], Sequence[Stage[Any, Any]]]
    holder: str
    only: frozenset[str] = frozenset()
    progress: Progress | None = None
    patience: float = PATIENCE
    lease: float = LEASE
    _stages: Mapping[str, Stage[Any, Any]] = field(default_factory=dict)
    _leading: threading.Event = field(default_factory=threading.Event)
    _since: float | None = None

    def work(self, stop: threading.Event, *, until_idle: bool = False) -> None:
        """Work until ``stop`` is set, or with ``until_idle`` until nothing is due.

        A lost database is waited for; leadership that was lost is asked for again.
        """
        self._begin()
        heart = threading.Thread(target=self._beat, args=(stop,), daemon=True)
        heart.start()
        pause = _PAUSE
        try:
            while not stop.is_set():
                try:
                    did = self._turn()
                    pause = _PAUSE
                except StoreLost:
                    stop.wait(pause)
                    pause = min(2 * pause, _LONGEST_PAUSE)
                    continue
                except Superseded:
                    self._give_up()
                    continue
                if not did and until_idle and not self._left():
                    return
                if not did:
                    stop.wait(min(_PAUSE, self.patience / 4))
        finally:
            self._leading.clear()
            self._let_go()

    def _begin(self) -> None:
        self._stages = {stage.name: stage for stage in self.make()}

    def _does(self, stage: str) -> bool:
        """Tell whether a stage is this worker's. Who groups does all that follows."""
        return stage in self._stages and (
            not self.only or (stage if stage == "read" else LED) in self.only
        )

    def _turn(self) -> bool:
        """Do what there is for this worker now; False where there was nothing."""
        read = self._does("read") and self._read()
        return (self._does(LED) and self._lead()) or read

    def _read(self) -> bool:
        stage = self._stages["read"]
        claims = self.store.claim(stage.name, stage.version, self.holder, HAND, CLAIMED)
        worn = [claim.id for claim in claims if claim.tries > MOST_TRIES]
        for id in worn:
            self._reject(stage, id)
        ids = [claim.id for claim in claims if claim.id not in worn]
        try:
            self._carry(stage, ids)
        finally:
            self.store.give_back(stage.name, self.holder)
        return bool(claims)

    def _reject(self, stage: Stage[Any, Any], id: str) -> None:
        item = self.store.fetched(id)
        why = f"{MOST_TRIES} workers died while they read it"
        lost = Rejected(stage=stage.name, id=id, name=item.name, kind="deadly", reason=why)
        with self.store.transaction() as tx:
            tx.reject(lost, version=stage.version)

    def _lead(self) -> bool:
        if not self._leading.is_set():
            if not take(self.store, self.holder, self.lease):
                return False
            self._begin()  # grouping goes on from what the store holds, not from an old memory
            self._leading.set()
        ready = self._ready()
        if ready:
            self._carry(self._stages[LED], ready)
        did = bool(ready)
        for name, stage in self._stages.items():
            if name not in ("read", LED) and self._does(name):
                did = run(stage, self.store, self.progress).done > 0 or did
        return did

    def _ready(self) -> list[str]:
        """Return what can be grouped now: all that is due once reading is done, or, where that
        takes too long, what came in before all that is still unread.
        """
        read, group = self._stages["read"], self._stages[LED]
        if not self.store.due(read.name, read.version, limit=1):
            self._since = None
            return self.store.due(group.name, group.version)
        self._since = self._since if self._since is not None else monotonic()
        if monotonic() - self._since < self.patience:
            return []
        return self.store.arrived(group.name, group.version, read.name, read.version)

    def _carry(self, stage: Stage[Any, Any], ids: Sequence[str]) -> None:
        lane = Lane(stage, ids)
        drive([iter([(lane,)])], self.store, Inline({stage.name: stage}, self.store), self.progress)

    def _beat(self, stop: threading.Event) -> None:
        """Keep the leadership while this process lives; a long decision must not lose it."""
        while not stop.wait(self.lease / 4):
            if self._leading.is_set():
                try:
                    self.store.lead(LED, self.holder, self.lease)
                except StoreError:
                    continue  # the worker's own next transaction says so

    def _give_up(self) -> None:
        self._leading.clear()
        self.store.step_down(self.holder)

    def _let_go(self) -> None:
        with contextlib.suppress(StoreLost):  # both end by themselves
            self.store.give_back("read", self.holder)
            self.store.step_down(self.holder)

    def _left(self) -> bool:
        """Tell whether anything of this worker's stages is due, in anybody's hands or none."""
        return any(
            self.store.due(name, stage.version, limit=1)
            for name, stage in self._stages.items()
            if self._does(name)
        )
