"""The stage's door: sources in, Fetched and Rejected items out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from dateline.gather.files import FeedList, file_items, path_name
from dateline.gather.folders import walk
from dateline.gather.item import Carrier, Item, rejected
from dateline.gather.options import GatherOptions
from dateline.records import Rejected

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


def collect(sources: Sequence[str], options: GatherOptions, now: datetime) -> Iterator[Item]:
    """Yield every item of ``sources``: paths of files and folders, and http(s) addresses.

    An item that can't be taken is yielded as Rejected and the others go on; nothing is raised
    for bad input. ``now`` (aware UTC) becomes the items' time of retrieval, except in archives,
    which know their own. Files come in sorted order, so that the same sources give the same
    sequence; ids don't depend on paths or on ``now``.
    """
    for source in sources:
        if _SCHEME.match(source):
            yield from _from_address(source, options, now)
        else:
            yield from _from_path(Path(source), options, now)


def _from_address(source: str, options: GatherOptions, now: datetime) -> Iterator[Item]:
    yield rejected(source, "unsupported", "addresses are not taken yet")


def _from_path(source: Path, options: GatherOptions, now: datetime) -> Iterator[Item]:
    carrier = Carrier(
        name=path_name(source),
        source=path_name(source),
        retrieved=now,
        overrides=options.overrides,
    )
    if not source.is_dir():
        yield from _from_file(source, carrier, options, now)
        return
    found = False
    for path in walk(source):
        found = True
        if isinstance(path, Rejected):
            yield path
        else:
            yield from _from_file(path, carrier.file(path_name(path)), options, now)
    if not found:
        yield rejected(carrier.name, "empty", "the folder holds no files")


def _from_file(
    path: Path, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item]:
    for item in file_items(path, carrier, options, now):
        if isinstance(item, FeedList):
            for url in item.urls:
                yield from _from_address(url, options, now)
        else:
            yield item
