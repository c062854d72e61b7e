"""Search: reports by their words, narrowed down by who, where, when and what."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.events.ontology import TYPES
from dateline.records import Report, Span
from dateline.serve.web.page import render
from dateline.serve.web.parts import Day, Language, LibraryPart, PageNumber, Words, day
from dateline.serve.web.slices import cut_hits, enough

router = APIRouter(include_in_schema=False)

PER_PAGE = 20
Term = Annotated[str, Query(max_length=100)]


@router.get("/search")
def search(
    request: Request,
    library: LibraryPart,
    q: Words = "",
    language: Language = "",
    actor: Term = "",
    place: Term = "",
    type: Term = "",
    by: Literal["words", "meaning"] = "words",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
) -> Response:
    """Reports that hold the words, or lie nearest to them in meaning."""
    found = library.search(
        q,
        enough(page, PER_PAGE),
        language=language or None,
        since=day(since),
        until=day(until, end=True),
        actor=library.names.find(actor) or None,
        place=place.strip(),
        action=type or None,
        by=by,
    )
    asked = {
        "q": q, "by": by, "language": language, "actor": actor,
        "place": place, "type": type, "since": since, "until": until,
    }  # fmt: skip
    shown = cut_hits(found, page, PER_PAGE)
    return render(
        request,
        "search.html",
        here="search",
        asked=asked,
        slice=shown,
        excerpts={hit.report: excerpt(report, hit.span) for hit, report in shown.items},
        types=list(TYPES),
        filtered=any(asked[name] for name in ("actor", "place", "type", "since", "until")),
    )


def excerpt(report: Report, span: Span) -> str:
    """Return the words that were found; of a report found by its title, how its text begins."""
    words = report.quote(span)
    if words != report.title:
        return words
    texts = (block for block in report.blocks if block.kind == "paragraph")
    first = next(texts, None)
    return report.text[first.start : first.end] if first else words
