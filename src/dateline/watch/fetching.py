"""Reading several feeds at once: threads fetch, one thread writes."""

from __future__ import annotations

import dataclasses
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import TypeAlias

from dateline.errors import NotFound
from dateline.gather import Fetcher, GatherOptions, Item, Pulled, pull, schedule
from dateline.gather.addresses import printable_url
from dateline.observe import fetched as count_fetch
from dateline.records import Feed, Fetched
from dateline.store import Store
from dateline.watch.views import FeedRun

Clock: TypeAlias = Callable[[], datetime]

_AT_ONCE = 8  # feeds; the pace of each host holds in any case
_WAITING = 64  # items between fetching and writing
_log = logging.getLogger("dateline.watch")


class Stopped(Exception):
    """The round was asked to end; raised between two items."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Ended:
    feed: Feed
    pulled: Pulled | None
    seconds: float


class Taken:
    """The addresses that the store's items came from, as a container."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __contains__(self, url: object) -> bool:
        return isinstance(url, str) and bool(self._store.taken((url,)))


def read_feeds(
    store: Store,
    feeds: Sequence[Feed],
    options: GatherOptions,
    clock: Clock,
    stop: threading.Event,
    *,
    every: timedelta | None = None,
    kept: Callable[[Item], None] = lambda _: None,
) -> Iterator[FeedRun]:
    """Read ``feeds`` and keep what they bring; yield each one's run as it ends.

    Each item is kept in a transaction of its own, then told to ``kept``; the feed's new state
    when all of its items are. A kill in between costs a repeated request and nothing else. No
    feed's trouble reaches another. With ``stop`` set, readings end after the item in hand and
    their feeds stay as they were.
    """
    arrived: queue.Queue[Item | _Ended] = queue.Queue()

    def take(item: Item) -> None:
        while arrived.qsize() >= _WAITING and not stop.wait(0.02):
            pass
        if stop.is_set():
            raise Stopped
        arrived.put(item)

    def read(feed: Feed) -> None:
        begun = time.monotonic()
        pulled = None
        try:
            if not stop.is_set():
                pulled = pull(feed, options, clock(), fetcher, take, known=taken, every=every)
        except Stopped:
            pass
        except Exception as error:  # a slip of ours on one feed must not end the others' reading
            _log.exception("a feed could not be read", extra={"feed": printable_url(feed.url)})
            pulled = _stumbled(feed, error, clock())
        finally:
            arrived.put(_Ended(feed, pulled, time.monotonic() - begun))

    taken = Taken(store)
    left = len(feeds)
    with Fetcher(options, sleep=_wakeful(stop)) as fetcher, ThreadPoolExecutor(_AT_ONCE) as pool:
        for feed in feeds:
            pool.submit(read, feed)
        try:
            while left:
                message = arrived.get()
                if not isinstance(message, _Ended):
                    keep(store, message)
                    kept(message)
                    continue
                left -= 1
                if message.pulled is not None:
                    yield _end(store, message.feed, message.pulled, message.seconds)
        except BaseException:
            stop.set()  # or the threads would go on for nobody
            raise


def keep(store: Store, item: Item) -> None:
    """Save one item, or its rejection."""
    with store.transaction() as tx:
        if isinstance(item, Fetched):
            tx.put(item)
        else:
            tx.reject(item)


def _wakeful(stop: threading.Event) -> Callable[[float], None]:
    """Return a sleep for politeness that ends when the round is stopped."""

    def sleep(seconds: float) -> None:
        if stop.wait(seconds):
            raise Stopped

    return sleep


def _end(store: Store, before: Feed, pulled: Pulled, seconds: float) -> FeedRun:
    """Keep a feed's new state, unless its keeper removed it meanwhile, and log the run."""
    feed = pulled.feed
    with store.transaction() as tx:
        try:
            now = store.feed(before.id)
        except NotFound:
            pass
        else:
            # what the keeper changed meanwhile stands
            title = now.title if now.title != before.title else feed.title
            feed = dataclasses.replace(feed, paused=now.paused, folder=now.folder, title=title)
            feed = _not_twice(store, feed)
            tx.put(feed)
    run = FeedRun(
        feed=feed,
        outcome=pulled.outcome,
        items=pulled.items,
        fresh=pulled.fresh,
        rejected=pulled.rejected,
        seconds=round(seconds, 3),
    )
    _tell(run)
    return run


def _not_twice(store: Store, feed: Feed) -> Feed:
    """Pause a feed that moved to where another kept one is: it would be read twice."""
    if not feed.former:
        return feed
    for other in store.feeds():
        if other.id != feed.id and not other.paused and other.url == feed.url and not feed.paused:
            reason = f"moved to {printable_url(feed.url)}, which is kept already"
            return dataclasses.replace(feed, paused=True, problem=reason, problem_kind="moved")
    return feed


def _stumbled(feed: Feed, error: Exception, now: datetime) -> Pulled:
    failed = dataclasses.replace(
        feed,
        checked=now,
        outcome="failed",
        failures=feed.failures + 1,
        problem=f"could not be read: unexpected {type(error).__name__}; the log has the details",
        problem_kind="broken",
    )
    return Pulled(outcome="failed", feed=schedule.after_failure(failed, now))


def _tell(run: FeedRun) -> None:
    """Count the run and write its one line to the log."""
    feed = run.feed
    count_fetch("feed", run.outcome)
    facts: dict[str, object] = {
        "feed": printable_url(feed.url),
        "outcome": run.outcome,
        "items": run.items,
        "fresh": run.fresh,
        "rejected": len(run.rejected),
        "seconds": run.seconds,
        "next": feed.due.isoformat() if feed.due and not (feed.gone or feed.paused) else "never",
    }
    if feed.problem:
        facts["problem"] = feed.problem
    level = logging.WARNING if run.outcome in ("failed", "gone") else logging.INFO
    _log.log(level, "feed read", extra=facts)
