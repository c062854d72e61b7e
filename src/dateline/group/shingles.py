"""Shingles: hashes of every run of a few words, and the sample of them that is indexed.

Two texts that share a passage share its shingles (Broder, "On the resemblance and containment
of documents", 1997). Only hashes divisible by :data:`SAMPLE` are indexed (Manber, "Finding
similar files in a large file system", 1994): unlike a MinHash of fixed size this also finds a
short text inside a long one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

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
    held = [stems for stems in sentences if stems]
    if not held:
        return NO_HASHES
    counts = np.array([len(stems) for stems in held])
    ends = np.cumsum(counts)
    hashes = np.fromiter((_hash(stem) for stems in held for stem in stems), np.uint64, ends[-1])
    # How many words there are from each one to the end of its sentence, itself included.
    left = np.repeat(ends, counts) - np.arange(len(hashes))
    parts = [_runs(hashes, np.flatnonzero(left >= size), size)]
    for short in range(1, size):
        parts.append(_runs(hashes, (ends - counts)[counts == short], short))
    return np.unique(np.concatenate(parts))


def _runs(hashes: Hashes, starts: NDArray[np.int64], size: int) -> Hashes:
    """Return the hash of the ``size`` words from each of ``starts`` on."""
    total = np.full(len(starts), size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(size):
            total = total * _PRIME + hashes[starts + offset]
            total ^= total >> np.uint64(29)
    return total


@lru_cache(maxsize=1 << 14)
def _hash(stem: str) -> int:
    """Remember the hashes of common words: they are asked for over and over."""
    return stable_hash(stem)


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
