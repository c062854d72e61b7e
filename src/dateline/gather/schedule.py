"""When to look at a feed again: from how often it publishes, what it asks for, and its failures.

Entries are taken to arrive as a Poisson process whose rate drifts. Its rate is estimated in the
conjugate way, a Gamma distribution held as two numbers (entries seen, hours watched; Gelman et
al., Bayesian Data Analysis, 3rd ed., section 2.6), and both numbers fade with time, so that old
weeks count less than this one (the steady model of Smith, "A generalization of the Bayesian
steady forecasting model", JRSS B 41, 1979). The feed is due when half an entry is to be
expected, which keeps a new entry waiting for a quarter of the usual gap on average. Reading in
proportion to the rate is what a budget of requests allows best where every new entry counts the
same (Sia, Cho and Cho, "Efficient monitoring algorithm for fast news alerts", IEEE TKDE 19,
2007), and what feed readers do as "entry frequency".

All functions are pure; times are aware UTC.
"""

from __future__ import annotations

import dataclasses
import hashlib
import math
from collections.abc import Sequence
from datetime import datetime, timedelta

from dateline.records import Feed

SHORTEST = timedelta(minutes=10)
"""Between two readings of a feed that publishes all the time."""
LONGEST = timedelta(hours=24)
"""Between two readings of a feed that is silent, or asks for less."""
HALF_LIFE = timedelta(days=7)
"""After which what was observed counts half: news has weekly rhythms."""

# The prior: one entry in two hours, worth six hours of watching. A feed of which nothing is
# known is read every hour at first.
_PRIOR_ITEMS = 3.0
_PRIOR_HOURS = 6.0
_ENTRIES_WANTED = 0.5  # expected at each reading: read twice as often as it publishes
_FIRST_LOOK_BACK = timedelta(days=14)  # of a new feed's dated entries
_SPREAD = 0.1  # of the interval, by which feeds of one rhythm are kept apart


def observed(feed: Feed, fresh: int, dates: Sequence[datetime], now: datetime) -> Feed:
    """Note that a good reading at ``now`` brought ``fresh`` entries that were not there before.

    At the first reading the entries' own ``dates`` stand for what would have been observed:
    the rate over the time that they span, a fortnight at most.
    """
    if feed.succeeded is None:
        recent = [date for date in dates if now - _FIRST_LOOK_BACK <= date <= now]
        if not recent:
            return feed
        hours = max((now - min(recent)).total_seconds() / 3600, 1.0)
        # one entry fewer: the span begins with an entry by construction
        return dataclasses.replace(feed, rate_items=float(len(recent) - 1), rate_hours=hours)
    hours = max((now - feed.succeeded).total_seconds() / 3600, 0.0)
    kept = 0.5 ** (hours / (HALF_LIFE.total_seconds() / 3600))
    return dataclasses.replace(
        feed,
        rate_items=round(feed.rate_items * kept + fresh, 6),
        rate_hours=round(feed.rate_hours * kept + hours, 6),
    )


def hourly_rate(feed: Feed) -> float:
    """Return the expected entries an hour: the mean of the Gamma posterior."""
    return (feed.rate_items + _PRIOR_ITEMS) / (feed.rate_hours + _PRIOR_HOURS)


def interval(feed: Feed, every: timedelta | None = None) -> timedelta:
    """Return the time until the next reading is worth it.

    ``every`` fixes it. Otherwise what the feed asks for (ttl, update period, max-age) is the
    least and its rate decides above that, always between ten minutes and a day.
    """
    if every is not None:
        return every
    reckoned = timedelta(hours=_ENTRIES_WANTED / hourly_rate(feed))
    return min(max(reckoned, timedelta(seconds=feed.asked_interval), SHORTEST), LONGEST)


def after_success(feed: Feed, now: datetime, every: timedelta | None = None) -> Feed:
    """Set when a feed that was read well at ``now`` is due next."""
    wait = interval(feed, every)
    due = now + wait if every else now + wait * (1 + _SPREAD * _share(feed.id))
    return dataclasses.replace(
        feed, interval=round(wait.total_seconds()), due=due.replace(microsecond=0)
    )


def after_failure(feed: Feed, now: datetime, asked: timedelta | None = None) -> Feed:
    """Set when a feed that just failed ``feed.failures`` times in a row is due next.

    The pause begins with the shortest interval and doubles, up to a day. ``asked`` is how
    long the server wants no request at all.
    """
    doublings = min(max(feed.failures - 1, 0), math.ceil(math.log2(LONGEST / SHORTEST)))
    pause = min(SHORTEST * 2**doublings, LONGEST)
    not_before = now + asked if asked else None
    due = now + pause * (1 + _SPREAD * _share(feed.id))
    return dataclasses.replace(
        feed,
        not_before=not_before,
        due=max(due, not_before or due).replace(microsecond=0),
    )


def is_due(feed: Feed, now: datetime) -> bool:
    """Tell whether a feed is to be read now."""
    return readable(feed, now) and (feed.due is None or feed.due <= now)


def readable(feed: Feed, now: datetime) -> bool:
    """Tell whether a feed may be read now, due or not."""
    waiting = feed.not_before is not None and now < feed.not_before
    return not (feed.gone or feed.paused or waiting)


def next_due(feeds: Sequence[Feed], now: datetime) -> datetime | None:
    """Return when the next of ``feeds`` is due, ``now`` at the earliest; None where none is."""
    times = [
        max(now, feed.due or now, feed.not_before or now)
        for feed in feeds
        if not (feed.gone or feed.paused)
    ]
    return min(times, default=None)


def _share(id: str) -> float:
    """Return a number from 0 to 1 that is the same for the same feed on every machine."""
    return hashlib.blake2b(id.encode(), digest_size=2).digest()[0] / 255
