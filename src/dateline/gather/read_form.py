"""From bytes in memory to items, whatever form they have."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime

from dateline.errors import ReadError
from dateline.gather.archives.newsml import newsml_items
from dateline.gather.archives.nitf import nitf_items
from dateline.gather.charset import decode
from dateline.gather.feeds import feed_items, is_json_feed, json_feed_items
from dateline.gather.item import Carrier, Item, Remark, rejected
from dateline.gather.jsonl import json_items, jsonl_items, parse_json
from dateline.gather.options import GatherOptions
from dateline.gather.page import page_item
from dateline.gather.sniff import HEAD, Form, binary_kind
from dateline.gather.text import text_item

_LIMITED_AS_FEED: set[Form] = {"feed", "opml", "xml"}


def read_form(
    form: Form, content: bytes, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item | Remark]:
    """Yield the items of ``content``, which is of ``form``; feed lists are the caller's.

    Raises ReadError where the whole can't be taken.
    """
    name = carrier.name
    if form == "empty" or not content.strip():
        raise ReadError(name, "is empty", kind="empty")
    if binary := binary_kind(content):
        raise ReadError(name, f"is {binary}, not text", kind="binary")
    if form in _LIMITED_AS_FEED and len(content) > options.max_feed_bytes:
        reason = f"a feed larger than {options.max_feed_bytes:,} bytes"
        raise ReadError(name, reason, kind="too-large")
    markup = form in ("html", "feed", "newsml", "nitf", "xml", "opml")
    text = decode(content, name, carrier.charset, markup=markup)
    if form == "feed":
        yield from feed_items(text, carrier, options, now)
    elif form == "html":
        yield page_item(text, carrier)
    elif form == "newsml":
        yield from newsml_items(text, carrier)
    elif form == "nitf":
        yield from nitf_items(text, carrier)
    elif form == "json":
        yield from _json(text, content, carrier, options, now)
    elif form == "jsonl":
        yield from jsonl_items(io.BytesIO(content), carrier, options)
    elif form in ("text", "markdown"):
        media_type = "text/markdown" if form == "markdown" else "text/plain"
        yield text_item(text, media_type, carrier)
    else:
        raise ReadError(name, "is in a form that Dateline doesn't take", kind="unsupported")


def _json(
    text: str, content: bytes, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item]:
    try:
        value = parse_json(text, carrier.name)
    except ReadError:
        first, _, more = text[:HEAD].lstrip().partition("\n")
        if first.startswith("{") and first.rstrip().endswith("}") and more.strip():
            yield from jsonl_items(io.BytesIO(content), carrier, options)  # misnamed JSON Lines
            return
        raise
    if is_json_feed(value):
        assert isinstance(value, dict)
        yield from json_feed_items(value, carrier, options, now)
    else:
        yield from json_items(value, carrier, options.mapping)


def refusal(error: ReadError) -> Item:
    """Turn a ReadError into the rejection of the item it names."""
    return rejected(error.name, error.kind, error.reason)
