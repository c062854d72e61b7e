"""What watching asks of the desk that it works for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Protocol

from dateline.config import Options
from dateline.gather import GatherOptions
from dateline.records import Hints, Rejected
from dateline.run import Progress
from dateline.store import Store


class Host(Protocol):
    """A desk, as far as watching knows it."""

    @property
    def options(self) -> Options:
        """The desk's options."""
        ...

    @property
    def store(self) -> Store:
        """The desk's store."""
        ...

    def gathering(self, hints: Hints | None = None) -> GatherOptions:
        """Return what the gather stage goes by."""
        ...

    def process(self, progress: Progress | None = None) -> Iterator[Rejected]:
        """Run the stages over everything that is due; yield what they reject."""
        ...

    def tell_ahead(self, stop: threading.Event | None = None) -> int:
        """Write the briefs of today's first stories that have none, for some seconds at most."""
        ...
