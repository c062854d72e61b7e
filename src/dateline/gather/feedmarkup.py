"""feedparser, bounded: what hostile markup could make it spend hours on is cut beforehand."""

from __future__ import annotations

import io
import re
from typing import Any
from xml.parsers import expat
from xml.sax import SAXException

import feedparser
import feedparser.mixin

from dateline.errors import ReadError
from dateline.gather.options import GatherOptions
from dateline.gather.xmltext import safe_xml

_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry)\b")
_LENIENT = 2_000_000  # bytes; broken markup takes feedparser about 5 seconds a megabyte
_FAR_TOO_MANY = 20_000  # entries; feedparser takes about 0.2 ms for a small one
_LONGEST_AUTHOR = 300  # characters; the search for an e-mail address in them is quadratic


def parse_feed(text: str, name: str, url: str | None, options: GatherOptions) -> Any:
    """Parse decoded RSS or Atom and return feedparser's result.

    Entries beyond the options' limit aren't parsed; ``left_out`` of the result counts them.
    Nothing is fetched, no entity is resolved, and the entries' HTML is left as it is: it is
    read and sanitised later. Raises ReadError where the feed declares entities (*entity*), has
    far too many entries (*too-large*), or is both large and not well-formed (*broken*).
    """
    text = safe_xml(text, name)
    starts = [found.start() for found in _ENTRY.finditer(text)]
    entries = len(starts)
    if entries > _FAR_TOO_MANY:
        raise ReadError(name, f"has {entries:,} entries, far too many", kind="too-large")
    if entries > options.max_feed_entries:
        text = _without_the_rest(text, starts[options.max_feed_entries])
    data = text.encode("utf-8", "replace")
    if len(data) > _LENIENT:
        _must_be_well_formed(data, name)
    headers = {"content-type": "application/xml; charset=utf-8"}
    if url:
        headers["content-location"] = url
    try:
        parsed = feedparser.parse(
            io.BytesIO(data),
            response_headers=headers,
            sanitize_html=False,  # its sanitiser takes quadratic time on unclosed comments
            resolve_relative_uris=False,
        )
    except Exception as error:  # feedparser promises not to raise; hostile markup still makes it
        raise ReadError(name, "is a broken feed") from error
    parsed["left_out"] = max(entries - options.max_feed_entries, 0)
    return parsed


def _without_the_rest(text: str, start: int) -> str:
    """Take the entries from ``start`` on out; what stands after the last one stays."""
    end = max(text.rfind("</item>") + len("</item>"), text.rfind("</entry>") + len("</entry>"))
    return text[:start] + (text[end:] if end > start else "")


def well_formed(parsed: Any) -> bool:
    """Tell whether what :func:`parse_feed` gave came of sound XML, or of tolerant parsing."""
    return not isinstance(parsed.get("bozo_exception"), SAXException)


def _must_be_well_formed(data: bytes, name: str) -> None:
    parser = expat.ParserCreate("utf-8")
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        reason = f"is larger than {_LENIENT:,} bytes and not well-formed XML: {error}"
        raise ReadError(name, reason) from error


_find_author_details = feedparser.mixin._FeedParserMixin._sync_author_detail


def _find_bounded_author_details(parser: Any, key: str = "author") -> None:
    context = parser._get_context()
    author = context.get(key)
    if isinstance(author, str) and len(author) > _LONGEST_AUTHOR:
        context[key] = author[:_LONGEST_AUTHOR]
    _find_author_details(parser, key)


# feedparser has no other place to hook into; a test with a hostile author guards this one.
feedparser.mixin._FeedParserMixin._sync_author_detail = _find_bounded_author_details
