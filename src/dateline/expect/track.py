"""Track records: how often what was expected came, and how late, by outlet and by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from dateline.expect.settle import outcome_at
from dateline.records import Copy, Expectation, Outcome, Report

# Reporting of a deed may come a day or two after it: that is not lateness.
IN_TIME = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """What became of the expectations of one ``group`` (an outlet, or a kind).

    ``total`` counts all; ``counts`` gives each outcome's number; ``late`` are those met more
    than two days after they were due and ``days_late`` is their median lateness in days (None
    without any). Rates are shares of those that have come due or ended: ``met_rate``,
    ``overdue_rate``, ``void_rate`` (void or withdrawn); None where there are none.
    """

    group: str
    total: int
    counts: tuple[tuple[Outcome, int], ...]
    late: int
    days_late: float | None
    met_rate: float | None
    overdue_rate: float | None
    void_rate: float | None


def track_by_kind(items: Iterable[Expectation], as_of: datetime) -> tuple[Track, ...]:
    """Return the track record of each kind of expectation as of a moment, by name."""
    groups: dict[str, list[Expectation]] = defaultdict(list)
    for item in items:
        groups[item.kind].append(item)
    return tuple(_track(name, groups[name], as_of) for name in sorted(groups))


def track_by_outlet(
    items: Iterable[Expectation],
    reports: Mapping[str, Report],
    copies: Sequence[Copy],
    as_of: datetime,
) -> tuple[Track, ...]:
    """Return the track record of each outlet as of a moment, by name.

    An expectation counts once for each outlet that reported it in its own words: a copy
    counts for its origin's outlet.
    """
    origin = {copy.report: copy.of for copy in copies}
    groups: dict[str, list[Expectation]] = defaultdict(list)
    for item in items:
        outlets = set()
        for span in item.spans:
            report, seen = span.report, {span.report}
            while report in origin and origin[report] not in seen:
                report = origin[report]
                seen.add(report)
            if report in reports:
                outlets.add(reports[report].outlet or "unknown")
        for outlet in outlets:
            groups[outlet].append(item)
    return tuple(_track(name, groups[name], as_of) for name in sorted(groups))


def _track(group: str, items: Sequence[Expectation], as_of: datetime) -> Track:
    counts = Counter(outcome_at(item, as_of) for item in items)
    lateness = [
        (item.settled.at - item.due.latest).total_seconds() / 86400
        for item in items
        if item.settled is not None
        and outcome_at(item, as_of) == "met"
        and item.due.latest is not None
        and item.settled.at - item.due.latest > IN_TIME
    ]
    ended = sum(number for outcome, number in counts.items() if outcome != "open")
    return Track(
        group=group,
        total=len(items),
        counts=tuple(sorted(counts.items())),
        late=len(lateness),
        days_late=round(median(lateness), 1) if lateness else None,
        met_rate=_share(counts["met"], ended),
        overdue_rate=_share(counts["overdue"], ended),
        void_rate=_share(counts["void"] + counts["withdrawn"], ended),
    )


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
