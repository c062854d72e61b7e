"""Stories that have closed, as grouping asks for them (:class:`dateline.group.Archive`).

Beside :mod:`dateline.pipeline`, which alone joins stages with a store; it is a file of its own
because it only loads.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.group import Sketch, sketch
from dateline.records import Copy, Story
from dateline.store import Store

MOST = 8  # reports that grouping may look at
LEAST = 2  # traces that a report must share: one is met by chance
COMMON = 64  # reports under one trace from which it says nothing


class ClosedStories:
    """What the store holds of reports that have left grouping's window."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def sharing(self, traces: Sequence[int]) -> list[str]:
        """See ``group.Archive.sharing``."""
        return self._store.traced(traces, least=LEAST, common=COMMON, most=MOST)

    def story_of(self, report: str) -> Story | None:
        """See ``group.Archive.story_of``."""
        id = self._store.story_of(report)
        return None if id is None else self._store.story(id)

    def sketches(self, reports: Sequence[str]) -> list[Sketch]:
        """See ``group.Archive.sketches``."""
        readings = {
            reading.report: reading
            for reading in self._store.readings(reports, parts=("vectors",), held=True)
        }
        return [
            sketch(report, readings[report.id])
            for report in self._store.reports(reports, held=True)
            if report.id in readings
        ]

    def copies(self, reports: Sequence[str]) -> list[Copy]:
        """See ``group.Archive.copies``."""
        return self._store.copies(reports)
