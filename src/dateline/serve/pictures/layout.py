"""Where the points of a network go: tied ones near each other, all of them apart.

Fruchterman and Reingold (1991), "Graph Drawing by Force-directed Placement", from a fixed start
on a circle: the same ties always give the same picture.
"""

from __future__ import annotations

import functools

import numpy as np

_STEPS = 200
_PULL_TO_MIDDLE = 0.08


@functools.lru_cache(maxsize=64)
def placed(size: int, ties: tuple[tuple[int, int, float], ...]) -> tuple[tuple[float, float], ...]:
    """Place ``size`` points within the unit square; a tie is two points and its strength (> 0)."""
    if size == 0:
        return ()
    angles = 2 * np.pi * np.arange(size) / size
    at = 0.5 + 0.4 * np.stack((np.cos(angles), np.sin(angles)), axis=1)
    pull = np.zeros((size, size))
    strongest = max((weight for _, _, weight in ties), default=1.0)
    for one, other, weight in ties:
        pull[one, other] = pull[other, one] = 0.4 + 0.6 * weight / strongest
    apart = 0.9 / np.sqrt(size)
    for step in range(_STEPS):
        between = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(between, axis=2), 1e-3)
        force = apart**2 / distance**2 - pull * distance / apart
        moved = np.einsum("ij,ijk->ik", force, between) - _PULL_TO_MIDDLE * (at - 0.5) * size
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        at += moved / length * np.minimum(length, 0.1 * (1 - step / _STEPS))
    low, high = at.min(axis=0), at.max(axis=0)
    spread = np.where(high - low < 1e-9, 1.0, high - low)
    square = (at - low) / spread if size > 1 else at
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in square)
