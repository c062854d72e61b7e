"""A cluster that somebody else started is joined by its address."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.desk import open_desk
from tests.acceptance.test_kill import write_reports

pytestmark = pytest.mark.slow
BIN = Path(sys.executable).parent
REPORTS = 6


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with a token, as the first `ray start` or `ray get-auth-token` leaves it."""
    pytest.importorskip("ray")
    folder = tmp_path / "home"
    (folder / ".ray").mkdir(parents=True)
    (folder / ".ray" / "auth_token").write_text("ab" * 32)
    return folder


@pytest.fixture
def address(home: Path) -> Iterator[str]:
    """The address of a cluster of one core, guarded by the token of that home."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    head = subprocess.Popen(
        [
            *(str(BIN / "ray"), "start", "--head", "--block", "--port", str(port)),
            *("--num-cpus", "1", "--include-dashboard=false", "--object-store-memory", "100000000"),
            *("--temp-dir", f"/tmp/ray-{port}"),  # Ray's sockets want a short path
        ],
        env=environment(home),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    yield f"127.0.0.1:{port}"
    head.send_signal(signal.SIGTERM)
    head.wait(60)


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    return kept | {"HOME": str(home), "RAY_USAGE_STATS_ENABLED": "0"}


def backfill(tmp_path: Path, home: Path, address: str) -> subprocess.CompletedProcess[str]:
    archive, db = tmp_path / "reports.jsonl", tmp_path / "desk.db"
    write_reports(archive, REPORTS)
    return subprocess.run(
        [BIN / "dateline", "backfill", archive, "--db", db, "--engine", f"ray:{address}"],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )


def test_a_cluster_with_a_token_is_joined_by_its_address(
    tmp_path: Path, home: Path, address: str
) -> None:
    ran = backfill(tmp_path, home, address)
    assert ran.returncode == 0, ran.stderr
    with open_desk(str(tmp_path / "desk.db")) as desk:
        assert desk.store.counts()["reading"] == REPORTS


def test_who_has_no_token_is_told_so(tmp_path: Path, address: str) -> None:
    stranger = tmp_path / "stranger"
    stranger.mkdir()
    ran = backfill(tmp_path, stranger, address)
    assert ran.returncode != 0
    assert address in ran.stderr and "RAY_AUTH_TOKEN" in ran.stderr
