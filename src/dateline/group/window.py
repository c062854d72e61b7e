"""The active window: the reports that a new one is compared with, and nothing older."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.group.candidates import Candidates
from dateline.group.score import Scorer, Weighed
from dateline.group.sketch import EPOCH, Sketch

Latest = Callable[[int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOptions:
    """Options of the group stage.

    ``window_days``: a story without a report for so long, counted back from the latest
    publication time seen, is closed, and its reports are compared no more. ``max_active``: at most
    so many reports are held, the latest ones, which bounds memory. ``join``:
    mean log-odds from which reports are one story; ``near``: how far on either side of that a
    decision is open, so that the stories around are settled anew. ``attach``: log-odds with the
    nearest few members from which a straggler joins a story.
    """

    window_days: float = 180.0
    max_active: int = 20_000
    join: float = 0.0
    near: float = 1.5
    attach: float = 0.0


class Window:
    """Active reports by number of arrival, with their indexes and word weights.

    What the window holds depends only on the order of arrival, so it can be rebuilt by feeding
    it the same reports again.
    """

    def __init__(self, options: GroupOptions) -> None:
        self._options = options
        self.scorer = Scorer()
        self.index = Candidates(self.scorer)
        self.number_of: dict[str, int] = {}
        self.by_key: dict[str, int] = {}
        self._next = 0
        self._clock: float | None = None
        self._ages: list[tuple[float, int]] = []
        self._due: list[tuple[float, int]] = []
        self._hour: dict[int, float] = {}

    def __getitem__(self, number: int) -> Weighed:
        """Return the active report with that number."""
        return self.index.alive[number]

    def __contains__(self, number: int) -> bool:
        """True while the report is active."""
        return number in self.index.alive

    def __len__(self) -> int:
        """Count the active reports."""
        return len(self.index.alive)

    def weigh(self, sketch: Sketch) -> Weighed:
        """Count a report into the word weights, before it is compared."""
        if sketch.hours is not None:
            hour = min(sketch.hours, _retrieved(sketch))  # nobody's stamp closes others' stories
            self._clock = hour if self._clock is None else max(hour, self._clock)
        return self.scorer.add(sketch)

    def enter(self, item: Weighed) -> int:
        """Make a weighed report active; return its number."""
        number = self._next
        self._next += 1
        self.index.add(number, item)
        self.number_of[item.sketch.id] = number
        self.by_key[item.sketch.key] = number
        age = self._hour[number] = self._age(item.sketch)
        heapq.heappush(self._ages, (age, number))
        heapq.heappush(self._due, (age, number))
        return number

    def _age(self, sketch: Sketch) -> float:
        """Return the hour that a report's age counts from: an undated one is as old as the news."""
        if sketch.hours is not None:
            return min(sketch.hours, _retrieved(sketch))
        if self._clock is not None:
            return self._clock
        return _retrieved(sketch)

    def leave(self, number: int) -> Weighed:
        """Take a report out of the window."""
        item = self.index.alive[number]
        self.index.drop(number)
        self.scorer.drop(item)
        del self.number_of[item.sketch.id], self._hour[number]
        if self.by_key.get(item.sketch.key) == number:
            del self.by_key[item.sketch.key]
        return item

    def latest(self, numbers: Iterable[int]) -> float:
        """Return the hour of the latest of some active reports."""
        return max(self._hour[number] for number in numbers if number in self)

    def expire(self, latest: Latest) -> list[tuple[int, Weighed]]:
        """Take out stories that have fallen silent, and the oldest reports beyond the limit.

        ``latest`` gives the hour of the last report of the story that holds a report: it stays
        as long as that is young enough.
        """
        gone = []
        least = (self._clock or 0.0) - self._options.window_days * 24
        while self._due and self._due[0][0] < least:
            _, number = heapq.heappop(self._due)
            if number not in self:
                continue
            hour = latest(number)
            if hour < least:
                gone.append((number, self.leave(number)))
            else:
                heapq.heappush(self._due, (hour, number))
        while len(self) > self._options.max_active:
            _, number = heapq.heappop(self._ages)
            if number in self:
                gone.append((number, self.leave(number)))
        self._ages, self._due = self._living(self._ages), self._living(self._due)
        return gone

    def _living(self, heap: list[tuple[float, int]]) -> list[tuple[float, int]]:
        """Drop the entries of reports that have left, once they are the most of a heap."""
        if len(heap) <= 2 * len(self) + 64:
            return heap
        living = [entry for entry in heap if entry[1] in self]
        heapq.heapify(living)
        return living


def _retrieved(sketch: Sketch) -> float:
    return (sketch.retrieved - EPOCH).total_seconds() / 3600
