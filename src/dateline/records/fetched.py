"""Fetched: the bytes of one item and what was declared about it when it was gathered."""

from __future__ import annotations

from datetime import datetime

from dateline.records._base import record


@record
class Hints:
    """What the carrier of an item declares about it: a feed entry, a front matter, an option.

    Everything is optional; what is not declared stays None or empty and is never guessed.
    ``published`` is an aware UTC time; ``zone`` is the outlet's IANA zone when the carrier
    names one. ``own_id`` is the id the item came with, kept for exports.
    """

    own_id: str | None = None
    title: str | None = None
    outlet: str | None = None
    country: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    zone: str | None = None
    url: str | None = None
    section: str | None = None


@record
class Fetched:
    """One item as it came in, before anything was read out of it.

    ``id`` is a content id over url, media type, content and hints, so that gathering the same
    item twice, from whatever path on whatever day, gives the same id. ``name`` is what people
    call the item (a path, a path and line, a URL) and is used in messages. ``source`` is the
    feed, file or archive it came out of. ``media_type`` is ``text/plain``, ``text/html``, ... in
    lower case without parameters; ``charset`` is what the carrier declared, if it did.
    ``retrieved`` is when the bytes were taken, an aware UTC time.
    """

    id: str
    name: str
    source: str
    content: bytes
    media_type: str
    retrieved: datetime
    charset: str | None = None
    url: str | None = None
    hints: Hints = Hints()
