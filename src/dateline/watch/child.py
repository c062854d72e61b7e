"""Watching beside the server: a process of its own, so that pages stay quick while it reads."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from dateline.errors import ConfigError

_COMMAND = (sys.executable, "-m", "dateline.cli.main", "watch", "--until-eof")
_PAUSE = 60.0  # seconds before it is started again, should it end by itself
_TO_STOP = 45.0  # seconds for the item in hand: one fetch may take thirty
_log = logging.getLogger("dateline.watch")


@contextmanager
def watching_beside(db: str, arguments: Sequence[str] = ()) -> Iterator[None]:
    """Run ``dateline watch`` on the desk ``db`` within the block, and start it again if it ends.

    It stops cleanly at the end of the block, and by itself when this process is killed: it
    watches its standard input, which ends then. Raises ConfigError for a desk in memory.
    """
    if db == ":memory:":
        raise ConfigError("a desk in memory can't be watched beside the server: name a file")
    ended = threading.Event()
    keeper = _Keeper([*_COMMAND, *arguments], db, ended)
    thread = threading.Thread(target=keeper.run, name="watch keeper", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        keeper.stop()
        thread.join()


class _Keeper:
    """Keeps one process running until it is told to stop."""

    def __init__(self, command: Sequence[str], db: str, ended: threading.Event) -> None:
        self._command = command
        # not as an argument: others see these, and the address may hold a password
        self._environment = {**os.environ, "DATELINE_DB": db}
        self._ended = ended
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        """Start the process, and again when it ends, with a pause between."""
        while not self._ended.is_set():
            with self._lock:
                if self._ended.is_set():
                    return
                self._process = subprocess.Popen(  # noqa: S603 - our own command
                    self._command, stdin=subprocess.PIPE, env=self._environment
                )
            code = self._process.wait()
            if not self._ended.is_set():
                facts = {"exit_code": code, "again_in_seconds": _PAUSE}
                _log.warning("watching ended", extra=facts)
                self._ended.wait(_PAUSE)

    def stop(self) -> None:
        """Let the process finish the item in hand; end it after a while all the same."""
        with self._lock:
            process = self._process
        if process is None or process.poll() is not None:
            return
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(_TO_STOP)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def set_at_end_of_input(stop: threading.Event) -> None:
    """Set ``stop`` when standard input ends: whoever started this process is gone, or says so."""

    def listen() -> None:
        while sys.stdin.buffer.read(1):
            time.sleep(0)
        stop.set()

    threading.Thread(target=listen, name="end of input", daemon=True).start()
