"""The pages behind feed entries that carry only a teaser."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator, Mapping
from typing import TypeVar

from dateline.errors import ReadError, StageError
from dateline.gather.addresses import printable_url
from dateline.gather.charset import decode
from dateline.gather.exchange import ConnectionFailed
from dateline.gather.feeds import is_teaser
from dateline.gather.fetch import Fetcher, ServerError
from dateline.gather.item import Carrier, Item, fetched, rejected
from dateline.gather.options import GatherOptions
from dateline.gather.pace import AskedToWait
from dateline.gather.paginated import joined
from dateline.gather.sniff import binary_kind
from dateline.gather.web import is_page
from dateline.records import Fetched

Other = TypeVar("Other")

MOST_TRIES = 3
"""Readings at which a page that can't be had for a passing reason is tried."""
_GIVE_UP_AFTER = 3  # failures in a row: the site is in trouble, the next reading may fare better
_PASSING = (ConnectionFailed, ServerError, AskedToWait)


class LinkedPages:
    """Puts pages in the place of teasers, within the options' limits for one reading.

    Entries whose address is in ``known`` were taken before and are left out, save those in
    ``owed``: pages that could not be had at earlier readings, with the number of tries. After
    :meth:`follow` has run through, ``still_owed`` is what the next reading has to try, and
    ``postponed`` how many of these it has not been tried for at all this time.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        options: GatherOptions,
        known: Container[str],
        owed: Mapping[str, int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._fetcher = fetcher
        self._known = known
        self._owed = owed
        self._clock = clock
        self._pages_left = options.max_pages
        self._end = clock() + options.max_pages_time
        self._failed_in_a_row = 0
        self.still_owed: dict[str, int] = {}
        self.postponed = 0

    def follow(self, items: Iterator[Item | Other]) -> Iterator[Item | Other]:
        """Yield ``items`` with pages for teasers; the entry's hints stay with its page.

        Where the page can't be had, the entry stays as it is and the failure is a rejection
        beside it.
        """
        for item in items:
            if not isinstance(item, Fetched) or not item.url or not _short(item):
                yield item
            elif item.url in self._owed or item.url not in self._known:
                yield from self._behind(item, item.url)

    def _behind(self, item: Fetched, url: str) -> Iterator[Item]:
        tries = self._owed.get(url, 0)
        over = self._pages_left <= 0 or self._clock() > self._end
        if over or self._failed_in_a_row >= _GIVE_UP_AFTER:
            self.still_owed[url] = tries
            self.postponed += 1
            return
        self._pages_left -= 1
        try:
            page = page_behind(item, url, self._fetcher)
        except StageError as error:
            passing = isinstance(error, _PASSING)
            self._failed_in_a_row += passing
            if passing and tries + 1 < MOST_TRIES:
                self.still_owed[url] = tries + 1
            yield item
            yield rejected(printable_url(url), error.kind, error.reason)
        else:
            self._failed_in_a_row = 0
            yield page


def page_behind(item: Fetched, url: str, fetcher: Fetcher) -> Item:
    """Fetch the page at ``url`` in the place of the feed entry ``item``. Raises StageError."""
    answer = fetcher.get(url)
    if not is_page(answer) or binary_kind(answer.content):
        raise ReadError(url, "the linked address is no page", kind="unsupported")
    answer = joined(answer, fetcher.get)
    page = decode(answer.content, item.name, answer.charset, markup=True)
    carrier = Carrier(name=item.name, source=item.source, retrieved=item.retrieved)
    return fetched(carrier, page, "text/html", item.hints)


def _short(item: Fetched) -> bool:
    return item.media_type == "text/html" and is_teaser(item.content.decode("utf-8", "replace"))
