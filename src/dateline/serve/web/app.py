"""The application: routes over one desk, behind the guard."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from dateline.desk import Desk
from dateline.serve import pictures
from dateline.serve.reader import routes as reader
from dateline.serve.web import errors, feeds, forms, health, page
from dateline.serve.web.access import Access
from dateline.serve.web.agent import Talking
from dateline.serve.web.api import routes
from dateline.serve.web.etag import Etags
from dateline.serve.web.guard import Guard
from dateline.serve.web.library import Library
from dateline.serve.web.page import STATIC
from dateline.serve.web.pages import PAGES, today
from dateline.serve.web.visits import Visits

WARMING = "dateline-warming"


def create_app(desk: Desk, access: Access | None = None) -> ASGIApp:
    """Make the server's application over an open desk, which stays the caller's to close.

    Without ``access`` it answers only requests to loopback names, and asks nobody who they are.
    """
    access = access or Access()
    library = Library(desk)
    visits = Visits(desk.store)
    talking = Talking(library)

    @asynccontextmanager
    async def warming(_app: FastAPI) -> AsyncIterator[None]:
        """Get ready what pages need while the server starts to listen."""
        works = (
            lambda: library.warm(today.PER_PAGE),
            library.prepare,
            pictures.warm,
            page.load_templates,
        )
        for work in works:
            threading.Thread(target=work, name=WARMING, daemon=True).start()
        async with talking.running():
            yield
        visits.close()

    app = FastAPI(
        title="Dateline",
        version="1",
        summary="A sourced picture of world affairs",
        description="Every span can be opened: GET /api/v1/citations/{REPORT:START-END}.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # the usual pages load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,
        lifespan=warming,
    )
    app.state.library = library
    app.state.access = access
    app.state.zone = desk.options.zone
    app.state.visits = visits
    app.state.form_key = forms.new_key()
    app.state.asks_token = bool(access.tokens)
    for module in (*PAGES, feeds, routes, reader, health):
        app.include_router(module.router)
    talking.add_to(app)
    app.mount("/static", _Kept(StaticFiles(directory=STATIC)), name="static")
    errors.install(app)
    app.add_middleware(Etags, store=desk.store)
    app.add_middleware(health.Timed)
    return Guard(app, access)


class _Kept:
    """Static files go by the digest of their content: they may be kept for a year."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def answer(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                kept = (b"cache-control", b"public, max-age=31536000, immutable")
                message = {**message, "headers": [*message["headers"], kept]}  # type: ignore[misc]
            await send(message)

        await self.app(scope, receive, answer)  # type: ignore[arg-type]
