"""Vectors as they are stored: little-endian float16, unit length."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from dateline.engines.ports import Vectors

STORED = np.dtype("<f2")


def pack(vector: NDArray[np.floating]) -> bytes:
    """Return one vector as little-endian float16 bytes, two a dimension.

    Float16 keeps a cosine of unit vectors to about three decimals, at half the room.
    """
    return np.asarray(vector).astype(STORED).tobytes()


def unpack(values: bytes) -> NDArray[np.float32]:
    """Return the unit vector that :func:`pack` stored.

    It is made unit again, since rounding to float16 moves the length by up to 1e-3.
    """
    row: NDArray[np.float32] = unit(np.frombuffer(values, dtype=STORED)[None, :])[0]
    return row


def unpack_all(values: Iterable[bytes]) -> Vectors:
    """Return many stored vectors of one engine as the rows of one matrix."""
    rows = [unpack(value) for value in values]
    return np.stack(rows) if rows else np.empty((0, 0), dtype=np.float32)


def unit(rows: NDArray[np.floating]) -> Vectors:
    """Scale each row to length 1; a row of zeros stays zeros."""
    rows32 = rows.astype(np.float32)
    lengths = np.linalg.norm(rows32, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    scaled: Vectors = np.divide(rows32, lengths, dtype=np.float32)
    return scaled
