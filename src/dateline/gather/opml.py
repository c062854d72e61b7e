"""OPML: lists of feeds, read and written (http://opml.org/spec2.opml)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dateline.errors import ReadError
from dateline.gather.addresses import printable_url
from dateline.gather.facts import web_url
from dateline.gather.item import one_line
from dateline.gather.xmltext import safe_xml
from dateline.records import Feed, record

_MOST_FEEDS = 10_000


@record
class Listed:
    """A feed of a list: its address with all that fetching needs, and what the list says of it.

    ``folder`` is the outline that it stands under, "A/B" where these are nested.
    """

    url: str
    title: str = ""
    folder: str = ""
    page: str | None = None


def feed_urls(text: str, name: str) -> tuple[str, ...]:
    """Return the feed addresses of a decoded OPML list; see :func:`listed_feeds`."""
    return tuple(feed.url for feed in listed_feeds(text, name))


def listed_feeds(text: str, name: str) -> tuple[Listed, ...]:
    """Return the feeds of a decoded OPML list in its order, each once.

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
    found: dict[str, Listed] = {}
    waiting: list[tuple[Element, str]] = [(root, "")]  # a stack: nesting may be without end
    while waiting:
        element, folder = waiting.pop()
        facts = {key.lower(): value for key, value in element.attrib.items()}
        title = one_line(facts.get("title") or facts.get("text")) or ""
        url = facts.get("xmlurl", "").strip()
        # user name and password stay: the list may hold what the fetching needs
        if element.tag == "outline" and web_url(url):
            page = web_url(facts.get("htmlurl"))
            found.setdefault(url, Listed(url=url, title=title, folder=folder, page=page))
        elif element.tag == "outline" and title:
            folder = f"{folder}/{title}"[:500] if folder else title[:500]
        waiting.extend((child, folder) for child in reversed(element))
    if not found:
        raise ReadError(name, "names no feed", kind="empty")
    if len(found) > _MOST_FEEDS:
        raise ReadError(name, f"names more than {_MOST_FEEDS:,} feeds", kind="too-large")
    return tuple(found.values())


def to_opml(feeds: Iterable[Feed], title: str = "Dateline") -> str:
    """Write kept feeds as OPML 2.0, by folder, without user names, passwords and tokens."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    folders: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds:
        folders[feed.folder].append(feed)
    for folder in sorted(folders):
        parent = SubElement(body, "outline", text=folder, title=folder) if folder else body
        for feed in sorted(folders[folder], key=lambda one: (one.title.casefold(), one.id)):
            address = printable_url(feed.url)
            name = feed.title or address
            facts = {"type": "rss", "text": name, "title": name, "xmlUrl": address}
            if feed.page:
                facts["htmlUrl"] = printable_url(feed.page)
            SubElement(parent, "outline", facts)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"
