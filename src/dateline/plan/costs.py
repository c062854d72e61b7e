"""What one report costs on one machine, as it was measured there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Seconds of one core, and bytes.

    ``read`` is seconds a thousand characters, by language, with "other" for the rest, from the
    page to the stored reading; ``later`` is seconds for each stage after reading, for a report of
    typical length (:func:`dateline.plan.load.typical`). ``samples`` are single reading times,
    divided by their mean, whose spread the simulation uses. ``disk`` is bytes a thousand
    characters in the database, ``worker`` bytes of memory of a process with its engines,
    ``active`` bytes for each report in the grouping window. ``brief`` and ``page`` are seconds.
    """

    read: Mapping[str, float]
    later: Mapping[str, float]
    samples: tuple[float, ...]
    disk: float
    worker: float
    active: float
    brief: float
    page: float

    def reading(self, language: str, characters: float) -> float:
        """Seconds to read a report of a length in a language."""
        return self.read.get(language, self.read["other"]) * characters / 1000
