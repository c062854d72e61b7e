"""A configured writer rewords a brief, and what it makes up never shows."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

import dateline


class Liar(BaseHTTPRequestHandler):
    """An endpoint that adds ninety dead to whatever it is asked to reword."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        sentences = [{"id": n, "text": "Ninety people were killed in Iquique."} for n in range(30)]
        message = {"content": json.dumps({"sentences": sentences})}
        body = json.dumps({"choices": [{"message": message}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


@pytest.fixture
def liar() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Liar)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()


def test_a_lying_writer_changes_no_sentence(root: Path, liar: str, tmp_path: Path) -> None:
    db = str(tmp_path / "desk.db")
    now = datetime(2026, 2, 10, tzinfo=UTC)
    with dateline.open(db) as desk:
        (story,) = desk.add([str(root / "examples" / "quake")], now=now).stories
        plain = desk.brief(story, as_of=now)
    with dateline.open(db, writer_url=liar, writer_model="liar") as desk:
        reworded = desk.brief(story, as_of=now)
    texts = [[claim.text for section in b.sections for claim in section.claims]
             for b in (plain, reworded)]  # fmt: skip
    assert texts[0] == texts[1]
    # The lies were read and refused one by one: the answer was not merely thrown away.
    assert "liar: 0 of" in reworded.made.engine
    assert "failed" not in reworded.made.engine
