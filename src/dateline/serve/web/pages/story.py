"""A story: its brief with every source at hand, and the brief in other forms."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.records import Claim, Report, Span, Story
from dateline.serve.render import to_brief_json, to_html, to_markdown
from dateline.serve.render.html import STYLE
from dateline.serve.render.view import View, claim_text, edit_words
from dateline.serve.web.graph import Graph, copy_graph
from dateline.serve.web.library import Library
from dateline.serve.web.page import link, render
from dateline.serve.web.parts import LibraryPart, Name

router = APIRouter(include_in_schema=False)

# Characters of the report shown on each side of a cited sentence; a script that writes a
# syllable or a word with one character says as much in fewer.
AROUND = 160
AROUND_DENSE = {"ja": 60, "ko": 80, "zh": 50}
_LONGEST_WORD = 25  # a longer run without a space is no word but a script without spaces
_MEDIA = {"md": "text/markdown", "json": "application/json", "html": "text/html"}
# The self-contained page brings its style along; this digest allows that style and no other.
_STYLE_DIGEST = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_PLAIN_POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_DIGEST}'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A citation, opened: the number of its source, its words and what stands around them."""

    number: int
    report: Report
    span: Span

    @property
    def text(self) -> str:
        """The cited words."""
        return self.report.quote(self.span)

    @property
    def before(self) -> str:
        """What stands before them: from the beginning of a word, "…" where text is cut."""
        start = max(0, self.span.start - self._around)
        text = self.report.text[start : self.span.start]
        if start == 0:
            return text
        head, space, rest = text.partition(" ")
        return f"… {rest}" if space and len(head) < _LONGEST_WORD else f"…{text}"

    @property
    def after(self) -> str:
        """What stands after them, likewise to the end of a word."""
        end = self.span.end + self._around
        text = self.report.text[self.span.end : end]
        if end >= len(self.report.text):
            return text
        rest, space, tail = text.rpartition(" ")
        return f"{rest} …" if space and len(tail) < _LONGEST_WORD else f"{text}…"

    @property
    def _around(self) -> int:
        return AROUND_DENSE.get(self.report.language or "", AROUND)


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as the page shows it."""

    claim: Claim
    text: str
    edits: str
    sources: tuple[Opened, ...]


@router.get("/stories/{name}")
def story(request: Request, library: LibraryPart, name: Name) -> Response:
    """The brief of a story."""
    found = library.desk.store.story(name)
    if found.id != name:  # a beginning of an id, or one that was merged
        return RedirectResponse(link(request, f"/stories/{found.id}"), status_code=307)
    brief = library.brief(found)
    reports = library.desk.reports_of(brief)
    view = View(brief, reports)

    def opened(spans: tuple[Span, ...]) -> tuple[Opened, ...]:
        cited = view.citations(spans)
        return tuple(Opened(one.number, reports[one.span.report], one.span) for one in cited)

    def shown(claim: Claim) -> Shown:
        words = claim_text(claim, brief.language)
        return Shown(claim, words, edit_words(claim), opened(claim.spans))

    return render(
        request,
        "story.html",
        here="",
        brief=brief,
        view=view,
        title=claim_text(brief.headline, brief.language),
        gist=shown(brief.gist),
        sections=[(s, [shown(claim) for claim in s.claims]) for s in brief.sections],
        differences=[
            (d, [(version, opened(version.spans)) for version in d.versions])
            for d in brief.differences
        ],
        graph=graph_of(library, found),
        story=found,
    )


def graph_of(library: Library, story: Story) -> Graph:
    """Draw who copied whom among the reports of a story, superseded versions included."""
    store = library.desk.store
    members = [member.report for member in story.members]
    copies = store.copies(members)
    touched = dict.fromkeys([*members, *(id for copy in copies for id in (copy.report, copy.of))])
    reports: dict[str, Report] = {report.id: report for report in store.reports(touched)}
    return copy_graph(reports, copies)


@router.get("/stories/{name}/brief.{form}")
def brief(
    library: LibraryPart, name: Name, form: Literal["md", "html", "json"], save: bool = False
) -> Response:
    """The brief as Markdown, as one self-contained page (to print or to keep), or as JSON."""
    found = library.desk.store.story(name)
    made = library.brief(found)
    reports = library.desk.reports_of(made)
    write = {"md": to_markdown, "html": to_html, "json": to_brief_json}[form]
    answer = Response(write(made, reports), media_type=_MEDIA[form])
    if form == "html":
        answer.headers["Content-Security-Policy"] = _PLAIN_POLICY
    if save:
        answer.headers["Content-Disposition"] = f'attachment; filename="{found.id}.{form}"'
    return answer
