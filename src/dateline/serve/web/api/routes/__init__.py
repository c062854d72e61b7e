"""The routes of the JSON API. Each asks the desk and gives its answer a stable shape."""

from __future__ import annotations

from fastapi import APIRouter

from dateline.serve.web.api.common import BEARER
from dateline.serve.web.api.routes import (
    actors,
    desk,
    events,
    forward,
    reports,
    sources,
    stories,
    tables,
    watchlists,
)

router = APIRouter(prefix="/api/v1", dependencies=[BEARER])
for part in (stories, reports, tables, events, actors, forward, sources, watchlists, desk):
    router.include_router(part.router)
