"""NewsML-G2 of the IPTC: items and messages of items (https://iptc.org/standards/newsml-g2/)."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.errors import ReadError
from dateline.gather.archives.entry import Entry, entry_item, with_dateline
from dateline.gather.archives.nitf import nitf_entry
from dateline.gather.archives.paragraphs import (
    element_paragraphs,
    html_paragraphs,
    local,
    words_of,
)
from dateline.gather.archives.xml import find, find_all, parse, value
from dateline.gather.item import Carrier, Item, rejected

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
# Other items of the family: they hold no report.
_OTHERS = {
    "packageitem": "a package that lists items", "conceptitem": "a concept",
    "knowledgeitem": "a list of concepts", "catalogitem": "a catalogue", "planningitem": "a plan",
}  # fmt: skip


def newsml_items(text: str, carrier: Carrier) -> Iterator[Item]:
    """Take the news items of a document, each called ``file.xml:GUID`` where there are several.

    Raises ReadError where it is no well-formed XML, and for NewsML 1, which is another format.
    """
    root = parse(text, carrier.name)
    if local(root) == "newsml":
        raise ReadError(carrier.name, "is NewsML 1; NewsML-G2 is taken", kind="unsupported")
    several = local(root) == "newsmessage"
    found = False
    for number, element in enumerate(_items(root), 1):
        found = True
        guid = element.get("guid") or str(number)
        part = carrier.part(f"{carrier.name}:{guid}") if several else carrier
        if local(element) in _OTHERS:
            what = _OTHERS[local(element)]
            yield rejected(part.name, "unsupported", f"is {what}, not a report")
        else:
            yield _item(element, part)
    if not found:
        yield rejected(carrier.name, "empty", "holds no news item")


def _items(root: Element) -> Iterator[Element]:
    kinds = {"newsitem", *_OTHERS}
    return (element for element in root.iter() if local(element) in kinds)


def _item(element: Element, carrier: Carrier) -> Item:
    kind = find(element, "itemmeta", "itemclass")
    code = (kind.get("qcode") or "").rpartition(":")[2] if kind is not None else "text"
    content = _content(element)
    if content is None:
        reason = f"is a {code} item without text" if code != "text" else "holds no text"
        return rejected(carrier.name, "empty" if code == "text" else "unsupported", reason)
    meta, about = find(element, "itemmeta"), find(element, "contentmeta")
    facts = {**content.facts, **_known(_facts(element, meta, about))}
    embargo = find(meta, "embargoed")
    status = find(meta, "pubstatus")
    return entry_item(
        dataclasses.replace(
            content,
            facts=facts,
            text=_with_place(content.text, about),
            status=(status.get("qcode") or "") if status is not None else "",
            embargo="" if embargo is None else value(embargo) or "for good",
        ),
        carrier,
    )


def _facts(element: Element, meta: Element | None, about: Element | None) -> dict[str, object]:
    created = value(find(about, "contentcreated")) or value(find(meta, "firstcreated"))
    version = value(find(about, "contentmodified")) or value(find(meta, "versioncreated"))
    headlines = [found for found in find_all(element, "headline") if found.get("role") is None]
    headlines = headlines or list(find_all(element, "headline"))
    language = find(about, "language")
    return {
        "id": element.get("guid"),
        "title": words_of(headlines[0]) if headlines else value(find(meta, "title")),
        "byline": _authors(element, about),
        "outlet": _provider(element, meta),
        "published": created or version,
        "updated": version if created else None,
        "language": language.get("tag") if language is not None else element.get(_LANG),
        "url": next((link.get("href") for link in _pages(meta)), None),
    }


def _authors(element: Element, about: Element | None) -> list[str]:
    by = [words for found in find_all(element, "by") if (words := words_of(found))]
    if by:
        return [by[0].removeprefix("By ").removeprefix("by ")]
    creators = [] if about is None else [c for c in about if local(c) == "creator"]
    names = [words_of(find(creator, "name")) or creator.get("literal") for creator in creators]
    return [name for name in names if name]


def _provider(element: Element, meta: Element | None) -> str | None:
    """Return who provides the item: its name, its literal or code, or the copyright holder."""
    provider = find(meta, "provider")
    if provider is not None:
        named = words_of(find(provider, "name")) or provider.get("literal")
        if named:
            return named
    holder = find(element, "rightsinfo", "copyrightholder")
    if holder is not None:
        named = words_of(find(holder, "name")) or holder.get("literal")
        if named:
            return named
    code = (provider.get("qcode") or "") if provider is not None else ""
    return code.rpartition(":")[2] or None


def _pages(meta: Element | None) -> Iterator[Element]:
    """Yield links to the item as a page (IPTC relation *irel:alternate* or *hasPage*)."""
    links = [] if meta is None else [link for link in meta if local(link) == "link"]
    return (link for link in links if (link.get("contenttype") or "").startswith("text/html"))


def _content(element: Element) -> Entry | None:
    """Return the text of the content set: the first rendition that holds any."""
    contents = find(element, "contentset")
    for rendition in () if contents is None else contents:
        if local(rendition) == "inlinexml":
            root = next(iter(rendition), None)
            if root is not None and local(root) == "nitf":
                return nitf_entry(root)
            body = root if root is None or local(root) != "html" else find(root, "body")
            if body is not None:
                return Entry(facts={}, text="\n\n".join(element_paragraphs(body)))
        elif local(rendition) == "inlinedata":
            data = "".join(rendition.itertext())
            if "html" in (rendition.get("contenttype") or ""):
                return Entry(facts={}, text="\n\n".join(html_paragraphs(data)))
            return Entry(facts={}, text=data)
    return None


def _with_place(text: str, about: Element | None) -> str:
    """Open the text with the dateline that is stated apart; without one it stays as it is."""
    return with_dateline(words_of(find(about, "dateline")), text.split("\n\n") if text else [])


def _known(facts: dict[str, object]) -> dict[str, object]:
    return {name: found for name, found in facts.items() if found}
