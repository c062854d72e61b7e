"""What the desk knows of each outlet: how much it published, and how often it was first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from dateline.store import Store

_BATCH = 200


@dataclass(slots=True, kw_only=True)
class Outlet:
    """An outlet (``name`` None: unknown) over the newest versions of its reports.

    ``origins`` are reports that copy no other, ``copies`` those that do, by kind; ``copied``
    counts the copies that were made of the origins. ``latest`` is the latest publication time.
    """

    name: str | None
    reports: int = 0
    origins: int = 0
    copied: int = 0
    copies: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    latest: datetime | None = None


@dataclass(slots=True)
class _Row:
    """Of a report, what is counted; its text is let go of."""

    outlet: str | None
    language: str
    published: datetime | None
    copy: str | None
    copied: int


def outlets(store: Store) -> tuple[Outlet, ...]:
    """Count over all reports of a store; the outlets with most reports first.

    Superseded versions don't count: an edited report is one report.
    """
    rows: dict[str, _Row] = {}
    superseded: set[str | None] = set()
    ids = store.report_ids()
    while batch := list(islice(ids, _BATCH)):
        edges = [edge for edge in store.copies(batch) if edge.kind != "edited"]
        kinds = {edge.report: edge.kind for edge in edges}
        copied = Counter(edge.of for edge in edges)
        for report in store.reports(batch):
            superseded.add(report.supersedes)
            rows[report.id] = _Row(
                report.outlet,
                report.language or "und",
                report.published,
                kinds.get(report.id),
                copied[report.id],
            )
    found: dict[str | None, Outlet] = {}
    for id, row in rows.items():
        if id not in superseded:
            _count(found.setdefault(row.outlet, Outlet(name=row.outlet)), row)
    return tuple(sorted(found.values(), key=lambda outlet: (-outlet.reports, outlet.name or "")))


def _count(outlet: Outlet, row: _Row) -> None:
    outlet.reports += 1
    outlet.languages.add(row.language)
    if row.copy is None:
        outlet.origins += 1
        outlet.copied += row.copied
    else:
        outlet.copies[row.copy] += 1
    if row.published and (outlet.latest is None or row.published > outlet.latest):
        outlet.latest = row.published
