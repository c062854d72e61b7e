"""Backfills in processes of their own, to be killed at random moments."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from dateline.desk import open_desk
from dateline.serve.export import export_desk

AS_OF = datetime(2026, 2, 10, tzinfo=UTC)
STRETCH = 24


def start(archive: Path, db: str, engine: str = "pool") -> subprocess.Popen[bytes]:
    """Start a backfill of two workers."""
    words = ["--engine", engine, "--workers", "2", "--stretch", str(STRETCH), "--db", db]
    return subprocess.Popen(
        [sys.executable, "-m", "dateline.cli.main", "backfill", str(archive), *words,
         "--as-of", AS_OF.isoformat()],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def finish(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end, which must be a good one."""
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said.decode()[-3000:]


def held(db: str) -> tuple[str, str]:
    """Return all that a desk shows, and the digest of its state."""
    with open_desk(db) as desk:
        shown = json.dumps(export_desk(desk, as_of=AS_OF), ensure_ascii=False)
        return shown, desk.store.state_digest()


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the numbers of the worker processes of a pool."""
    found = []
    for entry in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == process.pid and b"spawn_main" in (entry / "cmdline").read_bytes():
                found.append(int(entry.name))
    return sorted(found)


def kill(process: int) -> bool:
    """Kill a process; False where it has ended by itself."""
    try:
        os.kill(process, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def moments(seed: int, count: int, longest: float) -> list[float]:
    """Draw ``count`` waits of up to ``longest`` seconds."""
    rng = random.Random(seed)
    return [rng.uniform(0.1, longest) for _ in range(count)]
