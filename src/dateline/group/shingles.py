"""Shingles: hashes of every run of a few words, and the sample of them that is indexed.

Two texts that share a passage share its shingles (Broder, "On the resemblance and containment
of documents", 1997). Only hashes divisible by :data:`SAMPLE` are indexed (Manber, "Finding
similar files in a large file system", 1994): unlike a MinHash of fixed size this also finds a
short text inside a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from dateline.group.text import stable_hash

Hashes = NDArray[np.uint64]
SIZE = 4  # words in a shingle
SAMPLE = 4  # one shingle in four is indexed
NO_HASHES: Hashes = np.zeros(0, dtype=np.uint64)
_PRIME = np.uint64(1_000_000_007)


def shingles(sentences: Iterable[Sequence[str]], size: int = SIZE) -> Hashes:
    """Return the sorted distinct hashes of each run of ``size`` stems within a sentence.

    A sentence shorter than that is one run. No run crosses from one sentence into the next, so
    that cutting or reordering sentences changes no shingle of those that stay.
    """
    parts = [_runs(stems, min(size, len(stems))) for stems in sentences if stems]
    return np.unique(np.concatenate(parts)) if parts else NO_HASHES


def _runs(stems: Sequence[str], size: int) -> Hashes:
    hashes = np.fromiter((stable_hash(stem) for stem in stems), np.uint64, len(stems))
    count = len(hashes) - size + 1
    total = np.full(count, size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(size):
            total = total * _PRIME + hashes[offset : offset + count]
            total ^= total >> np.uint64(29)
    return total


def shared(one: Hashes, other: Hashes) -> int:
    """Count the hashes that two sorted distinct sets have in common."""
    if not len(one) or not len(other):
        return 0
    if len(one) > len(other):
        one, other = other, one
    at = np.searchsorted(other, one)
    at[at == len(other)] = 0
    return int(np.count_nonzero(other[at] == one))


def sample(hashes: Hashes, limit: int = 400) -> list[int]:
    """Choose the shingles to index: those divisible by :data:`SAMPLE`, at most ``limit``."""
    picked: list[int] = hashes[hashes % np.uint64(SAMPLE) == 0][:limit].tolist()
    return picked
