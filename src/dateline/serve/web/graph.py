"""The copy graph of a story, laid out on the server: origins at the left, copies to the right."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.records import Copy, Report

# In units of the picture (CSS pixels at its natural size).
COLUMN, ROW, BOX_WIDTH, BOX_HEIGHT, EDGE = 262, 52, 178, 40, 4
MOST = 40
_LETTERS = 24  # Latin letters that fit into a box; an East Asian one takes two


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A report: its place (left upper corner), what is written in it, and if it is an origin."""

    report: Report
    x: int
    y: int
    label: str
    origin: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A copy: the path from its origin's box to its own, the kind, and where that is written."""

    path: str
    kind: str
    share: float
    x: int
    y: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A picture: ``left_out`` reports did not fit."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    left_out: int


def copy_graph(reports: Mapping[str, Report], copies: Sequence[Copy]) -> Graph:
    """Lay out the reports of a story as a forest: each copy right of the report it derives from.

    A report with several edges hangs on the one with the largest share. A circle, which
    grouping doesn't make, is cut where it closes.
    """
    parent: dict[str, Copy] = {}
    for copy in sorted(copies, key=lambda c: (-c.share, c.report, c.of)):
        if copy.report in reports and copy.of in reports and copy.report not in parent and (
            not _leads_to(parent, copy.of, copy.report)
        ):  # fmt: skip
            parent[copy.report] = copy
    order = sorted(reports.values(), key=_moment)
    below: dict[str, list[str]] = {}
    for report in order:
        if report.id in parent:
            below.setdefault(parent[report.id].of, []).append(report.id)
    roots = [report.id for report in order if report.id not in parent]
    roots.sort(key=lambda id: id not in below)  # those that were copied first, the lone ones last
    places: dict[str, tuple[int, int]] = {}
    stack = [(root, 0) for root in reversed(roots)]
    row = 0
    while stack:
        id, depth = stack.pop()
        if (depth == 0 and places) or (places and below[parent[id].of][0] != id):
            row += 1
        places[id] = (depth, row)
        stack += [(child, depth + 1) for child in reversed(below.get(id, []))]
    shown = dict(list(places.items())[:MOST])
    boxes = tuple(
        Box(
            report=reports[id],
            x=EDGE + depth * COLUMN,
            y=EDGE + at * ROW,
            label=shortened(reports[id].outlet or "?"),
            origin=id not in parent,
        )
        for id, (depth, at) in shown.items()
    )
    lines = tuple(_line(parent[id], shown) for id in shown if id in parent)
    return Graph(
        boxes=boxes,
        lines=lines,
        width=2 * EDGE + BOX_WIDTH + COLUMN * max((d for d, _ in shown.values()), default=0),
        height=2 * EDGE + BOX_HEIGHT + ROW * max((r for _, r in shown.values()), default=0),
        left_out=len(places) - len(shown),
    )


def _leads_to(parent: Mapping[str, Copy], start: str, target: str) -> bool:
    at: str | None = start
    while at is not None:
        if at == target:
            return True
        at = parent[at].of if at in parent else None
    return False


def _moment(report: Report) -> tuple[bool, str, str]:
    moment = report.published or report.retrieved
    return (report.published is None, moment.isoformat(), report.id)


def _line(copy: Copy, places: Mapping[str, tuple[int, int]]) -> Line:
    (from_column, from_row), (column, row) = places[copy.of], places[copy.report]
    x1, y1 = EDGE + from_column * COLUMN + BOX_WIDTH, EDGE + from_row * ROW + BOX_HEIGHT // 2
    x2, y2 = EDGE + column * COLUMN, EDGE + row * ROW + BOX_HEIGHT // 2
    bend = x1 + 10
    path = f"M{x1} {y1}H{bend}V{y2}H{x2}"
    return Line(path=path, kind=copy.kind, share=copy.share, x=bend + 4, y=y2 - 5)


def shortened(text: str, letters: int = _LETTERS) -> str:
    """Cut ``text`` to the width of so many Latin letters, with "…" where it was cut."""
    width = 0
    for place, letter in enumerate(text):
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > letters:
            return text[: max(0, place - 1)].rstrip() + "…"
    return text
