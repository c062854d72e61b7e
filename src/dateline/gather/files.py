"""One local file: opened within limits, sniffed, and read by its form."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

from dateline.errors import ReadError
from dateline.gather.charset import decode
from dateline.gather.decompress import GZIP_MAGIC, GunzipStream, unpacked
from dateline.gather.item import Carrier, Item, Remark
from dateline.gather.jsonl import jsonl_items
from dateline.gather.opml import feed_urls
from dateline.gather.options import GatherOptions
from dateline.gather.read_form import read_form, refusal
from dateline.gather.sniff import HEAD, form_of
from dateline.gather.warc import warc_items
from dateline.records import record


@record
class FeedList:
    """A feed list that was met: what people call it, and the feeds it names."""

    name: str
    urls: tuple[str, ...]


def path_name(path: Path) -> str:
    """Return how a path is printed; bytes of a name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")


def file_items(
    path: Path, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item | FeedList | Remark]:
    """Yield the items of one file, or its rejection; a feed list is passed on unfollowed."""
    try:
        if "\x00" in str(path):
            raise FileNotFoundError
        if not stat.S_ISREG(path.stat().st_mode):
            raise ReadError(carrier.name, "is not a regular file", kind="unsupported")
        with path.open("rb") as file:
            yield from stream_items(file, path.name, carrier, options, now)
    except ReadError as error:
        yield refusal(error)
    except FileNotFoundError:
        yield refusal(ReadError(carrier.name, "there is no such file or folder", kind="fetch"))
    except PermissionError:
        reason = "may not be read by this user"
        yield refusal(ReadError(carrier.name, reason, kind="not-permitted"))
    except OSError as error:
        why = error.strerror or type(error).__name__
        yield refusal(ReadError(carrier.name, f"can't be read: {why}", kind="fetch"))


def stream_items(
    file: IO[bytes], file_name: str, carrier: Carrier, options: GatherOptions, now: datetime
) -> Iterator[Item | FeedList | Remark]:
    """Yield the items of a seekable stream of bytes. ReadError where the whole can't be taken.

    ``file_name`` settles the form where the content leaves it open.
    """
    head = file.read(HEAD)
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    stream = file
    if head.startswith(GZIP_MAGIC):
        head = _beginning(file, carrier.name, options)
        file.seek(0)
        stream = unpacked(file, carrier.name, options.max_ratio)
        size = 0  # unknown before it is unpacked
    form = form_of(head, file_name)
    if form == "warc":
        yield from warc_items(stream, carrier, options)
    elif form == "jsonl":
        yield from jsonl_items(stream, carrier, options)
    else:
        content = _whole(stream, size, carrier.name, options)
        if form == "opml":
            text = decode(content, carrier.name, carrier.charset, markup=True)
            yield FeedList(name=carrier.name, urls=feed_urls(text, carrier.name))
        else:
            yield from read_form(form, content, carrier, options, now)


def _beginning(file: IO[bytes], name: str, options: GatherOptions) -> bytes:
    """Unpack the first bytes. Damage is left for the reader to meet, after what came before."""
    stream = GunzipStream(file, name, options.max_ratio)
    head = b""
    with contextlib.suppress(ReadError):
        while len(head) < HEAD and (block := stream.read(HEAD - len(head))):
            head += block
    return head


def _whole(stream: IO[bytes], size: int, name: str, options: GatherOptions) -> bytes:
    """Read all of ``stream``, or raise ReadError where it is longer than an item may be."""
    limit = options.max_item_bytes
    content = b"" if size > limit else _up_to(stream, limit + 1)
    if size > limit or len(content) > limit:
        raise ReadError(name, f"is larger than {limit:,} bytes", kind="too-large")
    return content


def _up_to(stream: IO[bytes], most: int) -> bytes:
    blocks = []
    while most > 0 and (block := stream.read(min(most, 1 << 20))):
        blocks.append(block)
        most -= len(block)
    return b"".join(blocks)
