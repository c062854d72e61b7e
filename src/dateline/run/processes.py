"""Names of processes, by which others can tell whether one still lives."""

from __future__ import annotations

import os
import socket
import uuid
from pathlib import Path


def this_process() -> str:
    """Name this process so that others can tell whether it lives, and one use from another."""
    pid = os.getpid()
    return f"{socket.gethostname()}|{_boot()}|{pid}|{_started(pid)}|{uuid.uuid4().hex[:8]}"


def is_dead(holder: str) -> bool:
    """Tell whether a holder is known to have died: it ran on this machine, and runs no more."""
    host, boot, pid, started, _ = (*holder.split("|"), "", "", "", "", "")[:5]
    if host != socket.gethostname() or not pid.isdigit():
        return False
    if boot != _boot():
        return True
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    # the number may have been given to another process since
    return _started(int(pid)) != started


def describe(holder: str) -> str:
    """Say in words which process that is."""
    host, _, pid, *_ = (*holder.split("|"), "", "", "")
    return f"process {pid} on {host}" if pid else holder


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _started(pid: int) -> str:
    """Return when a process started, in the kernel's ticks; "" where that can't be known."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()
    return fields[19] if len(fields) > 19 else ""
