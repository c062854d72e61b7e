"""What stands before every request and after every answer: the outermost layer of the server."""

from __future__ import annotations

import asyncio
from http.cookies import CookieError, SimpleCookie
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.serve.web.access import COOKIE, Access
from dateline.serve.web.errors import problem

LONGEST_QUERY = 4_096
LONGEST_PATH = 512
LARGEST_HEADERS = 16_384
LARGEST_BODY = 8_192
SLOWEST_BODY = 10.0  # seconds
OPEN_PATH, OPEN_FOLDER = "/login", "/static/"
POST_PATHS = ("/login", "/logout")
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
    """Refuses what shouldn't come in, and adds the safety headers to everything that goes out."""

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
        refused = self._refusal(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        if scope["method"] == "POST":
            body = await _body(receive)
            if body is None:
                answer = problem(scope, 413, "too-large", "the request is too large or too slow")
                await answer(scope, receive, send)
                return
            receive = _replaying(body)
        await self.app(scope, receive, send)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers = Headers(scope=scope)
        path: str = scope["path"]
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self.access.knows(hosts[0]):
            return problem(scope, 421, "wrong-host", "this server doesn't go by that name")
        if len(path) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            return problem(scope, 414, "too-long", "the address is too long")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
            return problem(scope, 431, "too-large", "the request's headers are too large")
        if scope["method"] not in (("GET", "POST") if path in POST_PATHS else ("GET",)):
            return problem(scope, 405, "method-not-allowed", "this address can only be read")
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length[:9]) > LARGEST_BODY:
            return problem(scope, 413, "too-large", f"a request may hold {LARGEST_BODY} bytes")
        if scope["method"] == "POST" and not _own_form(headers, hosts[0]):
            return problem(scope, 403, "foreign-form", "the form was sent from another site")
        if path == OPEN_PATH or path.startswith(OPEN_FOLDER):
            return None
        if self.access.admits(headers.get("authorization"), _cookie(headers)):
            return None
        if path.startswith("/api/") or path.startswith("/feeds/"):
            answer = problem(scope, 401, "no-token", "send the token: Authorization: Bearer TOKEN")
            answer.headers["WWW-Authenticate"] = "Bearer"
            return answer
        query = scope["query_string"].decode("latin-1")
        wanted = path + ("?" + query if query else "")
        return RedirectResponse(f"/login?next={quote(wanted)}", status_code=303)


def _own_form(headers: Headers, host: str) -> bool:
    """True when a form comes from a page of ours. Clients that are no browser send neither."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _cookie(headers: Headers) -> str | None:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return None
    return found.value if found else None


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


async def _body(receive: Receive) -> bytes | None:
    """Read a whole body; None when it is too large, too slow or broken off."""
    body = b""
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            while len(body) <= LARGEST_BODY:
                message = await receive()
                if message["type"] != "http.request":
                    return None
                body += message.get("body", b"")
                if not message.get("more_body", False):
                    return body if len(body) <= LARGEST_BODY else None
    except TimeoutError:
        return None
    return None


def _replaying(body: bytes) -> Receive:
    """Give a body that was read already."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive
