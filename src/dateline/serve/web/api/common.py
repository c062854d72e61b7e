"""What all routes of the API share: documented errors, who asks, and pages of lists."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from fastapi.security import HTTPBearer

from dateline.errors import ConfigError
from dateline.events.ontology import TYPES
from dateline.serve.web.api.shapes.base import Error
from dateline.serve.web.callers import Caller
from dateline.serve.web.parts import day

T = TypeVar("T")
Responses = dict[int | str, dict[str, Any]]

_WORDS = {
    400: "The body is not what its type says.",
    401: "The token is missing or wrong.",
    403: "Only an editor may do that, or the request came from another site.",
    404: "Nothing is known under that id.",
    405: "That can't be done with this address.",
    413: "The request is too large.",
    414: "The address is too long.",
    421: "The server doesn't go by the name in the Host header.",
    422: "A parameter or the body has a value it can't have.",
    429: "Too many wrong credentials; Retry-After says when to come again.",
    431: "The request's headers are too large.",
    500: "The server failed.",
    502: "What lies elsewhere could not be had.",
    503: "The database can't be read now.",
}
_ANY = (401, 405, 414, 421, 422, 429, 431, 500, 503)


def _documented(*statuses: int) -> Responses:
    return {status: {"model": Error, "description": _WORDS[status]} for status in statuses}


READ: Responses = {
    **_documented(*_ANY, 404, 413),
    304: {"description": "Unchanged since the answer with the ETag in If-None-Match."},
}
CHANGE: Responses = _documented(*_ANY, 400, 403, 404, 413)
FETCH: Responses = _documented(*_ANY, 400, 403, 404, 413, 502)

# The guard has checked the token already; this only says so in the description of the API.
BEARER = Depends(
    HTTPBearer(auto_error=False, description="A token of the server: see the option tokens.")
)


def file_of(media_type: str, binary: bool = False) -> Responses:
    """Document an answer that is a file."""
    schema = {"type": "string", **({"format": "binary"} if binary else {})}
    return {**READ, 200: {"description": "The file.", "content": {media_type: {"schema": schema}}}}


def _caller(request: Request) -> Caller:
    caller: Caller = request.state.caller
    return caller


CallerPart = Annotated[Caller, Depends(_caller)]
Limit = Annotated[int, Query(ge=1, le=200, description="Entries on a page.")]
Cursor = Annotated[
    str | None,
    Query(max_length=200, description="Where to go on: take the address in `next`."),
]
Id = Annotated[str | None, Query(min_length=1, max_length=100)]
Action = Annotated[
    str | None, Query(pattern=rf"^({'|'.join(TYPES)})$", description="A PLOVER type: CONSULT.")
]
Period = Literal["month", "week"]


def page(
    request: Request, found: Sequence[T], limit: int, cursor: str | None, key: Callable[[T], str]
) -> dict[str, Any]:
    """Cut the page after ``cursor`` out of a whole list.

    A cursor names the last entry shown and its place. The list goes on after that entry
    wherever it stands by now, so that nothing is shown twice because something new came in
    before it; where it is gone, after its place.
    """
    start = 0
    if cursor is not None:
        place, last = read_cursor(cursor)
        around = [*range(place, len(found)), *range(min(place, len(found)) - 1, -1, -1)]
        start = next((at + 1 for at in around if key(found[at]) == last), min(place, len(found)))
    items = list(found[start : start + limit])
    end = start + len(items)
    more = end < len(found)
    following = write_cursor(end - 1, key(items[-1])) if more and items else None
    return answer(request, items, len(found), following)


def slice_page(
    request: Request, found: Sequence[T], start: int, limit: int, total: int | None
) -> dict[str, Any]:
    """Put together a page that the database cut: ``found`` from ``start``, one more than shown."""
    more = len(found) > limit
    following = write_cursor(start + limit, "") if more else None
    return answer(request, list(found[:limit]), total, following)


def start_of(cursor: str | None) -> int:
    """Return the place at which a list that the database cuts goes on."""
    return read_cursor(cursor)[0] if cursor is not None else 0


def answer(
    request: Request, items: Sequence[Any], total: int | None, cursor: str | None
) -> dict[str, Any]:
    """Put a page together; ``cursor`` leads to the next one."""
    following = None
    if cursor is not None:
        query = [(k, v) for k, v in request.query_params.multi_items() if k != "cursor"]
        following = f"{request.url.path}?{urlencode([*query, ('cursor', cursor)])}"
    return {"items": items, "total": total, "next": following}


def write_cursor(place: int, last: str) -> str:
    """Write where a list is to go on, as an opaque word."""
    return base64.urlsafe_b64encode(f"{place}:{last}".encode()).decode().rstrip("=")


def read_cursor(text: str) -> tuple[int, str]:
    """Read a cursor. Raises ConfigError for one that this server never wrote."""
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True).decode()
    except (binascii.Error, ValueError):
        plain = ""
    place, colon, last = plain.partition(":")
    if not (colon and place.isascii() and place.isdecimal() and len(place) < 10):
        raise ConfigError("cursor: take the address in next as it is")
    return int(place), last


def span_of_days(since: str, until: str) -> tuple[datetime | None, datetime | None]:
    """Read the first and last day asked for as an interval, the end exclusive."""
    return day(since), day(until, end=True)
