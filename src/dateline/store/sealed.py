"""A record in the form in which it is stored, made where the record was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.records import Reading
from dateline.store.nouns import NOUNS, Noun, Row, meanings_of, mentions_of
from dateline.store.values import pack


@dataclass(frozen=True, slots=True)
class Sealed:
    """A record packed ahead of its transaction: its ``kind``, the row that keeps it and the
    rows that go beside: ``mentions`` and ``meanings``.

    Encoding a reading takes longer than writing it. A process that only decides does it for the
    one that saves; what is stored is the same to the byte.
    """

    kind: type
    row: Row
    mentions: tuple[Row, ...] = ()
    meanings: tuple[Row, ...] = ()


def seal(value: Any) -> Any:
    """Return a reading sealed, and anything else as it is: other records are small.

    Raises StoreError when the record can't be stored.
    """
    if not isinstance(value, Reading):
        return value
    row = packed(NOUNS[Reading], value)
    return Sealed(Reading, row, mentions_of(value), meanings_of(value))


def packed(noun: Noun, record: Any) -> Row:
    """Return the row that keeps a record: its columns and its body."""
    return {**noun.columns(record), "body": pack(record)}
