"""OPML: lists of feeds."""

from __future__ import annotations

from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.errors import ReadError
from dateline.gather.facts import web_url
from dateline.gather.xmltext import safe_xml

_MOST_FEEDS = 10_000


def feed_urls(text: str, name: str) -> tuple[str, ...]:
    """Return the feed addresses of a decoded OPML list in its order, each once.

    Raises ReadError: *entity* where it declares entities, *broken* where it is no XML, *empty*
    where it names no feed, *too-large* beyond 10,000 feeds.
    """
    xml = safe_xml(text, name)
    try:
        root = fromstring(xml.encode("utf-8"))
    except DefusedXmlException as error:
        raise ReadError(name, "declares XML entities, which are refused", kind="entity") from error
    except (ParseError, ValueError, RecursionError) as error:
        raise ReadError(name, f"is not OPML: {error}") from error
    found: dict[str, None] = {}
    for outline in root.iter("outline"):
        for key, value in outline.attrib.items():
            # user name and password stay: the list may hold what the fetching needs
            if key.lower() == "xmlurl" and web_url(value):
                found[value.strip()] = None
    if not found:
        raise ReadError(name, "names no feed", kind="empty")
    if len(found) > _MOST_FEEDS:
        raise ReadError(name, f"names more than {_MOST_FEEDS:,} feeds", kind="too-large")
    return tuple(found)
