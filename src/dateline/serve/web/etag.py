"""ETags: an answer that the caller has already is not sent again."""

from __future__ import annotations

import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Etags:
    """Marks each successful answer with a digest of its bytes; 304 where it is known already."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self.app(scope, receive, send)
            return
        known = Headers(scope=scope).get("if-none-match", "")
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
                headers = MutableHeaders(scope=start)
                headers["ETag"] = tag
                if matches(known, tag):
                    start["status"], whole = 304, b""
                    del headers["content-length"]
                    del headers["content-type"]
            await send(start)
            await send({"type": "http.response.body", "body": whole})

        await self.app(scope, receive, hold)


def matches(known: str, tag: str) -> bool:
    """True when an If-None-Match header names ``tag``; weak and strong compare equal (RFC 9110)."""
    listed = (part.strip().removeprefix("W/") for part in known.split(","))
    return any(part in (tag, "*") for part in listed)
