"""Pages: the bytes of one HTML document, passed on whole for the reader to make sense of."""

from __future__ import annotations

import re

from dateline.gather.facts import web_url
from dateline.gather.item import NO_HINTS, Carrier, Item, fetched, rejected
from dateline.records import Hints

_SAVED_FROM = re.compile(
    r"<!--\s{0,5}saved from url=\(\d{1,6}\)(\S{1,2000})\s{0,5}-->", re.IGNORECASE
)


def page_item(html: str, carrier: Carrier, hints: Hints = NO_HINTS) -> Item:
    """Take one page, however broken its markup. A browser's "saved from" mark gives the URL."""
    if not html.strip():
        return rejected(carrier.name, "empty", "holds no text")
    if hints.url is None and carrier.url is None:
        saved = _SAVED_FROM.search(html[:4096])
        if saved:
            hints = Hints(url=web_url(saved[1]))
    return fetched(carrier, html, "text/html", hints)
