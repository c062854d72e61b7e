"""Reports, what was read out of them, citations and search."""

from __future__ import annotations

from itertools import islice
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request

from dateline.records import Report
from dateline.serve.render.view import span_id
from dateline.serve.web.api.common import (
    READ,
    Action,
    Cursor,
    Id,
    Limit,
    answer,
    page,
    read_cursor,
    span_of_days,
    write_cursor,
)
from dateline.serve.web.api.shapes import reports as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.api.shapes.stories import CopyEdge
from dateline.serve.web.parts import MOST_HITS, Day, Language, LibraryPart, Name, Words

router = APIRouter(tags=["reports"], responses=READ)


@router.get("/reports", response_model=Page[shapes.ReportEntry])
def reports(
    request: Request, library: LibraryPart, cursor: Cursor = None, limit: Limit = 50
) -> Any:
    """List all versions of all reports, by time of publication; ``total`` is null."""
    store = library.desk.store
    after = read_cursor(cursor)[1] if cursor is not None else None
    ids = list(islice(store.report_ids(after), limit + 1))
    found = store.reports(ids[:limit])
    following = write_cursor(0, ids[limit - 1]) if len(ids) > limit else None
    return answer(request, found, None, following)


@router.get("/reports/{name}", response_model=shapes.Report)
def report(library: LibraryPart, name: Name) -> Any:
    """Return one version of a report, with its text."""
    found = library.desk.store.report(name)
    return {**_fields(found), "story": library.desk.store.story_of(found.id)}


@router.get("/reports/{name}/reading", response_model=shapes.Reading)
def reading(library: LibraryPart, name: Name) -> Any:
    """Return what was read out of a report: sentences, dates, actors, places, quotations."""
    return library.desk.store.reading(library.desk.store.report(name).id)


@router.get("/reports/{name}/copies", response_model=list[CopyEdge])
def copies(library: LibraryPart, name: Name) -> Any:
    """Return the copy edges that lead from or to a report."""
    return library.desk.store.copies([library.desk.store.report(name).id])


@router.get("/citations/{name}", response_model=shapes.Citation)
def citation(
    library: LibraryPart,
    name: Name,
    around: Annotated[int, Query(ge=0, le=5_000, description="Characters on each side.")] = 300,
) -> Any:
    """Open a citation REPORT:START-END, or a whole report by its id alone."""
    opened = library.desk.show(name, around=around)
    return {
        "id": span_id(opened.span),
        "report": opened.report.id,
        "outlet": opened.report.outlet,
        "title": opened.report.title,
        "published": opened.report.published,
        "before": opened.before,
        "text": opened.text,
        "after": opened.after,
    }


@router.get("/search", response_model=Page[shapes.Hit])
def search(
    request: Request,
    library: LibraryPart,
    q: Words,
    language: Language = "",
    actor: Annotated[Id, Query(description="Reports that name this actor, by its id.")] = None,
    place: Annotated[Id, Query(description="Reports that name this place.")] = None,
    type: Annotated[Action, Query(description="Reports of events of a type: CONSULT.")] = None,
    by: Annotated[
        Literal["words", "meaning"],
        Query(description="Reports that hold every word, or those nearest in meaning."),
    ] = "words",
    since: Day = "",
    until: Day = "",
    cursor: Cursor = None,
    limit: Limit = 20,
) -> Any:
    """Search the newest versions of all reports, the best 200; ``until`` is the last day.

    Asked by meaning, ``score`` is how near a report is (0 to 1) and the citation its nearest
    sentence, in whatever language.
    """
    begin, end = span_of_days(since, until)
    found = library.search(
        q,
        MOST_HITS,
        language=language or None,
        since=begin,
        until=end,
        actor=actor,
        place=place or "",
        action=type,
        by=by,
    )
    shown = page(request, found, limit, cursor, lambda hit: hit[1].id)
    shown["items"] = [
        {
            "report": report.id,
            "title": report.title,
            "outlet": report.outlet,
            "language": report.language,
            "published": report.published,
            "score": hit.score,
            "citation": span_id(hit.span),
            "text": report.quote(hit.span),
        }
        for hit, report in shown["items"]
    ]
    return shown


def _fields(found: Report) -> dict[str, Any]:
    return {name: getattr(found, name) for name in shapes.Report.model_fields if name != "story"}
