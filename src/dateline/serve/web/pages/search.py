"""Search: by words and by meaning, and what goes by a name."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.events.ontology import TYPES
from dateline.serve.web.page import render
from dateline.serve.web.parts import Day, Language, LibraryPart, PageNumber, Words, day
from dateline.serve.web.slices import cut_hits, enough

router = APIRouter(include_in_schema=False)

PER_PAGE = 20
By = Literal["words", "meaning"]
Term = Annotated[str, Query(max_length=100)]


@router.get("/search")
def search(
    request: Request,
    library: LibraryPart,
    q: Words = "",
    by: By = "words",
    language: Language = "",
    actor: Term = "",
    place: Term = "",
    type: Term = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Reports that hold the words, or that mean something near to them."""
    found = library.search(
        q,
        by=by,
        language=language or None,
        actor=library.names.find(actor) or None,
        place=place.strip() or None,
        action=type or None,
        since=day(since),
        until=day(until, end=True),
        limit=enough(page, PER_PAGE),
    )
    asked = {
        "q": q, "by": by if by != "words" else "", "language": language, "actor": actor,
        "place": place, "type": type, "since": since, "until": until,
    }  # fmt: skip
    shown = cut_hits(found, page, PER_PAGE)
    return render(
        request,
        "search.html",
        here="search",
        asked=asked,
        by=by,
        slice=shown,
        types=list(TYPES),
        filtered=any(asked[name] for name in ("actor", "place", "type", "since", "until")),
    )
