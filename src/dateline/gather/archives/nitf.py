"""NITF 3: the News Industry Text Format of the IPTC (https://iptc.org/standards/nitf/)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dateline.gather.archives.entry import Entry, entry_item, with_dateline
from dateline.gather.archives.paragraphs import element_paragraphs, local, words_of
from dateline.gather.archives.xml import find, find_all, parse
from dateline.gather.item import Carrier, Item

# ISO 8601 without separators, as NITF writes times: 20260112T142000+0100, 20260112T142000Z.
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\Z")
_BY = re.compile(r"^(?:by|von|par|por|di)\s+", re.IGNORECASE)


def nitf_items(text: str, carrier: Carrier) -> Iterator[Item]:
    """Take a NITF document. Raises ReadError where it is no well-formed XML."""
    root = parse(text, carrier.name)
    yield entry_item(nitf_entry(root), carrier)


def nitf_entry(root: Element) -> Entry:
    """Read a ``nitf`` element, which may also stand inside a NewsML item."""
    head, body = find(root, "head"), find(root, "body")
    docdata = find(head, "docdata")
    top = find(body, "body.head")
    issued = find(docdata, "date.issue")
    released = find(docdata, "date.release")
    publication = find(head, "pubdata")
    headline = find(top, "hedline", "hl1")
    title = words_of(headline) or words_of(find(head, "title"))
    content = find(body, "body.content")
    paragraphs = element_paragraphs(content) if content is not None else []
    facts = {
        "id": _attribute(find(docdata, "doc-id"), "id-string"),
        "title": title,
        "byline": authors(find(top, "byline")),
        "outlet": _attribute(publication, "name")
        or _attribute(find(docdata, "doc.copyright"), "holder")
        or words_of(find(top, "distributor")),
        "published": iso(_attribute(issued, "norm") or _attribute(publication, "date.publication")),
        "language": _attribute(root, "lang") or _attribute(body, "lang"),
        "url": _attribute(publication, "ex-ref"),
        "section": _attribute(publication, "position.section"),
    }
    status = _attribute(docdata, "management-status") or ""
    hold = iso(_attribute(released, "norm")) or ("for good" if status == "embargoed" else "")
    return Entry(
        facts=facts,
        text=with_dateline(words_of(find(top, "dateline")), paragraphs),
        status="" if status == "embargoed" else status,
        embargo=hold,
    )


def authors(byline: Element | None) -> list[str]:
    """Return the persons of a NITF byline, or its words without "By"."""
    if byline is None:
        return []
    persons = [words for person in find_all(byline, "person") if (words := words_of(person))]
    if persons:
        return persons
    for child in list(byline):  # a title or an agency is nobody's name
        if local(child) in ("byttl", "virtloc"):
            byline.remove(child)
    words = _BY.sub("", words_of(byline) or "")
    return [part.strip() for part in re.split(r",| and ", words) if part.strip()]


def iso(written: str | None) -> str | None:
    """Return a NITF time with the separators of ISO 8601; another form as it is."""
    found = _COMPACT.match(written.strip()) if written else None
    if not found:
        return written
    year, month, day, hour, minute, second, offset = found.groups()
    if hour is None:
        return f"{year}-{month}-{day}"
    return f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset or ''}"


def _attribute(element: Element | None, name: str) -> str | None:
    if element is None:
        return None
    for key, found in element.attrib.items():
        if key.rpartition("}")[2].lower() == name:
            return found.strip() or None
    return None
