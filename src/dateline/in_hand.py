"""What a process keeps of the reports it worked on last, so that it need not begin anew."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class InHand(Generic[T]):
    """Something for each of the ``most`` reports looked at last, each as of its reading's stamp.

    What is kept is what would be derived again from the same reading, so it changes nothing but
    the time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[str, tuple[str, T]] = OrderedDict()

    def of(self, stamps: Mapping[str, str]) -> dict[str, T]:
        """Return what is known of these readings; what is known of earlier ones is dropped."""
        known = {}
        for report, stamp in stamps.items():
            if report not in self._found:
                continue
            at, what = self._found[report]
            if at == stamp:
                known[report] = what
                self._found.move_to_end(report)
            else:
                del self._found[report]
        return known

    def keep(self, report: str, stamp: str, what: T) -> None:
        """Keep what was found in a reading; those looked at longest ago make room."""
        self._found[report] = stamp, what
        self._found.move_to_end(report)
        while len(self._found) > self._most:
            self._found.popitem(last=False)

    def drop(self, reports: Iterable[str]) -> None:
        """Forget reports."""
        for report in reports:
            self._found.pop(report, None)
