"""ETags: an answer that the caller has already is not sent again, nor made again."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Hashable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.store import Store

# Answers that depend on the store and the time alone; pages know who looks, and since when.
_KNOWN_BY_REVISION = ("/api/v1/", "/feeds/")
# Ranks fade and expectations fall due: after so many seconds an answer is made anew.
_SLOT_SECONDS = 300.0
# For a moment after a change the lists of before may be shown: their tags aren't kept.
_SETTLED_SECONDS = 5.0
_MOST_TAGS = 10_000
State = tuple[int, int, int]


class Etags:
    """Marks each successful answer with a digest of its bytes; 304 where it is known already.

    An answer of the API or a feed is known to be unchanged while the store's revision is: then
    the 304 comes without the answer being made.
    """

    def __init__(self, app: ASGIApp, store: Store) -> None:
        self.app = app
        self._store = store
        self._tags: OrderedDict[Hashable, tuple[State, str]] = OrderedDict()
        self._seen = (-1, -1)
        self._since = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
        by_revision = scope["method"] == "GET" and scope["path"].startswith(_KNOWN_BY_REVISION)
        state, key = None, _key(scope)
        if by_revision:
            state = await run_in_threadpool(self._state)
            kept = self._tags.get(key)
            if known and kept is not None and kept[0] == state and matches(known, kept[1]):
                headers = [(b"etag", kept[1].encode())]
                await send({"type": "http.response.start", "status": 304, "headers": headers})
                await send({"type": "http.response.body", "body": b""})
                return
        start: Message = {}
        body: list[bytes] = []

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.append(message.get("body", b""))
            if message.get("more_body", False):
                return
            whole = b"".join(body)
            if start["status"] == 200:
                tag = f'"{hashlib.sha256(whole).hexdigest()[:32]}"'
                if state is not None and self._settled(state):
                    self._keep(key, state, tag)
                headers = MutableHeaders(scope=start)
                headers["ETag"] = tag
                if matches(known, tag):
                    start["status"], whole = 304, b""
                    del headers["content-length"]
                    del headers["content-type"]
            await send(start)
            await send({"type": "http.response.body", "body": whole})

        await self.app(scope, receive, hold)

    def _state(self) -> State:
        """What answers depend on: both revisions and the time."""
        seen = (self._store.revision("records"), self._store.revision("beside"))
        if seen != self._seen:
            self._seen, self._since = seen, time.monotonic()
        return (*seen, int(time.time() / _SLOT_SECONDS))

    def _settled(self, state: State) -> bool:
        return state[:2] == self._seen and time.monotonic() - self._since >= _SETTLED_SECONDS

    def _keep(self, key: Hashable, state: State, tag: str) -> None:
        self._tags[key] = (state, tag)
        self._tags.move_to_end(key)
        while len(self._tags) > _MOST_TAGS:
            self._tags.popitem(last=False)


def _key(scope: Scope) -> Hashable:
    caller = scope.get("state", {}).get("caller")
    host = Headers(scope=scope).get("host", "")  # feeds hold addresses of this server
    return scope["path"], scope["query_string"], host, caller


def matches(known: str, tag: str) -> bool:
    """True when an If-None-Match header names ``tag``; weak and strong compare equal (RFC 9110)."""
    listed = (part.strip().removeprefix("W/") for part in known.split(","))
    return any(part in (tag, "*") for part in listed)
