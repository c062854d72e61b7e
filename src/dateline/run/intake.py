"""One source on its way in: where an earlier run left it, and what comes after."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from dateline.gather.item import Item
from dateline.records import Fetched, Position, content_id
from dateline.store import Store

# The first bytes of a file, which stay when it grows: they and its name are what it is known by.
HEAD = 512


class Intake:
    """A source from the first item that was not taken yet.

    ``position`` is how far it was taken with the item that :meth:`items` yielded last, and
    ``passed`` the number of items before the first.
    """

    def __init__(self, position: Position, rest: Iterator[Item], stamp: str) -> None:
        self.position = position
        self.passed = position.items
        self._rest = rest
        self._stamp = stamp

    def items(self) -> Iterator[Item]:
        """Yield the items. The last one's position says that the source is at its end."""
        item = next(self._rest, None)
        while item is not None:
            following = next(self._rest, None)
            self.position = dataclasses.replace(
                self.position,
                items=self.position.items + 1,
                chain=_link(self.position.chain, item),
                stamp=self._stamp if following is None else "",
            )
            yield item
            item = following


def open_intake(
    source: str, store: Store, collect: Callable[[str], Iterator[Item]]
) -> Intake | None:
    """Open a source where it was left; None for a file that was taken to its end and is as it
    was then.

    A file that grew goes on from its former end. One that was changed before that is begun
    anew: what it still holds is known by its content and changes nothing.
    """
    stamp = _stamp(source)
    id = _key(source)
    known = store.position(id)
    if known is None:
        return Intake(Position(id=id, source=source), collect(source), stamp)
    if known.stamp and known.stamp == stamp:
        return None
    items = collect(source)
    chain = ""
    passed = 0
    for item in islice(items, known.items):
        chain = _link(chain, item)
        passed += 1
    if (passed, chain) == (known.items, known.chain):
        return Intake(dataclasses.replace(known, source=source, stamp=""), items, stamp)
    return Intake(Position(id=id, source=source), collect(source), stamp)


def _link(chain: str, item: Item) -> str:
    """Add an item to the digest. A rejection counts as one: its id holds the path."""
    id = item.id if isinstance(item, Fetched) else "rejected"
    return hashlib.blake2b((chain + id).encode(), digest_size=16).hexdigest()


def _key(source: str) -> str:
    path = Path(source)
    try:
        if path.is_file():
            with path.open("rb") as file:
                return content_id("pos", path.name, hashlib.sha256(file.read(HEAD)).hexdigest())
    except OSError:
        pass  # collecting says what is wrong with it
    return content_id("pos", str(path.absolute()))


def _stamp(source: str) -> str:
    """Return size and time of change of a file; nothing for a folder, which can change below."""
    try:
        about = Path(source).stat()
    except OSError:
        return ""
    return f"{about.st_size} {about.st_mtime_ns}" if Path(source).is_file() else ""
