"""One desk of the samples, served for all tests in the browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

import dateline
from dateline.desk import Desk
from tests.browser.serving import serving
from tests.conftest import ROOT


@dataclass(frozen=True)
class Served:
    """A desk and the address at which it is served."""

    desk: Desk
    address: str

    def pages(self) -> dict[str, str]:
        """The path of one page of each kind, by a name for it."""
        store = self.desk.store
        story = self.desk.stories(limit=1)[0].id
        settled = next(item for item in store.expectations() if item.settled)
        event = max(store.events(), key=lambda event: len(event.spans))
        span = event.spans[0]
        return {
            "today": "/",
            "story": f"/stories/{story}",
            "reports": f"/stories/{story}/reports",
            "report": f"/reports/{span.report}?at={span.start}-{span.end}",
            "relations": "/relations",
            "relation": "/relations/JPN/with/KOR",
            "calendar": "/calendar",
            "settled": "/calendar?show=settled",
            "record": "/calendar?show=record",
            "expectation": f"/expectations/{settled.id}",
            "events": "/events",
            "event": f"/events/{event.id}",
            "actors": "/actors",
            "actor": "/actors/JPN",
            "person": "/actors/p:lee-jae-myung",
            "map": "/map",
            "search": "/search?q=Nara",
            "sources": "/sources",
            "watch": "/watch",
            "doctor": "/doctor",
            "nothing": "/nothing",
        }


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    samples = [str(path) for path in sorted((ROOT / "examples").iterdir()) if path.is_dir()]
    with dateline.open(str(tmp_path_factory.mktemp("browser") / "desk.db")) as desk:
        desk.add(samples, now=datetime(2026, 2, 10, tzinfo=UTC))
        desk.import_opml(
            '<opml version="2.0"><body><outline text="World" type="rss" '
            'xmlUrl="https://feeds.example/world.xml"/></body></opml>'
        )
        desk.add_watchlist("Thaw", actors=["JPN"], words=["summit"])
        with serving(desk) as address:
            yield Served(desk, address)


@pytest.fixture(scope="session")
def server(served: Served) -> str:
    return served.address
