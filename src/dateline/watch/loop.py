"""Watching on and on, until it is told to stop."""

from __future__ import annotations

import dataclasses
import logging
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from types import FrameType
from typing import Any

from dateline.errors import StoreError
from dateline.gather import schedule
from dateline.watch.host import Host
from dateline.watch.lease import watching
from dateline.watch.rounds import Hooks, Plan, one_round
from dateline.watch.views import Round

# Longest sleep: feeds are added and expectations come due while nothing else happens.
_LONGEST_SLEEP = timedelta(minutes=1)
_AFTER_TROUBLE = timedelta(seconds=30)
_log = logging.getLogger("dateline.watch")


def once(host: Host, plan: Plan, hooks: Hooks) -> Round:
    """Hold the lease and carry out one round. Raises StoreError while another watches."""
    with watching(host.store, hooks.stop):
        return one_round(host, plan, hooks)


def keep_watching(
    host: Host, plan: Plan, hooks: Hooks, told: Callable[[Round], None] = lambda _: None
) -> None:
    """Carry out rounds as feeds come due, until ``hooks.stop`` is set.

    Holds the lease all the while: raises StoreError while another process watches. A store
    that is busy for too long ends a round, not the watching.
    """
    with watching(host.store, hooks.stop):
        while not hooks.stop.is_set():
            try:
                told(one_round(host, plan, hooks))
                plan = dataclasses.replace(plan, settle=False)
                host.tell_ahead(hooks.stop)
            except StoreError as error:
                _log.error("the round ended early", extra={"problem": str(error)})
                plan = dataclasses.replace(plan, settle=True)
                hooks.stop.wait(_AFTER_TROUBLE.total_seconds())
                continue
            hooks.stop.wait(pause(host, hooks).total_seconds())


def pause(host: Host, hooks: Hooks) -> timedelta:
    """Return how long there is nothing to do."""
    now = hooks.clock()
    due = schedule.next_due(host.store.feeds(), now)
    return _LONGEST_SLEEP if due is None else min(due - now, _LONGEST_SLEEP)


@contextmanager
def stopping_on_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGINT and SIGTERM set ``stop`` within the block; the second one ends at once."""

    def handle(number: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            signal.signal(number, signal.SIG_DFL)
            signal.raise_signal(number)
        stop.set()

    before: dict[int, Any] = {
        number: signal.signal(number, handle) for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
