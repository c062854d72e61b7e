"""Seeing inside a running desk: logs, metrics and traces.

A stage or a surface says what happened (:func:`worked`, :func:`fetched`, a logger of its module);
who listens is settled at the start: lines for people or JSON, a Prometheus scrape, an
OpenTelemetry collector. Where nobody listens it costs next to nothing.
"""

from dateline.observe.logs import setup_logs
from dateline.observe.metrics import REGISTRY, fetched, served, worked
from dateline.observe.traces import setup_traces, span

__all__ = ["REGISTRY", "fetched", "served", "setup_logs", "setup_traces", "span", "worked"]
