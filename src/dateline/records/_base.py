"""What every record shares: the decorator, content ids, and the stamp of its maker."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(cls: type[T]) -> type[T]:
    """Make ``cls`` a Dateline noun: frozen, slotted, keyword-only."""
    decorate: Callable[[type[T]], type[T]] = dataclass(frozen=True, slots=True, kw_only=True)
    return decorate(cls)


def content_id(tag: str, *parts: Any) -> str:
    """Return ``tag_`` and 80 bits of BLAKE2b over the parts, as 16 base-32 letters.

    The same parts always give the same id, on every machine. Parts are joined with a
    separator that no text holds (U+001F), so that ("ab", "c") and ("a", "bc") differ.
    80 bits keep the chance of one collision among ten million records under 1e-10.
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    digest = hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=10).digest()
    return f"{tag}_{_base32(digest)}"


def _base32(digest: bytes) -> str:
    alphabet = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: no i, l, o, u to misread
    number = int.from_bytes(digest, "big")
    letters = []
    for _ in range(len(digest) * 8 // 5):
        number, rest = divmod(number, 32)
        letters.append(alphabet[rest])
    return "".join(reversed(letters))


@record
class Made:
    """Who made a derived record: ``stage``, that stage's ``version``, and the ``engine`` used.

    Changing a stage's version makes its records due again and nothing else. The run that
    saved a record is kept by the store beside it, not in it: two runs over the same
    reports must give the same bytes.
    """

    stage: str
    version: int
    engine: str = ""
