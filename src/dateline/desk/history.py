"""Event files that people already have, taken in beside the events of the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dateline.desk.opened import Opened
from dateline.errors import ReadError
from dateline.events.history import load_history
from dateline.records import Event
from dateline.run import Progress

# Rows a transaction: a kill loses none that was told of, and a million rows take a minute.
BATCH = 2_000
# Rejected rows that are kept one by one; a file of the wrong kind would fill the doctor's list.
MOST_REJECTED = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What ``import`` did: ``events`` now in the desk from the files, ``rejected`` rows."""

    events: int
    rejected: int


class HistoryVerbs(Opened):
    """The desk's verb for event files."""

    def import_events(
        self,
        paths: Sequence[str | Path],
        *,
        form: str | None = None,
        progress: Progress | None = None,
    ) -> Imported:
        """Take in event files (ICEWS, POLECAT, GDELT, ACLED, Phoenix), plain, .gz or .zip.

        ``form`` names the format, else each file's first line tells it. The events are marked as
        imported and count nowhere unless asked for; taking a file in twice changes nothing. Rows
        that can't be read become rejections. Raises Unsupported for a file that is none of these,
        ReadError for one that can't be opened.
        """
        kept = refused = 0
        for name in paths:
            path = Path(name)
            if not path.is_file():
                raise ReadError(str(path), "there is no such file", kind="missing")
            rows = load_history(path, self.knowledge, form)
            while batch := list(islice(rows, BATCH)):
                events = [row for row in batch if isinstance(row, Event)]
                with self.store.transaction() as tx:
                    for row in batch:
                        if isinstance(row, Event):
                            tx.put(row)
                        else:
                            refused += 1
                            if refused <= MOST_REJECTED:
                                tx.reject(row)
                kept += len(events)
                if progress is not None:
                    progress("import", kept, 0)
        return Imported(events=kept, rejected=refused)
