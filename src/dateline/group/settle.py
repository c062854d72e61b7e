"""Settling a neighbourhood: average-link clustering of a few stories that may be confused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


NEAREST = 3  # members that a straggler is compared with
STRAGGLERS = 2  # groups up to this size may be attached to a larger one
MARGIN = 1.0  # by how much the group it is attached to must be nearer than the next


def settle(
    totals: Matrix,
    cautious: Matrix,
    atoms: Sequence[Sequence[int]],
    *,
    least: float,
    attach: float,
) -> list[list[int]]:
    """Cluster by average link: join the two groups whose pairs agree most, while above ``least``.

    ``totals`` holds log-odds for every pair of items; ``atoms`` are groups that stay together
    whatever the scores (copies, versions). Stragglers then join the group whose nearest few
    members are above ``attach`` by the ``cautious`` scores. The result does not depend on the
    order in which reports arrived, only on the scores; ties go to the groups that come first.
    (Group-average agglomeration: Sokal and Michener, 1958.)
    """
    groups = [list(atom) for atom in atoms]
    count = len(groups)
    sizes = np.array([len(group) for group in groups], dtype=float)
    member = np.zeros((count, totals.shape[0]))
    for at, group in enumerate(groups):
        member[at, group] = 1.0
    sums = member @ totals @ member.T
    np.fill_diagonal(sums, 0.0)
    alive = np.ones(count, dtype=bool)
    means = sums / np.outer(sizes, sizes)
    np.fill_diagonal(means, -np.inf)
    while True:
        at = int(np.argmax(np.round(means, 6)))
        one, two = divmod(at, count)
        if count < 2 or not means[one, two] >= least:
            break
        groups[one].extend(groups[two])
        sums[one] += sums[two]
        sums[:, one] += sums[:, two]
        sizes[one] += sizes[two]
        alive[two] = False
        means[one] = sums[one] / (sizes[one] * sizes)
        means[one, ~alive] = -np.inf
        means[one, one] = -np.inf
        means[:, one] = means[one]
        means[two, :] = means[:, two] = -np.inf
    settled = [sorted(group) for at, group in enumerate(groups) if alive[at]]
    return _attach(cautious, settled, attach)


def _attach(totals: Matrix, groups: list[list[int]], least: float) -> list[list[int]]:
    """Attach stragglers to the group of which they are near the nearest few.

    A report on a side of an event agrees with a few of its reports and not with the average;
    left alone, such reports make most of the stories that should not exist.
    """
    large = [at for at, group in enumerate(groups) if len(group) > STRAGGLERS]
    target: dict[int, int] = {}
    for at, group in enumerate(groups):
        if at in large or not large:
            continue
        ranked = sorted(((nearness(totals, group, groups[to]), -to) for to in large), reverse=True)
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= MARGIN
        if ranked[0][0] >= least and clear:
            target[at] = -ranked[0][1]
    for at, to in target.items():
        groups[to] = sorted(groups[to] + groups[at])
    return [group for at, group in enumerate(groups) if at not in target]


def nearness(totals: Matrix, ones: Sequence[int], others: Sequence[int]) -> float:
    """Return the mean log-odds of ``ones`` with the :data:`NEAREST` nearest of ``others``."""
    means = np.sort(totals[np.ix_(ones, others)].mean(axis=0))[::-1]
    return round(float(means[:NEAREST].mean()), 6)


def assign(groups: Sequence[Sequence[int]], stories: Sequence[str]) -> list[str]:
    """Give each group the id of the story it has most reports of; "" for a group without one.

    ``stories`` names each item's story before ("" for a new report). No id goes to two groups:
    of a story that falls apart the larger part keeps the id.
    """
    shares: dict[tuple[int, str], int] = {}
    for at, group in enumerate(groups):
        for item in group:
            if stories[item]:
                shares[at, stories[item]] = shares.get((at, stories[item]), 0) + 1
    ids = [""] * len(groups)
    taken: set[str] = set()
    for at, story in sorted(shares, key=lambda pair: (-shares[pair], pair[1], pair[0])):
        if not ids[at] and story not in taken:
            ids[at] = story
            taken.add(story)
    return ids
