from __future__ import annotations

from prometheus_client import CollectorRegistry, generate_latest

from dateline.observe import REGISTRY, fetched, served, worked
from dateline.observe.metrics import StoreCollector


def value(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0.0


def test_items_are_counted_and_timed() -> None:
    before = value("dateline_stage_items_total", stage="t", outcome="done")
    worked("t", "done", 0.02)
    worked("t", "rejected", 0.2)
    assert value("dateline_stage_items_total", stage="t", outcome="done") == before + 1
    assert value("dateline_stage_items_total", stage="t", outcome="rejected") == 1
    assert value("dateline_stage_seconds_bucket", stage="t", le="0.03") == 1


def test_fetches_and_requests() -> None:
    fetched("feed", "same")
    served("GET", "/stories/{id}", 200, 0.02)
    assert value("dateline_fetches_total", kind="feed", outcome="same") == 1
    labels = {"method": "GET", "route": "/stories/{id}", "status": "200", "le": "0.025"}
    assert value("dateline_http_request_seconds_bucket", **labels) == 1


def test_a_store_is_asked_at_each_scrape() -> None:
    reports = iter((10.0, 11.0))
    registry = CollectorRegistry(auto_describe=False)
    registry.register(StoreCollector(lambda: {"records": {"report": next(reports)}}))
    assert b'dateline_records{kind="report"} 10.0' in generate_latest(registry)
    assert b'dateline_records{kind="report"} 11.0' in generate_latest(registry)
