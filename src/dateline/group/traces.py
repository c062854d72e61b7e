"""Traces: the few numbers under which a report is found again when its story has long closed.

Two kinds. The smallest hashes of its shingles (bottom-k sketch: Broder, 1997): of a copy that kept
a part of a text, the same part of these is kept. And pairs of the rarest names and actors: reports
of one event share several, reports of two events of one kind hardly ever.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from itertools import combinations

import numpy as np

from dateline.group.copies import MIN_LENGTH
from dateline.group.sketch import Sketch

SHINGLES = 24  # smallest hashes of shingles
NAMED = 5  # rarest names and actors, of which all pairs are taken
_KINDS = ("actors", "names")
# Spreads hashes that were made by one rule evenly, before the smallest are taken (Knuth, 1973).
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
_ONE = np.uint64(1)


def traces(sketch: Sketch, weigh: Callable[[str, str], float]) -> tuple[int, ...]:
    """Return the traces of a report, each from 0 to 2^63 - 1, in order.

    ``weigh`` gives kind and name of a feature its weight: the rarer, the more. A headline leaves
    no shingles: outlets share headlines without copying.
    """
    found: set[int] = set()
    if sketch.length >= MIN_LENGTH:
        with np.errstate(over="ignore"):
            spread = (sketch.shingles * _SPREAD) >> _ONE
        found.update(np.sort(spread)[:SHINGLES].tolist())
    named: list[tuple[float, str, str]] = []
    for kind in _KINDS:
        held: Mapping[str, float] = getattr(sketch, kind)
        named += [(-round(weigh(kind, name), 6), kind, name) for name in held]
    rarest = sorted(f"{kind} {name}" for _, kind, name in sorted(named)[:NAMED])
    found.update(_pair(one, two) for one, two in combinations(rarest, 2))
    return tuple(sorted(found))


def _pair(one: str, two: str) -> int:
    digest = blake2b(f"{one}\n{two}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
