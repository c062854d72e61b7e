"""The desk itself: who asks, its state, checks, and everything as one document."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter

from dateline.serve.web.api.common import CHANGE, READ, CallerPart
from dateline.serve.web.api.shapes import desk as shapes
from dateline.serve.web.parts import LibraryPart

router = APIRouter(tags=["desk"])


@router.get("/me", response_model=shapes.Me, responses=READ)
def me(caller: CallerPart) -> Any:
    """Say who asks, and in which role."""
    return caller


@router.post("/check", response_model=list[shapes.Verdict], responses=CHANGE)
def check(library: LibraryPart, question: shapes.Question) -> Any:
    """Check each sentence of a text against reports of the desk. Nothing is kept."""
    return library.check(question.text, question.reports)


@router.get("/doctor", response_model=shapes.Doctor, responses=READ)
def doctor(library: LibraryPart) -> Any:
    """Say how the desk is: store, engines, knowledge, and what was rejected and why."""
    return library.doctor()


@router.get("/export", response_model=shapes.Export, responses=READ)
def export(library: LibraryPart) -> Any:
    """Return the whole desk as one document. It writes every brief: slow on a large desk."""
    return library.export()
