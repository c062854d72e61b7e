"""Doctor: how the desk is, and what it could not take."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.serve.web.page import render
from dateline.serve.web.parts import LibraryPart, PageNumber
from dateline.serve.web.slices import cut

router = APIRouter(include_in_schema=False)

PER_PAGE = 100


@router.get("/doctor")
def doctor(request: Request, library: LibraryPart, page: PageNumber = 1) -> Response:
    """Database, knowledge and engines; rejections with their reasons."""
    state = library.doctor()
    shown = cut(state["rejections"], page, PER_PAGE)
    return render(request, "doctor.html", here="doctor", state=state, slice=shown)
