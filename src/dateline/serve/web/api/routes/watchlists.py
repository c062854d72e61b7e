"""Watchlists and what they were told."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from dateline.records import Watchlist
from dateline.serve.web.api.common import CHANGE, READ, Cursor, Id, Limit, page, span_of_days
from dateline.serve.web.api.shapes import keeping as shapes
from dateline.serve.web.api.shapes.base import Page
from dateline.serve.web.parts import Day, LibraryPart, Name

router = APIRouter(tags=["watchlists"])
# The newest alerts that are listed; older ones are kept, and found by a day.
MOST_ALERTS = 5_000


@router.get("/watchlists", response_model=Page[shapes.Watchlist], responses=READ)
def watchlists(
    request: Request, library: LibraryPart, cursor: Cursor = None, limit: Limit = 50
) -> Any:
    """List the watchlists by name."""
    shown = page(request, library.desk.watchlists(), limit, cursor, lambda item: item.id)
    shown["items"] = [_shape(item) for item in shown["items"]]
    return shown


@router.post("/watchlists", response_model=shapes.Watchlist, status_code=201, responses=CHANGE)
def add(library: LibraryPart, new: shapes.NewWatchlist) -> Any:
    """Keep a watchlist; the same name replaces it."""
    return _shape(library.desk.add_watchlist(**new.model_dump()))


@router.get("/watchlists/{name}", response_model=shapes.Watchlist, responses=READ)
def watchlist(library: LibraryPart, name: Name) -> Any:
    """Return a watchlist by its id or name."""
    return _shape(library.desk.watchlist(name))


@router.delete("/watchlists/{name}", status_code=204, responses=CHANGE)
def remove(library: LibraryPart, name: Name) -> None:
    """Forget a watchlist and its alerts."""
    library.desk.remove_watchlist(name)


@router.get("/alerts", response_model=Page[shapes.Alert], responses=READ)
def alerts(
    request: Request,
    library: LibraryPart,
    watchlist: Id = None,
    since: Day = "",
    cursor: Cursor = None,
    limit: Limit = 50,
) -> Any:
    """List what the watchlists were told, newest first, of one of them or of all."""
    begin, _ = span_of_days(since, "")
    found = library.desk.alerts(watchlist, since=begin, limit=MOST_ALERTS)
    return page(request, found, limit, cursor, lambda alert: alert.id)


def _shape(item: Watchlist) -> dict[str, Any]:
    names = [name for name in shapes.Watchlist.model_fields if name != "sent_to"]
    sent_to = [*(["email"] if item.emails else []), *(["webhook"] if item.webhook else [])]
    return {**{name: getattr(item, name) for name in names}, "sent_to": sent_to}
