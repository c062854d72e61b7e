"""When feeds are due: pure arithmetic, checked against what it is for."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from dateline.gather import new_feed, schedule
from dateline.records import Feed
from tests.gather.conftest import NOW

FEED = new_feed("https://wire.test/feed", NOW)


def simulated(gap: timedelta, days: int = 14, feed: Feed = FEED) -> tuple[Feed, int, timedelta]:
    """Read a feed that publishes every ``gap`` for some days: the feed, readings, mean delay."""
    now, readings, delays = NOW, 0, []
    published = NOW + gap
    while now < NOW + timedelta(days=days):
        fresh = 0
        while published <= now:
            delays.append(now - published)
            published += gap
            fresh += 1
        feed = schedule.observed(feed, fresh, (), now)
        feed = schedule.after_success(replace(feed, succeeded=now), now)
        assert feed.due is not None
        now, readings = feed.due, readings + 1
    return feed, readings, sum(delays, timedelta()) / max(len(delays), 1)


@pytest.mark.parametrize("hours", [0.5, 2, 6, 12])
def test_a_feed_is_read_about_twice_as_often_as_it_publishes(hours: float) -> None:
    gap = timedelta(hours=hours)
    feed, readings, delay = simulated(gap)
    published = timedelta(days=14) / gap
    assert published < readings < 3 * published + 20
    assert delay < gap / 2
    assert schedule.SHORTEST.total_seconds() <= feed.interval <= 0.75 * gap.total_seconds() + 600


def test_a_busy_feed_and_a_silent_one_stay_within_bounds() -> None:
    busy, _, _ = simulated(timedelta(minutes=1), days=1)
    silent, readings, _ = simulated(timedelta(days=400), days=30)
    assert busy.interval == schedule.SHORTEST.total_seconds()
    assert schedule.LONGEST.total_seconds() * 0.5 < silent.interval
    assert silent.interval <= schedule.LONGEST.total_seconds()
    assert readings < 90


def test_a_feed_that_wakes_up_is_followed_sooner() -> None:
    asleep, _, _ = simulated(timedelta(days=400), days=20)
    awake, _, _ = simulated(timedelta(hours=1), days=7, feed=replace(asleep, succeeded=NOW))
    assert awake.interval < asleep.interval / 4


def test_the_first_reading_learns_from_the_dates_of_entries() -> None:
    dates = [NOW - timedelta(hours=n) for n in range(48)]
    often = schedule.after_success(schedule.observed(FEED, 48, dates, NOW), NOW)
    rarely = schedule.after_success(schedule.observed(FEED, 48, dates[::24], NOW), NOW)
    assert often.interval < 3600 < rarely.interval
    assert schedule.observed(FEED, 5, [NOW + timedelta(days=1)], NOW).rate_hours == 0


def test_what_a_feed_asks_for_is_the_least_within_a_day() -> None:
    def interval(asked: timedelta) -> timedelta:
        feed = replace(FEED, asked_interval=int(asked.total_seconds()), rate_items=1e3)
        return schedule.interval(replace(feed, rate_hours=10.0))

    assert interval(timedelta(0)) == schedule.SHORTEST
    assert interval(timedelta(hours=5)) == timedelta(hours=5)
    assert interval(timedelta(days=30)) == schedule.LONGEST


def test_every_fixes_the_interval() -> None:
    feed = schedule.after_success(FEED, NOW, timedelta(minutes=3))
    assert feed.due == NOW + timedelta(minutes=3)


def test_the_pause_after_failures_doubles_up_to_a_day() -> None:
    pauses = []
    for failures in range(1, 12):
        feed = schedule.after_failure(replace(FEED, failures=failures), NOW)
        assert feed.due is not None
        pauses.append(feed.due - NOW)
    assert pauses[0] < timedelta(minutes=12)
    assert all(1.9 < b / a < 2.1 for a, b in itertools.pairwise(pauses[:7]))
    assert pauses[-1] == pauses[-2] <= schedule.LONGEST * 1.1


def test_what_the_server_asked_for_is_the_least_pause() -> None:
    asked = timedelta(hours=9)
    feed = schedule.after_failure(replace(FEED, failures=1), NOW, asked)
    assert feed.not_before == feed.due == NOW + asked
    assert not schedule.readable(feed, NOW + asked - timedelta(seconds=1))
    assert schedule.is_due(feed, NOW + asked)


def test_feeds_of_one_rhythm_are_kept_apart() -> None:
    due = {schedule.after_success(new_feed(f"https://{n}.test/", NOW), NOW).due for n in range(50)}
    assert len(due) > 40


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_the_next_due_is_that_of_feeds_which_are_read() -> None:
    feeds = [
        replace(FEED, id="a", due=later(30)),
        replace(FEED, id="b", due=later(5), paused=True),
        replace(FEED, id="c", due=later(5), gone=True),
        replace(FEED, id="d", due=later(10), not_before=later(20)),
    ]
    assert schedule.next_due(feeds, NOW) == later(20)
    assert schedule.next_due([replace(FEED, due=None)], NOW) == NOW
    assert schedule.next_due(feeds[1:3], NOW) is None
