"""``dateline watch`` with a shorter interval than people may set: every feed every few seconds."""

from __future__ import annotations

import sys
import threading
from datetime import timedelta

import dateline
from dateline.watch.loop import stopping_on_signals
from dateline.watch.rounds import Hooks, Plan


def main(db: str) -> None:
    """Watch the desk ``db`` until a signal ends it."""
    stop = threading.Event()
    with dateline.open(db) as desk, stopping_on_signals(stop):
        desk.watch(Plan(every=timedelta(seconds=3)), Hooks(stop=stop))


if __name__ == "__main__":
    main(sys.argv[1])
