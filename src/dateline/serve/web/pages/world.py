"""Map: where the events of a period took place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dateline.events.ontology import QUADS
from dateline.serve.pictures import Place, world_map
from dateline.serve.web.page import interface, link, render
from dateline.serve.web.parts import Day, LibraryPart, day
from dateline.serve.web.periods import period

router = APIRouter(include_in_schema=False)

MOST_PLACES = 300
LISTED = 40
Term = Annotated[str, Query(max_length=100)]


@router.get("/map")
def world(
    request: Request, library: LibraryPart, since: Day = "", until: Day = "", quad: Term = ""
) -> Response:
    """The places of a period's events, as circles and as a list."""
    asked = period(library, day(since), day(until, end=True))
    found = library.placed(asked.begin, asked.end, quad)
    said = interface(request)
    rows = [
        (spot, number, link(request, "/events", place=spot.name, quad=quad, **asked.query))
        for spot, number in found.spots[:MOST_PLACES]
    ]
    picture = world_map(
        [
            Place(
                latitude=spot.latitude,
                longitude=spot.longitude,
                events=number,
                says=f"{spot.name}: {said('count.events', n=number)}",
                path=address,
            )
            for spot, number, address in rows
        ],
        said("map.picture"),
        said.language,
    )
    return render(
        request,
        "map.html",
        here="map",
        picture=picture,
        rows=rows[:LISTED],
        more=len(found.spots) - len(rows[:LISTED]),
        asked=asked,
        quad=quad,
        quads=QUADS,
        found=found,
    )
