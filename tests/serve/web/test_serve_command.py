"""``dateline serve`` as a process: starts, answers, refuses, stops."""

import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from dateline.cli.serve import app
from dateline.errors import ConfigError

PROGRAM = "from dateline.cli.serve import app; app()"


def test_it_serves_on_loopback_until_it_is_interrupted(tmp_path: Path) -> None:
    words = ["--port", "0", "--db", str(tmp_path / "desk.db")]
    server = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *words], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr is not None
        address = server.stderr.readline().split()[0]
        assert address.startswith("http://127.0.0.1:")
        answer = httpx.get(address, timeout=30)
        assert answer.status_code == 200
        assert "No stories yet" in answer.text
        assert "server" not in answer.headers
        large = {"X-Large": "x" * 40_000}
        assert httpx.get(address, headers=large, timeout=30).status_code in (400, 431)
        wrong = httpx.get(address, headers={"Host": "evil.example"}, timeout=30)
        assert wrong.status_code == 421
        assert "<h1>" in wrong.text
        server.send_signal(signal.SIGINT)
        assert server.wait(20) == 0
    finally:
        server.kill()
        server.communicate()


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--host", "0.0.0.0"], "token"),
        (["--host", "0.0.0.0", "--token", "short"], "too short"),
        (["--host", "192.0.2.1"], "token"),
        (["--host", "no.such.host.example", "--token", "x" * 20], "can't listen"),
    ],
)
def test_it_refuses_plainly(tmp_path: Path, words: list[str], reason: str) -> None:
    ran = CliRunner().invoke(app, [*words, "--db", str(tmp_path / "desk.db")])
    assert isinstance(ran.exception, ConfigError)
    assert reason in str(ran.exception)
