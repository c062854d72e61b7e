"""What the tests of watching share: a store, and the local server of the gather tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dateline.store import Store, open_store
from tests.gather.conftest import NOW, site

__all__ = ["Clock", "clock", "site", "store"]


class Clock:
    """A clock that stands until it is set on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, **lengths: float) -> datetime:
        self.now += timedelta(**lengths)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "desk.db")) as opened:
        yield opened
