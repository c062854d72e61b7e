"""A story: its brief with every source at hand, its time, what is expected, what is new."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dateline.errors import NotFound
from dateline.records import Brief, Claim, Report, Span, Story, When
from dateline.serve.pictures import Moment, Picture, timeline
from dateline.serve.render.view import View, claim_text, edit_words
from dateline.serve.web.graph import Graph, copy_graph
from dateline.serve.web.library import Library
from dateline.serve.web.page import interface, link, render
from dateline.serve.web.pages.today import since_last
from dateline.serve.web.parts import LibraryPart, Name, PageNumber
from dateline.serve.web.quoting import Opened, opened
from dateline.serve.web.slices import cut
from dateline.serve.web.told import EventLine, ExpectationLine, Teller

router = APIRouter(include_in_schema=False)

PER_PAGE = 100
MOST_EVENTS, MOST_EXPECTED = 8, 8
MOST_REPORTS = 30
MOST_MARKS = 120
# A page stays light however much stands behind it: so many citations are opened on it in all,
# of one sentence from one to six; the others are links to their place in the report.
MOST_OPENED, MOST_OPENED_EACH = 45, 6
_ACTOR = re.compile(r"\b[px]:[\w-]+")  # an actor's id in a reason that is given in words


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as the page shows it; ``new`` when all that say it came since the last visit."""

    claim: Claim
    text: str
    edits: str
    sources: tuple[Opened, ...]
    new: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """A story before or after this one in its storyline, and why it is."""

    id: str
    title: str
    why: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class Reopening:
    """A report that opened a closed story again, after so many days without one."""

    by: Report
    silent: int


@router.get("/stories/{name}")
def story(request: Request, library: LibraryPart, name: Name) -> Response:
    """The brief of a story, and what the desk knows beside it."""
    found = library.desk.store.story(name)
    if found.id != name:  # a beginning of an id, or one that was merged
        return RedirectResponse(link(request, f"/stories/{found.id}"), status_code=307)
    brief = library.brief(found)
    reports = library.desk.reports_of(brief)
    view = View(brief, reports)

    def sources(spans: tuple[Span, ...]) -> tuple[Opened, ...]:
        return opened(reports, ((one.number, one.span) for one in view.citations(spans)))

    since = since_last(request)
    new = {member.report for member in found.members if since and member.joined > since}

    def shown(claim: Claim) -> Shown:
        words = claim_text(claim, brief.language)
        came = bool(claim.spans) and all(span.report in new for span in claim.spans)
        return Shown(claim, words, edit_words(claim), sources(claim.spans), came)

    teller = Teller(library.names, interface(request))
    now = datetime.now(UTC)
    events = [teller.event(event) for event in library.desk.events(story=found.id, limit=None)]
    expected = [teller.expectation(item, now) for item in library.desk.expectations(story=found.id)]
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
            (d, [(version, sources(version.spans)) for version in d.versions])
            for d in brief.differences
        ],
        graph=graph_of(library, found),
        story=found,
        events=events[:MOST_EVENTS],
        more_events=len(events) - MOST_EVENTS,
        expected=expected[:MOST_EXPECTED],
        more_expected=len(expected) - MOST_EXPECTED,
        picture=timeline_of(request, teller, brief, events, expected),
        storyline=storyline_of(library, found, teller),
        reopenings=reopenings_of(library, found),
        since=since,
        new=new,
        most_reports=MOST_REPORTS,
        most_opened=opened_each(brief),
        pdf=find_spec("typst") is not None,
    )


@router.get("/stories/{name}/reports")
def reports(request: Request, library: LibraryPart, name: Name, page: PageNumber = 1) -> Response:
    """All reports of a story, in the order in which its brief cites them."""
    found = library.desk.store.story(name)
    brief = library.brief(found)
    view = View(brief)
    since = since_last(request)
    return render(
        request,
        "reports.html",
        here="",
        story=found,
        title=claim_text(brief.headline, brief.language),
        view=view,
        slice=cut(view.sources, page, PER_PAGE),
        new={member.report for member in found.members if since and member.joined > since},
    )


def opened_each(brief: Brief) -> int:
    """How many citations of each sentence the page of a brief opens."""
    sentences = sum(len(section.claims) for section in brief.sections) + len(brief.differences)
    return max(1, min(MOST_OPENED_EACH, MOST_OPENED // max(1, sentences)))


def graph_of(library: Library, story: Story) -> Graph:
    """Draw who copied whom among the reports of a story, superseded versions included."""
    store = library.desk.store
    members = [member.report for member in story.members]
    copies = store.copies(members)
    touched = dict.fromkeys([*members, *(id for copy in copies for id in (copy.report, copy.of))])
    reports: dict[str, Report] = {report.id: report for report in store.reports(touched)}
    return copy_graph(reports, copies)


def timeline_of(
    request: Request,
    teller: Teller,
    brief: Brief,
    events: list[EventLine],
    expected: list[ExpectationLine],
) -> Picture | None:
    """Draw the events of a story, the reports that tell of it, and what is expected of it."""
    said = teller.said
    moments = [
        _moment("event", line.event.occurred, teller.in_a_line(line), f"/events/{line.event.id}")
        for line in events
    ]
    moments += [
        Moment(
            kind="report",
            at=source.published,
            until=None,
            says=f"{source.outlet or said('report.outlet_unknown')}: "
            f"{source.title or said('report.untitled')}",
            path=f"/reports/{source.report}",
        )
        for source in brief.sources
        if source.published is not None
    ]
    moments += [
        _moment(
            "due",
            line.expectation.due,
            f"{line.due}: {line.expectation.statement}",
            f"/expectations/{line.expectation.id}",
        )
        for line in expected
        # What is due some time in a year says nothing on a line of days.
        if line.expectation.due.precision in ("instant", "hour", "day", "week")
    ]
    dated = [
        Moment(kind=m.kind, at=m.at, until=m.until, says=m.says, path=link(request, m.path))
        for m in moments
        if m is not None
    ]
    if len(dated) < 2:
        return None
    words = {
        "event": said("story.events"),
        "report": said("story.reports"),
        "due": said("story.expected"),
        "picture": said("story.timeline"),
    }
    return timeline(dated[:MOST_MARKS], words, said.language)


def _moment(kind: str, when: When, says: str, path: str) -> Moment | None:
    at = when.earliest or when.latest
    if at is None:
        return None
    until = when.latest if when.earliest else None
    return Moment(
        kind="event" if kind == "event" else "due", at=at, until=until, says=says, path=path
    )


def reopenings_of(library: Library, story: Story) -> list[Reopening]:
    """Return what opened a story again after it had closed, in order."""
    if not story.reopened:
        return []
    reports = library.desk.store.reports([member.report for member in story.members])
    times = {report.id: report.published or report.retrieved for report in reports}
    by_id = {report.id: report for report in reports}
    order = [report.id for report in reports]
    found = []
    for id in story.reopened:
        last = max((times[other] for other in order[: order.index(id)]), default=times[id])
        found.append(Reopening(by_id[id], abs(times[id] - last).days))
    return found


def storyline_of(library: Library, story: Story, teller: Teller) -> dict[str, list[Linked]]:
    """Return the stories that this one follows (*earlier*) and those that follow it (*later*)."""

    def named(why: str) -> str:
        return _ACTOR.sub(lambda id: teller.name(id[0]).name, why)

    line: dict[str, list[Linked]] = {"earlier": [], "later": []}
    for edge in library.desk.store.links(story.id):
        side = "later" if edge.earlier == story.id else "earlier"
        try:
            other = library.desk.store.story(edge.later if side == "later" else edge.earlier)
        except NotFound:
            continue
        if other.id != story.id:
            line[side].append(
                Linked(other.id, library.title(other), named(edge.why), other.updated)
            )
    return line
