"""One watcher a desk: a lease in the store, prolonged while the process lives.

A process that is killed leaves its lease behind. Another on the same machine sees that it died
and takes over at once; one on another machine waits until the lease ends.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.errors import StoreError
from dateline.run.processes import describe, is_dead, this_process
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
