"""A page as a tree, and the tree as runs of text: what a reader sees as one paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree, html

from dateline.errors import ReadError
from dateline.read.article.clean import clean

# Pages beyond this are cut: the article is near the top, and what follows only costs time.
_MAX_CHARACTERS = 8_000_000
_MAX_ELEMENTS = 25_000
_MAX_RUN = 50_000

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
     "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p",
     "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)  # fmt: skip
_SILENT = frozenset(
    ["applet", "audio", "button", "canvas", "datalist", "embed", "frame", "head", "iframe",
     "input", "map", "math", "meter", "noscript", "object", "option", "picture", "progress",
     "script", "select", "style", "svg", "template", "textarea", "video"]
)  # fmt: skip
# What standing inside an element says of a text.
_PLACES = {
    "nav": "aside", "footer": "aside", "aside": "aside", "form": "aside", "menu": "aside",
    "address": "aside", "figure": "caption", "figcaption": "caption", "caption": "caption",
    "blockquote": "quote", "li": "list", "dd": "list", "dt": "list", "td": "table", "th": "table",
}  # fmt: skip
_BOLD = frozenset(["b", "strong"])
_HEADING, _PROSE = 90, 60  # characters: the longest heading, the shortest prose under it
_SIGNS = re.compile(r"[\W_]+")
_HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
# libxml2 keeps XML declarations with an encoding from being parsed as text; decoded, they lie.
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>", re.I)
# libxml2 compares each attribute of an element with all others: thousands of them take minutes.
_LONG_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{2000,}>?")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MAX_ATTRIBUTES = 150
_LONG_MARKS = re.compile(r"\s(?:class|id|style)\s{0,4}=\s{0,4}[\"']?[^\"']{1000}", re.I)


@dataclass(slots=True)
class Run:
    """Text that stands as one block on the page.

    ``element`` is the block element it stands in, ``tag`` its name; ``linked`` counts the
    characters inside links; ``where`` holds any of *aside*, *caption*, *hidden*, *quote*, *list*,
    *table*. ``key`` is the text without case, spaces and signs, by which texts are compared.
    """

    text: str
    element: etree._Element
    tag: str
    linked: int
    where: frozenset[str]
    key: str


def parse(page: str, name: str) -> etree._Element:
    """Parse a page, whatever its state, within limits of size and depth.

    Raises ReadError (kind *not-an-article*) when nothing of a page is there.
    """
    page = _DECLARATION.sub("", page[:_MAX_CHARACTERS].replace("\x00", ""))
    page = _LONG_TAG.sub(_shorten, page)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(name, "the page holds no text", kind="not-an-article") from error
    if page.count("<") > _MAX_ELEMENTS:
        _prune(tree)
    return tree


def _shorten(tag: re.Match[str]) -> str:
    """Return a tag without its attributes when they are more or longer than any page needs."""
    many = len(_QUOTED.sub("", tag[0]).split()) > _MAX_ATTRIBUTES
    return f"<{tag[1]}>" if many or _LONG_MARKS.search(tag[0]) else tag[0]


def _prune(tree: etree._Element) -> None:
    """Cut what comes too late, so that no later step meets it; libxml2 limits the depth to 256."""
    for count, element in enumerate(tree.iter()):
        if count == _MAX_ELEMENTS:
            for part in [element, *element.iterancestors()]:
                _remove(list(part.itersiblings()))
            _remove(list(element))
            return


def _remove(elements: list[etree._Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


class _Walk:
    """Collects runs in one pass down and up the tree."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.parts: list[str] = []
        self.linked = 0
        self.links = 0
        self.bold = 0
        self.plain = False  # whether text of the run at hand stands outside bold type

    def flush(self, block: _Block) -> None:
        text = " ".join("".join(self.parts)[:_MAX_RUN].split())
        if not (text.isascii() and text.isprintable()):
            text = " ".join(clean(text).split())
        bare = key(text)
        if bare:
            self.runs.append(Run(text, block.element, block.tag, self.linked, block.where, bare))
        self.parts.clear()
        self.linked = 0
        self.plain = False

    def add(self, text: str | None) -> None:
        if text:
            self.parts.append(text)
            self.plain = self.plain or (not self.bold and not text.isspace())
            if self.links and not text.isspace():
                self.linked += len(text.strip())


@dataclass(slots=True)
class _Block:
    element: etree._Element
    tag: str
    where: frozenset[str]


def key(text: str) -> str:
    """Return ``text`` without case, spaces and signs."""
    return _SIGNS.sub("", text.casefold())


def runs(tree: etree._Element) -> list[Run]:
    """Return the runs of text of a page in reading order."""
    body = tree.find("body")
    root = tree if body is None else body
    walk = _Walk()
    stack = [_Block(root, "body", frozenset())]
    skip: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if skip is not None or element is root:
                if element is root:
                    walk.add(element.text)
                continue
            if tag in _SILENT or not isinstance(tag, str):
                skip = element
            elif tag in _BLOCKS:
                walk.flush(stack[-1])
                stack.append(_block(element, tag, stack[-1]))
                walk.add(element.text)
            elif tag == "br":
                _line_break(walk, element, stack[-1])
            else:
                walk.links += tag == "a"
                walk.bold += tag in _BOLD
                walk.add(element.text)
            continue
        if element is root:
            continue
        if skip is not None:
            if element is not skip:
                continue
            skip = None
        elif tag in _BLOCKS:
            walk.flush(stack.pop())
        elif tag == "a":
            walk.links -= 1
        elif tag in _BOLD:
            walk.bold -= 1
        walk.add(element.tail)
    walk.flush(stack[0])
    return walk.runs


def _line_break(walk: _Walk, element: etree._Element, block: _Block) -> None:
    """Two line breaks in a row make a paragraph, one makes a space.

    One after a first line that is all bold, short and no sentence closes a heading: "What we
    know<br>The army said …".
    """
    following = element.getnext()
    if following is not None and following.tag == "br" and not (element.tail or "").strip():
        walk.flush(block)
    elif block.tag in ("p", "div") and not walk.plain and _heads("".join(walk.parts), element.tail):
        walk.flush(_Block(block.element, "h4", block.where))
    else:
        walk.add(" ")


def _heads(line: str, tail: str | None) -> bool:
    """Whether a bold line stands over prose: short, without a mark at its end."""
    line, tail = " ".join(line.split()), (tail or "").strip()
    prose = len(tail) >= _PROSE and not tail[0].islower()
    return prose and 2 < len(line) <= _HEADING and (line[-1].isalnum() or line[-1] in "?？")


def _block(element: etree._Element, tag: str, parent: _Block) -> _Block:
    add = {_PLACES[tag]} if tag in _PLACES else set()
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        add.add("hidden")
    return _Block(element, tag, parent.where | add if add - parent.where else parent.where)
