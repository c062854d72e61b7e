"""HTML pages: the article in them and what they declare."""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime

import trafilatura
from lxml import etree

from dateline.errors import ReadError
from dateline.read.article import agencies, body, boilerplate
from dateline.read.article.address import address
from dateline.read.article.authors import (
    are_people,
    declared_authors,
    line_authors,
    named_authors,
    shown_authors,
    without_outlets,
)
from dateline.read.article.declared import Declared, declared, plain, strings
from dateline.read.article.draft import Draft, Piece
from dateline.read.article.embedded import embedded
from dateline.read.article.headings import derivation
from dateline.read.article.live import in_order, updates
from dateline.read.article.times import times
from dateline.read.article.title import Titles, titles
from dateline.read.article.tree import Run, parse, runs
from dateline.records import BlockKind

ENGINE = f"trafilatura-{trafilatura.__version__}"
# Less text than this, and no headline to go with it, is no article.
_LEAST = 140
_LEAST_CJK = 60
_FRAGMENT = re.compile(r"<(?:html|head|body)\b", re.I)
_LANGUAGE = re.compile(r"^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]+)*$")
_CREDIT_LINE = 160
# Bylines and dates stand among this many runs before the text.
_ABOUT = 15

# trafilatura reports every odd page; what is wrong with an item is said in its rejection.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_page(html: str, name: str, *, url: str | None = None) -> Draft:
    """Read the article of a page and what the page declares.

    Raises ReadError of kind *not-an-article* when the page holds none.
    """
    if not _FRAGMENT.search(html[:5000]):
        return _fragment(html, name)
    tree = parse(html, name)
    said = declared(tree)
    place = _canonical(said, url)
    heads = titles(tree, said, place)
    everything = runs(tree)
    found = _article(tree, everything, said, heads)
    if not found:
        raise ReadError(name, "the page holds no article", kind="not-an-article")
    outlet = plain(said.first("og:site_name", "application-name"), 200) or _publisher(said)
    told = times(tree, said, place, _about(everything, found))
    writers, found = _writers(tree, said, found, (outlet, _publisher(said)))
    writers = writers or _other_writers(tree)
    return Draft(
        pieces=tuple(_pieces(in_order(found, updates(said), everything))),
        engine=ENGINE,
        title=heads.chosen or None,
        outlet=outlet,
        language=_language(said),
        url=place,
        authors=writers,
        section=plain(said.first("article:section") or _first(said, "articleSection"), 100) or None,
        published=told.published,
        updated=told.updated,
        paywalled=_paywalled(said),
    )


def _article(
    tree: etree._Element, everything: list[Run], said: Declared, heads: Titles
) -> list[Run]:
    summaries = [
        text
        for text in (
            plain(said.first("og:description", "description", "twitter:description")),
            plain(_first(said, "description")),
        )
        if len(text) >= 20
    ]
    found = body.select(everything, _base(tree), heads.keys, summaries)
    shown = sum(len(run.text) for run in found)
    found = embedded(tree, said, shown) or found
    return found if _enough(found, heads) else []


def _base(tree: etree._Element) -> str:
    """Return trafilatura's text of the page; "" when it finds none or fails."""
    try:
        document = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:  # whatever a hostile page does to trafilatura, other pages go on
        return ""
    return (document.text or "") if document is not None else ""


def _enough(found: Sequence[Run], heads: Titles) -> bool:
    text = "".join(run.text for run in found)
    wide = sum(letter >= "\u2e80" for letter in text)
    return len(text) + wide * (_LEAST / _LEAST_CJK - 1) >= (_LEAST if not heads.chosen else 80)


def _pieces(found: Sequence[tuple[Run, datetime | None]]) -> list[Piece]:
    pieces = [Piece(kind=_kind(run), text=run.text, at=at) for run, at in found]
    last = len(pieces) - 1
    while last > 0 and _is_credit(pieces[last].text):
        pieces[last] = dataclasses.replace(pieces[last], kind="derivation")
        last -= 1
    return pieces


def _is_credit(text: str) -> bool:
    """True for a last line that only says whose report it is: "Reuters", "Mit dpa", "Source: …"."""
    if derivation(text) is not None:
        return True
    return (len(text) <= _CREDIT_LINE and boilerplate.is_credit(text)) or bool(
        agencies.agency(text)
    )


def _kind(run: Run) -> BlockKind:
    if run.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        return "heading"
    if "quote" in run.where:
        return "quote"
    return "list" if "list" in run.where else "paragraph"


def _fragment(html: str, name: str) -> Draft:
    """Read markup that is no page but a piece of one, as feeds carry it: all of it is text."""
    tree = parse(f"<html><body>{html}</body></html>", name)
    found = [run for run in runs(tree) if "caption" not in run.where]
    if not found:
        raise ReadError(name, "the item holds no text", kind="empty")
    return Draft(pieces=tuple(_pieces([(run, None) for run in found])), engine=ENGINE)


def _canonical(said: Declared, url: str | None) -> str | None:
    offered = [*said.links.get("canonical", ()), said.first("og:url"), url]
    return next((found for one in offered if (found := address(one))), None)


def _publisher(said: Declared) -> str | None:
    return plain(_first(said, "publisher"), 200) or None


def _first(said: Declared, name: str) -> str | None:
    return next(iter(strings(said.article.get(name))), None)


def _language(said: Declared) -> str | None:
    """Return the declared language as ISO 639: of the article, the html element, OpenGraph."""
    other = said.first("og:locale", "content-language", "language")
    offered = (_first(said, "inLanguage"), said.language, other)
    for text in offered:
        match = _LANGUAGE.match((text or "").strip())
        if match:
            return match[1].lower()
    return None


def _paywalled(said: Declared) -> bool:
    """True when the page says that its text is not free (schema.org isAccessibleForFree)."""
    free = said.article.get("isAccessibleForFree")
    tier = (said.first("article:content_tier") or "").lower()
    return str(free).lower() in ("false", "http://schema.org/false") or tier in (
        "locked",
        "metered",
    )


def _writers(
    tree: etree._Element, said: Declared, found: list[Run], outlets: tuple[str | None, ...]
) -> tuple[tuple[str, ...], list[Run]]:
    """Return the authors, and the article without the line that names them.

    Declared people first; then the marked byline; then a line at either end of the text that is
    a name. A page that declares only its outlet as author is taken at its word in the end.
    """
    names = declared_authors(said)
    if are_people(names, outlets):
        return without_outlets(names, outlets), found
    shown = shown_authors(tree)
    if are_people(shown, outlets):
        return without_outlets(shown, outlets), found
    for place in (0, -1):
        line = line_authors(found[place].text) if len(found) > 2 else ()
        if line and found[place].tag not in ("h1", "h2", "h3", "h4", "h5", "h6"):
            rest = found[1:] if place == 0 else found[:-1]
            return line, rest
    return names, found


def _other_writers(tree: etree._Element) -> tuple[str, ...]:
    """Return the authors that trafilatura finds where nothing else names any."""
    try:
        document = trafilatura.extract_metadata(tree, extensive=False)
    except Exception:  # as above
        return ()
    return named_authors(document.author if document is not None else None)


def _about(everything: list[Run], found: list[Run]) -> Iterator[str]:
    """Yield the short lines that stand before the text and in its first lines."""
    start = next((place for place, run in enumerate(everything) if run is found[0]), 0)
    for run in everything[max(0, start - _ABOUT) : start + 4]:
        if len(run.text) <= 120 and "caption" not in run.where:
            yield run.text
