"""The routes of the JSON API. Each asks the desk and gives its answer a stable shape."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.security import HTTPBearer

from dateline.brief.select import Length
from dateline.records.codec import to_plain
from dateline.serve.render.json import brief_plain
from dateline.serve.render.view import span_id
from dateline.serve.web.api import shapes
from dateline.serve.web.parts import (
    Day,
    Language,
    LibraryPart,
    Name,
    PageNumber,
    Slice,
    Words,
    cut,
    cut_hits,
    day,
    enough,
)

_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": shapes.Error, "description": words}
    for status, words in {
        401: "The token is missing or wrong.",
        404: "Nothing is known under that id.",
        405: "The API only reads.",
        413: "The request is too large.",
        414: "The address is too long.",
        421: "The server doesn't go by the name in the Host header.",
        431: "The request's headers are too large.",
        422: "A parameter has a value it can't have.",
        500: "The server failed.",
        503: "The database can't be read now.",
    }.items()
}
_ERRORS[304] = {"description": "Unchanged since the answer with the ETag in If-None-Match."}

# The guard has checked the token already; this only says so in the description of the API.
_bearer = HTTPBearer(auto_error=False, description="The token that the server was started with.")
router = APIRouter(
    prefix="/api/v1", responses=_ERRORS, dependencies=[Depends(_bearer)], tags=["desk"]
)

PerPage = Annotated[int, Query(ge=1, le=200, description="Entries on a page.")]


def _page(request: Request, shown: Slice[Any], size: int, items: Sequence[Any]) -> dict[str, Any]:
    following = {**request.query_params, "page": str(shown.page + 1)}
    return {
        "items": list(items),
        "page": shown.page,
        "per_page": size,
        "total": shown.total,
        "next": f"{request.url.path}?{urlencode(following)}" if shown.more else None,
    }


@router.get("/stories", response_model=shapes.Page[shapes.StoryEntry])
def stories(
    request: Request, library: LibraryPart, page: PageNumber = 1, per_page: PerPage = 50
) -> Any:
    """List the stories in rank order, the weightiest first."""
    shown = cut(library.lines(), page, per_page)
    items = [{**to_plain(line), "parts": dict(line.parts)} for line in shown.items]
    return _page(request, shown, per_page, items)


@router.get("/stories/{name}", response_model=shapes.Story)
def story(library: LibraryPart, name: Name) -> Any:
    """Return a story by its id, the beginning of it, or an id that was merged into it."""
    store = library.desk.store
    found = store.story(name)
    copies = store.copies([member.report for member in found.members])
    return {
        "id": found.id,
        "version": found.version,
        "opened": found.opened,
        "updated": found.updated,
        "independent": found.independent,
        "origins": found.origins,
        "members": [_attributes(m, shapes.Member) for m in found.members],
        "copies": [_attributes(copy, shapes.CopyEdge) for copy in copies],
    }


@router.get("/stories/{name}/brief", response_model=shapes.Brief)
def brief(
    library: LibraryPart,
    name: Name,
    length: Annotated[Length | None, Query(description="How much it says.")] = None,
) -> Any:
    """Return the brief of a story: every sentence with the spans it stands on, and their text."""
    made = library.brief(library.desk.store.story(name), length)
    return brief_plain(made, library.desk.reports_of(made))


@router.get("/reports/{name}", response_model=shapes.Report)
def report(library: LibraryPart, name: Name) -> Any:
    """Return one version of a report."""
    found = library.desk.store.report(name)
    plain = _attributes(found, shapes.Report, leave_out={"story"})
    return {**plain, "story": library.desk.store.story_of(found.id)}


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


@router.get("/search", response_model=shapes.Page[shapes.Hit])
def search(
    request: Request,
    library: LibraryPart,
    q: Words,
    language: Language = "",
    since: Day = "",
    until: Day = "",
    page: PageNumber = 1,
    per_page: PerPage = 20,
) -> Any:
    """Search the newest versions of all reports; ``until`` is the last day that counts.

    The best 200 are found, no more. ``total`` is null on pages before the last.
    """
    found = library.desk.search(
        q,
        language=language or None,
        since=day(since),
        until=day(until, end=True),
        limit=enough(page, per_page),
    )
    shown = cut_hits(found, page, per_page)
    items = [
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
        for hit, report in shown.items
    ]
    return _page(request, shown, per_page, items)


@router.get("/doctor", response_model=shapes.Doctor)
def doctor(library: LibraryPart) -> Any:
    """Say how the desk is: store, engines, knowledge, and what was rejected and why."""
    return library.doctor()


@router.get("/export", response_model=shapes.Export)
def export(library: LibraryPart) -> Any:
    """Return the whole desk as one document. It writes every brief: slow on a large desk."""
    return library.export()


def _attributes(
    record: Any, shape: type, leave_out: frozenset[str] | set[str] = frozenset()
) -> Any:
    """Take the fields of ``shape`` from a record."""
    names = shape.model_fields  # type: ignore[attr-defined]
    return {name: getattr(record, name) for name in names if name not in leave_out}
