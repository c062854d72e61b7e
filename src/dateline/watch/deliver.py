"""Sending what alerts still owe, again and again with growing pauses, and keeping how it went.

A delivery is marked after it was made: a kill in between repeats it. Receivers tell repeats by
the id in the message (see ``webhook`` and ``mail``).
"""

from __future__ import annotations

import dataclasses
import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from dateline.errors import StageError
from dateline.gather import printable_url
from dateline.records import Alert, Channel, Delivery, Watchlist
from dateline.store import Store
from dateline.watch import mail
from dateline.watch.fetching import Clock
from dateline.watch.host import Host
from dateline.watch.webhook import Webhooks

_FIRST_PAUSE = timedelta(minutes=1)
_LONGEST_PAUSE = timedelta(hours=6)
MOST_ATTEMPTS = 10
"""Tries over about a day and a half before a delivery is given up."""
_MOST_AT_ONCE = 500
_log = logging.getLogger("dateline.watch")

Target: TypeAlias = tuple[str, Channel, str]  # watchlist, channel, address
Send: TypeAlias = Callable[[Sequence[Alert]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """How many sendings succeeded, and how many failed and are tried again or given up."""

    delivered: int = 0
    undelivered: int = 0


def deliver(host: Host, clock: Clock, stop: threading.Event) -> Sent:
    """Send everything that is due to be sent. Never raises for what a receiver does."""
    store = host.store
    now = clock()
    waiting = store.alerts(pending=True, limit=_MOST_AT_ONCE)
    if not waiting:
        return Sent()
    watchlists = {item.id: item for item in store.watchlists()}
    targets: dict[Target, list[Alert]] = defaultdict(list)
    for alert in reversed(waiting):  # oldest first
        for delivery in alert.deliveries:
            if _is_due(delivery, now):
                targets[alert.watchlist, delivery.channel, delivery.to].append(alert)
    delivered = undelivered = 0
    hooks = Webhooks(host.gathering(), host.options.webhook_secret)
    try:
        for target, alerts in targets.items():
            watchlist = watchlists.get(target[0])
            if watchlist is None:  # removed just now, and its alerts with it
                continue
            for batch, send in _sendings(host, watchlist, target, alerts, hooks, now):
                if stop.is_set():
                    return Sent(delivered=delivered, undelivered=undelivered)
                good = _attempt(store, target, batch, send, now)
                delivered += good * len(batch)
                undelivered += (not good) * len(batch)
                if not good:
                    break  # the receiver is in trouble: its other alerts wait for their turn
    finally:
        hooks.close()
    return Sent(delivered=delivered, undelivered=undelivered)


def _sendings(
    host: Host,
    watchlist: Watchlist,
    target: Target,
    alerts: Sequence[Alert],
    hooks: Webhooks,
    now: datetime,
) -> list[tuple[Sequence[Alert], Send]]:
    """Return the sendings to one target: a message for all, or a request for each."""
    _, channel, to = target
    if channel == "email":

        def write(batch: Sequence[Alert]) -> None:
            mail.send(host.options, mail.compose(host.options, watchlist, to, batch, now))

        return [(alerts, write)]

    def post(batch: Sequence[Alert]) -> None:
        hooks.send(batch[0], watchlist, to, now)

    return [((alert,), post) for alert in alerts]


def _attempt(
    store: Store, target: Target, batch: Sequence[Alert], send: Send, now: datetime
) -> bool:
    _, channel, to = target
    error = ""
    try:
        send(batch)
    except StageError as failure:
        error = failure.reason
        _log.warning(
            "an alert was not taken",
            extra={"channel": channel, "to": printable_url(to), "problem": error},
        )
    with store.transaction() as tx:
        for alert in batch:
            # another target of the same alert may have been marked meanwhile
            tx.put(_marked(store.alert(alert.id), channel, to, error, now))
    return not error


def _is_due(delivery: Delivery, now: datetime) -> bool:
    return delivery.status == "due" and (delivery.next_try is None or delivery.next_try <= now)


def _marked(alert: Alert, channel: Channel, to: str, error: str, now: datetime) -> Alert:
    return dataclasses.replace(
        alert,
        deliveries=tuple(
            after(delivery, error, now) if (delivery.channel, delivery.to) == (channel, to)
            else delivery
            for delivery in alert.deliveries
        ),
    )  # fmt: skip


def after(delivery: Delivery, error: str, now: datetime) -> Delivery:
    """Return a delivery after an attempt; ``error`` is "" where it was taken.

    The pause begins with a minute and quadruples, six hours at most; after ten attempts it is
    given up.
    """
    attempts = delivery.attempts + 1
    if not error:
        return dataclasses.replace(
            delivery, status="delivered", attempts=attempts, at=now, next_try=None, error=""
        )
    if attempts >= MOST_ATTEMPTS:
        return dataclasses.replace(
            delivery, status="failed", attempts=attempts, next_try=None, error=error
        )
    pause = min(_FIRST_PAUSE * 4 ** min(attempts - 1, 10), _LONGEST_PAUSE)
    return dataclasses.replace(delivery, attempts=attempts, next_try=now + pause, error=error)
