"""A real server with a desk of its own: clients of the protocol speak to it over HTTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import uvicorn

import dateline
from dateline.desk import Desk
from dateline.serve.web.access import Access
from dateline.serve.web.app import create_app
from dateline.serve.web.callers import read_tokens
from tests.conftest import ROOT
from tests.serve.web.conftest import NOW

KIM, LEE = "k" * 20, "l" * 20


@dataclass(frozen=True)
class Server:
    """Where it is, and the desk behind it."""

    url: str
    desk: Desk


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    database = tmp_path_factory.mktemp("reader") / "desk.db"
    with dateline.open(str(database)) as opened:
        opened.add([str(ROOT / "examples" / name) for name in ("nara", "quake")], now=NOW)
        yield opened


@pytest.fixture(scope="session")
def server(desk: Desk) -> Iterator[Server]:
    yield from serving(desk)


def serving(desk: Desk) -> Iterator[Server]:
    """Serve a desk to two people until the iteration goes on."""
    access = Access(tokens=read_tokens(f"kim:editor:{KIM} lee:reader:{LEE}"))
    config = uvicorn.Config(
        create_app(desk, access), port=0, log_level="error", http="h11", ws="none"
    )
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        time.sleep(0.02)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield Server(f"http://127.0.0.1:{port}", desk)
    running.should_exit = True
    thread.join(10)


@pytest.fixture(autouse=True)
def _unread(desk: Desk) -> Iterator[None]:
    """Every test begins with nothing read."""
    from dateline.records import ReaderState

    with desk.store.transaction() as tx:
        for name in ("kim", "lee", "local"):
            tx.remove(ReaderState, name)
    yield
