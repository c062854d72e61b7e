"""Events: filtered, sorted, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request

from dateline.events.ontology import TYPES
from dateline.records import Event, QuadClass, Status
from dateline.relate.dyads import direction, moment, takes_part
from dateline.serve.web.api.common import READ, Cursor, Id, Limit, page, span_of_days
from dateline.serve.web.api.shapes import events as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.library import Library
from dateline.serve.web.parts import Day, LibraryPart, Name

router = APIRouter(tags=["events"], responses=READ)

Action = Annotated[
    str | None, Query(pattern=rf"^({'|'.join(TYPES)})$", description="A PLOVER type: CONSULT.")
]
Order = Literal["newest", "oldest", "strongest", "reports"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are asked for. ``until`` is exclusive here."""

    actor: str | None
    other: str | None
    story: str | None
    action: str | None
    status: Status | None
    quad: QuadClass | None
    place: str | None
    since: datetime | None
    until: datetime | None
    imported: bool

    def keeps(self, event: Event) -> bool:
        """True for an event that is asked for."""
        return (
            (self.imported or not event.imported)
            and self._between(event)
            and self.action in (None, event.action)
            and self.status in (None, event.status)
            and self.quad in (None, event.quad)
            and (self.place is None or self.place.casefold() == (event.place or "").casefold())
        )

    def _between(self, event: Event) -> bool:
        if self.actor is not None and self.other is not None:
            return bool(direction(event, self.actor, self.other))
        one = self.actor or self.other
        parties = (*event.sources, *event.targets)
        return one is None or any(takes_part(party, one) for party in parties)


def _filters(
    actor: Annotated[Id, Query(description="A state (JPN), a code (JPNGOV) or an id.")] = None,
    other: Annotated[Id, Query(description="A second actor: only what is between them.")] = None,
    story: Annotated[Id, Query(description="Id of a story.")] = None,
    action: Action = None,
    status: Annotated[Status | None, Query()] = None,
    quad: Annotated[QuadClass | None, Query()] = None,
    place: Annotated[Id, Query(description="Its English name.")] = None,
    since: Day = "",
    until: Annotated[Day, Query(description="The last day that counts.")] = "",
    imported: Annotated[bool, Query(description="Count imported events as well.")] = False,
) -> Filters:
    begin, end = span_of_days(since, until)
    return Filters(actor, other, story, action, status, quad, place, begin, end, imported)


FiltersPart = Annotated[Filters, Depends(_filters)]


def find_events(library: Library, asked: Filters) -> list[Event]:
    """Return the events that are asked for, by time. Raises NotFound for an unknown story."""
    store = library.desk.store
    story = store.story(asked.story).id if asked.story is not None else None
    found = store.events(story=story, since=asked.since, until=asked.until)
    return [event for event in found if asked.keeps(event)]


@router.get("/events", response_model=Page[shapes.Event])
def events(
    request: Request,
    library: LibraryPart,
    asked: FiltersPart,
    order: Annotated[Order, Query(description="What comes first.")] = "newest",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """List events, each once however many reports tell of it."""
    found = find_events(library, asked)
    if order != "oldest":
        found.sort(key=_seconds, reverse=True)
    if order == "strongest":
        found.sort(key=lambda event: -abs(event.goldstein))
    elif order == "reports":
        found.sort(key=lambda event: -len({span.report for span in event.spans}))
    return page(request, found, limit, cursor, lambda event: event.id)


@router.get("/events/{name}", response_model=shapes.Event)
def event(library: LibraryPart, name: Name) -> Any:
    """Return an event; its spans with their text."""
    store = library.desk.store
    found = store.event(name)
    reports = {report.id: report for report in store.reports([s.report for s in found.spans])}
    shown = shapes.Event.model_validate(found)
    for span, record in zip(shown.spans, found.spans, strict=True):
        span.text = reports[record.report].quote(record)
    return shown


def _seconds(event: Event) -> float:
    time = moment(event)
    return time.timestamp() if time is not None else float("-inf")
