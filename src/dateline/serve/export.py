"""The whole desk as one JSON document; its schema is in docs/08-serve.md and a test holds it."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateline.desk import Desk
from dateline.errors import Unsupported
from dateline.expect import outcome_at
from dateline.records import Brief, Copy, Event, Expectation, Report, Span, Story, StoryLink, When
from dateline.records.origins import Origins

log = logging.getLogger(__name__)


def export_desk(desk: Desk, as_of: datetime | None = None) -> dict[str, Any]:
    """Put everything a desk holds into one document of plain JSON values.

    Reports go by the ids they came with, where they came with one. A story lists superseded
    versions of its reports beside the current ones. ``as_of`` (None: now) decides which
    reports the briefs stand on and which expectations are overdue; a story that no report told
    by then has no brief.
    """
    store = desk.store
    now = as_of or datetime.now(UTC)
    reports = {report.id: report for report in store.reports(store.report_ids())}
    names = {id: report.own_id or id for id, report in reports.items()}
    stories = sorted(store.stories(), key=lambda story: (story.opened, story.id))
    links = {
        (link.earlier, link.later): link for story in stories for link in store.links(story.id)
    }
    briefs = list(_briefs(desk, stories, as_of))
    return {
        "stories": [_story(story, reports, names) for story in stories],
        "storylines": [list(line) for line in storylines(links.values())],
        "copies": [
            {"report": names[copy], "of": names[origin], "kind": kind}
            for copy, origin, kind in resolved(reports, store.copies(reports))
        ],
        "events": [_event(event, names) for event in store.events()],
        "expectations": [
            _expectation(item, now, reports, names) for item in store.expectations(superseded=True)
        ],
        "differences": [entry for brief in briefs for entry in _differences(brief, names)],
        "briefs": [_brief(brief, names) for brief in briefs],
    }


def _briefs(desk: Desk, stories: Iterable[Story], as_of: datetime | None) -> Iterator[Brief]:
    for story in stories:
        try:
            yield desk.brief(story.id, as_of=as_of)
        except Unsupported as error:
            log.warning("%s has no brief: %s", story.id, error.reason)


def _story(story: Story, reports: Mapping[str, Report], names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": story.id,
        "reports": _names(names, _with_versions(story, reports)),
        "independent": story.independent,
    }


def _differences(brief: Brief, names: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    for difference in brief.differences:
        yield {
            "story": brief.story,
            "attribute": difference.attribute,
            "values": [
                {"value": version.value, "reports": _cited(names, version.spans)}
                for version in difference.versions
            ],
        }


def _brief(brief: Brief, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "story": brief.story,
        "headline": brief.headline.text,
        "sentences": [
            {"section": section.name, "text": claim.text, "reports": _cited(names, claim.spans)}
            for section in brief.sections
            for claim in section.claims
        ],
    }


def _due(item: Expectation, report: Report) -> list[str | None]:
    """Give the days in which something is due: what has only a last day began when it was said."""
    first, last = days(item.due)
    if first is None and last is not None and report.published is not None:
        said = report.published.astimezone(ZoneInfo(item.due.zone)).date().isoformat()
        first = min(said, last)
    return [first, last]


def storylines(links: Iterable[StoryLink]) -> list[tuple[str, ...]]:
    """Join linked stories into storylines: connected components, each in the order of links."""
    line_of: dict[str, list[str]] = {}
    for link in links:
        first = line_of.setdefault(link.earlier, [link.earlier])
        second = line_of.setdefault(link.later, [link.later])
        if first is not second:
            first.extend(second)
            for story in second:
                line_of[story] = first
    return list(dict.fromkeys(tuple(line) for line in line_of.values()))


def resolved(reports: Iterable[str], copies: Iterable[Copy]) -> list[tuple[str, str, str]]:
    """Resolve chains of copies: each copy with an origin of what it copies, and how.

    A report mixed from two origins stands there with both. How it was copied is told by the
    edge to the origin itself, or, where there is none, by the one that shares most. Versions of
    one item stay as they are: each an edit of the one before.
    """
    copies = tuple(copies)
    origins = Origins(reports, (copy for copy in copies if copy.kind != "edited"))
    best: dict[tuple[str, str], tuple[bool, float, str]] = {}
    for copy in copies:
        origin = copy.of if copy.kind == "edited" else origins.root(copy.of)
        mine = (copy.of == origin, copy.share, copy.kind)
        if origin != copy.report:
            best[copy.report, origin] = max(best.get((copy.report, origin), mine), mine)
    return [(report, origin, kind) for (report, origin), (_, _, kind) in best.items()]


def days(when: When) -> list[str | None]:
    """Give an interval as its first and last day, both inclusive, in its own zone."""
    zone = ZoneInfo(when.zone)
    first = when.earliest.astimezone(zone).date().isoformat() if when.earliest else None
    last = (
        (when.latest - timedelta(microseconds=1)).astimezone(zone).date().isoformat()
        if when.latest
        else None
    )
    return [first, last]


def _with_versions(story: Story, reports: Mapping[str, Report]) -> Iterator[str]:
    for member in story.members:
        older: str | None = member.report
        chain = []
        while older is not None and older in reports:
            chain.append(older)
            older = reports[older].supersedes
        yield from reversed(chain)


def _names(names: Mapping[str, str], ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names[id] for id in ids))


def _cited(names: Mapping[str, str], spans: Iterable[Span]) -> list[str]:
    return _names(names, (span.report for span in spans))


def _event(event: Event, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "type": event.action,
        "status": event.status,
        "source": event.sources[0].code if event.sources else "",
        "target": event.targets[0].code if event.targets else "",
        "date": days(event.occurred),
        "reports": _cited(names, event.spans),
    }


def _expectation(
    item: Expectation, now: datetime, reports: Mapping[str, Report], names: Mapping[str, str]
) -> dict[str, Any]:
    first = item.spans[0]
    outcome = outcome_at(item, now)
    settled = item.settled if item.settled and item.settled.outcome == outcome else None
    return {
        "statement": item.statement,
        "sentence": reports[first.report].quote(first),
        "due": _due(item, reports[first.report]),
        "reports": _cited(names, item.spans),
        "settled": outcome,
        "settled_by": _cited(names, settled.spans) if settled else [],
    }
