"""Stories and their briefs."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.brief.select import Length
from dateline.records import Brief, Report
from dateline.serve.render import to_html, to_markdown, to_pdf
from dateline.serve.render.json import brief_plain
from dateline.serve.web.api.common import READ, Cursor, Limit, file_of, slice_page, start_of
from dateline.serve.web.api.shapes import stories as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.parts import LibraryPart, Name

router = APIRouter(tags=["stories"], responses=READ)

LengthPart = Annotated[Length | None, Query(description="How much it says.")]
Form = Literal["md", "html", "pdf"]
_MEDIA = {"md": "text/markdown", "html": "text/html", "pdf": "application/pdf"}
_FILES = file_of("text/markdown")
_FILES[200]["content"]["text/html"] = {"schema": {"type": "string"}}
_FILES[200]["content"]["application/pdf"] = {"schema": {"type": "string", "format": "binary"}}


@router.get("/stories", response_model=Page[shapes.StoryEntry])
def stories(
    request: Request, library: LibraryPart, cursor: Cursor = None, limit: Limit = 50
) -> Any:
    """List the stories in rank order, the weightiest first."""
    start, desk = start_of(cursor), library.desk
    shown = desk.stories(limit=limit + 1, offset=start)
    return slice_page(request, shown, start, limit, desk.store.count_stories())


@router.get("/stories/{name}", response_model=shapes.Story)
def story(library: LibraryPart, name: Name) -> Any:
    """Return a story by its id, the beginning of it, or an id that was merged into it."""
    store = library.desk.store
    found = store.story(name)
    members = [member.report for member in found.members]
    return {
        **{field: getattr(found, field) for field in _OWN},
        "title": library.title(found),
        "copies": store.copies(members),
        "links": store.links(found.id),
    }


@router.get("/stories/{name}/brief", response_model=shapes.Brief)
def brief(library: LibraryPart, name: Name, length: LengthPart = None) -> Any:
    """Return the brief of a story: every sentence with the spans it stands on, and their text."""
    made, reports = _brief(library, name, length)
    return brief_plain(made, reports)


@router.get("/stories/{name}/brief.{form}", responses=_FILES, response_class=Response)
def brief_file(library: LibraryPart, name: Name, form: Form, length: LengthPart = None) -> Response:
    """Return the brief as Markdown, as a page of its own, or as PDF for print."""
    made, reports = _brief(library, name, length)
    content: str | bytes
    if form == "pdf":
        content = to_pdf(made, reports, library.desk.options.pdf_fonts.split())
    else:
        content = (to_markdown if form == "md" else to_html)(made, reports)
    headers = {"Content-Disposition": f'inline; filename="{made.story}.{form}"'}
    if form == "html":  # the page carries its own style, and a policy that allows nothing else
        headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return Response(content, media_type=_MEDIA[form], headers=headers)


_OWN = ("id", "version", "opened", "updated", "independent", "origins", "members")


def _brief(
    library: LibraryPart, name: str, length: Length | None
) -> tuple[Brief, dict[str, Report]]:
    made = library.brief(library.desk.store.story(name), length)
    return made, library.desk.reports_of(made)
