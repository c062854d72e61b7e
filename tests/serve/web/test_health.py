from __future__ import annotations

import re
from pathlib import Path

from dateline.desk import Desk, open_desk
from dateline.serve.web.access import Access
from dateline.serve.web.app import create_app
from tests.serve.web.conftest import Client

TOKEN = "a token of some length"


def test_health_and_readiness(web: Client) -> None:
    assert web.get("/health").json() == {"status": "ok"}
    assert web.get("/ready").json() == {"status": "ready"}


def test_metrics_tell_what_was_served_and_what_is_held(web: Client, desk: Desk) -> None:
    web.get("/api/v1/stories")
    text = web.get("/metrics").text
    assert re.search(
        r'dateline_http_request_seconds_count\{method="GET",route="/api/v1/stories",status="200"\} '
        r"[1-9]",
        text,
    )
    reports = desk.store.counts()["report"]
    assert f'dateline_records{{kind="report"}} {float(reports)}' in text
    read = re.search(r'dateline_stage_items_total\{outcome="done",stage="read"\} (\S+)', text)
    assert read is not None
    assert float(read[1]) >= reports  # this process read them all


def test_addresses_are_no_series_of_their_own(web: Client) -> None:
    for name in ("a", "b"):
        web.get(f"/nowhere/{name}")
    assert "/nowhere" not in web.get("/metrics").text


def test_only_health_is_open_to_strangers(desk: Desk) -> None:
    client = Client(create_app(desk, Access(token=TOKEN)))
    assert client.get("/health").status_code == 200
    assert client.get("/ready").status_code == 200
    assert client.get("/metrics").status_code in (303, 401)
    bearer = {"Authorization": f"Bearer {TOKEN}"}
    assert client.get("/metrics", headers=bearer).status_code == 200


def test_a_store_that_is_gone_is_not_ready(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_desk(str(path)) as desk:
        client = Client(create_app(desk))
        assert client.get("/ready").status_code == 200
    path.write_bytes(b"no database any more")
    answer = client.get("/ready")
    assert answer.status_code == 503
    assert answer.json()["reason"]
    assert client.get("/health").status_code == 200
    assert client.get("/metrics").status_code == 200
