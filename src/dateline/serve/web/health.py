"""For machines that watch the server: is it alive, can it serve, what does it count."""

from __future__ import annotations

import time
from collections.abc import Mapping

from fastapi import APIRouter, Request
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dateline.desk import Desk
from dateline.errors import StoreError
from dateline.observe import REGISTRY, served
from dateline.observe.metrics import StoreCollector

router = APIRouter(include_in_schema=False)


@router.get("/health")
async def health() -> Response:
    """Say that the process answers. It asks nothing of the store: a restart wouldn't mend that."""
    return JSONResponse({"status": "ok"})


@router.get("/ready")
async def ready(request: Request) -> Response:
    """Say whether pages can be served: 200, or 503 with what is wrong with the store."""
    desk: Desk = request.app.state.library.desk
    try:
        found = await run_in_threadpool(desk.store.health)
    except StoreError as error:
        return JSONResponse({"status": "unavailable", "reason": str(error)}, status_code=503)
    if found.schema != found.newest_schema:
        reason = f"the database is at migration {found.schema}, not {found.newest_schema}"
        return JSONResponse({"status": "unavailable", "reason": reason}, status_code=503)
    return JSONResponse({"status": "ready"})


@router.get("/metrics")
def metrics(request: Request) -> Response:
    """Give Prometheus what this process counted and what the store holds."""
    desk: Desk = request.app.state.library.desk
    own = CollectorRegistry(auto_describe=False)
    own.register(StoreCollector(lambda: figures(desk)))
    try:
        held = generate_latest(own)
    except StoreError:  # what was counted can still be told; /ready tells what is wrong
        held = b""
    return Response(generate_latest(REGISTRY) + held, media_type=CONTENT_TYPE_LATEST)


def figures(desk: Desk) -> Mapping[str, Mapping[str, float]]:
    """What the store holds, by record, and what it could not take, by stage."""
    rejections: dict[str, float] = {}
    for item in desk.store.rejections():
        rejections[item.stage] = rejections.get(item.stage, 0) + 1
    return {
        "records": {kind: float(count) for kind, count in desk.store.counts().items()},
        "rejections": rejections,
    }


class Timed:
    """Times every request by its route."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request and record how long it took."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun, status = time.perf_counter(), 500

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, answer)
        finally:
            served(scope["method"], _pattern(scope), status, time.perf_counter() - begun)


def _pattern(scope: Scope) -> str:
    """The route's pattern with the prefix of its router: ``/api/v1/stories/{id}``."""
    route: str | None = getattr(scope.get("route"), "path", None)
    if route is None:
        return "none"
    asked, own = scope["path"].strip("/").split("/"), route.strip("/").split("/")
    prefix = asked[: len(asked) - len(own)] if ":path}" not in route else []
    return "/" + "/".join([*prefix, *own])
