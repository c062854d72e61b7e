"""Gzip unpacked as a stream, with limits that stop a bomb before it fills the memory."""

from __future__ import annotations

import io
import zlib
from typing import Protocol

from dateline.errors import ReadError

_CHUNK = 1 << 16
_FREE = 16 << 20  # output under which no ratio is judged: small files of spaces are harmless
GZIP_MAGIC = b"\x1f\x8b"


class Packed(Protocol):
    """Anything that packed bytes can be read from."""

    def read(self, size: int, /) -> bytes | None:
        """Return up to ``size`` bytes, none at the end."""


class GunzipStream(io.RawIOBase):
    """Read the unpacked bytes of a gzip file of one or many members.

    Raises ReadError of kind *bomb* as soon as a member, or the whole, has grown past 16 MiB
    and by more than ``max_ratio``; and of kind *broken* where the data are damaged or end too
    early. Bytes after the last member are left unread, as gzip does with padding.
    """

    def __init__(self, packed: Packed, name: str, max_ratio: int) -> None:
        self._packed = packed
        self._name = name
        self._max_ratio = max_ratio
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._waiting = b""
        self._taken = self._given = 0  # of the whole file
        self._member_taken = self._member_given = 0
        self._ended = False

    def readable(self) -> bool:
        """Say that this is a stream to read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with unpacked bytes; 0 at the end."""
        while not self._ended:
            if self._member.eof and not self._next_member():
                return 0
            if not self._waiting:
                self._waiting = self._packed.read(_CHUNK) or b""
                if not self._waiting:
                    raise ReadError(self._name, "the gzip data end too early")
            before = len(self._waiting)
            try:
                unpacked = self._member.decompress(self._waiting, len(buffer))
            except zlib.error as error:
                raise ReadError(self._name, "the gzip data are damaged") from error
            self._waiting = self._member.unconsumed_tail or self._member.unused_data
            self._count(before - len(self._waiting), len(unpacked))
            if unpacked:
                buffer[: len(unpacked)] = unpacked
                return len(unpacked)
        return 0

    def _next_member(self) -> bool:
        self._waiting = self._waiting or self._packed.read(_CHUNK) or b""
        if not self._waiting.startswith(GZIP_MAGIC[: len(self._waiting)]) or not self._waiting:
            self._ended = True
            return False
        self._member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._member_taken = self._member_given = 0
        return True

    def _count(self, taken: int, given: int) -> None:
        self._taken += taken
        self._given += given
        self._member_taken += taken
        self._member_given += given
        for packed, unpacked in (
            (self._member_taken, self._member_given),
            (self._taken, self._given),
        ):
            if unpacked > _FREE and unpacked > packed * self._max_ratio:
                raise ReadError(
                    self._name,
                    f"grows more than {self._max_ratio} times when unpacked: a decompression bomb",
                    kind="bomb",
                )


def unpacked(packed: Packed, name: str, max_ratio: int) -> io.BufferedReader:
    """Open the gzip file ``packed`` for reading in blocks and lines."""
    return io.BufferedReader(GunzipStream(packed, name, max_ratio), _CHUNK)
