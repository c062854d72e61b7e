"""Events: filtered, sorted, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request

from dateline.events.ontology import TYPES
from dateline.records import Event, QuadClass, Status
from dateline.relate.dyads import moment
from dateline.serve.web.api.common import (
    READ,
    Cursor,
    Id,
    Limit,
    page,
    slice_page,
    span_of_days,
    start_of,
)
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
    """Which events are asked for: ``which`` as ``Desk.events`` takes it, and the quad class."""

    which: dict[str, Any]
    quad: QuadClass | None


def _filters(
    actor: Annotated[Id, Query(description="A state (JPN), a code (JPNGOV) or an id.")] = None,
    other: Annotated[Id, Query(description="A second actor: only what is between them.")] = None,
    story: Annotated[Id, Query(description="Id of a story.")] = None,
    action: Action = None,
    status: Annotated[Status | None, Query()] = None,
    quad: Annotated[QuadClass | None, Query()] = None,
    place: Annotated[Id, Query(description="The place, as events name it.")] = None,
    since: Day = "",
    until: Annotated[Day, Query(description="The last day that counts.")] = "",
    imported: Annotated[bool, Query(description="Count imported events as well.")] = False,
) -> Filters:
    begin, end = span_of_days(since, until)
    which = {
        "actor": actor, "other": other, "story": story, "action": action, "status": status,
        "place": place, "since": begin, "until": end, "imported": imported,
    }  # fmt: skip
    return Filters(which, quad)


FiltersPart = Annotated[Filters, Depends(_filters)]


def find_events(library: Library, asked: Filters) -> list[Event]:
    """Return all events that are asked for, by time. Raises NotFound for an unknown story."""
    found = library.desk.events(limit=None, **asked.which)
    return [event for event in found if asked.quad in (None, event.quad)]


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
    if asked.quad is None and order in ("newest", "oldest"):  # the database does it all
        start, desk = start_of(cursor), library.desk
        some = desk.events(limit=limit + 1, offset=start, newest=order == "newest", **asked.which)
        return slice_page(request, some, start, limit, desk.count_events(**asked.which))
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
