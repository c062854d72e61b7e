"""Actors and their relations."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request

from dateline.errors import NotFound
from dateline.serve.web.api.common import READ, Cursor, Limit, Period, page, span_of_days
from dateline.serve.web.api.shapes import events as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.parts import Day, LibraryPart, Name

router = APIRouter(tags=["actors and relations"], responses=READ)

Imported = Annotated[bool, Query(description="Count imported events as well.")]
PeriodPart = Annotated[Period, Query(description="Points a month or a week.")]


@router.get("/actors", response_model=Page[shapes.ActorEntry])
def actors(request: Request, library: LibraryPart, cursor: Cursor = None, limit: Limit = 50) -> Any:
    """List the actors of all events, the busiest first."""
    shown = page(request, library.actors(), limit, cursor, lambda item: item[0])
    shown["items"] = [
        {"id": actor, "name": library.names.of(actor, "en"), "events": number}
        for actor, number in shown["items"]
    ]
    return shown


@router.get("/actors/{name}", response_model=shapes.Actor)
def actor(library: LibraryPart, name: Name) -> Any:
    """Return an actor: its names, and how many events it has a part in."""
    known = library.desk.knowledge.actors.get(name)
    events = library.desk.count_events(actor=name)
    if known is None:
        if not events:
            raise NotFound(f"no actor is known as {name!r}, and none has events")
        return {
            "id": name, "known": False, "kind": "unknown", "country": "", "sector": "",
            "names": [], "source": "", "events": events,
        }  # fmt: skip
    fields = ("id", "kind", "country", "sector", "names", "source")
    return {
        **{field: getattr(known, field) for field in fields},
        "known": True,
        "events": events,
    }


@router.get("/relations", response_model=shapes.Group)
def group(
    library: LibraryPart,
    actors: Annotated[
        str, Query(min_length=1, max_length=400, description="Between commas: JPN,KOR,CHN.")
    ],
    period: PeriodPart = "month",
    since: Day = "",
    until: Day = "",
    imported: Imported = False,
) -> Any:
    """Put the pairs of several actors side by side, and the balance of their triads."""
    begin, end = span_of_days(since, until)
    named = [part.strip() for part in actors.split(",") if part.strip()]
    return library.desk.group(named, period=period, since=begin, until=end, imported=imported)


@router.get("/relations/{a}/{b}", response_model=shapes.Relation)
def relation(
    library: LibraryPart,
    a: Name,
    b: Name,
    period: PeriodPart = "month",
    since: Day = "",
    until: Day = "",
    imported: Imported = False,
) -> Any:
    """Follow two actors over time: counts, the smoothed score, its turns and who moves whom."""
    begin, end = span_of_days(since, until)
    found = library.desk.relation(a, b, period=period, since=begin, until=end, imported=imported)
    line = found.relation
    return {
        "a": line.a, "b": line.b, "points": line.points,
        "turns": found.turns, "pulls": list(found.pulls),
    }  # fmt: skip


@router.get("/relations/{a}/{b}/forecast", response_model=shapes.Forecasts)
def forecast(
    library: LibraryPart,
    a: Name,
    b: Name,
    days: Annotated[int, Query(ge=1, le=365, description="Within how many days.")] = 30,
    imported: Imported = False,
) -> Any:
    """Say how likely each type of act is between two actors, with the rule's own record."""
    found = library.desk.forecast(a, b, days=days, imported=imported)
    return {"a": a, "b": b, "days": days, "forecasts": found}


@router.get("/relations/{a}/{b}/outlook", response_model=shapes.Outlook)
def outlook(
    library: LibraryPart,
    a: Name,
    b: Name,
    days: Annotated[int, Query(ge=1, le=3_650, description="Within how many days.")] = 90,
    imported: Imported = False,
) -> Any:
    """Say what followed on what happened between two actors of late: base rates, no forecast."""
    rates = library.desk.outlook(a, b, days=days, imported=imported)
    return {"a": a, "b": b, "rates": rates}
