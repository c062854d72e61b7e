"""The stages in order: Dateline's table of contents.

::

    gather   sources → Fetched                    dateline.gather
    read     Fetched → Report + Reading           dateline.read
    group    Report + Reading → Story, Copy       dateline.group
    brief    Story and its reports → Brief        dateline.brief

Each stage is ``load → decide → save``. *decide* is the stage package's own pure function;
*load* and *save* stand here, because only this file joins stages with a store. What *save*
writes and the mark that the work is done are one transaction, so that a kill at any moment
loses nothing and repeats nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol, TypeVar

from dateline.brief import write_brief
from dateline.engines import Engines
from dateline.errors import NotFound
from dateline.group import Decision, Grouper, GroupOptions, Sketch, sketch
from dateline.knowledge import Knowledge
from dateline.read import read_report, to_report
from dateline.read.article import in_order
from dateline.records import Brief, Fetched, Reading, Rejected, Report, Story
from dateline.store import Store, Transaction

In = TypeVar("In")
Out = TypeVar("Out")


class Stage(Protocol[In, Out]):
    """What :mod:`dateline.run` needs to carry a stage over everything that is due."""

    name: str
    version: int

    def load(self, store: Store, id: str) -> In:
        """Fetch what *decide* needs for the input ``id``."""
        ...

    def decide(self, item: In) -> Out:
        """Decide, purely. Raises StageError where the item can't be taken."""
        ...

    def save(self, store: Store, tx: Transaction, id: str, out: Out) -> None:
        """Write what was decided into the open transaction."""
        ...


def keep(store: Store, items: Iterable[Fetched | Rejected]) -> Iterator[Fetched | Rejected]:
    """Save what was gathered, one transaction an item, and pass it on.

    An item that is already there is left as it is: its first retrieval time stands.
    """
    for item in items:
        with store.transaction() as tx:
            if isinstance(item, Rejected):
                tx.reject(item)
            else:
                tx.put(item)
        yield item


@dataclass(frozen=True, slots=True)
class ReadStage:
    """Fetched bytes become a report and its reading."""

    engines: Engines
    knowledge: Knowledge
    name: str = "read"
    version: int = 1

    def load(self, store: Store, id: str) -> Fetched:
        """Return the fetched item."""
        return store.fetched(id)

    def decide(self, item: Fetched) -> tuple[Report, Reading]:
        """Read the report out of the item, then read the report."""
        report = to_report(item)
        reading = read_report(report, self.engines, self.knowledge)
        if report.language is None:
            report = replace_language(report, reading.language)
        return report, reading

    def save(self, store: Store, tx: Transaction, id: str, out: tuple[Report, Reading]) -> None:
        """Store both, the report at its place among the versions of its item."""
        report, reading = out
        known = [old for old in store.versions(report.key) if old.id != report.id]
        for version in in_order([*known, report]):
            tx.put(version)
        tx.put(reading)


@dataclass(slots=True)
class GroupStage:
    """Reports, in the order of their publication, find their stories and their origins.

    The grouper's window is the one state that a stage keeps; it is rebuilt from the store at
    the start, and rebuilt or carried on it decides the same.
    """

    options: GroupOptions
    name: str = "group"
    version: int = 1
    _grouper: Grouper | None = field(default=None, repr=False)

    def load(self, store: Store, id: str) -> Sketch:
        """Sketch the report; on the first call rebuild the window."""
        if self._grouper is None:
            self._grouper = restore_grouper(store, self.options)
        return sketch(store.report(id), store.reading(id))

    def decide(self, item: Sketch) -> Decision:
        """Place the report: its story and what it copies."""
        if self._grouper is None:
            raise RuntimeError("load comes before decide")
        return self._grouper.add(item)

    def save(self, store: Store, tx: Transaction, id: str, out: Decision) -> None:
        """Store the stories that changed, the copies found and the storyline links."""
        for record in out.records():
            tx.put(record)


def restore_grouper(store: Store, options: GroupOptions) -> Grouper:
    """Rebuild the grouping window from what is stored."""
    grouper = Grouper(options)
    grouper.restore(
        (sketch(report, reading), store.story(story))
        for report, reading, story in store.active(None)
    )
    return grouper


def replace_language(report: Report, language: str) -> Report:
    """Return the report with the language that the reading found."""
    import dataclasses

    return dataclasses.replace(report, language=language)


def make_brief(
    store: Store, story: Story, *, engines: Engines, as_of: datetime | None, **options: Any
) -> Brief:
    """Write the brief of ``story`` from what the store holds of it as of ``as_of``.

    Reports published after ``as_of`` are left out. Raises NotFound when none is left.
    """
    reports = {report.id: report for report in store.reports([m.report for m in story.members])}
    if as_of is not None:
        reports = {
            id: report
            for id, report in reports.items()
            if (report.updated or report.published or as_of) <= as_of
        }
    if not reports:
        raise NotFound(f"story {story.id} has no report as of {as_of}")
    readings = {reading.report: reading for reading in store.readings(list(reports))}
    copies = store.copies(list(reports))
    return write_brief(story, reports, readings, copies, engines=engines, as_of=as_of, **options)
