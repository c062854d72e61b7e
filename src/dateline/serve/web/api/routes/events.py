"""Events: filtered, sorted, one by one."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from dateline.records import QuadClass, Status
from dateline.serve.web import finding
from dateline.serve.web.api.common import (
    READ,
    Action,
    Cursor,
    Id,
    Limit,
    slice_page,
    span_of_days,
    start_of,
)
from dateline.serve.web.api.shapes import events as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.parts import Day, LibraryPart, Name
from dateline.store import Order

router = APIRouter(tags=["events"], responses=READ)


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
) -> finding.Asked:
    begin, end = span_of_days(since, until)
    return finding.Asked(
        actor=actor,
        other=other,
        story=story,
        action=action,
        status=status,
        quad=quad,
        place=place,
        since=begin,
        until=end,
        imported=imported,
    )


AskedPart = Annotated[finding.Asked, Depends(_filters)]


@router.get("/events", response_model=Page[shapes.Event])
def events(
    request: Request,
    library: LibraryPart,
    asked: AskedPart,
    order: Annotated[Order, Query(description="What comes first.")] = "newest",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """List events, each once however many reports tell of it."""
    start = start_of(cursor)
    found, total = finding.page(library.desk, asked, order, start, limit + 1)
    return slice_page(request, found, start, limit, total)


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
