"""Origins: the roots of the copy graph, and what each report is to the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.records import Copy


class Origins:
    """The copy graph among the reports of a story."""

    def __init__(self, reports: Iterable[str], copies: Sequence[Copy]) -> None:
        """Keep the edges whose copy is one of ``reports``; the strongest where there are several.

        An edge to a report outside the story still makes its copy dependent: two copies of the
        same absent original are one origin.
        """
        members = set(reports)
        self.edges: dict[str, Copy] = {}
        for copy in sorted(copies, key=lambda c: (-c.share, c.of, c.report)):
            if copy.report in members and copy.report != copy.of:
                self.edges.setdefault(copy.report, copy)
        self._roots = {report: self._walk(report) for report in sorted(members)}

    def _walk(self, report: str) -> str:
        seen = [report]
        while (edge := self.edges.get(seen[-1])) is not None:
            if edge.of in seen:  # a ring has no root: its smallest id stands for it
                return min(seen[seen.index(edge.of) :])
            seen.append(edge.of)
        return seen[-1]

    def root(self, report: str) -> str:
        """Return the origin that ``report`` derives from; itself when it derives from none."""
        return self._roots.get(report, report)

    def count(self, reports: Iterable[str]) -> int:
        """Count the independent origins behind ``reports``."""
        return len({self.root(report) for report in reports})
