"""What the rest of Dateline asks of a store.

Times given and returned are aware and in UTC; a naive time raises StoreError. Every method
raises StoreError when the database can't be opened, read or written, with one line that says
what to do. Where an id is looked up, an unknown one raises NotFound.

Lists come in a fixed order: published time first (unknown last), then id, unless said
otherwise. Iterators read page by page: they hold no transaction open, may be left half-way,
and may be used while the same thread writes. A store may be used by several threads, but not
be carried into a forked process: open another one there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Protocol, Self, TypeAlias

from dateline.records import (
    Alert,
    Copy,
    Event,
    Expectation,
    Feed,
    Fetched,
    KeptBrief,
    Position,
    ReaderState,
    Reading,
    Rejected,
    Report,
    Standing,
    Story,
    StoryLink,
    Visit,
    Watchlist,
)
from dateline.store.answers import Health
from dateline.store.counting import Counting
from dateline.store.keeping import Keeping
from dateline.store.listing import Lists
from dateline.store.packed import Part
from dateline.store.sealed import Sealed
from dateline.store.sharing import Sharing

Beside: TypeAlias = Feed | Watchlist | Alert | Visit | ReaderState | Position
Storable: TypeAlias = (
    Fetched | Report | Reading | Copy | Story | Standing | StoryLink | Event | Expectation
    | KeptBrief | Beside
)  # fmt: skip
Removable: TypeAlias = (
    type[Copy] | type[Story] | type[Standing] | type[StoryLink] | type[Event] | type[Expectation]
    | type[KeptBrief] | type[Beside]
)  # fmt: skip


class Transaction(Protocol):
    """Changes that are kept all together or not at all. Not to be used once it has ended."""

    def put(self, record: Storable | Sealed) -> None:
        """Keep a record; the same again changes nothing, another of the same id replaces it.

        A Reading is known by its report, a Copy by ``(report, of)``, a StoryLink by
        ``(earlier, later)``, a Visit by its reader, a ReaderState by ``(reader, item)``,
        everything else by its id. A Fetched is never replaced: the first
        retrieval stands; what *gather* rejected under its name before is cleared. A replaced
        record whose content changed (its ``made`` alone doesn't count) is due again in the
        stages that take it.

        Raises StoreError when a Reading's or Copy's report is not there, when a story would
        redirect in a circle, and when a record can't be written as JSON.
        """
        ...

    def remove(self, kind: Removable, id: str) -> None:
        """Remove what a maintenance pass makes anew; nothing happens when there is none.

        For Copy the id is a report: the edges that lead from it go. For StoryLink it is a
        story: the links that touch it go. For Visit and ReaderState it is a reader. With a
        Watchlist its alerts go.
        """
        ...

    def trace(self, report: str, keys: Iterable[int]) -> None:
        """Keep the numbers (0 to 2^63 - 1) under which a report can be found, in the place of
        those kept before. They go with the report.
        """
        ...

    def done(self, stage: str, version: int, id: str) -> None:
        """Mark ``id`` as done by ``stage`` at ``version``; an earlier rejection is cleared."""
        ...

    def reject(self, rejected: Rejected, version: int | None = None) -> None:
        """Note that a stage could not take an item; known by ``(stage, id)``.

        The item is not due at that ``version`` of the stage; without one, at none until its
        record changes.
        """
        ...


class Store(Lists, Counting, Keeping, Sharing, Protocol):
    """A desk's records and what it keeps beside them. One writes at a time, any number read."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Open a transaction: committed at the end of the block, undone on any exception.

        Reads of the same thread inside the block see what was put so far; other threads and
        processes see it after the block. A second writer waits its turn; StoreError when that
        takes too long, or when this thread has a transaction open already.
        """
        ...

    def __enter__(self) -> Self:
        """Return the store; it is closed at the end of the block."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def close(self) -> None:
        """Let go of the database. A store in memory is gone then."""
        ...

    # --- one record -------------------------------------------------------------------------

    def fetched(self, id: str) -> Fetched:
        """Return an item as it came in, content and all."""
        ...

    def report(self, id: str) -> Report:
        """Return one version of a report."""
        ...

    def reports(self, ids: Iterable[str], *, held: bool = False) -> list[Report]:
        """Return reports in the order asked for, each once. NotFound when one is missing; with
        ``held`` those that the store doesn't hold (any more) are passed over.
        """
        ...

    def reading(self, report: str) -> Reading:
        """Return what was read out of a report."""
        ...

    def readings(
        self,
        reports: Iterable[str],
        *,
        parts: Iterable[Part] = ("parses", "vectors"),
        held: bool = False,
    ) -> list[Reading]:
        """Return the readings of reports in the order asked for, each once. NotFound when one
        is missing, unless ``held``.

        Of ``parts`` those not named may be left empty: most of a reading is parses and vectors,
        and without them it is read back several times as fast.
        """
        ...

    def story(self, id: str) -> Story:
        """Return a story by its id or by the beginning of it that no other story shares.

        An id that was merged leads to the story it is part of now. NotFound also when several
        stories begin so; it names some of them.
        """
        ...

    def story_of(self, report: str) -> str | None:
        """Return the id of the story that a report belongs to, None while it is in none."""
        ...

    def stamps(self, reports: Iterable[str]) -> dict[str, str]:
        """Return when the reading of each report was stored, in the order asked for; those that
        have none (any more) are left out. A reading that is replaced has another stamp.
        """
        ...

    def traced(self, keys: Iterable[int], *, least: int, common: int, most: int) -> list[str]:
        """Return the ids of at most ``most`` reports that were kept under at least ``least`` of
        the numbers, those with most of them first, then by id. A number that more than ``common``
        reports are kept under counts for nothing, so that the cost doesn't grow with the store.
        """
        ...

    def event(self, id: str) -> Event:
        """Return an event."""
        ...

    def expectation(self, id: str) -> Expectation:
        """Return an expectation."""
        ...

    # --- work -------------------------------------------------------------------------------

    def due(
        self,
        stage: str,
        version: int,
        limit: int | None = None,
        *,
        among: Iterable[str] | None = None,
    ) -> list[str]:
        """Return the ids of the stage's inputs that are neither done nor rejected at that
        version: Fetched for *read*, reports that have a Reading for *group*, stories for
        *list*, *events*, *expect*, *brief* and *alert*; of these only those ``among`` some
        hundreds of inputs, where they are named. StoreError for a stage that has no inputs here.
        """
        ...

    def rejections(self, stage: str | None = None) -> list[Rejected]:
        """Return what was rejected and not taken since, by stage, then name, then id."""
        ...

    def report_ids(self, after: str | None = None) -> Iterator[str]:
        """Iterate over the ids of all reports, or of those that come after one of them."""
        ...

    def latest_grouped(self) -> datetime | None:
        """Return the latest publication time of a grouped report, None while there is none. Times
        that lay in the future when the report came in don't count.
        """
        ...

    def active(
        self, since: datetime | None = None, most: int | None = None
    ) -> Iterator[tuple[Report, Reading, str]]:
        """Iterate over report, reading and story id of grouped reports, in the order in which
        grouping took them: what it needs to go on as if it had never stopped.

        Of those in stories that were updated at or after ``since``, the ``most`` that were
        published last, and with them those published at the same time as the first of these and
        those whose time is unknown.
        """
        ...

    # --- the whole --------------------------------------------------------------------------

    def forget(self, report: str) -> None:
        """Remove a report on request, in a transaction of its own: its text, the item it was
        read from (unless another report stands on it), its reading, copies and search terms,
        and every event, expectation and brief that cites it. Its stories keep their
        membership, which grouping owns, and are due again in the stages after it.
        """
        ...

    def reports_of(self, outlet: str | None = None, before: datetime | None = None) -> list[str]:
        """Return the ids of all versions of reports of an outlet (None: of any), those only that
        were published (retrieved, where that is unknown) before a time; by publication, then id.
        """
        ...

    def tidy(self) -> None:
        """Give back the room of what was removed, and leave nothing of it in the files.

        Takes as long as writing the database anew, and as much room. Writers wait meanwhile.
        """
        ...

    def backup(self, file: str) -> None:
        """Copy the database to a file as it is now, while others use it. SQLite only: StoreError
        on PostgreSQL, which has tools of its own, and where the file is there already.
        """
        ...

    def counts(self) -> dict[str, int]:
        """Return the number of records of each noun; merged stories are not counted."""
        ...

    def health(self) -> Health:
        """Return the state of the database."""
        ...

    def state_digest(self) -> str:
        """Return the SHA-256 of every record, mark and rejection in a fixed order.

        When and by which run something was recorded doesn't count, nor do times of retrieval:
        two runs over the same items have the same digest, on any backend.
        """
        ...
