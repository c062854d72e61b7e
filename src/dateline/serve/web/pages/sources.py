"""Sources: the feeds the desk keeps reading and how they are, and the outlets it has read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from dateline.errors import ConfigError, DatelineError, StageError
from dateline.serve.web import forms
from dateline.serve.web.page import link, render
from dateline.serve.web.parts import LibraryPart, Name, PageNumber
from dateline.serve.web.slices import cut

router = APIRouter(include_in_schema=False)

PER_PAGE = 100
LARGEST_OPML = 2_000_000  # bytes
Did = Annotated[str, Query(pattern="^(added|known|paused|resumed|removed|imported)?$")]


@router.get("/sources")
def sources(
    request: Request,
    library: LibraryPart,
    did: Did = "",
    name: Annotated[str, Query(max_length=300)] = "",
    page: PageNumber = 1,
) -> Response:
    """Feeds with their health; outlets, and how often each is origin or copy."""
    return _page(request, library, did=did, name=name, page=page)


@router.post("/sources")
async def add(request: Request, library: LibraryPart) -> Response:
    """Keep a feed, found at an address or on the page there."""
    form = await forms.sent(request)
    address = forms.text(form, "address", 2_000)
    known = {line.feed.id for line in library.desk.sources()}
    try:
        if not address:
            raise ConfigError("write the address of a feed, or of a page that has one")
        feed = await run_in_threadpool(
            library.desk.add_source,
            address,
            title=forms.text(form, "title"),
            folder=forms.text(form, "folder"),
        )
    except (StageError, ConfigError) as error:
        return _page(request, library, status=422, problem=str(error), address=address)
    return _done(request, "known" if feed.id in known else "added", feed.title or feed.id)


@router.post("/sources/{name}/{change}")
async def change(request: Request, library: LibraryPart, name: Name, change: str) -> Response:
    """Pause, resume or remove a feed."""
    await forms.sent(request)
    desk = library.desk
    changes: dict[str, tuple[str, Callable[[str], object]]] = {
        "pause": ("paused", desk.pause_source),
        "resume": ("resumed", desk.resume_source),
        "remove": ("removed", desk.remove_source),
    }
    if change not in changes:
        raise ConfigError(f"a source can't be told to {change}")
    did, carry_out = changes[change]
    title = desk.source(name).title
    await run_in_threadpool(carry_out, name)
    return _done(request, did, title)


@router.get("/sources/feeds.opml")
def export_opml(library: LibraryPart) -> Response:
    """The kept feeds as a list that other readers take."""
    answer = Response(library.desk.export_opml(), media_type="text/x-opml")
    answer.headers["Content-Disposition"] = 'attachment; filename="dateline.opml"'
    return answer


@router.post("/sources/opml")
async def import_opml(request: Request, library: LibraryPart) -> Response:
    """Keep every feed of a list."""
    form = await forms.sent(request)
    file = form.get("file")
    try:
        if not isinstance(file, UploadFile):
            raise ConfigError("choose an OPML file")
        content = (await file.read(LARGEST_OPML)).decode("utf-8", "replace")
        brought = await run_in_threadpool(library.desk.import_opml, content)
    except DatelineError as error:
        return _page(request, library, status=422, problem=str(error))
    return _done(request, "imported", str(len(brought.added)))


def _page(
    request: Request,
    library: LibraryPart,
    *,
    status: int = 200,
    problem: str = "",
    address: str = "",
    did: str = "",
    name: str = "",
    page: int = 1,
) -> Response:
    return render(
        request,
        "sources.html",
        status=status,
        here="sources",
        feeds=library.desk.sources(),
        slice=cut(library.outlets(), page, PER_PAGE),
        problem=problem,
        address=address,
        did=did,
        name=name,
    )


def _done(request: Request, did: str, name: str) -> Response:
    return RedirectResponse(link(request, "/sources", did=did, name=name[:300]), status_code=303)
