"""One round of watching: read what is due, run the stages, tell who asked."""

from __future__ import annotations

import dataclasses
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from dateline.gather import GatherOptions, Item, schedule
from dateline.records import Feed, Fetched, Rejected
from dateline.run import Progress
from dateline.watch.alerts import make_alerts
from dateline.watch.deliver import deliver
from dateline.watch.fetching import Clock, Stopped, read_feeds
from dateline.watch.host import Host
from dateline.watch.views import FeedRun, Round

_MOST_ENTRIES = 1_000  # taken of one feed at one reading: the newest stand first
_log = logging.getLogger("dateline.watch")


def present() -> datetime:
    """Return the time of day, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a round is to do.

    ``only`` are ids of feeds to read, due or not; ``everything`` reads all but paused and gone
    ones; otherwise those that are due are read. ``every`` fixes the time between two readings.
    ``settle`` runs the stages even if nothing came in: for what an earlier run left undone.
    """

    only: tuple[str, ...] | None = None
    everything: bool = False
    every: timedelta | None = None
    settle: bool = True


@dataclass(slots=True)
class Hooks:
    """Who wants to know: of each feed's run as it ends, and of the stages' progress."""

    clock: Clock = present
    tell: Callable[[FeedRun], None] = lambda _: None
    progress: Progress | None = None
    stop: threading.Event = field(default_factory=threading.Event)


def one_round(host: Host, plan: Plan, hooks: Hooks) -> Round:
    """Carry out one round. The caller holds the lease (:mod:`dateline.watch.lease`).

    Raises what the store and the stages raise; a feed's trouble is in its own run.
    """
    store, stop = host.store, hooks.stop
    runs: list[FeedRun] = []
    items: list[str] = []

    def kept(item: Item) -> None:
        if isinstance(item, Fetched):
            items.append(item.id)

    feeds = chosen(store.feeds(), plan, hooks.clock())
    for run in read_feeds(
        store, feeds, gathering(host), hooks.clock, stop, every=plan.every, kept=kept
    ):
        runs.append(run)
        hooks.tell(run)
    if stop.is_set():
        return Round(runs=tuple(runs), stopped=True)
    if not items and not plan.settle:
        return _told(host, hooks, Round(runs=tuple(runs)))
    before = store.counts()["report"]
    try:
        rejected: tuple[Rejected, ...] = tuple(host.process(_stoppable(hooks)))
    except Stopped:
        return Round(runs=tuple(runs), stopped=True)
    stories = {store.story_of(report) for report in store.reports_from(items)}
    done = Round(
        runs=tuple(runs),
        reports=store.counts()["report"] - before,
        stories=tuple(sorted(filter(None, stories))),
        rejected=rejected,
    )
    return _told(host, hooks, done)


def chosen(feeds: Sequence[Feed], plan: Plan, now: datetime) -> tuple[Feed, ...]:
    """Choose the feeds to read at ``now``, those due longest first."""
    if plan.only is not None:
        return tuple(
            dataclasses.replace(feed, paused=False) for feed in feeds if feed.id in plan.only
        )
    wanted = schedule.readable if plan.everything else schedule.is_due
    found = [feed for feed in feeds if wanted(feed, now)]
    return tuple(sorted(found, key=lambda feed: (feed.due or feed.added, feed.id)))


def gathering(host: Host) -> GatherOptions:
    """Return the options of gathering for kept feeds."""
    options = host.gathering()
    most = min(options.max_feed_entries, _MOST_ENTRIES)
    return dataclasses.replace(options, max_feed_entries=most)


def _told(host: Host, hooks: Hooks, done: Round) -> Round:
    """Make and send the alerts of a round."""
    try:
        alerts = make_alerts(host, hooks.clock(), _stoppable(hooks))
        sent = deliver(host, hooks.clock, hooks.stop)
    except Stopped:
        return dataclasses.replace(done, stopped=True)
    done = dataclasses.replace(
        done, alerts=alerts, delivered=sent.delivered, undelivered=sent.undelivered
    )
    if done.runs or done.alerts or sent.undelivered:
        _log.info(
            "round ended",
            extra={
                "feeds": len(done.runs),
                "reports": done.reports,
                "stories": len(done.stories),
                "rejected": len(done.rejected),
                "alerts": len(done.alerts),
                "delivered": done.delivered,
                "undelivered": done.undelivered,
            },
        )
    return done


def _stoppable(hooks: Hooks) -> Progress:
    """Return a progress that ends the stages between two items when the round is stopped."""

    def progress(stage: str, number: int, total: int) -> None:
        if hooks.progress is not None:
            hooks.progress(stage, number, total)
        if hooks.stop.is_set():
            raise Stopped

    return progress
