"""Events: a table to filter, sort and download; and each event with the sentences behind it."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.events.ontology import QUADS, TYPES
from dateline.serve.web import finding, places
from dateline.serve.web.page import interface, render
from dateline.serve.web.parts import Day, LibraryPart, Name, PageNumber, day
from dateline.serve.web.quoting import quoted
from dateline.serve.web.slices import Slice
from dateline.serve.web.told import Teller
from dateline.store import Order

router = APIRouter(include_in_schema=False)

PER_PAGE = 50
STATUSES = (
    "happened", "planned", "alleged", "denied", "threatened", "conditional", "background",
)  # fmt: skip
FORMS = ("csv", "json", "parquet")
Term = Annotated[str, Query(max_length=100)]


@router.get("/events")
def events(
    request: Request,
    library: LibraryPart,
    actor: Term = "",
    other: Annotated[str, Query(alias="with", max_length=100)] = "",
    action: Term = "",
    status: Term = "",
    quad: Term = "",
    place: Term = "",
    story: Term = "",
    since: Day = "",
    until: Day = "",
    order: Order = "newest",
    page: PageNumber = 1,
) -> Response:
    """A page of the events that fit."""
    asked = finding.Asked(
        actor=library.names.find(actor),
        other=library.names.find(other),
        action=action,
        status=status,
        quad=quad,
        place=places.find(place),
        story=story,
        since=day(since),
        until=day(until, end=True),
    )
    start = (page - 1) * PER_PAGE
    found, total = finding.page(library.desk, asked, order, start, PER_PAGE)
    shown = Slice(found, page, max(1, -(-total // PER_PAGE)), total, start + PER_PAGE < total)
    teller = Teller(library.names, interface(request))
    query = {
        "actor": actor, "with": other, "action": action, "status": status, "quad": quad,
        "place": place, "story": story, "since": since, "until": until,
    }  # fmt: skip
    kept = {name: value for name, value in query.items() if value}
    return render(
        request,
        "events.html",
        here="events",
        slice=shown,
        lines=[teller.event(event) for event in shown.items],
        query=query,
        kept=kept,
        order=order,
        orders=finding.ORDERS,
        actions=list(TYPES),
        statuses=STATUSES,
        quads=QUADS,
        downloads={form: _download(kept, form) for form in FORMS},
    )


def _download(kept: dict[str, str], form: str) -> str:
    """Address the same events as a file, made by the API; it takes ids alone."""
    query = {("other" if name == "with" else name): value for name, value in kept.items()}
    return f"/api/v1/events.{form}?{urlencode(query)}" if form != "json" else (
        f"/api/v1/events?{urlencode(query)}"
    )  # fmt: skip


@router.get("/events/{name}")
def event(request: Request, library: LibraryPart, name: Name) -> Response:
    """An event: who did what to whom, and every sentence that says so."""
    found = library.desk.store.event(name)
    teller = Teller(library.names, interface(request))
    return render(
        request,
        "event.html",
        here="events",
        line=teller.event(found),
        sources=quoted(library.desk.store, found.spans),
        contested=[
            (
                one.attribute,
                [(value, quoted(library.desk.store, spans)) for value, spans in one.values],
            )
            for one in found.contested
        ],
    )
