"""Origins: what the reports of a story come down to once copies are counted out.

"N reports, M independent" is the number of origins. Grouping counts them when it makes a story
and a brief when it says how many stand behind a claim; both count here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.records.story import Copy


class Origins:
    """The copy graph among some reports, resolved: each report and the origin it comes from.

    A chain resolves to its first text: of a wire, its rewrite and a copy of the rewrite, only
    the wire is an origin. A report mixed from two others comes from the one it shares most
    with. Versions of one item are one report, whichever of them an edge touches. Copies of one
    original that is not among the reports have one origin, which their first stands for.
    Credits that contradict each other can make a ring of copies; a ring that copies nothing
    outside it has one origin, its first member in the order of the reports.
    """

    def __init__(self, reports: Iterable[str], copies: Iterable[Copy]) -> None:
        """Resolve ``reports``, in an order that decides ties, with the edges known of them."""
        self._order = tuple(dict.fromkeys(reports))
        members = set(self._order)
        edges = sorted(
            (copy for copy in copies if copy.report != copy.of),
            key=lambda c: (c.of not in members, -c.share, c.of, c.report),
        )
        self.edges: dict[str, Copy] = {}
        for edge in edges:
            if edge.report in members:
                self.edges.setdefault(edge.report, edge)
        self._item = _items(edges)
        self._root = self._resolve(edges)

    @property
    def all(self) -> tuple[str, ...]:
        """The origins, in the order of the reports."""
        roots = set(self._root.values())
        return tuple(report for report in self._order if report in roots)

    def root(self, report: str) -> str:
        """Return the report that ``report`` comes from; itself where it is an origin."""
        return self._root.get(report, report)

    def count(self, reports: Iterable[str]) -> int:
        """Count the origins behind some of the reports."""
        return len({self.root(report) for report in reports})

    def _resolve(self, edges: Sequence[Copy]) -> dict[str, str]:
        item = self._item
        own = dict.fromkeys(item.get(report, report) for report in self._order)
        parents: dict[str, list[str]] = {key: [] for key in own}
        for edge in edges:
            copy, origin = item.get(edge.report, edge.report), item.get(edge.of, edge.of)
            if copy in own and copy != origin:
                parents[copy].append(origin)
        children: dict[str, list[str]] = {}
        for copy, origins in parents.items():
            for origin in origins:
                children.setdefault(origin, []).append(copy)
        absent = [key for key in children if key not in own]
        came: dict[str, str] = {}
        _spread([*(key for key in own if not parents[key]), *absent], parents, children, came)
        order = {key: at for at, key in enumerate(own)}
        for key in own:  # what no root reaches hangs on a ring
            if key not in came:
                _spread([_ring(key, parents, order)], parents, children, came)
        stands: dict[str, str] = {}
        for report in self._order:
            key = item.get(report, report)
            if came[key] == key or came[key] not in own:
                stands.setdefault(came[key], report)
        return {report: stands[came[item.get(report, report)]] for report in self._order}


def independent(reports: Sequence[str], copies: Iterable[Copy]) -> tuple[str, ...]:
    """Return the origins among ``reports``, in their order: the roots of the copy graph."""
    return Origins(reports, copies).all


def _items(edges: Iterable[Copy]) -> dict[str, str]:
    """Map every version of an item that was edited to one of them."""
    top: dict[str, str] = {}

    def find(report: str) -> str:
        while top.get(report, report) != report:
            report = top[report]
        return report

    for edge in edges:
        if edge.kind == "edited":
            one, two = sorted((find(edge.report), find(edge.of)))
            top.setdefault(one, one)
            top[two] = one
    return {report: find(report) for report in top}


def _spread(
    roots: Sequence[str],
    parents: Mapping[str, Sequence[str]],
    children: Mapping[str, Sequence[str]],
    came: dict[str, str],
) -> None:
    """Fill in ``came``, what each text comes from, outwards from ``roots``, nearest first."""
    came.update((root, root) for root in roots)
    layer = list(roots)
    while layer:
        new = dict.fromkeys(c for key in layer for c in children.get(key, ()) if c not in came)
        found = {key: next(came[p] for p in parents[key] if p in came) for key in new}
        came.update(found)
        layer = list(new)


def _ring(key: str, parents: Mapping[str, Sequence[str]], order: Mapping[str, int]) -> str:
    """Climb from ``key`` to the ring it hangs on; return the ring's first member."""
    seen: dict[str, int] = {}
    while key not in seen:
        seen[key] = len(seen)
        key = parents[key][0]
    return min((k for k, at in seen.items() if at >= seen[key]), key=order.__getitem__)
