"""Draft: what was read out of an item, before it has ids and spans."""

from __future__ import annotations

from datetime import datetime

from dateline.records import BlockKind, record


@record
class Piece:
    """A structural part of the text: ``kind`` and ``at`` as in :class:`dateline.records.Block`."""

    kind: BlockKind
    text: str
    at: datetime | None = None


@record
class Draft:
    """The parts of a report as its own bytes give them; None or empty where they don't say.

    ``pieces`` are the body in reading order, without the headline. Times are aware; their
    offset is the one that the page wrote.
    """

    pieces: tuple[Piece, ...]
    engine: str
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    published: datetime | None = None
    updated: datetime | None = None
    paywalled: bool = False
