"""Kept sources: their health, and adding, pausing and removing them."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Body, HTTPException, Request
from starlette.responses import Response

from dateline.records import Feed
from dateline.serve.web.api.common import CHANGE, FETCH, READ, Cursor, Limit, file_of, page
from dateline.serve.web.api.shapes import keeping as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.library import Library
from dateline.serve.web.parts import LibraryPart, Name
from dateline.watch.views import SourceLine

router = APIRouter(tags=["sources"])
_OPML = "text/x-opml"


@router.get("/sources", response_model=Page[shapes.SourceLine], responses=READ)
def sources(
    request: Request, library: LibraryPart, cursor: Cursor = None, limit: Limit = 50
) -> Any:
    """List the kept feeds by folder, then name, each with its health."""
    found = library.desk.sources()
    shown = page(request, found, limit, cursor, lambda line: line.feed.id)
    shown["items"] = [_shape(line) for line in shown["items"]]
    return shown


@router.post("/sources", response_model=shapes.SourceLine, status_code=201, responses=FETCH)
def add(library: LibraryPart, new: shapes.NewSource) -> Any:
    """Keep a feed, found at the address or on the page there; one that is kept already stays."""
    feed = library.desk.add_source(new.address, title=new.title, folder=new.folder, check=new.check)
    return _one(library, feed)


@router.get("/sources/opml", responses=file_of(_OPML), response_class=Response)
def opml(library: LibraryPart) -> Response:
    """Return the kept feeds as OPML 2.0, without user names, passwords and tokens."""
    headers = {"Content-Disposition": 'attachment; filename="sources.opml"'}
    return Response(library.desk.export_opml(), media_type=_OPML, headers=headers)


@router.post("/sources/opml", response_model=shapes.Imported, responses=CHANGE)
def take_opml(library: LibraryPart, body: Annotated[bytes, Body(media_type=_OPML)]) -> Any:
    """Keep every feed of an OPML list, sent as the body, with its title and folder."""
    text = body.decode("utf-8", "replace")
    found = library.desk.import_opml(text)
    return {
        "added": [feed.id for feed in found.added],
        "known": [feed.id for feed in found.known],
    }


@router.get("/sources/{name}", response_model=shapes.SourceLine, responses=READ)
def source(library: LibraryPart, name: Name) -> Any:
    """Return a kept feed by its id."""
    return _one(library, library.desk.source(name))


@router.post("/sources/{name}/pause", response_model=shapes.SourceLine, responses=CHANGE)
def pause(library: LibraryPart, name: Name) -> Any:
    """Stop reading a feed until it is resumed."""
    return _one(library, library.desk.pause_source(name))


@router.post("/sources/{name}/resume", response_model=shapes.SourceLine, responses=CHANGE)
def resume(library: LibraryPart, name: Name) -> Any:
    """Read a paused feed again, also one that was given up as gone."""
    return _one(library, library.desk.resume_source(name))


@router.delete("/sources/{name}", status_code=204, responses=CHANGE)
def remove(library: LibraryPart, name: Name) -> None:
    """Forget a feed; the reports that came from it stay."""
    library.desk.remove_source(name)


def _one(library: Library, feed: Feed) -> dict[str, Any]:
    for line in library.desk.sources():
        if line.feed.id == feed.id:
            return _shape(line)
    raise HTTPException(404)


def _shape(line: SourceLine) -> dict[str, Any]:
    own = {name: getattr(line, name) for name in ("name", "address", "health", "says", "due")}
    names = [name for name in shapes.SourceLine.model_fields if name not in own]
    return {**{name: getattr(line.feed, name) for name in names}, **own}
