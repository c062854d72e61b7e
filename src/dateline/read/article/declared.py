"""What a page declares about itself: JSON-LD, OpenGraph and other meta elements, links, times."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from dateline.read.article.clean import line
from dateline.records import record

# schema.org types that are a report; https://schema.org/Article and its kin.
_ARTICLES = re.compile(
    r"(?:Article|NewsArticle|Report|BlogPosting|LiveBlog|Posting|Review|OpinionPiece)"
)
# Where objects hold others that matter here.
_NESTED = ("@graph", "mainEntity", "itemListElement", "mainEntityOfPage", "item", "hasPart")
_MAX_SCRIPT = 2_000_000
_MAX_NODES = 20_000
_CONTROLS = re.compile(r"[\x00-\x1f]")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_TAG = re.compile(r"<[^<>]{0,500}>")

Node = dict[str, Any]


@record
class Declared:
    """Everything that a page says of itself, as it says it; decisions are made elsewhere.

    ``articles`` are its JSON-LD objects of an article type, the one about this page first;
    ``meta`` maps the name, property or itemprop of each meta element, in lower case, to its
    contents; ``links`` maps rel to addresses; ``language`` is the html element's.
    """

    articles: tuple[Node, ...]
    others: tuple[Node, ...]
    meta: dict[str, tuple[str, ...]]
    links: dict[str, tuple[str, ...]]
    language: str | None

    def first(self, *names: str) -> str | None:
        """Return the first non-empty content of the named meta elements, in the order given."""
        return next((text for name in names for text in self.meta.get(name, ()) if text), None)

    @property
    def article(self) -> Node:
        """The JSON-LD object of the article; empty when there is none."""
        return self.articles[0] if self.articles else {}


def declared(tree: etree._Element) -> Declared:
    """Collect what ``tree`` declares; broken declarations are left out."""
    meta: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = line(element.get("content"), 5000)
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(attribute)
            if name and content:
                meta.setdefault(name.strip().lower(), []).append(content)
    links: dict[str, list[str]] = {}
    for element in tree.iter("link"):
        relation = (element.get("rel") or "").strip().lower()
        if relation in ("canonical", "amphtml", "next", "prev") and element.get("href"):
            links.setdefault(relation, []).append(element.get("href").strip())
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if _is_article(node)]
    articles.sort(key=_weight, reverse=True)
    root = tree.getroottree().getroot()
    return Declared(
        articles=tuple(articles),
        others=tuple(node for node in nodes if not _is_article(node)),
        meta={name: tuple(texts) for name, texts in meta.items()},
        links={relation: tuple(urls) for relation, urls in links.items()},
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def _is_article(node: Node) -> bool:
    return any(_ARTICLES.search(kind) for kind in strings(node.get("@type")))


def _weight(node: Node) -> int:
    """Order objects by how much they tell of an article: headline and date make one."""
    told = ("headline", "datePublished", "author", "articleBody", "description")
    return sum(2 if name in ("headline", "datePublished") else 1 for name in told if node.get(name))


def _nodes(tree: etree._Element) -> Iterator[Node]:
    """Yield every JSON-LD object of the page, nested graphs opened, in document order."""
    count = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        stack = [parse_json(script.text)]
        while stack and count < _MAX_NODES:
            value = stack.pop()
            count += 1
            if isinstance(value, list):
                stack += reversed(value)
            elif isinstance(value, dict):
                if value.get("@type"):
                    yield value
                inner = [value.get(name) for name in _NESTED]
                stack += [part for part in reversed(inner) if isinstance(part, dict | list)]


def parse_json(text: str) -> Any:
    """Parse JSON as pages write it: raw line breaks, trailing commas, HTML comments around it."""
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if len(text) > _MAX_SCRIPT:
        return None
    for candidate in (text, _CONTROLS.sub(" ", _TRAILING_COMMA.sub(r"\1", text))):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def strings(value: Any) -> list[str]:
    """Return the strings of a JSON-LD value that may be one, a list, or objects with a name."""
    found: list[str] = []
    stack = [value]
    while stack and len(found) < 100:
        item = stack.pop()
        if isinstance(item, str):
            found.append(item)
        elif isinstance(item, list):
            stack += reversed(item[:200])
        elif isinstance(item, dict):
            stack.append(item.get("name") or item.get("@value") or item.get("@id"))
    return found


def plain(text: str | None, limit: int = 5000) -> str:
    """Return declared text as one clean line: tags out, entities (even doubled) resolved."""
    if not text:
        return ""
    text = text[: limit * 4]
    if "&" in text:
        text = entities.unescape(entities.unescape(text))
    return line(_TAG.sub(" ", text) if "<" in text else text, limit)
