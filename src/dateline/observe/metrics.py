"""Prometheus metrics of one process, by the conventions of prometheus.io/docs/practices/naming.

Counters and times are kept as things happen; what the store holds is asked of it when somebody
scrapes (:class:`StoreCollector`), so that every process before one store tells the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

REGISTRY = CollectorRegistry()

# Stages take from a tenth of a millisecond (grouping) to seconds (a page in many blocks).
_STAGE_BUCKETS = (0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
_PAGE_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1.0, 2.5)

_ITEMS = Counter(
    "dateline_stage_items_total", "Items that a stage took up.", ("stage", "outcome"),
    registry=REGISTRY,
)  # fmt: skip
_SECONDS = Histogram(
    "dateline_stage_seconds", "Seconds to load, decide and save one item.", ("stage",),
    registry=REGISTRY, buckets=_STAGE_BUCKETS,
)  # fmt: skip
_FETCHES = Counter(
    "dateline_fetches_total", "Fetches of feeds and pages.", ("kind", "outcome"), registry=REGISTRY
)
_REQUESTS = Histogram(
    "dateline_http_request_seconds", "Seconds that a request took.", ("method", "route", "status"),
    registry=REGISTRY, buckets=_PAGE_BUCKETS,
)  # fmt: skip


def worked(stage: str, outcome: str, seconds: float) -> None:
    """Record one item that went through a stage: *outcome* is done or rejected."""
    _SECONDS.labels(stage).observe(seconds)
    _ITEMS.labels(stage, outcome).inc()


def fetched(kind: str, outcome: str) -> None:
    """Count one fetch: *kind* is feed or page, *outcome* a word such as new, same or failed."""
    _FETCHES.labels(kind, outcome).inc()


def served(method: str, route: str, status: int, seconds: float) -> None:
    """Record one answered request. ``route`` is the pattern, never the address: ids would each
    become a series of their own."""  # fmt: skip
    _REQUESTS.labels(method, route, str(status)).observe(seconds)


class StoreCollector(Collector):
    """What a store holds and what is due in it, asked at each scrape.

    ``ask`` returns figures by metric name and label: ``{"records": {"report": 10}, "due": …}``.
    """

    _MEANINGS: Mapping[str, tuple[str, str]] = {
        "records": ("Records that the store holds.", "kind"),
        "due": ("Items that a stage has yet to take up.", "stage"),
        "rejections": ("Items that a stage could not take.", "stage"),
    }

    def __init__(self, ask: Callable[[], Mapping[str, Mapping[str, float]]]) -> None:
        self._ask = ask

    def collect(self) -> Iterable[Metric]:
        """Make the gauges. A store that can't be asked gives none: readiness tells of that."""
        for name, values in self._ask().items():
            meaning, label = self._MEANINGS[name]
            family = GaugeMetricFamily(f"dateline_{name}", meaning, labels=(label,))
            for key, value in sorted(values.items()):
                family.add_metric((key,), value)
            yield family
