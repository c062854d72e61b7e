"""Pulling a feed again and again: conditional requests and what is remembered between them."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Container
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from dateline.errors import NotPermitted, ReadError, StageError
from dateline.gather.addresses import parse_url, printable_url
from dateline.gather.fetch import Answer, Fetcher, Gone
from dateline.gather.files import FeedList
from dateline.gather.item import Carrier, Item, rejected
from dateline.gather.options import GatherOptions
from dateline.gather.pace import AskedToWait
from dateline.gather.web import answer_items, feeds_of_page, is_page
from dateline.records import record

Outcome: TypeAlias = Literal["new", "unchanged", "waiting", "failed", "gone"]

_SHORTEST = timedelta(minutes=10)  # between two pulls of a feed that changes all the time
_FIRST = timedelta(minutes=30)
_LONGEST = timedelta(hours=24)


@record
class FeedState:
    """What is remembered of a feed between two pulls; the caller keeps it.

    ``url`` is the address as the user gave it and ``moved_to`` where it moved for good (or the
    feed found on the page at ``url``). ``etag``, ``last_modified`` and ``digest`` (of the
    content) tell whether it changed. ``not_before`` is until when the server wants no request;
    ``due`` is when the next pull is worth it, by how often the feed changes (``interval``,
    seconds). ``failures`` counts the pulls failed since the last good one (``succeeded``) and
    ``problem`` is the last one's reason. ``gone`` feeds (status 410) need no further pull.
    """

    url: str
    moved_to: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    digest: str = ""
    not_before: datetime | None = None
    due: datetime | None = None
    interval: int = int(_FIRST.total_seconds())
    checked: datetime | None = None
    succeeded: datetime | None = None
    failures: int = 0
    problem: str = ""
    gone: bool = False


@record
class Pulled:
    """The outcome of one pull: the feed's new state, and items where there are *new* ones.

    *unchanged* feeds give no items, *failed* and *gone* ones a single rejection; *waiting* means
    that nothing was asked, because the server wants none before ``state.not_before``.
    """

    outcome: Outcome
    state: FeedState
    items: tuple[Item, ...] = ()


def pull(
    state: FeedState,
    options: GatherOptions,
    now: datetime,
    fetcher: Fetcher,
    known: Container[str] = (),
) -> Pulled:
    """Pull the feed of ``state`` once. Never raises for what a server does.

    ``now`` is an aware UTC time. With the option ``full_text``, entries that are teasers get
    the page behind them, save those whose address is in ``known``: they were taken before.
    """
    name = printable_url(state.url)
    if state.gone:
        return Pulled(outcome="gone", state=state)
    if state.not_before and now < state.not_before:
        return Pulled(outcome="waiting", state=state)
    state = dataclasses.replace(state, checked=now, not_before=None)
    try:
        if not options.network:
            raise NotPermitted(name, "the network is switched off", kind="not-permitted")
        answer = fetcher.get(_address(state), state.etag, state.last_modified)
        if answer.status == 200 and is_page(answer):
            answer = _feed_on_page(answer, name, fetcher)
        digest = hashlib.blake2b(answer.content, digest_size=16).hexdigest()
        if answer.status == 304 or digest == state.digest:
            return Pulled(outcome="unchanged", state=_succeeded(state, answer, state.digest, now))
        carrier = Carrier(name=name, source=name, retrieved=now, overrides=options.overrides)
        items = answer_items(answer, carrier, options, now, fetcher, known)
        taken = tuple(item for item in items if not isinstance(item, FeedList))
        return Pulled(outcome="new", state=_succeeded(state, answer, digest, now), items=taken)
    except StageError as error:
        outcome: Outcome = "gone" if isinstance(error, Gone) else "failed"
        return Pulled(
            outcome=outcome,
            state=_failed(state, error, now),
            items=(rejected(name, error.kind, error.reason),),
        )


def _address(state: FeedState) -> str:
    """Return where the feed is now, with the user name and password that its host knows."""
    if state.moved_to is None:
        return state.url
    first, moved = parse_url(state.url), parse_url(state.moved_to)
    same = (first.scheme, first.netloc) == (moved.scheme, moved.netloc)
    return str(moved.copy_with(userinfo=first.userinfo)) if same else state.moved_to


def _feed_on_page(page: Answer, name: str, fetcher: Fetcher) -> Answer:
    for url in feeds_of_page(page)[:1]:
        answer = fetcher.get(url)
        if not is_page(answer):
            return dataclasses.replace(answer, moved_to=url)
    raise ReadError(name, "is a page, not a feed, and names no feed", kind="broken")


def _succeeded(state: FeedState, answer: Answer, digest: str, now: datetime) -> FeedState:
    """Note a good pull. A feed that changed is looked at sooner, one that didn't later."""
    changed = digest != state.digest
    seconds = state.interval * (0.5 if changed and state.digest else 1.5 if not changed else 1.0)
    interval = min(max(seconds, _SHORTEST.total_seconds()), _LONGEST.total_seconds())
    same_place = answer.status == 304
    return dataclasses.replace(
        state,
        moved_to=answer.moved_to or state.moved_to,
        etag=answer.etag or (state.etag if same_place else None),
        last_modified=answer.last_modified or (state.last_modified if same_place else None),
        digest=digest,
        interval=int(interval),
        due=now + timedelta(seconds=int(interval)),
        succeeded=now,
        failures=0,
        problem="",
    )


def _failed(state: FeedState, error: StageError, now: datetime) -> FeedState:
    """Note a failed pull; the next is due after twice as long as the last, a day at most."""
    failures = state.failures + 1
    pause = min(timedelta(seconds=state.interval) * 2 ** min(failures, 10), _LONGEST)
    not_before = now + timedelta(seconds=error.seconds) if isinstance(error, AskedToWait) else None
    return dataclasses.replace(
        state,
        not_before=not_before,
        due=max(now + pause, not_before or now),
        failures=failures,
        problem=error.reason,
        gone=isinstance(error, Gone),
    )
