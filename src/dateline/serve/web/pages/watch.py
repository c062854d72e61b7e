"""Watchlists: what a person wants to be told of, and what they were told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from dateline.errors import ConfigError
from dateline.events.ontology import TYPES
from dateline.records import AlertKind, Watchlist
from dateline.serve.web import forms
from dateline.serve.web.names import Names
from dateline.serve.web.page import interface, link, render
from dateline.serve.web.parts import LibraryPart, Name, PageNumber
from dateline.serve.web.words import Words

router = APIRouter(include_in_schema=False)

PER_PAGE = 30
KINDS: tuple[AlertKind, ...] = ("story", "event", "expectation")
FIELDS = ("name", "actors", "pairs", "places", "words", "emails", "webhook")
_LONGEST = 1_000


@router.get("/watch")
def watch(
    request: Request,
    library: LibraryPart,
    watchlist: Annotated[str, Query(alias="list", max_length=100)] = "",
    page: PageNumber = 1,
) -> Response:
    """The watchlists, and the alerts of all or one of them, newest first."""
    return _page(request, library, watchlist=watchlist, page=page)


@router.post("/watch")
async def add(request: Request, library: LibraryPart) -> Response:
    """Keep a watchlist."""
    form = await forms.sent(request)
    given = {field: forms.text(form, field, _LONGEST) for field in FIELDS}
    chosen = _chosen(form)
    try:
        if not given["name"]:
            raise ConfigError("give the watchlist a name")
        await run_in_threadpool(
            library.desk.add_watchlist,
            given["name"],
            actors=[library.names.find(name) for name in _parts(given["actors"])],
            pairs=_pairs(given["pairs"], library.names),
            places=_parts(given["places"]),
            words=_parts(given["words"]),
            types=[name for name in form.getlist("types") if name in TYPES],
            kinds=chosen or KINDS,
            emails=_parts(given["emails"]),
            webhook=given["webhook"],
        )
    except ConfigError as error:
        return _page(request, library, status=422, problem=str(error), given=given)
    return RedirectResponse(link(request, "/watch"), status_code=303)


@router.post("/watch/{name}/remove")
async def remove(request: Request, library: LibraryPart, name: Name) -> Response:
    """Forget a watchlist and its alerts."""
    await forms.sent(request)
    await run_in_threadpool(library.desk.remove_watchlist, name)
    return RedirectResponse(link(request, "/watch"), status_code=303)


def _page(
    request: Request,
    library: LibraryPart,
    *,
    status: int = 200,
    problem: str = "",
    given: dict[str, str] | None = None,
    watchlist: str = "",
    page: int = 1,
) -> Response:
    lists = library.desk.watchlists()
    said = interface(request)

    def name(actor: str) -> str:
        return library.names.of(actor, said.language)

    alerts = library.desk.alerts(
        watchlist or None, limit=PER_PAGE + 1, offset=(page - 1) * PER_PAGE
    )
    return render(
        request,
        "watch.html",
        status=status,
        here="watch",
        lists=lists,
        called={one.id: one.name for one in lists},
        told={one.id: _told(one, said, name) for one in lists},
        name=name,
        chosen=watchlist,
        alerts=alerts[:PER_PAGE],
        page=page,
        more=len(alerts) > PER_PAGE,
        problem=problem,
        given=given or dict.fromkeys(FIELDS, ""),
        kinds=KINDS,
        types=list(TYPES),
    )


def _told(
    watchlist: Watchlist, said: Words, name: Callable[[str], str]
) -> tuple[tuple[str, list[str]], ...]:
    """Put what a watchlist asks for in words, by kind."""
    return (
        ("actors", [name(actor) for actor in watchlist.actors]),
        ("places", list(watchlist.places)),
        ("words", list(watchlist.words)),
        ("types", [said.named("action", type) for type in watchlist.types]),
        ("languages", [said.named("language", code) for code in watchlist.languages]),
    )


def _chosen(form: FormData) -> tuple[AlertKind, ...]:
    given = form.getlist("kinds")
    return tuple(kind for kind in KINDS if kind in given)


def _parts(text: str) -> list[str]:
    """Read a list as people write it: between commas or on lines of their own."""
    for mark in ("\n", "、", "，", ";"):
        text = text.replace(mark, ",")
    return [part.strip() for part in text.split(",") if part.strip()]


def _pairs(text: str, names: Names) -> list[tuple[str, str]]:
    """Read pairs: "Japan - South Korea"."""
    pairs = []
    for part in _parts(text):
        a, dash, b = part.replace("–", "-").partition(" - ")
        if not dash:
            raise ConfigError(f"{part!r} is no pair: write two actors with a dash between them")
        pairs.append((names.find(a), names.find(b)))
    return pairs
