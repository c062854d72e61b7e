"""Actors: an index, and one page each: names, offices, events, dyads, stories, expectations."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from dateline.errors import NotFound
from dateline.records import Name, Tenure
from dateline.serve.web.library import Library
from dateline.serve.web.names import Named, plain
from dateline.serve.web.page import interface, render
from dateline.serve.web.parts import LibraryPart, PageNumber
from dateline.serve.web.slices import cut
from dateline.serve.web.told import Teller

router = APIRouter(include_in_schema=False)

PER_PAGE = 100
LISTED = 12
ActorId = Annotated[str, Path(min_length=1, max_length=200)]


@router.get("/actors")
def actors(
    request: Request,
    library: LibraryPart,
    q: Annotated[str, Query(max_length=100)] = "",
    page: PageNumber = 1,
) -> Response:
    """The actors that the desk's events tell of, the busiest first."""
    found = library.actors()
    if q.strip():
        among = library.names.like(q)
        found = library.desk.store.busiest(among=among, limit=len(among))
    shown = cut(found, page, PER_PAGE)
    teller = Teller(library.names, interface(request))
    return render(
        request,
        "actors.html",
        here="actors",
        slice=shown,
        listed=[(teller.name(actor), number) for actor, number in shown.items],
        q=q.strip(),
    )


@router.get("/actors/{name:path}")
def actor(request: Request, library: LibraryPart, name: ActorId) -> Response:
    """Everything that the desk holds about an actor."""
    said = interface(request)
    teller = Teller(library.names, said)
    knowledge = library.desk.knowledge
    known = knowledge.actors.get(name)
    now = datetime.now(UTC)
    about = library.about(name, now)
    if known is None and not (about.events or about.expectations):
        raise NotFound(f"no actor {plain(name)!r} is known, and no event tells of it")
    return render(
        request,
        "actor.html",
        here="actors",
        id=name,
        named=teller.name(name),
        actor=known,
        names=_names(known.names) if known else [],
        country=teller.name(known.country) if known and known.country not in ("", name) else None,
        tenures=_tenures(library, teller, name),
        holders=_holders(library, teller, name),
        events=[teller.event(event) for event in about.events],
        total=about.total,
        partners=[(teller.name(other), number) for other, number in about.partners],
        stories=library.cards(about.stories),
        expectations=[teller.expectation(item, now) for item in about.expectations],
        wikidata=knowledge.wikidata(name),
        facts_as_of=knowledge.knowledge_date,
    )


def _names(names: tuple[Name, ...]) -> list[tuple[str, list[str]]]:
    """Put names together by language, each once."""
    found: dict[str, dict[str, None]] = {}
    for name in names:
        found.setdefault(name.language, {})[name.text] = None
    return [(language, list(texts)[:8]) for language, texts in sorted(found.items())]


def _tenures(library: Library, teller: Teller, person: str) -> list[tuple[str, Tenure]]:
    """The offices that a person holds or held, the latest first."""
    found = library.desk.knowledge.tenures_of(person)
    return [
        (library.names.office(tenure.office, teller.said), tenure) for tenure in reversed(found)
    ]


def _holders(library: Library, teller: Teller, body: str) -> list[tuple[str, Named, Tenure]]:
    """Who holds the offices of a state: office, person, tenure; only where that is known."""
    knowledge = library.desk.knowledge
    found = []
    for office in knowledge.offices:
        if office == body or office.startswith(f"{body}-"):
            tenure = knowledge.tenures(office)[-1]
            if tenure.end is None:
                found.append(
                    (library.names.office(office, teller.said), teller.name(tenure.person), tenure)
                )
    return found[:LISTED]
