"""Atom feed of the stories: one entry a story, under an id that stays."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Tree  # writing only: nothing foreign is parsed here

from fastapi import APIRouter, Request
from starlette.responses import Response

from dateline.records.codec import to_plain
from dateline.serve.web.cards import Card
from dateline.serve.web.parts import LibraryPart

router = APIRouter(include_in_schema=False)

ENTRIES = 50
_ATOM = "http://www.w3.org/2005/Atom"
# Characters that XML 1.0 can't hold in any spelling.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get("/feeds/stories.atom")
def stories(request: Request, library: LibraryPart) -> Response:
    """The first stories of today's list, the latest updated first."""
    cards = library.cards(library.lines()[:ENTRIES])
    cards.sort(key=lambda card: (card.line.updated, card.line.id), reverse=True)
    return Response(atom(cards, str(request.base_url)), media_type="application/atom+xml")


def atom(cards: list[Card], base: str) -> bytes:
    """Write cards as an Atom 1.0 document (RFC 4287); ``base`` is this server's address."""
    Tree.register_namespace("", _ATOM)
    feed = Tree.Element(f"{{{_ATOM}}}feed")
    _add(feed, "id", "urn:dateline:stories")
    _add(feed, "title", "Dateline")
    # The feed changed when its newest story did; an empty one at the epoch, not now.
    newest = cards[0].line.updated if cards else None
    _add(feed, "updated", to_plain(newest) if newest else "1970-01-01T00:00:00Z")
    _link(feed, f"{base}feeds/stories.atom", "self")
    _link(feed, base, "alternate")
    _add(_add(feed, "author"), "name", "Dateline")
    for card in cards:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:dateline:story:{card.line.id}")
        _add(entry, "title", card.title)
        _add(entry, "published", to_plain(card.line.opened))
        _add(entry, "updated", to_plain(card.line.updated))
        _link(entry, f"{base}stories/{card.line.id}", "alternate")
        _add(entry, "summary", card.gist)
    return bytes(Tree.tostring(feed, encoding="utf-8", xml_declaration=True))


def _add(parent: Tree.Element, name: str, text: str = "") -> Tree.Element:
    child = Tree.SubElement(parent, f"{{{_ATOM}}}{name}")
    child.text = _FORBIDDEN.sub("", text) or None
    return child


def _link(parent: Tree.Element, address: str, relation: str) -> None:
    _add(parent, "link").attrib.update({"rel": relation, "href": address})
