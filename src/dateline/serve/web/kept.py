"""What was made once is kept; while a newer one is being made, the last one is shown."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, TypeVar

T = TypeVar("T")


class Kept:
    """Values by key, each of one version; safe to use from several threads.

    ``most`` values are kept, those used last. A value is made once however many ask for it, by
    one of ``workers`` threads.
    """

    def __init__(self, most: int, workers: int) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, tuple[Hashable, Any]] = OrderedDict()
        self._coming: dict[Hashable, Future[Any]] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="dateline-web")

    def get(
        self,
        key: Hashable,
        version: Hashable,
        make: Callable[[], T],
        patience: float | None = None,
        otherwise: Callable[[], T] | None = None,
    ) -> T:
        """Return the value of ``key`` at ``version``.

        Where it has to be made and there is an older one, that is returned after ``patience``
        seconds (None: never); without an older one, what ``otherwise`` gives, which is not
        kept. What ``make`` raises is raised here, and nothing is kept of it.
        ``make`` must not ask this same object for another value.
        """
        with self._lock:
            last = self._made.get(key)
            if last is not None and last[0] == version:
                self._made.move_to_end(key)
                value: T = last[1]
                return value
            coming = self._coming.get(key)
            if coming is None:
                coming = self._pool.submit(self._make, key, version, make)
                self._coming[key] = coming
        if patience is not None and (last is not None or otherwise is not None):
            wait([coming], patience)
            if not coming.done():
                return last[1] if last is not None else otherwise()  # type: ignore[misc]
        return coming.result()  # type: ignore[no-any-return]

    def _make(self, key: Hashable, version: Hashable, make: Callable[[], T]) -> T:
        try:
            value = make()
            with self._lock:
                self._made[key] = (version, value)
                self._made.move_to_end(key)
                while len(self._made) > self._most:
                    self._made.popitem(last=False)
            return value
        finally:
            with self._lock:
                self._coming.pop(key, None)
