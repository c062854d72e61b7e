"""Calendar: what is next, what is overdue, what came of the rest; and the track record."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, Literal, get_args
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.expect import Track
from dateline.knowledge.fixtures import Fixture, fixtures
from dateline.records.expectation import ExpectationKind
from dateline.serve.web import places
from dateline.serve.web.coming import Asked, expected
from dateline.serve.web.page import interface, render
from dateline.serve.web.parts import LibraryPart, Name, PageNumber
from dateline.serve.web.quoting import quoted
from dateline.serve.web.told import ExpectationLine, Teller

router = APIRouter(include_in_schema=False)

PER_PAGE = 40
MOST_OUTLETS = 60
AHEAD = timedelta(days=366)
Show = Literal["next", "undated", "overdue", "settled", "record"]
SHOWN: tuple[Show, ...] = ("next", "undated", "overdue", "settled", "record")
KINDS: tuple[ExpectationKind, ...] = get_args(ExpectationKind)
Kind = Literal["", "scheduled", "intended", "predicted", "possible"]
Term = Annotated[str, Query(max_length=100)]


@router.get("/calendar")
def calendar(
    request: Request,
    library: LibraryPart,
    show: Show = "next",
    actor: Term = "",
    place: Term = "",
    story: Term = "",
    kind: Kind = "",
    page: PageNumber = 1,
) -> Response:
    """Expectations by due time: those to come, those overdue, or those that ended."""
    now = datetime.now(UTC)
    wanted = Asked(
        actor=library.names.find(actor), place=places.find(place), story=story, kind=kind
    )
    asked = {"actor": actor, "place": place.strip(), "story": story, "kind": kind}
    teller = Teller(library.names, interface(request))
    values: dict[str, Any] = {
        "show": show,
        "tabs": SHOWN,
        "kinds": KINDS,
        "counted": counted,
        "asked": asked,
        "tracks": None,
        "days": (),
        "slice": None,
    }
    if show == "record":
        found = library.tracks(now)
        if found is not None:
            outlets = sorted(found.outlets, key=lambda track: (-track.total, track.group))
            values["tracks"] = {"kinds": found.kinds, "outlets": outlets[:MOST_OUTLETS]}
    else:
        shown = expected(library.desk.store, show, wanted, now, page, PER_PAGE)
        lines = [teller.expectation(item, now) for item in shown.items]
        values["slice"] = shown
        known = (
            fixtures(now.date(), (now + AHEAD).date(), actor=wanted.actor or None)
            if show == "next" and page == 1 and not (story or kind or asked["place"])
            else ()
        )
        values["days"] = by_day(lines, known)
    values["ics"] = _address_of_file(wanted)
    return render(request, "calendar.html", here="calendar", **values)


def _address_of_file(asked: Asked) -> str:
    query = {"actor": asked.actor, "place": asked.place, "story": asked.story}
    kept = urlencode({name: value for name, value in query.items() if value})
    return "/feeds/calendar.ics" + (f"?{kept}" if kept else "")


@router.get("/expectations/{name}")
def expectation(request: Request, library: LibraryPart, name: Name) -> Response:
    """An expectation: the sentences that say it, and what settled it."""
    store = library.desk.store
    found = store.expectation(name)
    teller = Teller(library.names, interface(request))
    settled = found.settled
    return render(
        request,
        "expectation.html",
        here="calendar",
        line=teller.expectation(found, datetime.now(UTC)),
        sources=quoted(store, found.spans),
        settled=settled,
        settled_by=quoted(store, settled.spans) if settled else (),
        condition=quoted(store, (found.condition,)) if found.condition else (),
    )


def counted(track: Track, column: str) -> int:
    """Return how many expectations stand behind a rate of a track record."""
    outcomes = ("void", "withdrawn") if column == "void" else (column,)
    return sum(number for outcome, number in track.counts if outcome in outcomes)


def by_day(
    lines: list[ExpectationLine], known: tuple[Fixture, ...]
) -> list[tuple[date | None, list[ExpectationLine], list[Fixture]]]:
    """Put expectations and fixtures together under the days on which they are due, in the order
    of the expectations; without any, by day.
    """
    days: dict[date | None, tuple[list[ExpectationLine], list[Fixture]]] = {}
    for line in lines:
        days.setdefault(line.day, ([], []))[0].append(line)
    last = max((line.day for line in lines if line.day), default=None)
    for item in known:
        if last is None or item.start <= last:
            days.setdefault(item.start, ([], []))[1].append(item)
    order = sorted(days, key=lambda day: day or date.max) if known else list(days)
    return [(day, *days[day]) for day in order]
