"""Position: how far a source was taken in by a backfill."""

from __future__ import annotations

from dateline.records._base import record


@record
class Position:
    """How far a file or folder was taken in, so that a backfill goes on from there.

    ``id`` is a content id: over a file's name and first bytes, or a folder's path. ``items`` is
    the number of its items, rejected ones among them, of which everything is derived, and
    ``chain`` a digest over their ids in order: it tells whether the source still begins so.
    ``stamp`` is the size and time of change of a file that was taken to its end, empty before.
    """

    id: str
    source: str
    items: int = 0
    chain: str = ""
    stamp: str = ""
