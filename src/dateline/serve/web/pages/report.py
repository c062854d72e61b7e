"""A report as the desk holds it, open at a sentence, with its versions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.records import Report
from dateline.serve.web.library import Library
from dateline.serve.web.marks import changes, paragraphs
from dateline.serve.web.page import render
from dateline.serve.web.parts import LibraryPart, Name

router = APIRouter(include_in_schema=False)

# A page that is corrected all day long has hundreds: the newest are listed.
MOST_VERSIONS = 30
At = Annotated[
    str, Query(pattern=r"^(\d{1,9}-\d{1,9})?$", description="Characters to mark: START-END.")
]


@router.get("/reports/{name}")
def report(request: Request, library: LibraryPart, name: Name, at: At = "") -> Response:
    """The text of a report, the cited sentence marked."""
    store = library.desk.store
    found = store.report(name)
    cited = library.desk.show(f"{found.id}:{at}").span if at else None
    versions = store.versions(found.key, most=MOST_VERSIONS + 1)
    older, versions = len(versions) > MOST_VERSIONS, versions[-MOST_VERSIONS:]
    before = next(iter(store.reports([found.supersedes or ""], held=True)), None)
    return render(
        request,
        "report.html",
        here="",
        report=found,
        cited=cited,
        cited_words=found.quote(cited) if cited else "",
        paragraphs=paragraphs(found, cited),
        versions=versions,
        older=older,
        before=before,
        changes=changes(before.text, found.text) if before else (),
        story=_story(library, versions, found),
        copies=_copies(library, found),
    )


def _story(library: Library, versions: list[Report], report: Report) -> str | None:
    """The story of a report; a superseded version is in the one of the current version."""
    for version in (report, *reversed(versions)):
        if story := library.desk.store.story_of(version.id):
            return story
    return None


def _copies(library: Library, report: Report) -> list[tuple[str, Report, float]]:
    """What this report copies and what copies it: relation, the other report, share."""
    store = library.desk.store
    edges = [edge for edge in store.copies([report.id]) if edge.kind != "edited"]
    others = {
        other.id: other
        for other in store.reports({e.of for e in edges} | {e.report for e in edges})
    }
    return [
        (edge.kind, others[edge.of], edge.share)
        if edge.report == report.id
        else (f"{edge.kind}_by", others[edge.report], edge.share)
        for edge in edges
    ]
