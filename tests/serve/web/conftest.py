"""One desk, filled once from the samples and from reports that mean harm, for all web tests."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

import dateline
from dateline.desk import Desk
from dateline.serve.web.access import Access
from dateline.serve.web.app import create_app
from tests.conftest import ROOT

NOW = datetime(2026, 2, 10, tzinfo=UTC)
SCRIPT = "<script>alert(1)</script>"
HOSTILE = {
    "id": "h1",
    "title": f'Malta "signs" {SCRIPT} & <b>bold</b> deal\u0007',
    "outlet": "<img src=x onerror=alert(1)>",
    "author": f"Eve {SCRIPT}",
    "url": "javascript:alert(1)",
    "published": "2026-01-05T08:00:00Z",
    "text": f"The governments of Malta and Tunisia {SCRIPT} signed a fishing agreement in "
    "Valletta on Monday. <img src=x onerror=alert(2)> The agreement gives 240 boats access "
    "to the waters between the two countries. It is expected to take effect in March.",
}


@dataclass(frozen=True)
class Client:
    """Asks the real application, as a server would pass requests on."""

    app: Any
    base: str = "http://127.0.0.1:8000"

    def get(self, path: str, **options: Any) -> httpx.Response:
        return self.send("GET", path, **options)

    def send(self, method: str, path: str, **options: Any) -> httpx.Response:
        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=self.base) as client:
                return await client.request(method, path, **options)

        return asyncio.run(ask())


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("reports")
    database = tmp_path_factory.mktemp("desk") / "desk.db"
    rows = [HOSTILE, {**HOSTILE, "id": "h2", "outlet": "Plain Post", "url": None}]
    (folder / "hostile.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    nara = ROOT / "examples" / "nara"
    sources = [
        *(next(nara.glob(f"{number}-*")) for number in ("01", "02", "05", "06")),
        ROOT / "examples" / "quake",
        folder,
    ]
    with dateline.open(str(database)) as opened:
        opened.add([str(path) for path in sources], now=NOW)
        yield opened


@pytest.fixture(scope="session")
def web(desk: Desk) -> Client:
    return Client(create_app(desk))


@pytest.fixture
def guarded(desk: Desk) -> Client:
    """A server that others can reach: with a token, and one further name; no guesses yet."""
    access = Access(host="0.0.0.0", token="correct-horse-battery", names=("desk.example",))
    return Client(create_app(desk, access), "http://192.0.2.7:8000")


@pytest.fixture(scope="session")
def stories(web: Client) -> dict[str, str]:
    """Ids of the stories by a word of their title."""
    lines = web.get("/api/v1/stories").json()["items"]
    words = ("Nara", "Iquique", "Malta")
    return {word: line["id"] for word in words for line in lines if word in line["title"]}


@pytest.fixture(scope="session")
def hostile(desk: Desk) -> str:
    """The id of the report that means most harm."""
    return next(
        report.id for report in desk.store.reports(desk.store.report_ids()) if report.own_id == "h1"
    )
