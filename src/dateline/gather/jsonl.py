"""JSON Lines, and JSON files that hold one report or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from dateline.errors import ReadError
from dateline.gather.archives.dialects import read_dialect
from dateline.gather.archives.entry import entry_item
from dateline.gather.archives.mapping import Mapping, mapped
from dateline.gather.charset import decode
from dateline.gather.facts import hints_from
from dateline.gather.item import Carrier, Item, fetched, rejected, whole
from dateline.gather.options import GatherOptions
from dateline.gather.page import page_item
from dateline.records import Fetched

_ENOUGH = 1_000  # bad entries, without a good one, after which a file is no file of reports


def jsonl_items(lines: IO[bytes], carrier: Carrier, options: GatherOptions) -> Iterator[Item]:
    """Take each line as an item of its own, called ``file.jsonl:LINE``, counted from 1.

    A bad line is rejected alone; blank lines are passed over. Damage to the file itself
    (a broken or exploding gzip) is raised as ReadError.
    """
    limit = options.max_item_bytes
    number = found = 0
    taken = False
    while line := lines.readline(limit + 1):
        number += 1
        part = carrier.part(f"{carrier.name}:{number}")
        if len(line) > limit and not line.endswith(b"\n"):
            _skip_line(lines)
            item: Item = rejected(part.name, "too-large", f"is longer than {limit:,} bytes")
        elif line.strip():
            item = line_item(line, part, options.mapping)
        else:
            continue
        found += 1
        yield item
        taken = taken or isinstance(item, Fetched)
        if found >= _ENOUGH and not taken:
            yield _no_reports(carrier.name)
            return
    if not found:
        yield rejected(carrier.name, "empty", "holds no lines")


def line_item(line: bytes, carrier: Carrier, mapping: Mapping | None = None) -> Item:
    """Take one line of JSON Lines."""
    try:
        value = json.loads(decode(line, carrier.name))
    except ReadError as error:
        return rejected(carrier.name, error.kind, error.reason)
    except (ValueError, RecursionError) as error:
        return rejected(carrier.name, "broken", f"is not JSON: {_why(error)}")
    return object_item(value, carrier, mapping)


def object_item(value: object, carrier: Carrier, mapping: Mapping | None = None) -> Item:
    """Take one decoded report object: ``text``, or ``html``, and facts that are all optional.

    A ``mapping`` says where else they are; without one the dialects of known clients are told.
    """
    if not isinstance(value, dict):
        return rejected(carrier.name, "broken", "is not a JSON object")
    try:
        entry = mapped(value, mapping, carrier.name) if mapping else read_dialect(value)
    except ReadError as error:
        return rejected(carrier.name, error.kind, error.reason)
    if entry is not None:
        return entry_item(entry, carrier)
    text, html = value.get("text"), value.get("html")
    if isinstance(text, str) and text.strip():
        body = whole(text).replace("\r\n", "\n").replace("\x00", "")
        return fetched(carrier, body, "text/plain", hints_from(value))
    if isinstance(html, str) and html.strip():
        return page_item(html.replace("\x00", ""), carrier, hints_from(value))
    if text is None and html is None:
        return rejected(carrier.name, "broken", 'has neither "text" nor "html"')
    if isinstance(text or html or "", str):
        return rejected(carrier.name, "empty", "holds no text")
    return rejected(carrier.name, "broken", '"text" is not a string')


def parse_json(text: str, name: str) -> object:
    """Parse JSON; ReadError where it is none (or nested too deep to be a report)."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(name, f"is not JSON: {_why(error)}") from error


def json_items(value: object, carrier: Carrier, mapping: Mapping | None = None) -> Iterator[Item]:
    """Take a JSON file's one object, or each object of its list, called ``file.json:NUMBER``.

    The list may stand in an answer of Event Registry or of a ninjs content API.
    """
    value = _listed(value)
    if not isinstance(value, list):
        yield object_item(value, carrier, mapping)
        return
    if not value:
        yield rejected(carrier.name, "empty", "holds an empty list")
    taken = False
    for number, element in enumerate(value, 1):
        item = object_item(element, carrier.part(f"{carrier.name}:{number}"), mapping)
        yield item
        taken = taken or isinstance(item, Fetched)
        if number >= _ENOUGH and not taken:
            yield _no_reports(carrier.name)
            return


def _listed(value: object) -> object:
    """Return the list of items inside an API's answer; anything else as it is."""
    if isinstance(value, dict):
        inner = value.get("_items", value.get("articles"))
        inner = inner.get("results") if isinstance(inner, dict) else inner
        if isinstance(inner, list):
            return inner
    return value


def _no_reports(name: str) -> Item:
    reason = f"none of its first {_ENOUGH:,} entries is a report; the rest was left out"
    return rejected(name, "broken", reason)


def _skip_line(lines: IO[bytes]) -> None:
    while True:
        rest = lines.readline(1 << 20)
        if not rest or rest.endswith(b"\n"):
            return


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos}"
    return "nested too deeply" if isinstance(error, RecursionError) else "a number is too long"
