"""Expectations and the calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from dateline.records import Expectation, Outcome
from dateline.serve.web.api.common import (
    CHANGE,
    READ,
    CallerPart,
    Cursor,
    Id,
    Limit,
    page,
    span_of_days,
)
from dateline.serve.web.api.shapes import forward as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.library import Library
from dateline.serve.web.parts import Day, LibraryPart, Name

router = APIRouter(tags=["what is to come"])

ActorPart = Annotated[Id, Query(description="Id of an actor: JPN.")]
StoryPart = Annotated[Id, Query(description="Id of a story.")]


@router.get("/expectations", response_model=Page[shapes.Expectation], responses=READ)
def expectations(
    request: Request,
    library: LibraryPart,
    actor: ActorPart = None,
    story: StoryPart = None,
    outcome: Annotated[Outcome | None, Query(description="What became of it by now.")] = None,
    since: Annotated[Day, Query(description="Due from this day on.")] = "",
    until: Annotated[Day, Query(description="Due up to this day.")] = "",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """List expectations by due time."""
    begin, end = span_of_days(since, until)
    found = library.desk.expectations(
        actor=actor, story=story, outcome=outcome, since=begin, until=end
    )
    shown = page(request, found, limit, cursor, lambda item: item.id)
    shown["items"] = [_shape(library, item) for item in shown["items"]]
    return shown


@router.get("/expectations/{name}", response_model=shapes.Expectation, responses=READ)
def expectation(library: LibraryPart, name: Name) -> Any:
    """Return an expectation; its spans with their text."""
    found = library.desk.store.expectation(name)
    shown = _shape(library, found)
    reports = library.desk.store.reports([span.report for span in found.spans])
    texts = {report.id: report for report in reports}
    for span, record in zip(shown.spans, found.spans, strict=True):
        span.text = texts[record.report].quote(record)
    return shown


@router.post("/expectations/{name}/settlement", response_model=shapes.Expectation, responses=CHANGE)
def settle(library: LibraryPart, caller: CallerPart, name: Name, decision: shapes.Decision) -> Any:
    """Settle an expectation by hand, in the caller's name; the decision outlasts re-reading."""
    item = library.desk.settle(
        name, decision.outcome, by=caller.name, why=decision.why, citation=decision.citation
    )
    return _shape(library, item)


@router.get("/track-record", response_model=shapes.Records, responses=READ)
def track_record(library: LibraryPart, actor: ActorPart = None, story: StoryPart = None) -> Any:
    """Say how often what was expected came, and how late, by kind and by outlet."""
    return library.desk.track_record(actor=actor, story=story)


@router.get("/calendar", response_model=Page[shapes.CalendarEntry], responses=READ)
def calendar(
    request: Request,
    library: LibraryPart,
    actor: ActorPart = None,
    place: Annotated[Id, Query(description="Its English name.")] = None,
    story: StoryPart = None,
    days: Annotated[int, Query(ge=1, le=3_650, description="How far ahead to look.")] = 366,
    fixed: Annotated[bool, Query(description="With recurring fixtures.")] = True,
    past: Annotated[bool, Query(description="With what is over or was called off.")] = False,
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """Say what is next. /feeds/calendar.ics is the same for calendar programs."""
    found = library.desk.calendar(
        actor=actor, place=place, story=story, days=days, fixed=fixed, past=past
    )
    return page(request, found, limit, cursor, lambda entry: entry.uid)


def _shape(library: Library, item: Expectation) -> shapes.Expectation:
    names = [name for name in shapes.Expectation.model_fields if name != "outcome"]
    outcome = library.desk.outcome_of(item, datetime.now(UTC))
    return shapes.Expectation.model_validate(
        {**{name: getattr(item, name) for name in names}, "outcome": outcome},
        from_attributes=True,
    )
