"""Track records: how often what was expected came, and how late, by outlet and by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from dateline.expect.settle import outcome_of
from dateline.records import ExpectationFacts, Outcome

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


def track_by_kind(items: Iterable[ExpectationFacts], as_of: datetime) -> tuple[Track, ...]:
    """Return the track record of each kind of expectation as of a moment, by name."""
    groups: dict[str, list[ExpectationFacts]] = defaultdict(list)
    for item in items:
        groups[item.kind].append(item)
    return tuple(_track(name, groups[name], as_of) for name in sorted(groups))


def track_by_outlet(
    items: Iterable[ExpectationFacts],
    outlets: Mapping[str, str | None],
    origins: Mapping[str, str],
    as_of: datetime,
) -> tuple[Track, ...]:
    """Return the track record of each outlet as of a moment, by name.

    ``outlets`` names the outlet of each report, ``origins`` the report that one copies. An
    expectation counts once for each outlet that reported it in its own words: a copy counts
    for its origin's outlet.
    """
    groups: dict[str, list[ExpectationFacts]] = defaultdict(list)
    for item in items:
        tellers = set()
        for report in item.reports:
            seen = {report}
            while report in origins and origins[report] not in seen:
                report = origins[report]
                seen.add(report)
            if report in outlets:
                tellers.add(outlets[report] or "unknown")
        for outlet in tellers:
            groups[outlet].append(item)
    return tuple(_track(name, groups[name], as_of) for name in sorted(groups))


def _track(group: str, items: Sequence[ExpectationFacts], as_of: datetime) -> Track:
    ends = [outcome_of(item.outcome, item.settled, item.due, as_of) for item in items]
    counts = Counter(ends)
    lateness = [
        (item.settled - item.due).total_seconds() / 86400
        for item, end in zip(items, ends, strict=True)
        if end == "met"
        and item.settled is not None
        and item.due is not None
        and item.settled - item.due > IN_TIME
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
