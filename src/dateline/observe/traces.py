"""OpenTelemetry traces, where they are configured; otherwise a span is nothing at all.

The usual variables decide: with ``OTEL_EXPORTER_OTLP_ENDPOINT`` set and the extra
``dateline[otel]`` installed, spans go there over HTTP.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dateline.errors import ConfigError

_tracer: Any = None


def setup_traces(service: str = "dateline") -> bool:
    """Begin to send traces if the environment asks for it; tell whether it does.

    Raises ConfigError when it asks and the packages are not installed.
    """
    global _tracer
    if not os.environ.get("OTEL_EXPORTER_OTLP_ENDPOINT"):
        return False
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError:
        raise ConfigError(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed: "
            "pip install 'dateline[otel]'"
        ) from None
    provider = TracerProvider(resource=Resource.create({"service.name": service}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    _tracer = provider.get_tracer("dateline")
    return True


@contextmanager
def span(name: str, **attributes: str | int | float | bool) -> Iterator[None]:
    """Mark a piece of work in the trace; an exception that leaves the block is kept with it."""
    if _tracer is None:
        yield
        return
    with _tracer.start_as_current_span(name, attributes=attributes):
        yield
