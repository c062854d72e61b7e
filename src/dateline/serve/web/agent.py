"""The tools of an agent over HTTP, at /mcp, for whoever may read; none without ``mcp``."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from fastapi import FastAPI

from dateline.brief.select import Length
from dateline.brief.support import Verdict
from dateline.errors import ConfigError
from dateline.records import Brief
from dateline.serve.agent.server import build_server
from dateline.serve.web.library import Library

PATH = "/mcp"


class _Shared:
    """The language engines as the pages use them: briefs that were written are kept."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def brief(self, story: str | None, length: Length) -> Brief:
        """Return a brief of the pages; the first story's where none is named."""
        if story is None:
            return self._library.desk.brief(None, length=length)
        return self._library.brief(self._library.desk.store.story(story), length)

    def check(self, text: str, reports: Sequence[str]) -> tuple[Verdict, ...]:
        """Check a text while no brief is being written."""
        return self._library.check(text, reports)


class Talking:
    """The protocol's endpoint in an application: add it, and keep it running while it serves."""

    def __init__(self, library: Library) -> None:
        try:
            server = build_server(library.desk, _Shared(library))
        except ConfigError:
            self._inner = None
            return
        from mcp.server.transport_security import TransportSecuritySettings

        # Every call stands alone and is answered with JSON. Host and Origin are the guard's.
        self._inner = server.streamable_http_app(
            streamable_http_path=PATH,
            json_response=True,
            stateless_http=True,
            transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
        )

    def add_to(self, app: FastAPI) -> None:
        """Add the endpoint to an application."""
        if self._inner is not None:
            app.router.routes.extend(self._inner.routes)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer calls within the block."""
        if self._inner is None:
            yield
            return
        async with self._inner.router.lifespan_context(self._inner):
            yield
