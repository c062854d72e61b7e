"""Politeness: the least time between two requests to one host."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from dateline.errors import FetchError


class AskedToWait(FetchError):
    """The host wants no request for ``seconds`` (Retry-After, a crawl delay)."""

    def __init__(self, name: str, seconds: float, reason: str) -> None:
        super().__init__(name, reason, kind="fetch")
        self.seconds = seconds


class Pace:
    """Turns of requests, host by host; shared by all threads that fetch."""

    def __init__(
        self,
        interval: float,
        max_wait: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._interval = interval
        self._max_wait = max_wait
        self._clock = clock
        self._sleep = sleep
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}
        self._held: dict[str, float] = {}

    def turn(self, host: str, delay: float = 0.0) -> float:
        """Wait for the next turn at ``host`` and return the seconds waited.

        ``delay`` is the host's own crawl delay; it counts up to the longest wait allowed.
        Raises AskedToWait, without waiting, where the host asked for a longer pause.
        """
        with self._lock:
            now = self._clock()
            held = self._held.get(host, now) - now
            if held > self._max_wait:
                reason = f"the server asked for no requests for another {held:.0f} seconds"
                raise AskedToWait(host, held, reason)
            start = max(now, self._next.get(host, now), now + held)
            self._next[host] = start + max(self._interval, min(delay, self._max_wait))
        if start > now:
            self._sleep(start - now)
        return max(start - now, 0.0)

    def hold(self, host: str, seconds: float) -> None:
        """Send ``host`` nothing for ``seconds``, because it asked for that."""
        with self._lock:
            self._held[host] = max(self._held.get(host, 0.0), self._clock() + seconds)
