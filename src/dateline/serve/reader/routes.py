"""The addresses of the Google Reader API."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any
from urllib.parse import parse_qsl, unquote

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dateline.desk import Desk
from dateline.errors import NotFound, StageError
from dateline.records import ReaderState
from dateline.serve.reader.access import ReaderPart, action_word, check_word, sign_in
from dateline.serve.reader.entries import entry
from dateline.serve.reader.ids import number_of, story_of
from dateline.serve.reader.streams import (
    FEED,
    KEPT_UNREAD,
    READ,
    READING_LIST,
    STARRED,
    Shelf,
    Stream,
    Wanted,
    choose,
    label_id,
    labels_of,
    microseconds,
    read_stream,
    seconds,
    state_id,
)
from dateline.serve.web.library import Library
from dateline.serve.web.parts import LibraryPart
from dateline.store import Weighed

router = APIRouter(include_in_schema=False)
API = "/reader/api/0"

MOST_IDS, MOST_ENTRIES = 10_000, 100
Form = list[tuple[str, str]]


async def _form(request: Request) -> Form:
    """Read what was sent, of the address and of the body alike, as the protocol allows."""
    body = (await request.body()).decode("utf-8", "replace")
    fields = parse_qsl(body, keep_blank_values=True, max_num_fields=2_000)
    return [*request.query_params.multi_items(), *fields]


FormPart = Annotated[Form, Depends(_form)]


@router.post("/accounts/ClientLogin")
def client_login(request: Request, form: FormPart) -> Response:
    """Give a session to whoever sends a token as the password; any user name goes."""
    fields = dict(form)
    session = sign_in(request, fields.get("Passwd", "").strip())
    if session is None:
        return PlainTextResponse("Error=BadAuthentication\n", 401)
    answer = {"SID": session, "LSID": session, "Auth": session}
    if fields.get("output") == "json":
        return JSONResponse(answer)
    return PlainTextResponse("".join(f"{name}={value}\n" for name, value in answer.items()))


@router.get(f"{API}/token")
def token(request: Request) -> Response:
    """Give the word that changes have to carry as T."""
    return PlainTextResponse(action_word(request))


@router.get(f"{API}/user-info")
def user_info(reader: ReaderPart) -> Any:
    """Say who is signed in."""
    return {"userId": reader, "userName": reader, "userProfileId": reader, "userEmail": reader}


@router.get(f"{API}/subscription/list")
def subscriptions(request: Request) -> Any:
    """List the one subscription: the desk's stories."""
    base = str(request.base_url)
    return {"subscriptions": [{
        "id": FEED, "title": "Dateline", "url": f"{base}feeds/stories.atom", "htmlUrl": base,
        "iconUrl": "", "categories": [],
    }]}  # fmt: skip


@router.get(f"{API}/tag/list")
def tags(library: LibraryPart) -> Any:
    """List the states and the labels: one for each watchlist."""
    named = [{"id": label_id(item.name), "type": "tag"} for item in library.desk.watchlists()]
    return {"tags": [{"id": state_id(STARRED)}, *named]}


@router.get(f"{API}/unread-count")
def unread_count(library: LibraryPart, reader: ReaderPart) -> Any:
    """Count what is unread: in all, and of each label."""
    shelf = _shelf(library, reader)
    unread = [line for line in shelf.lines if shelf.unread(line)]
    counts = [_count(FEED, unread), _count(state_id(READING_LIST), unread)]
    for name, stories in sorted(shelf.labels.items()):
        counts.append(_count(label_id(name), [line for line in unread if line.story in stories]))
    return {"max": len(unread), "unreadcounts": counts}


@router.get(f"{API}/stream/items/ids")
def item_ids(
    request: Request,
    library: LibraryPart,
    reader: ReaderPart,
    n: Annotated[int, Query(ge=1, le=MOST_IDS)] = 20,
) -> Any:
    """List the numbers of a stream's entries."""
    wanted = _wanted(request, request.query_params.get("s", state_id(READING_LIST)), n)
    shown, more = choose(_shelf(library, reader), wanted)
    refs = [
        {
            "id": str(number_of(line.story)),
            "directStreamIds": [FEED],
            "timestampUsec": str(microseconds(line.updated)),
        }
        for line in shown
    ]
    return {"itemRefs": refs, **({"continuation": more} if more else {})}


@router.get(f"{API}/stream/contents")
@router.get(f"{API}/stream/contents/{{stream:path}}")
def stream_contents(
    request: Request,
    library: LibraryPart,
    reader: ReaderPart,
    stream: str = "",
    n: Annotated[int, Query(ge=1, le=MOST_IDS)] = 20,
) -> Any:
    """Return a stream's entries."""
    asked = unquote(stream) or request.query_params.get("s") or state_id(READING_LIST)
    shelf = _shelf(library, reader)
    shown, more = choose(shelf, _wanted(request, asked, min(n, MOST_ENTRIES)))
    answer = _contents(request, library, shelf, shown)
    return {**answer, "id": asked, **({"continuation": more} if more else {})}


@router.get(f"{API}/stream/items/contents")
@router.post(f"{API}/stream/items/contents")
def item_contents(
    request: Request, library: LibraryPart, reader: ReaderPart, form: FormPart
) -> Any:
    """Return the entries that are named by their numbers; unknown ones are left out."""
    shelf = _shelf(library, reader)
    known = {line.story: line for line in shelf.lines}
    named = [id for id in _stories(library.desk, form) if id in known][:MOST_ENTRIES]
    return _contents(request, library, shelf, [known[id] for id in named])


@router.post(f"{API}/edit-tag")
def edit_tag(request: Request, library: LibraryPart, reader: ReaderPart, form: FormPart) -> Any:
    """Mark entries read, unread or starred, or take that back."""
    check_word(request, dict(form).get("T", ""))
    added = {read_stream(value).state for name, value in form if name == "a"}
    removed = {read_stream(value).state for name, value in form if name == "r"}
    read: bool | None = None
    if READ in added or KEPT_UNREAD in removed:
        read = True
    if READ in removed or KEPT_UNREAD in added:
        read = False
    starred = True if STARRED in added else False if STARRED in removed else None
    _mark(library.desk, reader, _stories(library.desk, form), read, starred)
    return PlainTextResponse("OK")


@router.post(f"{API}/mark-all-as-read")
def mark_all(request: Request, library: LibraryPart, reader: ReaderPart, form: FormPart) -> Any:
    """Mark what a stream held at a time (``ts``, in microseconds) as read."""
    fields = dict(form)
    check_word(request, fields.get("T", ""))
    shelf = _shelf(library, reader)
    stream = read_stream(fields.get("s", FEED))
    text = fields.get("ts", "")
    until = seconds(text[:-6] if len(text) > 12 else text)
    if until is not None:
        until += timedelta(seconds=1)
    chosen = [
        line.story
        for line in shelf.lines
        if shelf.unread(line)
        and shelf.holds(stream, line)
        and (until is None or line.updated < until)
    ]
    _mark(library.desk, reader, chosen, True, None)
    return PlainTextResponse("OK")


def _shelf(library: Library, reader: str) -> Shelf:
    desk = library.desk
    return Shelf(
        lines=desk.store.weighed(),
        states={state.item: state for state in desk.store.reader_states(reader)},
        labels=labels_of(desk),
    )


def _wanted(request: Request, stream: str, count: int) -> Wanted:
    query = request.query_params

    def streams(name: str) -> tuple[Stream, ...]:
        return tuple(read_stream(value) for value in query.getlist(name) if value)

    return Wanted(
        stream=read_stream(stream),
        within=streams("it"),
        without=streams("xt"),
        since=seconds(query.get("ot")),
        until=seconds(query.get("nt")),
        oldest_first=query.get("r") == "o",
        count=count,
        after=query.get("c", ""),
    )


def _contents(
    request: Request, library: Library, shelf: Shelf, lines: Iterable[Weighed]
) -> dict[str, Any]:
    base, desk = str(request.base_url), library.desk
    chosen = {line.story: line for line in lines}
    standings = desk.standings(list(chosen))
    items = []
    for story, line in chosen.items():
        if story not in standings:  # gone since the list was made
            continue
        made = None
        # One story that can't be told, or is gone since, must not hide the others.
        with contextlib.suppress(StageError, NotFound):
            made = library.brief(desk.store.story(story))
        title = standings[story].title(desk.options.language)
        items.append(entry(standings[story], title, shelf.categories(line), made, base))
    return {
        "direction": "ltr",
        "id": state_id(READING_LIST),
        "title": "Dateline",
        "author": "",
        "self": [{"href": str(request.url)}],
        "updated": max((item["updated"] for item in items), default=0),
        "items": items,
    }


def _stories(desk: Desk, form: Form) -> list[str]:
    """Return the ids of the stories that are named, each once; what names none is left out."""
    found: dict[str, None] = {}
    for name, value in form:
        beginning = story_of(value) if name == "i" else None
        if beginning is not None:
            with contextlib.suppress(NotFound):
                found[desk.store.story(beginning).id] = None
    return list(found)


def _mark(
    desk: Desk, reader: str, stories: list[str], read: bool | None, starred: bool | None
) -> None:
    """Keep what a reader did; None leaves a state as it was."""
    if not stories or (read is None and starred is None):
        return
    now = datetime.now(UTC)
    with desk.store.transaction() as tx:
        before = {state.item: state for state in desk.store.reader_states(reader, stories)}
        for story in stories:
            old = before.get(story) or ReaderState(reader=reader, item=story, at=now)
            tx.put(
                ReaderState(
                    reader=reader,
                    item=story,
                    at=now,
                    read=old.read if read is None else read,
                    starred=old.starred if starred is None else starred,
                )
            )


def _count(stream: str, lines: list[Weighed]) -> dict[str, Any]:
    newest = max((microseconds(line.updated) for line in lines), default=0)
    return {"id": stream, "count": len(lines), "newestItemTimestampUsec": str(newest)}
