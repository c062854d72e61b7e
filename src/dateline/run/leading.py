"""One process groups at a time: whoever wants to waits its turn, and a dead leader is replaced.

Grouping keeps a state between its inputs, so that two processes that group at once would each
decide without the other's reports. Leadership is a row in the store with an end (see
``dateline.store.sharing``); on one machine the death of its process ends it at once.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dateline.errors import StoreError
from dateline.run.processes import is_dead, this_process
from dateline.store import Store

LED = "group"
# A leader that says nothing for so long may be replaced.
LEASE = 12.0
# Who waits for the leadership has the first place in line for so long after each look.
_NEXT, _IN_LINE = "group next", 3.0
_PAUSE = 0.2


def take(store: Store, holder: str, seconds: float = LEASE) -> bool:
    """Become the leader or stay it; a leader of this machine that died is replaced at once."""
    if store.lead(LED, holder, seconds):
        return True
    has = store.led_by(LED)
    return has is not None and is_dead(has) and store.lead(LED, holder, seconds, over=has)


@contextmanager
def leading(store: Store, idle: Callable[[], bool]) -> Iterator[bool]:
    """Lead grouping for the block: True. Waits while another process leads.

    While it waits, ``idle`` is asked now and then whether there is nothing left to do, since
    the one who leads does everybody's; then the block runs without the leadership: False. Those
    who wait take turns, so that one who leads again and again doesn't keep the others out.
    """
    holder = this_process()
    if not _won(store, holder, idle):
        yield False
        return
    ended = threading.Event()
    heart = threading.Thread(
        target=_beat, args=(store, holder, ended), name="grouping", daemon=True
    )
    heart.start()
    try:
        yield True
    finally:
        ended.set()
        heart.join()
        with contextlib.suppress(StoreError):  # it ends by itself
            store.step_down(holder)


def _won(store: Store, holder: str, idle: Callable[[], bool]) -> bool:
    try:
        while True:
            first = store.lease(_NEXT, holder, _IN_LINE)
            if first != holder and is_dead(first):
                first = store.lease(_NEXT, holder, _IN_LINE, over=first)
            if first == holder and take(store, holder, LEASE):
                return True
            if idle():
                return False
            time.sleep(_PAUSE)
    finally:
        store.release(_NEXT, holder)


def _beat(store: Store, holder: str, ended: threading.Event) -> None:
    """Keep the leadership while this process lives; a long decision must not lose it."""
    while not ended.wait(LEASE / 4):
        with contextlib.suppress(StoreError):  # the leader's next transaction says so
            store.lead(LED, holder, LEASE)
