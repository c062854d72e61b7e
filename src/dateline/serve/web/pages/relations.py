"""Relations: the network and the matrix of a period, and any two actors over time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Literal
from urllib.parse import quote

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import RedirectResponse, Response

from dateline.desk.between import Group, Pair
from dateline.events.ontology import QUADS
from dateline.records import Relation
from dateline.relate import Dyad
from dateline.serve.pictures import Edge, Picture, dyad_chart, network
from dateline.serve.pictures.look import HERE
from dateline.serve.web import gathered
from dateline.serve.web.page import interface, link, render
from dateline.serve.web.parts import Day, LibraryPart, day
from dateline.serve.web.periods import period
from dateline.serve.web.told import Teller
from dateline.store import Tie

router = APIRouter(include_in_schema=False)

MOST_EDGES = 45
IN_MATRIX, MOST_IN_MATRIX = 8, 14
MOST_TURNS = 5
MOST_POINTS = 120  # ten years of months; the table below has all
Term = Annotated[str, Query(max_length=100)]
ActorId = Annotated[str, Path(min_length=1, max_length=200)]
Every = Annotated[Literal["month", "week"], Query(description="What a point stands for.")]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: the dyad, its colour's step (-4 to 4), and its page."""

    dyad: Dyad
    step: int
    path: str


@router.get("/relations")
def relations(
    request: Request,
    library: LibraryPart,
    a: Term = "",
    b: Term = "",
    group: Annotated[str, Query(max_length=400)] = "",
    since: Day = "",
    until: Day = "",
) -> Response:
    """The network of a period, the matrix of a group, the balance of its triads."""
    if a.strip() and b.strip():
        return RedirectResponse(
            link(request, pair_path(library.names.find(a), library.names.find(b))), status_code=303
        )
    asked = period(library, day(since), day(until, end=True))
    teller = Teller(library.names, interface(request))
    names = library.names
    # Whom only reports name, in one spelling or another, would be many points and little said.
    ties = [
        tie
        for tie in library.ties(asked.begin, asked.end)
        if names.knows(tie.a) and names.knows(tie.b)
    ][:MOST_EDGES]
    named = [library.names.find(part) for part in group.replace("、", ",").split(",")]
    members = list(dict.fromkeys(filter(None, named)))[:MOST_IN_MATRIX]
    chosen = members if len(members) > 1 else list(gathered.busiest(ties, IN_MATRIX))
    found = library.group(tuple(chosen)) if len(chosen) > 1 else None
    return render(
        request,
        "relations.html",
        here="relations",
        asked=asked,
        picture=_network(request, teller, ties) if ties else None,
        ties=[(teller.name(t.a), teller.name(t.b), t, pair_path(t.a, t.b)) for t in ties[:12]],
        group=group,
        chosen=[teller.name(actor) for actor in chosen],
        cells=_cells(found) if found else {},
        triads=[([teller.name(x) for x in t.actors], t) for t in found.triads] if found else [],
    )


@router.get("/relations/{a:path}/with/{b:path}")
def relation(
    request: Request, library: LibraryPart, a: ActorId, b: ActorId, every: Every = "month"
) -> Response:
    """Two actors over time, with the events behind each turn."""
    teller = Teller(library.names, interface(request))
    pair = library.pair(a, b, every)
    events = {event.id: event for event in pair.events}
    ends = {point.start: point.end for point in pair.relation.points}
    turns = [
        (
            turn,
            events_path(request, a, b, turn.start, ends[turn.start]),
            [teller.event(events[id]) for id in turn.events if id in events],
        )
        for turn in pair.turns[:MOST_TURNS]
    ]
    return render(
        request,
        "relation.html",
        here="relations",
        a=teller.name(a),
        b=teller.name(b),
        every=every,
        points=[
            (point, events_path(request, a, b, point.start, point.end))
            for point in reversed(pair.relation.points)
            if point.events
        ],
        turns=turns,
        pulls=[pull for pull in pair.pulls if pull.periods and pull.correlation],
        outlook=library.outlook(a, b),
        latest=[teller.event(event) for event in reversed(pair.events[-10:])],
        total=len(pair.events),
        picture=_chart(request, teller, pair, a, b) if pair.relation.points else None,
        back=pair_path(b, a),
    )


def pair_path(a: str, b: str) -> str:
    """Address the page of a pair."""
    return f"/relations/{a}/with/{b}"


def events_path(
    request: Request, a: str, b: str, start: datetime, end: datetime, quad: str = ""
) -> str:
    """Address the events of a pair in a period of a chart."""
    last = (end - timedelta(microseconds=1)).date()
    query = {"actor": a, "with": b, "since": start.date(), "until": last, "quad": quad}
    return link(request, "/events", status="happened", **query)


def _chart(request: Request, teller: Teller, pair: Pair, a: str, b: str) -> Picture:
    said = teller.said
    quads: dict[str, str] = {quad: said(f"quad.{quad}") for quad in QUADS}
    words = {
        **quads,
        "counts": said("relations.counts"),
        "score": said("relations.score"),
        "turn": said("relations.turn"),
        "picture": said("relations.chart", a=teller.name(a).name, b=teller.name(b).name),
    }

    def linked(start: datetime, end: datetime, quad: str) -> str:
        return HERE + events_path(request, a, b, start, end, quad)

    shown = Relation(
        a=pair.relation.a, b=pair.relation.b, points=pair.relation.points[-MOST_POINTS:]
    )
    return dyad_chart(shown, pair.turns[:MOST_TURNS], linked, words, said.language)


def _network(request: Request, teller: Teller, ties: list[Tie]) -> Picture:
    said = teller.said
    actors = sorted({actor for tie in ties for actor in (tie.a, tie.b)})
    names: Mapping[str, str] = {actor: teller.name(actor).name for actor in actors}
    edges = [
        Edge(
            a=tie.a,
            b=tie.b,
            events=tie.events,
            score=tie.score,
            says=f"{names[tie.a]} – {names[tie.b]}: {said('count.events', n=tie.events)}",
            path=link(request, pair_path(tie.a, tie.b)),
        )
        for tie in ties
    ]
    paths = {actor: link(request, f"/actors/{quote(actor)}") for actor in actors}
    words = {
        "cooperation": said("relations.cooperation"),
        "neither": said("relations.neither"),
        "conflict": said("relations.conflict"),
        "picture": said("relations.network"),
    }
    return network(edges, names, paths, words)


def _cells(group: Group) -> dict[str, dict[str, Cell]]:
    """Arrange dyads as a table, each both ways round."""
    cells: dict[str, dict[str, Cell]] = {}
    for dyad in group.dyads:
        step = max(-4, min(4, round(dyad.score / 2)))
        for one, other in ((dyad.a, dyad.b), (dyad.b, dyad.a)):
            cells.setdefault(one, {})[other] = Cell(dyad, step, pair_path(one, other))
    return cells
