"""Items out of what was fetched: a feed's entries, a page, or any other form at an address."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Container, Iterator
from datetime import datetime

from dateline.errors import ReadError, StageError
from dateline.gather.addresses import printable_url
from dateline.gather.charset import decode
from dateline.gather.discover import feed_links
from dateline.gather.feeds import is_teaser
from dateline.gather.fetch import Answer, Fetcher
from dateline.gather.files import FeedList, stream_items
from dateline.gather.item import Carrier, Item, fetched, rejected
from dateline.gather.options import GatherOptions
from dateline.gather.sniff import binary_kind, form_of
from dateline.records import Fetched

_EXTENSIONS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}


def answer_items(
    answer: Answer,
    carrier: Carrier,
    options: GatherOptions,
    now: datetime,
    fetcher: Fetcher,
    known: Container[str] = (),
) -> Iterator[Item | FeedList]:
    """Yield the items of a fetched answer, told apart as files are. Raises ReadError.

    With the option ``full_text``, feed entries that are teasers are replaced by the page behind
    them, got through ``fetcher``; those whose address is in ``known`` were taken before and are
    left out.
    """
    carrier = dataclasses.replace(carrier, url=answer.url, charset=answer.charset)
    items = stream_items(io.BytesIO(answer.content), file_name(answer), carrier, options, now)
    if options.full_text and form_of(answer.content, file_name(answer)) in ("feed", "json"):
        items = with_full_text(items, fetcher, known)
    yield from items


def file_name(answer: Answer) -> str:
    """Return a file name whose extension says what the server says the answer is."""
    path = answer.url.partition("?")[0].rpartition("/")[2] if answer.url.count("/") > 2 else ""
    extension = _EXTENSIONS.get(answer.media_type)
    return "page" + extension if extension else path


def is_page(answer: Answer) -> bool:
    """Tell whether an answer is an HTML page rather than a feed or another form."""
    return form_of(answer.content, file_name(answer)) == "html"


def feeds_of_page(answer: Answer) -> tuple[str, ...]:
    """Return the feeds that a fetched page links to; none where it can't be read."""
    try:
        page = decode(answer.content, answer.url, answer.charset, markup=True)
    except ReadError:
        return ()
    return feed_links(page, answer.url)


def with_full_text(
    items: Iterator[Item | FeedList],
    fetcher: Fetcher,
    known: Container[str] = (),
) -> Iterator[Item | FeedList]:
    """Put the linked page in the place of each feed entry that carries only a teaser.

    The entry's hints stay with it. Pages at an address in ``known`` aren't fetched again:
    those entries are left out, as they were taken before. Where the page can't be had, the
    entry stays as it is and the failure is a rejection beside it.
    """
    for item in items:
        if not isinstance(item, Fetched) or not item.url or not _short(item):
            yield item
        elif item.url not in known:
            yield from _page_behind(item, item.url, fetcher)


def _short(item: Fetched) -> bool:
    return item.media_type == "text/html" and is_teaser(item.content.decode("utf-8", "replace"))


def _page_behind(item: Fetched, url: str, fetcher: Fetcher) -> Iterator[Item]:
    try:
        answer = fetcher.get(url)
        if not is_page(answer) or binary_kind(answer.content):
            raise ReadError(url, "the linked address is no page", kind="unsupported")
        page = decode(answer.content, item.name, answer.charset, markup=True)
    except StageError as error:
        yield item
        yield rejected(printable_url(url), error.kind, error.reason)
        return
    carrier = Carrier(name=item.name, source=item.source, retrieved=item.retrieved)
    yield fetched(carrier, page, "text/html", item.hints)
