"""Sources: every report behind a brief and how it relates to the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.records import Claim, Reading, Report, Source
from dateline.records.origins import Origins


def list_sources(
    order: Sequence[str],
    reports: Mapping[str, Report],
    readings: Mapping[str, Reading],
    origins: Origins,
) -> tuple[Source, ...]:
    """Return a source for each report, in story order."""
    found = []
    for report_id in order:
        report = reports[report_id]
        copy = origins.edges.get(report_id)
        reading = readings.get(report_id)
        found.append(
            Source(
                report=report_id,
                outlet=report.outlet,
                title=report.title,
                language=reading.language if reading else (report.language or "und"),
                published=report.published,
                url=report.url,
                relation=copy.kind if copy else "origin",
                of=copy.of if copy else None,
                derivation=_derivation(report),
            )
        )
    return tuple(found)


def cited_sources(
    claims: Iterable[Claim], order: Sequence[str], reports: Mapping[str, Report]
) -> tuple[Source, ...]:
    """Return a source, related as *record*, for each report outside the story that is cited."""
    outside = dict.fromkeys(s.report for c in claims for s in c.spans if s.report not in order)
    return tuple(
        Source(
            report=report.id,
            outlet=report.outlet,
            title=report.title,
            language=report.language or "und",
            published=report.published,
            url=report.url,
            relation="record",
            derivation=_derivation(report),
        )
        for report in map(reports.__getitem__, outside)
    )


def _derivation(report: Report) -> str | None:
    """The report's own line on where it came from, as it stands."""
    lines = [report.text[b.start : b.end].strip() for b in report.blocks if b.kind == "derivation"]
    return " ".join(lines) or None
