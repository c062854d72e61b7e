"""Pages that list: today, search, sources, doctor."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.serve.web.page import interface, render
from dateline.serve.web.parts import (
    Day,
    Language,
    LibraryPart,
    PageNumber,
    Words,
    cut,
    cut_hits,
    day,
    enough,
)

router = APIRouter(include_in_schema=False)

PER_PAGE = 20
PER_SEARCH = 20
PER_DOCTOR = 100


@router.get("/")
def today(request: Request, library: LibraryPart, page: PageNumber = 1) -> Response:
    """Stories in rank order."""
    shown = cut(library.lines(), page, PER_PAGE)
    said = interface(request).language
    cards = library.cards(shown.items)
    actors = {
        actor: library.actor_name(actor, words, said)
        for card in cards
        for actor, words in card.actors
    }
    return render(request, "today.html", here="today", cards=cards, actors=actors, slice=shown)


@router.get("/search")
def search(
    request: Request,
    library: LibraryPart,
    q: Words = "",
    language: Language = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Full text of all reports."""
    found = (
        library.desk.search(
            q,
            language=language or None,
            since=day(since),
            until=day(until, end=True),
            limit=enough(page, PER_SEARCH),
        )
        if q.strip()
        else ()
    )
    asked = {"q": q, "language": language, "since": since, "until": until}
    shown = cut_hits(found, page, PER_SEARCH)
    return render(request, "search.html", here="search", asked=asked, slice=shown)


@router.get("/sources")
def sources(request: Request, library: LibraryPart, page: PageNumber = 1) -> Response:
    """Outlets, and how often each is the origin of a report or a copy."""
    shown = cut(library.outlets(), page, PER_DOCTOR)
    return render(request, "sources.html", here="sources", slice=shown)


@router.get("/doctor")
def doctor(request: Request, library: LibraryPart, page: PageNumber = 1) -> Response:
    """How the desk is, and what it could not take."""
    state = library.doctor()
    shown = cut(state["rejections"], page, PER_DOCTOR)
    return render(request, "doctor.html", here="doctor", state=state, slice=shown)
