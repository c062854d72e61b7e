"""How often a long list is made anew while reports come in."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar

T = TypeVar("T")

# A list that takes a second to make is made anew after ten more: making takes a tenth of the time
# at most, however often the desk changes, and what is quickly made is always of now.
RESTS = 10.0
_MOST = 5_000


class Pacing:
    """Remembers how long each list took; safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._made: OrderedDict[Hashable, tuple[Hashable, float]] = OrderedDict()
        self._lock = threading.Lock()

    def version(self, key: Hashable, now: Hashable) -> Hashable:
        """Return the version of a list to ask for: ``now``, or the last one while it rests."""
        with self._lock:
            last = self._made.get(key)
            return last[0] if last is not None and self._clock() < last[1] else now

    def timed(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> Callable[[], T]:
        """Return ``make``, timed: the list rests ten times as long as it took."""

        def made() -> T:
            begun = self._clock()
            value = make()
            ended = self._clock()
            with self._lock:
                self._made[key] = (version, ended + RESTS * (ended - begun))
                self._made.move_to_end(key)
                while len(self._made) > _MOST:
                    self._made.popitem(last=False)
            return value

        return made
