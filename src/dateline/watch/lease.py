"""One watcher a desk: a lease in the store, prolonged while the process lives.

A process that is killed leaves its lease behind. Another on the same machine sees that it died
and takes over at once; one on another machine waits until the lease ends.
"""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import StoreError
from dateline.store import Store

NAME = "watch"
SECONDS = 90.0
_PROLONGED_EVERY = 30.0


@contextmanager
def watching(store: Store, stop: threading.Event) -> Iterator[None]:
    """Hold the lease for the block. Raises StoreError where another process watches this desk.

    Should another take it all the same (this machine slept), ``stop`` is set.
    """
    holder = this_process()
    has = store.lease(NAME, holder, SECONDS)
    if has != holder and is_dead(has):
        has = store.lease(NAME, holder, SECONDS, over=has)
    if has != holder:
        where = describe(has)
        raise StoreError(
            f"another process watches this desk already ({where}); stop it, or wait for it"
        )
    ended = threading.Event()

    def prolong() -> None:
        while not ended.wait(_PROLONGED_EVERY):
            try:
                kept = store.lease(NAME, holder, SECONDS) == holder
            except StoreError:  # busy: there is time for another try
                continue
            if not kept:
                stop.set()
                return

    heart = threading.Thread(target=prolong, name="watch lease", daemon=True)
    heart.start()
    try:
        yield
    finally:
        ended.set()
        heart.join()
        store.release(NAME, holder)


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
    """Say in words who holds a lease."""
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
