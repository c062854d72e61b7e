"""Making the stage's two results: a Fetched item and a Rejected one."""

from __future__ import annotations

import dataclasses
import hashlib
import re
from datetime import datetime
from typing import TypeAlias

from dateline.records import Fetched, Hints, Rejected, content_id, record
from dateline.records.codec import to_json

Item: TypeAlias = Fetched | Rejected


@record
class Remark:
    """What a form's reader noticed and mended: the source's keeper should know, nothing is lost."""

    text: str


NO_HINTS = Hints()
# Spaces, controls and line ends; and the marks that turn the writing direction of what follows,
# which could make a message lie. The ideographic space and joiners are part of what is written.
_BREAKS = re.compile("[\\x00-\\x20\\x7f-\\xa0\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
_LINE_LIMIT = 2_000  # characters of any one-line fact; the longest real headlines are under 500


@record
class Carrier:
    """Where bytes came from: what a reader of any form needs to know to name its items.

    ``name`` is what people call it, ``source`` the feed, file or archive at the origin.
    ``charset`` is what the carrier declared of the bytes and ``url`` where they stand on the
    web. ``overrides`` are the facts the user states.
    """

    name: str
    source: str
    retrieved: datetime
    url: str | None = None
    charset: str | None = None
    overrides: Hints = NO_HINTS

    def file(self, name: str) -> Carrier:
        """Return the carrier of one of many files, called ``name``, which is its own source."""
        return dataclasses.replace(self.part(name), source=name)

    def part(self, name: str, url: str | None = None) -> Carrier:
        """Return the carrier of one of many items in this one, called ``name``."""
        shared = dataclasses.replace(
            self.overrides,
            own_id=None,
            title=None,
            authors=(),
            published=None,
            updated=None,
            url=None,
        )
        return dataclasses.replace(self, name=name, url=url, charset=None, overrides=shared)


def fetched(carrier: Carrier, text: str, media_type: str, hints: Hints = NO_HINTS) -> Fetched:
    """Make a Fetched item of decoded ``text``. Its content is always UTF-8 and says so.

    The id is a content id over url, media type, content and hints, and so the same for the
    same item whatever path or day it was gathered on.
    """
    hints = overridden(hints, carrier.overrides)
    url = hints.url or carrier.url
    if url is not None and hints.url is None:
        hints = dataclasses.replace(hints, url=url)
    content = whole(text).encode("utf-8")
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return Fetched(
        id=content_id("fet", url, media_type, digest, to_json(hints)),
        name=carrier.name,
        source=carrier.source,
        content=content,
        media_type=media_type,
        charset="utf-8",
        url=url,
        retrieved=carrier.retrieved,
        hints=hints,
    )


def rejected(name: str, kind: str, reason: str) -> Rejected:
    """Make this stage's rejection of the item called ``name``."""
    name = one_line(name) or "(no name)"
    return Rejected(
        stage="gather",
        id=content_id("fet", name, kind),
        name=name,
        kind=kind,
        reason=one_line(reason) or kind,
    )


def overridden(hints: Hints, overrides: Hints) -> Hints:
    """Return ``hints`` with every fact that ``overrides`` states put in its place."""
    stated = {
        field.name: value
        for field in dataclasses.fields(Hints)
        if (value := getattr(overrides, field.name)) not in (None, ())
    }
    return dataclasses.replace(hints, **stated)


def whole(text: str) -> str:
    """Return ``text`` with half surrogates, which UTF-8 can't hold, joined or replaced."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def one_line(value: object) -> str | None:
    """Return ``value`` as one clean line, or None where it is no text or has none in it."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    text = whole(str(value)[: 4 * _LINE_LIMIT])
    return _BREAKS.sub(" ", text).strip(" ")[:_LINE_LIMIT].strip(" ") or None
