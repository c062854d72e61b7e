"""What a piece of content is, told by the content first and by its name second."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import PurePath
from typing import Literal, TypeAlias

Form: TypeAlias = Literal[
    "empty", "binary", "warc", "html", "feed", "opml", "newsml", "nitf", "xml", "jsonl", "json",
    "text", "markdown", "unknown",
]  # fmt: skip

HEAD = 1 << 14  # bytes that are looked at

_MAGIC = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x7fELF": "a program",
    b"OggS": "a sound recording",
    b"ID3": "a sound recording",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"SQLite format 3\x00": "a SQLite database",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an office document",
}
_BY_NAME: dict[str, Form] = {
    ".txt": "text", ".text": "text", "": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".warc": "warc", ".xml": "xml", ".rss": "xml", ".atom": "xml", ".rdf": "xml", ".opml": "opml",
}  # fmt: skip
_BOMS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Controls that no text holds; tab, line feeds, form feed, SUB and escape (ISO-2022-JP) may stand.
_CONTROLS = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}) + b"\x7f"
_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\n\r"
_ROOT = re.compile(rb"<(?:\w{1,20}:)?([A-Za-z]\w{0,20})[\s>/]")
_FEED_ROOTS = {b"rss", b"feed", b"rdf", b"channel"}
# NewsML 1 is told too, so that its rejection can say what it is.
_NEWSML_ROOTS = {
    b"newsmessage", b"newsitem", b"packageitem", b"conceptitem", b"knowledgeitem", b"newsml",
}  # fmt: skip
_HTML_ROOTS = {b"html", b"head", b"body"}


def binary_kind(content: bytes) -> str | None:
    """Name what binary thing ``content`` is, or None where it is text in some charset."""
    for magic, what in _MAGIC.items():
        if content.startswith(magic):
            return what
    if content.startswith(_BOMS) or utf16_without_bom(content):
        return None
    head = content[: 4 * HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "binary data" if controls > len(head) // 100 else None


def utf16_without_bom(content: bytes) -> str | None:
    """Name the UTF-16 codec of mostly Latin text that begins without a byte order mark."""
    head = content[:HEAD]
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[0 : 2 * half : 2], head[1 : 2 * half : 2]
    for codec, high, low in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        printable = half - len(low.translate(None, _PRINTABLE))
        if high.count(0) > half * 0.4 and low.count(0) < half * 0.02 and printable > half * 0.7:
            return codec
    return None


def form_of(head: bytes, name: str) -> Form:
    """Tell the form from the first ``HEAD`` bytes; ``name`` decides where these leave it open."""
    if head.startswith(b"WARC/"):
        return "warc"
    if binary_kind(head) is not None:
        return "binary"
    start = _ascii_start(head)
    if not start:
        return "empty" if len(head) < HEAD else _by_name(name)
    if start.startswith(b"<"):
        marked = _marked_form(start)
        if marked is not None:
            return marked
    named = _by_name(name)
    if start[:1] in b"{[" and named in ("unknown", "xml", "html"):
        return "jsonl" if _first_line_is_object(start) else "json"
    return named


def _by_name(name: str) -> Form:
    path = PurePath(name.lower().removesuffix(".gz"))
    return _BY_NAME.get(path.suffix, "unknown")


def _ascii_start(head: bytes) -> bytes:
    """Return the head without byte order mark, UTF-16's zeros and leading white space."""
    for mark in _BOMS:
        if head.startswith(mark):
            head = head[len(mark) :]
            break
    return head.replace(b"\x00", b"").lstrip()


def _marked_form(start: bytes) -> Form | None:
    prolog = _without_prolog(start)
    root = _ROOT.match(prolog)
    name = root.group(1).lower() if root else b""
    if name in _FEED_ROOTS:
        return "feed"
    if name == b"opml":
        return "opml"
    if name == b"nitf":
        return "nitf"
    if name in _NEWSML_ROOTS:
        return "newsml"
    if name in _HTML_ROOTS or start[:14].lower() == b"<!doctype html":
        return "html"
    if start.startswith(b"<?xml"):
        return "xml"
    return None


def _without_prolog(start: bytes) -> bytes:
    """Skip XML declaration, comments and document type, up to the root element."""
    while start.startswith((b"<?", b"<!")):
        if start.startswith(b"<!--"):
            end, size = start.find(b"-->"), 3
        elif start.startswith(b"<?"):
            end, size = start.find(b"?>"), 2
        else:
            subset = start.find(b"[")
            end, size = start.find(b">"), 1
            if 0 <= subset < end:
                end, size = start.find(b"]", subset), 1
                end = start.find(b">", end) if end >= 0 else -1
        if end < 0:
            # the root lies beyond the head, or the prolog never ends
            found = re.search(rb"<(rss|feed|rdf:RDF|opml|html)[\s>]", start)
            return start[found.start() :] if found else b""
        start = start[end + size :].lstrip()
    return start


def _first_line_is_object(start: bytes) -> bool:
    try:
        return isinstance(json.loads(start.split(b"\n", 1)[0]), dict)
    except (ValueError, RecursionError):
        return False
