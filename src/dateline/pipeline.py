"""The stages in order: Dateline's table of contents.

::

    gather   sources → Fetched                    dateline.gather
    read     Fetched → Report + Reading           dateline.read
    group    Report + Reading → Story, Copy       dateline.group
    list     Story and its reports → Standing     dateline.group
    events   Story and its reports → Event        dateline.events
    expect   Story and its reports → Expectation  dateline.expect
    brief    Story and what is known → Brief      dateline.brief

Each stage is ``load → decide → save``. *decide* is the stage package's own pure function;
*load* and *save* stand here, because only this file joins stages with a store. What *save*
writes and the mark that the work is done are one transaction, so that a kill at any moment
loses nothing and repeats nothing.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from dateline.awaited import ExpectStage
from dateline.closed import ClosedStories
from dateline.coded import EventsStage
from dateline.engines import Engines
from dateline.errors import StageError
from dateline.group import (
    Decision,
    Grouper,
    GroupOptions,
    Sketch,
    Why,
    sketch,
    why,
)
from dateline.knowledge import Knowledge
from dateline.ranking import ListStage
from dateline.read import read_report, to_report
from dateline.read.article import in_order
from dateline.records import (
    Event,
    Expectation,
    Fetched,
    Reading,
    Rejected,
    Report,
    Story,
)
from dateline.store import Store, Transaction
from dateline.telling import SHORT, BriefStage, Form

In = TypeVar("In")
Out = TypeVar("Out")

Spread: TypeAlias = Literal["items", "chain", "desk", "end"]
"""How far a stage can be spread. *items*: each input by itself, any number at once, anywhere.
*chain*: anywhere, but what is loaded for an input depends on what was saved of those before it.
*desk*: the stage keeps a state between its inputs and runs where the store is written. *end*:
like items, once all else is done: it loads what other stages save, and long loads do it at the end.
"""


class Stage(Protocol[In, Out]):
    """What :mod:`dateline.run` needs to carry a stage over everything that is due."""

    @property
    def name(self) -> str:
        """The stage's name, as in ``Made.stage``."""
        ...

    @property
    def version(self) -> int:
        """The stage's version: when it changes, everything is due again."""
        ...

    @property
    def spread(self) -> Spread:
        """How far it can be spread over workers."""
        ...

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
    version: int = 4
    spread: Spread = "items"

    def load(self, store: Store, id: str) -> Fetched:
        """Return the fetched item."""
        return store.fetched(id)

    def decide(self, item: Fetched) -> tuple[Report, Reading]:
        """Read the report out of the item, then read the report."""
        report = to_report(item)
        try:
            reading = read_report(report, self.engines, self.knowledge)
        except StageError as error:  # the report has an id; people know the item by its name
            raise type(error)(item.name, error.reason, kind=error.kind) from error
        if report.language is None:
            report = dataclasses.replace(report, language=reading.language)
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
    the start and wherever another process grouped since. Rebuilt or carried on it decides the
    same.
    """

    options: GroupOptions
    name: str = "group"
    version: int = 4
    spread: Spread = "desk"
    _grouper: Grouper | None = field(default=None, repr=False)
    _term: int = field(default=0, repr=False)

    def load(self, store: Store, id: str) -> Sketch:
        """Sketch the report; rebuild the window where there is none that holds."""
        if self._grouper is None or self._term != store.term():
            self._term = store.term()
            self._grouper = restore_grouper(store, self.options)
        (reading,) = store.readings([id], parts=("vectors",))
        return sketch(store.report(id), reading)

    def decide(self, item: Sketch) -> Decision:
        """Place the report: its story and what it copies."""
        if self._grouper is None:
            raise RuntimeError("load comes before decide")
        return self._grouper.add(item)

    def save(self, store: Store, tx: Transaction, id: str, out: Decision) -> None:
        """Store the copies found, the stories that changed and the storyline links."""
        for record in out.records():
            tx.put(record)
        if out.traces:
            tx.trace(out.report, out.traces)
        for old, _ in out.merged:  # what was derived from a story that is no more goes with it
            for event in store.events(story=old):
                tx.remove(Event, event.id)
            for item in store.expectations(story=old, superseded=True):
                tx.remove(Expectation, item.id)


def all_stages(
    engines: Engines, knowledge: Knowledge, options: GroupOptions, form: Form = SHORT
) -> tuple[Stage[Any, Any], ...]:
    """Return the stages that follow gathering, in order; briefs are written in ``form``."""
    return (
        ReadStage(engines, knowledge),
        GroupStage(options),
        ListStage(),
        EventsStage(),
        ExpectStage(),
        BriefStage(engines, knowledge, form),
    )


def restore_grouper(store: Store, options: GroupOptions) -> Grouper:
    """Rebuild the grouping window from the stories that were still moving."""
    stories: dict[str, Story] = {}
    latest = store.latest_grouped()
    since = None if latest is None else latest - timedelta(days=options.window_days)

    def stored() -> Iterator[tuple[Sketch, Story]]:
        for report, reading, story in store.active(since, options.max_active):
            if story not in stories:
                stories[story] = store.story(story)
            yield sketch(report, reading), stories[story]

    grouper = Grouper(options, ClosedStories(store))
    grouper.restore(stored())
    grouper.take_copies(store.copies(grouper.held))
    return grouper


def sketches_of(store: Store, reports: Sequence[str]) -> Iterator[Sketch]:
    """Sketch stored reports again, in the order asked for."""
    for report, reading in zip(store.reports(reports), store.readings(reports), strict=True):
        yield sketch(report, reading)


def explain(store: Store, a: str, b: str) -> Why:
    """Compare two reports as grouping did, with the reports of their stories as background."""
    one, two = sketches_of(store, (a, b))
    stories = {store.story_of(a), store.story_of(b)} - {None}
    members = [m.report for id in sorted(filter(None, stories)) for m in store.story(id).members]
    found = why(one, two, sketches_of(store, members))
    return dataclasses.replace(found, lines=(*found.lines, *_reopened(store, (a, b))))


def _reopened(store: Store, reports: Sequence[str]) -> Iterator[str]:
    """Say of reports that reopened a story why they did."""
    for report in reports:
        id = store.story_of(report)
        story = None if id is None else store.story(id)
        if story is not None and report in story.reopened:
            (reason,) = (member.why for member in story.members if member.report == report)
            yield f"{report} {reason} ({story.id})"
