"""The stage's door: sources in, Fetched and Rejected items out."""

from __future__ import annotations

import dataclasses
import math
import re
import sys
from collections.abc import Container, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from dateline.errors import NotPermitted, StageError
from dateline.gather.addresses import printable_url
from dateline.gather.fetch import Answer, Fetcher
from dateline.gather.files import FeedList, file_items, path_name
from dateline.gather.folders import walk
from dateline.gather.item import Carrier, Item, Remark, rejected
from dateline.gather.linked import LinkedPages
from dateline.gather.options import GatherOptions
from dateline.gather.paginated import joined
from dateline.gather.web import answer_items, feeds_of_page, is_feed, is_page
from dateline.records import Rejected

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def collect(
    sources: Sequence[str],
    options: GatherOptions,
    now: datetime,
    *,
    known: Container[str] = (),
) -> Iterator[Item]:
    """Yield every item of ``sources``: paths of files and folders, and http(s) addresses.

    An item that can't be taken is yielded as Rejected and the others go on; nothing is raised
    for bad input. ``now`` (aware UTC) becomes the items' time of retrieval, except in archives,
    which know their own. Files come in sorted order, so that the same sources give the same
    sequence; ids don't depend on paths or on ``now``.

    With the option ``full_text``, feed entries from the network that are teasers get the page
    behind them; those whose address is in ``known`` were taken before and are left out.
    """
    gathering = _Gathering(options, now, known)
    try:
        for source in sources:
            if is_address(source):
                yield from gathering.from_address(source)
            else:
                yield from gathering.from_path(Path(source))
    finally:
        gathering.close()


def is_address(source: str) -> bool:
    """Tell whether a source is meant as a web address and not as a path."""
    return bool(_SCHEME.match(source))


class _Gathering:
    """One call of :func:`collect`: its options, its time and its lazily made fetcher."""

    def __init__(self, options: GatherOptions, now: datetime, known: Container[str]) -> None:
        self._options = options
        self._now = now
        self._known = known
        self._fetcher: Fetcher | None = None

    def close(self) -> None:
        if self._fetcher:
            self._fetcher.close()

    def from_path(self, source: Path) -> Iterator[Item]:
        name = path_name(source)
        carrier = Carrier(
            name=name, source=name, retrieved=self._now, overrides=self._options.overrides
        )
        if not _is_folder(source):
            yield from self._from_file(source, carrier)
            return
        found = False
        for path in walk(source):
            found = True
            if isinstance(path, Rejected):
                yield path
            else:
                yield from self._from_file(path, carrier.file(path_name(path)))
        if not found:
            yield rejected(name, "empty", "the folder holds no files")

    def _from_file(self, path: Path, carrier: Carrier) -> Iterator[Item]:
        for item in file_items(path, carrier, self._options, self._now):
            if isinstance(item, FeedList):
                yield from self._from_list(item)
            elif not isinstance(item, Remark):
                yield item

    def from_address(self, url: str, *, follow_list: bool = True) -> Iterator[Item]:
        name = printable_url(url)
        carrier = Carrier(
            name=name, source=name, retrieved=self._now, overrides=self._options.overrides
        )
        try:
            if not self._options.network:
                raise NotPermitted(name, "the network is switched off", kind="not-permitted")
            answer = self._fetch(url)
            if is_page(answer):
                answer = joined(answer, self._client().get)
            items = answer_items(answer, carrier, self._options, self._now)
            if self._options.full_text and is_feed(answer):
                items = self._pages().follow(items)
            for item in items:
                if isinstance(item, Remark):
                    continue
                if not isinstance(item, FeedList):
                    yield item
                elif follow_list:
                    yield from self._from_list(item)
                else:
                    yield rejected(name, "unsupported", "a feed list within a feed list")
        except StageError as error:
            yield rejected(name, error.kind, error.reason)

    def _from_list(self, listed: FeedList) -> Iterator[Item]:
        for url in listed.urls:
            yield from self.from_address(url, follow_list=False)

    def _fetch(self, url: str) -> Answer:
        answer = self._client().get(url)
        if self._options.discover_feeds and is_page(answer):
            for feed in feeds_of_page(answer)[:1]:
                return self._client().get(feed)
        return answer

    def _pages(self) -> LinkedPages:
        # what is added by hand is wanted whole: no limit for one reading
        options = dataclasses.replace(self._options, max_pages=sys.maxsize, max_pages_time=math.inf)
        return LinkedPages(self._client(), options, self._known, {})

    def _client(self) -> Fetcher:
        self._fetcher = self._fetcher or Fetcher(self._options)
        return self._fetcher


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False
