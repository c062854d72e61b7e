"""What a desk does goes to a real collector's address over HTTP, as spans."""

from __future__ import annotations

import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from dateline.observe import setup_traces, span


def test_without_an_endpoint_a_span_is_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OTEL_EXPORTER_OTLP_ENDPOINT", raising=False)
    assert setup_traces() is False
    with span("read", report="r"):
        pass


def test_spans_reach_the_collector() -> None:
    bodies: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Collector)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # a process of its own: what it sends leaves at its end, and the tests' process stays as it was
    code = (
        "import dateline\n"
        "from dateline.observe import setup_traces\n"
        "from dateline.samples import samples\n"
        "assert setup_traces('desk-under-test')\n"
        "with dateline.open(':memory:') as desk:\n"
        "    desk.add([str(samples() / 'quake')])\n"
    )
    endpoint = f"http://127.0.0.1:{server.server_port}"
    environ = {"OTEL_EXPORTER_OTLP_ENDPOINT": endpoint, "PATH": "/usr/bin:/bin"}
    subprocess.run([sys.executable, "-c", code], env=environ, check=True, timeout=60)
    server.shutdown()
    sent = b"".join(bodies)
    assert b"desk-under-test" in sent
    assert b"fet_" in sent  # spans name their items
    for stage in (b"read", b"group", b"events", b"expect"):
        assert stage in sent
