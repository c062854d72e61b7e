"""What must be done to XML before any parser sees it."""

from __future__ import annotations

import re

from dateline.errors import ReadError

_ELEMENT = re.compile(r"<[A-Za-z_]")


def safe_xml(text: str, name: str) -> str:
    """Return decoded XML without its declaration, whose charset would now mislead.

    Raises ReadError of kind *entity* where the document type declares entities: they are how
    small files grow without end ("billion laughs") and reach other files, and no real feed
    needs them. The check is linear and stops at the first element.
    """
    text = text.lstrip("\ufeff \t\n")
    if text.startswith("<?xml"):
        end = text.find("?>")
        text = text[end + 2 :].lstrip() if end >= 0 else text[5:]
    rest = text
    while rest.startswith(("<?", "<!--")):
        closing = "-->" if rest.startswith("<!--") else "?>"
        end = rest.find(closing)
        if end < 0:
            return text
        rest = rest[end + len(closing) :].lstrip()
    if rest[:9].upper() == "<!DOCTYPE":
        first = _ELEMENT.search(rest)
        prolog = rest[: first.start()] if first else rest
        if "<!ENTITY" in prolog.upper():
            raise ReadError(name, "declares XML entities, which are refused", kind="entity")
    return text
