"""Origins: the roots of the copy graph. "N reports, M independent" counts them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Copy


def independent(reports: Sequence[str], copies: Iterable[Copy]) -> tuple[str, ...]:
    """Return the origins among ``reports``: those that copy none of the others.

    A chain resolves to its first text: of a wire, its rewrite and a copy of the rewrite, only
    the wire is an origin, and a report mixed from two wires has both. Versions of one item
    count as one report, whichever of them an edge touches. Credits that contradict each other
    can make a ring of copies; a ring that copies nothing outside it has one origin, its first
    member in the order of ``reports``.
    """
    edges = list(copies)
    same: dict[str, str] = {}

    def item(report: str) -> str:
        while report in same:
            report = same[report]
        return report

    for edge in edges:
        if edge.kind == "edited":
            one, two = item(edge.report), item(edge.of)
            if one != two:
                same[one] = two
    shown: dict[str, str] = {}
    for report in reports:
        shown.setdefault(item(report), report)
    parents: dict[str, list[str]] = {key: [] for key in shown}
    for edge in edges:
        copy, origin = item(edge.report), item(edge.of)
        if edge.kind != "edited" and copy != origin and copy in parents and origin in parents:
            parents[copy].append(origin)
    order = {key: at for at, key in enumerate(shown)}
    reached: set[str] = set()
    children: dict[str, list[str]] = {key: [] for key in shown}
    for copy, origins in parents.items():
        for origin in origins:
            children[origin].append(copy)
    roots = [key for key in shown if not parents[key]]
    _reach(roots, children, reached)
    for key in shown:  # what no root reaches hangs on a ring
        if key not in reached:
            top = _top(key, parents, order)
            roots.append(top)
            _reach([top], children, reached)
    return tuple(shown[key] for key in sorted(roots, key=order.__getitem__))


def _reach(start: list[str], children: dict[str, list[str]], reached: set[str]) -> None:
    todo = list(start)
    while todo:
        key = todo.pop()
        if key not in reached:
            reached.add(key)
            todo.extend(children[key])


def _top(key: str, parents: dict[str, list[str]], order: dict[str, int]) -> str:
    """Climb from ``key`` to the ring it hangs on; return the ring's first member."""
    seen: dict[str, int] = {}
    while key not in seen:
        seen[key] = len(seen)
        key = parents[key][0]
    return min((k for k, at in seen.items() if at >= seen[key]), key=order.__getitem__)
