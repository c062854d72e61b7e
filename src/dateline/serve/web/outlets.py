"""What the desk knows of each outlet: how much it published, and how often it was first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from dateline.records import Report
from dateline.store import Store

_BATCH = 200


@dataclass(slots=True, kw_only=True)
class Outlet:
    """An outlet (``name`` None: unknown) over the newest versions of its reports.

    ``origins`` are reports that copy no other, ``copies`` those that do, by kind; ``copied`` counts
    the copies that others made of its reports. ``latest`` is its latest publication time.
    """

    name: str | None
    reports: int = 0
    origins: int = 0
    copied: int = 0
    copies: Counter[str] = field(default_factory=Counter)
    languages: set[str] = field(default_factory=set)
    latest: datetime | None = None


def outlets(store: Store) -> tuple[Outlet, ...]:
    """Count over all reports of a store; the outlets with most reports first.

    Superseded versions don't count: an edited report is one report.
    """
    found: dict[str | None, Outlet] = {}
    ids = store.report_ids()
    while batch := list(islice(ids, _BATCH)):
        current = [report for report in store.reports(batch) if _newest(store, report)]
        edges = store.copies([report.id for report in current])
        copies = {edge.report: edge.kind for edge in edges if edge.kind != "edited"}
        copied = Counter(edge.of for edge in edges if edge.kind != "edited")
        for report in current:
            outlet = found.setdefault(report.outlet, Outlet(name=report.outlet))
            _count(outlet, report, copies.get(report.id), copied[report.id])
    return tuple(sorted(found.values(), key=lambda o: (-o.reports, o.name or "")))


def _newest(store: Store, report: Report) -> bool:
    return store.latest(report.key).id == report.id


def _count(outlet: Outlet, report: Report, copy: str | None, copied: int) -> None:
    outlet.reports += 1
    outlet.copied += copied
    outlet.languages.add(report.language or "und")
    if copy is None:
        outlet.origins += 1
    else:
        outlet.copies[copy] += 1
    if report.published and (outlet.latest is None or report.published > outlet.latest):
        outlet.latest = report.published
