"""How often wrong credentials came from an address: after too many it has to wait."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque

MOST_FAILURES = 10
WINDOW = 60.0  # seconds
_MOST_ADDRESSES = 10_000


class Attempts:
    """Failures of the last minute by address; safe to use from several threads.

    Addresses that failed longest ago are forgotten first, so that a crowd of them can't fill
    the memory.
    """

    def __init__(self) -> None:
        self._failures: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def failed(self, address: str) -> None:
        """Note that wrong credentials came from an address."""
        with self._lock:
            times = self._failures.setdefault(address, deque(maxlen=MOST_FAILURES))
            times.append(time.monotonic())
            self._failures.move_to_end(address)
            while len(self._failures) > _MOST_ADDRESSES:
                self._failures.popitem(last=False)

    def wait(self, address: str) -> int:
        """Return the seconds that an address has to wait; 0: it may try."""
        with self._lock:
            times = self._failures.get(address)
            if times is None or len(times) < MOST_FAILURES:
                return 0
            left = times[0] + WINDOW - time.monotonic()
            return max(0, int(left) + 1) if left > 0 else 0
