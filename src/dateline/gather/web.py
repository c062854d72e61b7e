"""Items out of what was fetched: a feed's entries, a page, or any other form at an address."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator
from datetime import datetime

from dateline.errors import ReadError
from dateline.gather.charset import decode
from dateline.gather.discover import feed_links
from dateline.gather.fetch import Answer
from dateline.gather.files import FeedList, stream_items
from dateline.gather.item import Carrier, Item, Remark
from dateline.gather.options import GatherOptions
from dateline.gather.sniff import form_of

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
    answer: Answer, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item | FeedList | Remark]:
    """Yield the items of a fetched answer, told apart as files are. Raises ReadError."""
    carrier = dataclasses.replace(carrier, url=answer.url, charset=answer.charset)
    yield from stream_items(io.BytesIO(answer.content), file_name(answer), carrier, options, now)


def is_feed(answer: Answer) -> bool:
    """Tell whether an answer may be a feed: XML of that form, or JSON."""
    return form_of(answer.content, file_name(answer)) in ("feed", "json")


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
