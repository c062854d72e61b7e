"""Reading a kept feed again and again: what is asked, what is taken, what is remembered."""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Container, Iterator
from datetime import datetime, timedelta
from typing import Any

from dateline.errors import NotPermitted, ReadError, StageError
from dateline.gather import schedule
from dateline.gather.addresses import parse_url, printable_url
from dateline.gather.channel import channel
from dateline.gather.fetch import Answer, Fetcher, Gone
from dateline.gather.files import FeedList
from dateline.gather.item import Carrier, Item, Remark, rejected
from dateline.gather.linked import LinkedPages
from dateline.gather.options import GatherOptions
from dateline.gather.pace import AskedToWait
from dateline.gather.web import answer_items, feeds_of_page, is_page
from dateline.records import Feed, FeedOutcome, Fetched, Rejected, content_id, record

_MOST_REMARKS = 5
_MOST_OWED = 1_000


@record
class Pulled:
    """The outcome of one reading: the feed as it is to be kept, and what came, counted.

    *unchanged* feeds give no items; a *failed* or *gone* one is rejected itself, which the feed
    tells and ``take`` doesn't; *waiting* means
    that nothing was asked, because the server wants none before ``feed.not_before``. ``fresh``
    counts the items from addresses that were not known.
    """

    outcome: FeedOutcome
    feed: Feed
    items: int = 0
    fresh: int = 0
    rejected: tuple[Rejected, ...] = ()


def new_feed(url: str, added: datetime, **facts: Any) -> Feed:
    """Make the record of a feed to keep; ``facts`` are other fields of the record."""
    return Feed(id=content_id("fed", url), url=url, added=added, **facts)


def pull(
    feed: Feed,
    options: GatherOptions,
    now: datetime,
    fetcher: Fetcher,
    take: Callable[[Item], None],
    *,
    known: Container[str] = (),
    every: timedelta | None = None,
) -> Pulled:
    """Read ``feed`` once, handing each item to ``take`` as it comes. Never raises for what a
    server does; what ``take`` raises passes through.

    ``now`` is an aware UTC time. With the option ``full_text``, entries that are teasers get
    the page behind them, save those whose address is in ``known``: they were taken before.
    ``every`` fixes the time to the next reading. What was taken before the caller kept the
    returned feed is taken again by the next reading under the same ids, and nothing is lost.
    """
    if feed.gone:
        return Pulled(outcome="gone", feed=feed)
    if feed.not_before and now < feed.not_before:
        return Pulled(outcome="waiting", feed=dataclasses.replace(feed, outcome="waiting"))
    reading = _Reading(feed, options, now, fetcher, take, known)
    try:
        return reading.read(every)
    except StageError as error:
        return _failed(reading, error, now)


class _Reading:
    """One reading of one feed: what it took so far."""

    def __init__(
        self,
        feed: Feed,
        options: GatherOptions,
        now: datetime,
        fetcher: Fetcher,
        take: Callable[[Item], None],
        known: Container[str],
    ) -> None:
        self.feed = dataclasses.replace(feed, checked=now, not_before=None)
        self.name = printable_url(feed.url)
        self.options = options
        self.now = now
        self.fetcher = fetcher
        self.known = known
        self.items = 0
        self.fresh = 0
        self.rejected: list[Rejected] = []
        self.entries: dict[str, str | None] = {}
        self.dates: list[datetime] = []
        self.take = take
        self._remarks: list[str] = []

    def read(self, every: timedelta | None) -> Pulled:
        """Ask for the feed, take its items and reckon when it is due next."""
        feed, options = self.feed, self.options
        if not options.network:
            raise NotPermitted(self.name, "the network is switched off", kind="not-permitted")
        # Pages that are owed stand in the feed: then it is asked for even if it didn't change.
        validators = (None, None) if feed.owed else (feed.etag, feed.last_modified)
        answer = self.fetcher.get(feed.url, *validators)
        if answer.status == 200 and is_page(answer):
            answer = self._feed_on_page(answer)
        digest = hashlib.blake2b(answer.content, digest_size=16).hexdigest()
        if answer.status == 304 or (digest == feed.digest and not feed.owed):
            feed = _noted(feed, answer, feed.digest, self.now)
            feed = schedule.observed(feed, 0, (), self.now)
            return self._good("unchanged", feed, every)
        pages = LinkedPages(self.fetcher, options, self.known, dict(feed.owed))
        try:
            self._take_all(answer, pages)
        except ReadError as error:
            if error.kind != "empty" or self.items:
                raise
            self._remarks.append(error.reason)
        return self._good(
            "new" if self.items else "unchanged", self._read(answer, digest, pages), every
        )

    def _take_all(self, answer: Answer, pages: LinkedPages) -> None:
        carrier = Carrier(
            name=self.name,
            source=self.name,
            retrieved=self.now,
            overrides=self.options.overrides,
        )
        items = answer_items(answer, carrier, self.options, self.now)
        entries = self._not_seen(items)
        followed = pages.follow(entries) if self.options.full_text else entries
        for item in followed:
            if isinstance(item, Remark):
                self._remarks.append(item.text)
                continue
            if isinstance(item, Rejected):
                self.rejected.append(item)
            else:
                self.items += 1
                self.fresh += item.url is None or item.url not in self.known
            self.take(item)

    def _not_seen(self, items: Iterator[Item | FeedList | Remark]) -> Iterator[Item | Remark]:
        """Leave out the entries that stood in the feed, word for word, at the last reading."""
        before = set(self.feed.entries)
        owed = dict(self.feed.owed)
        for item in items:
            if isinstance(item, FeedList):
                reason = "is a list of feeds: import it (dateline sources import)"
                raise ReadError(self.name, reason, kind="unsupported")
            if isinstance(item, Fetched):
                mark = _fingerprint(item)
                self.entries[mark] = item.url
                if item.hints.published:
                    self.dates.append(item.hints.published)
                if mark in before and item.url not in owed:
                    continue
            yield item

    def _read(self, answer: Answer, digest: str, pages: LinkedPages) -> Feed:
        said = channel(answer)
        feed = _noted(self.feed, answer, digest, self.now)
        feed = dataclasses.replace(
            feed, asked_interval=said.interval, title=feed.title or said.title
        )
        feed = schedule.observed(feed, self.fresh, self.dates, self.now)
        reasons = Counter(item.reason for item in self.rejected)
        told = [f"{why} ({n})" if n > 1 else why for why, n in reasons.most_common()]
        if pages.postponed:
            told.append(f"{pages.postponed} linked pages wait for the next reading")
        return dataclasses.replace(
            feed,
            entries=tuple(self.entries),
            owed=tuple(pages.still_owed.items())[:_MOST_OWED],
            remarks=(*self._remarks, *told)[:_MOST_REMARKS],
            taken=feed.taken + self.fresh,
            fresh=self.now if self.fresh else feed.fresh,
        )

    def _good(self, outcome: FeedOutcome, feed: Feed, every: timedelta | None) -> Pulled:
        feed = dataclasses.replace(
            feed, succeeded=self.now, outcome=outcome, failures=0, problem="", problem_kind=""
        )
        feed = schedule.after_success(feed, self.now, every)
        if feed.owed:
            feed = dataclasses.replace(feed, due=self.now + schedule.SHORTEST)
        return Pulled(
            outcome=outcome,
            feed=feed,
            items=self.items,
            fresh=self.fresh,
            rejected=tuple(self.rejected),
        )

    def _feed_on_page(self, page: Answer) -> Answer:
        """Find the feed of a page that was kept as a source. A feed that was one before and is
        a page today is in trouble: it isn't left for whatever that page names.
        """
        if self.feed.succeeded is not None:
            raise ReadError(self.name, "is a page now, not the feed that it was", kind="broken")
        for url in feeds_of_page(page)[:1]:
            answer = self.fetcher.get(url)
            if not is_page(answer):
                return dataclasses.replace(answer, moved_to=answer.moved_to or url)
        raise ReadError(self.name, "is a page, not a feed, and names no feed", kind="broken")


def _noted(feed: Feed, answer: Answer, digest: str, now: datetime) -> Feed:
    """Keep what the next request needs: validators, digest and where the feed is now."""
    same = answer.status == 304
    url = _moved(feed, answer.moved_to) if answer.moved_to else feed.url
    former = (*feed.former, feed.url) if url != feed.url else feed.former
    return dataclasses.replace(
        feed,
        url=url,
        former=former,
        etag=answer.etag or (feed.etag if same else None),
        last_modified=answer.last_modified or (feed.last_modified if same else None),
        digest=digest,
    )


def _moved(feed: Feed, target: str) -> str:
    """Return where the feed is now, with the user name and password if its host stayed."""
    first, moved = parse_url(feed.url), parse_url(target)
    same = (first.scheme, first.netloc) == (moved.scheme, moved.netloc)
    return str(moved.copy_with(userinfo=first.userinfo)) if same else target


def _fingerprint(item: Fetched) -> str:
    """Return a mark of what an entry says, whatever id and times it carries today."""
    marked = hashlib.blake2b(digest_size=8)
    for part in (item.url or "", item.hints.title or ""):
        marked.update(part.encode("utf-8", "replace") + b"\x1f")
    marked.update(item.content)
    return marked.hexdigest()


def _failed(reading: _Reading, error: StageError, now: datetime) -> Pulled:
    """Note a failed reading. What it took before it failed is kept; the next takes the rest."""
    refusal = rejected(reading.name, error.kind, error.reason)
    gone = isinstance(error, Gone)
    feed = dataclasses.replace(
        reading.feed,
        outcome="gone" if gone else "failed",
        failures=reading.feed.failures + 1,
        problem=error.reason,
        problem_kind=error.kind,
        gone=gone,
    )
    asked = timedelta(seconds=error.seconds) if isinstance(error, AskedToWait) else None
    return Pulled(
        outcome=feed.outcome,
        feed=schedule.after_failure(feed, now, asked),
        items=reading.items,
        fresh=reading.fresh,
        rejected=(*reading.rejected, refusal),
    )
