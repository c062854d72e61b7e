"""Atom 1.0 (RFC 4287)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree as Tree  # writing only: nothing foreign is parsed here

from dateline.records.codec import to_plain

_ATOM = "http://www.w3.org/2005/Atom"
# Characters that XML 1.0 can't hold in any spelling.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: its ``id`` stays the same for ever, ``address`` is the page that tells it."""

    id: str
    title: str
    published: datetime
    updated: datetime
    address: str
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed: ``address`` is its own, ``page`` the page for people."""

    id: str
    title: str
    address: str
    page: str
    entries: tuple[Entry, ...]


def to_atom(feed: Feed) -> bytes:
    """Write a feed as a document; outside text is text, never markup."""
    Tree.register_namespace("", _ATOM)
    root = Tree.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    # The feed changed when its newest entry did; an empty one at the epoch, not now.
    newest = max((entry.updated for entry in feed.entries), default=None)
    _add(root, "updated", to_plain(newest) if newest else "1970-01-01T00:00:00Z")
    _link(root, feed.address, "self")
    _link(root, feed.page, "alternate")
    _add(_add(root, "author"), "name", "Dateline")
    for entry in feed.entries:
        item = _add(root, "entry")
        _add(item, "id", entry.id)
        _add(item, "title", entry.title)
        _add(item, "published", to_plain(entry.published))
        _add(item, "updated", to_plain(entry.updated))
        _link(item, entry.address, "alternate")
        _add(item, "summary", entry.summary)
    return bytes(Tree.tostring(root, encoding="utf-8", xml_declaration=True))


def _add(parent: Tree.Element, name: str, text: str = "") -> Tree.Element:
    child = Tree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _FORBIDDEN.sub("", text) or None
    return child


def _link(parent: Tree.Element, address: str, relation: str) -> None:
    _add(parent, "link").attrib.update({"rel": relation, "href": address})
