"""How times, texts and records are written into columns, the same on every database."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from dateline.errors import StoreError
from dateline.records import Reading, Sentence
from dateline.records.codec import from_json, to_json, to_plain
from dateline.store import packed
from dateline.store.packed import EVERY_PART, MARK, Part, pack_reading, unpack_reading

T = TypeVar("T")

UNKNOWN = "~"  # sorts after every digit: an unknown time comes last

# Under this size zlib saves less than a database page's slack; measured on story records.
_PLAIN_UP_TO = 512


class Word(TypeDecorator[str]):
    """A text column compared byte by byte, so that both databases sort alike.

    PostgreSQL can't hold U+0000 and no database can hold half a surrogate pair (a file name in
    a foreign charset has them): they are written as backslash escapes, on the way in and in
    comparisons alike. The record's own JSON keeps the text as it was.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Compare by code point on PostgreSQL, as SQLite does anyway."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Text(collation="C"))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Escape what a database can't hold."""
        return None if value is None else storable(value)


def storable(text: str) -> str:
    """Return ``text`` with U+0000 and lone surrogates written as backslash escapes."""
    return text.replace("\x00", "\\x00").encode("utf-8", "backslashreplace").decode("utf-8")


def instant(time: datetime) -> str:
    """Write an aware time as ISO 8601 in UTC of fixed width, so that texts sort as times do.

    Raises StoreError for a naive time: nobody can tell which moment it is.
    """
    if time.utcoffset() is None:
        raise StoreError(f"the time {time.isoformat()} has no zone; give an aware UTC time")
    try:
        utc = time.astimezone(UTC)
    except OverflowError as error:
        raise StoreError(f"the time {time.isoformat()} lies outside the years 1 to 9999") from error
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def instant_or_none(time: datetime | None) -> str | None:
    """Like :func:`instant`; None stays None."""
    return None if time is None else instant(time)


def moment(time: datetime | None) -> str:
    """Like :func:`instant`, for sorting: an unknown time comes after all known ones."""
    return UNKNOWN if time is None else instant(time)


def pack(record: Any) -> bytes:
    """Encode a record: its JSON, compressed where that pays; a reading in parts (``packed``).

    JSON begins with ``{``, a zlib stream with ``x`` and a reading in parts with ``r``, so the form
    needs no flag. Readings of earlier versions are JSON and stay readable.
    Raises StoreError when the record holds what JSON can't say (NaN, a foreign type).
    """
    try:
        if isinstance(record, Reading):
            return pack_reading(record)
        plain = to_json(record).encode("utf-8", "surrogatepass")
    except (TypeError, ValueError, OverflowError) as error:
        raise StoreError(f"this {type(record).__name__} can't be stored: {error}") from error
    return plain if len(plain) <= _PLAIN_UP_TO else zlib.compress(plain)


def unpack_plain(kind: type, body: bytes) -> dict[str, Any]:
    """Return the record's plain form, whichever form it is stored in. Raises StoreError."""
    if body[:1] == MARK:
        plain: dict[str, Any] = to_plain(unpack(kind, body))
        return plain
    with _damage_told(kind):
        loaded: dict[str, Any] = json.loads(_text(body))
        return loaded


def unpack(kind: type[T], body: bytes, parts: frozenset[Part] = EVERY_PART) -> T:
    """Decode a record of type ``kind``. Raises StoreError when it is damaged or unknown.

    Of a reading only the named ``parts`` are decoded, where its form allows it.
    """
    with _damage_told(kind):
        if body[:1] == MARK:
            return cast(T, unpack_reading(body, parts))
        return from_json(kind, _text(body))


def unpack_sentences(report: str, body: bytes) -> tuple[Sentence, ...]:
    """Decode the sentences of a report's reading alone. Raises StoreError when it is damaged."""
    if body[:1] != MARK:
        return unpack(Reading, body).sentences
    with _damage_told(Reading):
        return packed.unpack_sentences(body, report)


def _text(body: bytes) -> str:
    plain = body if body[:1] == b"{" else zlib.decompress(body)
    return plain.decode("utf-8", "surrogatepass")


@contextmanager
def _damage_told(kind: type) -> Iterator[None]:
    try:
        yield
    except (ValueError, KeyError, TypeError, struct.error, zlib.error) as error:
        raise StoreError(
            f"a stored {kind.__name__} can't be read ({error}); restore a backup"
        ) from error
