"""Reading named sources now: kept ones, lists of feeds, and addresses that were never seen."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from dateline.errors import NotFound, StageError
from dateline.gather import Fetcher, is_address, new_feed
from dateline.gather.charset import decode
from dateline.gather.item import rejected
from dateline.gather.web import is_feed
from dateline.records import Feed, Rejected
from dateline.store import Store
from dateline.watch import sources
from dateline.watch.fetching import Clock
from dateline.watch.host import Host


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What names meant: kept ``feeds`` by id, and ``others``, pages and files to take as such.

    ``rejected`` are names that could not be made sense of.
    """

    feeds: tuple[str, ...]
    others: tuple[str, ...]
    rejected: tuple[Rejected, ...]


def named_sources(host: Host, names: Sequence[str], clock: Clock) -> Named:
    """Find out what ``names`` are: kept sources, addresses, or files.

    A feed that is new is kept paused: what was read of it is remembered, so that the next time
    nothing is fetched twice, but nobody asked for it to be watched. Feeds that a list names
    are treated alike.
    """
    feeds: list[str] = []
    others: list[str] = []
    refused: list[Rejected] = []
    with Fetcher(host.gathering()) as fetcher:
        for name in names:
            try:
                found = _feeds_called(host, name, clock, fetcher)
            except StageError as error:
                refused.append(rejected(error.name, error.kind, error.reason))
                continue
            if found is None:
                others.append(name)
            else:
                feeds.extend(feed.id for feed in found)
    return Named(feeds=tuple(dict.fromkeys(feeds)), others=tuple(others), rejected=tuple(refused))


def _feeds_called(host: Host, name: str, clock: Clock, fetcher: Fetcher) -> Sequence[Feed] | None:
    try:
        return [sources.find(host.store, name)]
    except NotFound:
        pass
    if not is_address(name):
        return _listed(host.store, name, clock)
    if not is_feed(fetcher.get(name)):
        return None
    feed = new_feed(name, clock(), paused=True)
    sources.put(host.store, feed)
    return [feed]


def _listed(store: Store, name: str, clock: Clock) -> Sequence[Feed] | None:
    """Keep the feeds of an OPML file; None for any other file."""
    path = Path(name)
    if not path.is_file():
        return None
    content = path.read_bytes()
    if b"<opml" not in content[:2_000].lower():
        return None
    text = decode(content, name, markup=True)
    listed = sources.import_opml(store, text, name, clock(), paused=True)
    return [*listed.added, *listed.known]
