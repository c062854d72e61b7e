"""What stands before every request and after every answer: the outermost layer of the server."""

from __future__ import annotations

import asyncio
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.web.access import Access
from dateline.serve.web.callers import Caller
from dateline.serve.web.errors import FOR_PROGRAMS, problem

LONGEST_QUERY = 4_096
LONGEST_PATH = 512
LARGEST_HEADERS = 16_384
LARGEST_BODY = 65_536
# Bodies that may be larger, or need not be so large.
BODIES = {
    "/login": 8_192,
    "/logout": 8_192,
    "/api/v1/check": 1 << 19,
    "/api/v1/sources/opml": 1 << 21,
    "/sources/opml": 1 << 21,
    "/mcp": 1 << 20,
}
SLOWEST_BODY = 10.0  # seconds
READING = ("GET", "HEAD")
WRITING = ("POST", "PUT", "PATCH", "DELETE")
# Answered to whoever asks: signing in needs it, and machines that watch the server.
OPEN_PATHS, OPEN_FOLDER = ("/login", "/accounts/ClientLogin", "/health", "/ready"), "/static/"
# What a reader may change is their own: what they have read, when they last looked.
OWN_PATHS = ("/login", "/logout", "/accounts/ClientLogin", "/mcp", "/api/v1/check")
OWN_FOLDERS = ("/reader/", "/me/")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not no-referrer: with it browsers send "Origin: null" with our own login form.
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}


class Guard:
    """Refuses what shouldn't come in, and adds the safety headers to everything that goes out.

    What it lets through carries its :class:`Caller` as ``request.state.caller``.
    """

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # there are no web sockets here
            await send({"type": "websocket.close", "code": 1008})
            return
        send = _answering(scope, send)
        if scope["method"] == "HEAD":  # answered as GET; the body is left out on the way back
            scope = {**scope, "method": "GET"}
        headers = Headers(scope=scope)
        refused = self._odd(scope, headers) or self._stranger(scope, headers)
        if refused is not None:
            await refused(scope, receive, send)
            return
        if scope["method"] in WRITING:
            body = await _body(receive, _largest(scope["path"]))
            if body is None:
                answer = problem(scope, 413, "too-large", "the request is too large or too slow")
                await answer(scope, receive, send)
                return
            receive = _replaying(body, receive)
        await self.app(scope, receive, send)

    def _odd(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Refuse what no caller of ours sends."""
        path: str = scope["path"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.access.knows(hosts[0]):
            return problem(scope, 421, "wrong-host", "this server doesn't go by that name")
        if len(path) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            return problem(scope, 414, "too-long", "the address is too long")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
            return problem(scope, 431, "too-large", "the request's headers are too large")
        if scope["method"] not in (*READING, *WRITING):
            return problem(scope, 405, "method-not-allowed", "that can't be done here")
        length, most = headers.get("content-length", "0"), _largest(path)
        if not length.isdecimal() or int(length[:9]) > most:
            return problem(scope, 413, "too-large", f"a request may hold {most} bytes here")
        return None

    def _stranger(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        """Refuse whoever may not ask this; note who may."""
        path: str = scope["path"]
        peer = str((scope.get("client") or ("",))[0])
        tries = headers.get("authorization") or (
            scope["method"] == "POST" and path in OPEN_PATHS and self.access.asks
        )
        if tries and (seconds := self.access.attempts.wait(peer)):
            answer = problem(scope, 429, "too-many", "too many wrong credentials: come again later")
            answer.headers["Retry-After"] = str(seconds)
            return answer
        caller = self.access.caller(headers, peer)
        if scope["method"] in WRITING and not _own_form(headers, caller):
            return problem(scope, 403, "foreign-form", "the request was sent from another site")
        if path in OPEN_PATHS or path.startswith(OPEN_FOLDER):
            return None
        if caller is None:
            if headers.get("authorization"):
                self.access.attempts.failed(peer)
            return _unknown(scope)
        if scope["method"] in WRITING and not caller.edits and not _own(path):
            return problem(scope, 403, "reading-only", "only an editor may change the desk")
        scope.setdefault("state", {})["caller"] = caller
        return None


def _unknown(scope: Scope) -> ASGIApp:
    path: str = scope["path"]
    if path.startswith(FOR_PROGRAMS):
        answer = problem(scope, 401, "no-token", "send the token: Authorization: Bearer TOKEN")
        answer.headers["WWW-Authenticate"] = "Bearer"
        if path.startswith("/feeds/"):  # what reads feeds knows passwords, not tokens
            answer.headers["WWW-Authenticate"] = 'Basic realm="Dateline", charset="UTF-8"'
        return answer
    query = scope["query_string"].decode("latin-1")
    wanted = path + ("?" + query if query else "")
    return RedirectResponse(f"/login?next={quote(wanted)}", status_code=303)


def _own(path: str) -> bool:
    return path in OWN_PATHS or path.startswith(OWN_FOLDERS)


def _largest(path: str) -> int:
    return BODIES.get(path, LARGEST_BODY)


def _own_form(headers: Headers, caller: Caller | None) -> bool:
    """True when a change comes from a page of ours, or from no browser.

    A token is not sent by a browser of itself, so what carries one is meant. A cookie or a
    proxy's login is: then one of the headers that browsers send with every form must say
    where it comes from. On a desk that asks nothing, programs that send neither are let in.
    """
    if caller is not None and caller.how == "token":
        return True
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site not in (None, "same-origin", "none"):
        return False
    if origin is not None:
        return urlsplit(origin).netloc.lower() == headers["host"].lower()
    return site is not None or caller is None or caller.how == "open"


def _answering(scope: Scope, send: Send) -> Send:
    bare = scope["method"] == "HEAD"

    async def answer(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif bare and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return answer


async def _body(receive: Receive, most: int) -> bytes | None:
    """Read a whole body; None when it is too large, too slow or broken off."""
    body = b""
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            while len(body) <= most:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    return body if len(body) <= most else None
    except TimeoutError:
        return None
    return None


def _replaying(body: bytes, receive: Receive) -> Receive:
    """Give a body that was read already, and then what comes after it: that the caller left."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
