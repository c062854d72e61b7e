"""Today: stories in rank order, and what is new since the reader was last here."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.serve.web import forms
from dateline.serve.web.page import interface, link, render
from dateline.serve.web.parts import LibraryPart, PageNumber
from dateline.serve.web.visits import Visits

router = APIRouter(include_in_schema=False)

PER_PAGE = 20


@router.get("/")
def today(request: Request, library: LibraryPart, page: PageNumber = 1) -> Response:
    """Stories in rank order."""
    shown = library.front(page, PER_PAGE)
    said = interface(request).language
    cards = library.cards(shown.items)
    since = since_last(request)
    news = library.new_reports([card.line.id for card in cards], since)
    named = {actor for card in cards for actor in card.actors}
    actors = {actor: library.names.of(actor, said) for actor in named}
    return render(
        request,
        "today.html",
        here="today",
        cards=cards,
        actors=actors,
        slice=shown,
        since=since,
        news=news,
    )


@router.post("/me/seen")
async def seen(request: Request) -> Response:
    """Note that the reader has seen everything until now."""
    await forms.sent(request)
    visits: Visits = request.app.state.visits
    visits.caught_up(reader(request))
    return RedirectResponse(link(request, "/"), status_code=303)


def reader(request: Request) -> str:
    """Return whom visits are kept for."""
    asking = forms.caller(request)
    return asking.name if asking is not None else ""


def since_last(request: Request) -> datetime | None:
    """Note a look at the desk; return the end of the reader's visit before."""
    visits: Visits = request.app.state.visits
    return visits.since(reader(request))
