"""WARC archives, streamed record by record."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator

from dateline.errors import ReadError
from dateline.gather.charset import decode
from dateline.gather.dates import read_time
from dateline.gather.facts import web_url
from dateline.gather.headers import content_type
from dateline.gather.item import Carrier, Item, rejected
from dateline.gather.options import GatherOptions
from dateline.gather.page import page_item
from dateline.gather.sniff import binary_kind
from dateline.gather.text import text_item
from dateline.records import Rejected

_CHUNK = 1 << 16
_PAGES = {"text/html", "application/xhtml+xml"}
_KINDS = {"response", "resource", "conversion"}


class _Records(ArchiveIterator):  # type: ignore[misc]
    INC_RECORD = ""  # what warcio would print on stderr; damage becomes a rejection here


class _Source:
    """An archive as warcio wants it, read no further than asked.

    Each read is one read of what lies below, so that the bytes before a damage are still given.
    """

    def __init__(self, archive: IO[bytes]) -> None:
        self._archive = archive
        self._at = 0

    def read(self, size: int) -> bytes:
        read = getattr(self._archive, "read1", self._archive.read)
        block = read(size) or b""
        self._at += len(block)
        return block

    def tell(self) -> int:
        return self._at

    def close(self) -> None:
        pass


def warc_items(archive: IO[bytes], carrier: Carrier, options: GatherOptions) -> Iterator[Item]:
    """Take the pages (and plain texts) that an archive holds, each called ``file.warc:URL``.

    Records of other kinds, answers other than 200 and other media are passed over.
    ``retrieved`` is the record's WARC-Date. A damaged record is rejected alone; damage after
    which no record can be found ends the archive with a rejection of its own. Raises ReadError
    for damage or a bomb in the file's own compression.
    """
    records = _Records(_Source(archive), no_record_parse=False, arc2warc=False)
    last: Item | None = None
    while True:
        try:
            entry = next(records)
        except StopIteration:
            break
        except ReadError:
            if isinstance(last, Rejected) and last.kind == "broken":
                return  # the record that was cut short has told already
            raise
        except Exception as error:  # on damaged input warcio raises anything
            why = " ".join(str(error).split())[:200] or type(error).__name__
            yield rejected(carrier.name, "broken", f"the archive is damaged: {why}")
            return
        item = _record_item(entry, carrier, options)
        if item is not None:
            last = item
            yield item
    if last is None:
        yield rejected(carrier.name, "empty", "the archive holds no page")


def _record_item(entry: Any, carrier: Carrier, options: GatherOptions) -> Item | None:
    if entry.rec_type not in _KINDS:
        return None
    http = entry.http_headers
    if http is not None and http.get_statuscode() != "200":
        return None
    headers = http if http is not None else entry.rec_headers
    media_type, charset = content_type(headers.get_header("Content-Type"))
    if media_type not in _PAGES and media_type != "text/plain":
        return None
    target = entry.rec_headers.get_header("WARC-Target-URI") or ""
    url = web_url(target.strip("<>"))
    part = carrier.part(
        f"{carrier.name}:{url or entry.rec_headers.get_header('WARC-Record-ID')}", url
    )
    part = _dated(part, read_time(entry.rec_headers.get_header("WARC-Date")))
    try:
        content = _payload(entry, part.name, options.max_item_bytes)
        binary = binary_kind(content)
        if binary:
            return rejected(part.name, "binary", f"is {binary}, not a page")
        text = decode(content, part.name, charset, markup=media_type in _PAGES)
    except ReadError as error:
        if error.kind == "bomb":
            raise
        return rejected(part.name, error.kind, error.reason)
    if media_type in _PAGES:
        return page_item(text, part)
    return text_item(text, "text/plain", part)


def _dated(carrier: Carrier, retrieved: datetime | None) -> Carrier:
    return dataclasses.replace(carrier, retrieved=retrieved) if retrieved else carrier


def _payload(entry: Any, name: str, limit: int) -> bytes:
    stream = entry.content_stream()
    blocks: list[bytes] = []
    size = 0
    while True:
        try:
            block = stream.read(_CHUNK)
        except ReadError:
            raise
        except Exception as error:  # warcio raises whatever its decompressors raise
            raise ReadError(name, "the record is damaged") from error
        if not block:
            break
        size += len(block)
        if size > limit:
            raise ReadError(name, f"is larger than {limit:,} bytes", kind="too-large")
        blocks.append(block)
    if getattr(entry.raw_stream, "limit", 0) and not entry.raw_stream.read(1):
        raise ReadError(name, "the record ends too early")
    return b"".join(blocks)
