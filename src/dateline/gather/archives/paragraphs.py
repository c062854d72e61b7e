"""The paragraphs of marked-up text: NITF and XHTML elements, and HTML in strings."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element

# Elements that end a paragraph where they begin and where they end.
BLOCKS = frozenset(
    "p hl1 hl2 h1 h2 h3 h4 h5 h6 li dt dd tr div section article blockquote bq block ul ol table "
    "pre br header footer".split()
)
# What is no part of the text: pictures and their captions, and what runs.
LEFT_OUT = frozenset(
    "media media-caption figure figcaption script style template iframe svg note head aside".split()
)
# Elements a document may nest; deeper ones are passed over, as no text stands so deep.
DEEPEST = 200


class _Text:
    """Collects words into paragraphs."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.paragraphs: list[str] = []

    def add(self, text: str | None) -> None:
        if text:
            self._parts.append(text)

    def end(self) -> None:
        words = " ".join("".join(self._parts).split())
        self._parts.clear()
        if words:
            self.paragraphs.append(words)


def element_paragraphs(root: Element) -> list[str]:
    """Return the paragraphs of a NITF or XHTML element, each on one line."""
    text = _Text()
    _walk(root, text, 0)
    text.end()
    return text.paragraphs


def _walk(element: Element, text: _Text, depth: int) -> None:
    name = local(element)
    if name in LEFT_OUT or depth > DEEPEST:
        return
    block = name in BLOCKS
    if block:
        text.end()
    text.add(element.text)
    for child in element:
        _walk(child, text, depth + 1)
        text.add(child.tail)
    if block:
        text.end()


def html_paragraphs(html: str) -> list[str]:
    """Return the paragraphs of a piece of HTML, however broken."""
    parser = _Html()
    parser.feed(html)
    parser.close()
    parser.text.end()
    return parser.text.paragraphs


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = _Text()
        self._left_out = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LEFT_OUT:
            self._left_out += 1
        elif tag in BLOCKS:
            self.text.end()

    def handle_endtag(self, tag: str) -> None:
        if tag in LEFT_OUT:
            self._left_out = max(0, self._left_out - 1)
        elif tag in BLOCKS:
            self.text.end()

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.text.add(data)


def local(element: Element) -> str:
    """Return an element's name in lower case without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def words_of(element: Element | None) -> str | None:
    """Return all words of an element on one line, None where there are none."""
    if element is None:
        return None
    return " ".join("".join(element.itertext()).split()) or None
