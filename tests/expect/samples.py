"""Reports written for these tests, read by the real engines."""

from __future__ import annotations

import functools
from datetime import UTC, datetime

from dateline.config import Options
from dateline.engines import Engines, load_engines
from dateline.expect import Meaning, find_expectations, merge
from dateline.knowledge import load_knowledge
from dateline.read import read_report
from dateline.records import Block, Expectation, Made, Reading, Report, content_id

ZONES = {"ja": "Asia/Tokyo", "ko": "Asia/Seoul", "zh": "Asia/Shanghai"}
MADE = Made(stage="read", version=1)


@functools.cache
def engines() -> Engines:
    return load_engines(Options.model_validate({"db": ":memory:"}))


@functools.cache
def read(
    text: str, published: str, language: str = "en", outlet: str = "Harbour Post"
) -> tuple[Report, Reading]:
    """Read a text of one paragraph, published at noon UTC of a day."""
    time = datetime.fromisoformat(published).replace(hour=12, tzinfo=UTC)
    report = Report(
        id=content_id("rep", text, published, outlet),
        key=f"{outlet}/{content_id('key', text)}",
        text=text,
        blocks=(Block(kind="paragraph", start=0, end=len(text)),),
        retrieved=time,
        published=time,
        language=language,
        outlet=outlet,
        zone=ZONES.get(language, "UTC"),
        made=MADE,
    )
    return report, read_report(report, engines(), load_knowledge())


def expected(text: str, published: str = "2026-01-12", language: str = "en") -> list[Expectation]:
    """Return what one text expects."""
    report, reading = read(text, published, language)
    return list(find_expectations(report, reading))


def desk(
    *items: tuple[Report, Reading],
) -> tuple[dict[str, Report], dict[str, Reading], Meaning]:
    """Put reports side by side for comparison."""
    reports = {report.id: report for report, _ in items}
    readings = {reading.report: reading for _, reading in items}
    return reports, readings, Meaning(reports, readings)


def merged(*items: tuple[Report, Reading]) -> tuple[Expectation, ...]:
    """Return what several reports expect, each once."""
    _, _, meaning = desk(*items)
    found = [e for report, reading in items for e in find_expectations(report, reading)]
    return merge(found, meaning)


def days(item: Expectation) -> tuple[str | None, str | None]:
    """Return the due interval as days of its own zone, the last exclusive."""
    from zoneinfo import ZoneInfo

    zone = ZoneInfo(item.due.zone)
    ends = (item.due.earliest, item.due.latest)
    first, last = (end.astimezone(zone).date().isoformat() if end else None for end in ends)
    return first, last
