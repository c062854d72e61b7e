"""Lists: stories in rank order, events by time, reports found by their words."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

from dateline.desk.opened import Opened
from dateline.engines import pack
from dateline.errors import ConfigError
from dateline.group import standing
from dateline.group.rank import score, weight_needed
from dateline.ranking import listed
from dateline.records import Report, Standing
from dateline.store import Hit, Weighed
from dateline.views import StoryLine

# Stories updated within this of the moment asked for are ranked first; an older one has to weigh
# enough to come before the last of them.
_FRESH = timedelta(days=3)
# Characters of a question whose meaning is looked for.
MOST_ASKED = 300


def stories(
    desk: Opened,
    as_of: datetime | None,
    days: int | None,
    limit: int,
    offset: int = 0,
    actor: str | None = None,
) -> tuple[StoryLine, ...]:
    """Rank the stories; see ``Desk.stories``."""
    until = as_of or datetime.now(UTC)
    since = until - timedelta(days=days) if days else None
    best = ranked(desk, until, since, limit + offset, actor)[offset:]
    known = standings(desk, [story for _, story in best])
    return tuple(_line(desk, known[story], -minus) for minus, story in best if story in known)


def ranked(
    desk: Opened, as_of: datetime, since: datetime | None, limit: int, actor: str | None = None
) -> list[tuple[float, str]]:
    """Return the first stories as (minus the score, id), best first, equals by id.

    Of older stories only those are looked at that could still come among the first.
    """
    fresh = as_of - _FRESH
    if since is not None and since >= fresh:
        return _first(_scored(desk, desk.store.weighed(since=since, actor=actor), as_of), limit)
    best = _first(_scored(desk, desk.store.weighed(since=fresh, actor=actor), as_of), limit)
    needed = weight_needed(-best[-1][0], fresh, as_of) if 0 < limit <= len(best) else None
    older = desk.store.weighed(since=since, before=fresh, at_least=needed, actor=actor)
    return _first([*best, *_scored(desk, older, as_of)], limit)


def _first(scored: Iterable[tuple[float, str]], limit: int) -> list[tuple[float, str]]:
    return heapq.nsmallest(limit, scored)


def _scored(desk: Opened, found: Sequence[Weighed], as_of: datetime) -> list[tuple[float, str]]:
    """Score stories. One whose standing isn't kept yet is weighed from its reports."""
    new = standings(desk, [one.story for one in found if one.weight is None])
    scored = []
    for one in found:
        if one.opened <= as_of:
            weight = one.weight if one.weight is not None else new[one.story].weight
            scored.append((-score(weight, one.updated, as_of), one.story))
    return scored


def standings(desk: Opened, ids: Sequence[str]) -> dict[str, Standing]:
    """Return the standings of stories, those reckoned now that aren't kept or are out of date."""
    found = desk.store.standings(ids)
    for id in ids:
        if id not in found:
            found[id] = standing(*listed(desk.store, id))
    return found


def _line(desk: Opened, kept: Standing, score: float) -> StoryLine:
    as_parts = (*kept.parts, ("freshness", round(score - kept.weight, 4)))
    return StoryLine(
        id=kept.story,
        title=kept.title(desk.options.language),
        reports=kept.reports,
        independent=kept.independent,
        outlets=kept.outlets,
        languages=kept.languages,
        opened=kept.opened,
        updated=kept.updated,
        score=score,
        parts=as_parts,
        actors=kept.actors,
        places=kept.places,
    )


def search(
    desk: Opened, query: str, by: Literal["words", "meaning"], **filters: Any
) -> tuple[tuple[Hit, Report], ...]:
    """Search the text of all reports; see ``Desk.search``."""
    if by == "meaning":
        embedders = desk.engines.embedders if query.strip() else ()
        asked = {one.name: pack(one.embed([query[:MOST_ASKED]])[0]) for one in embedders}
        hits = desk.store.nearest(asked, **filters)
    elif by == "words":
        hits = desk.store.search(query, **filters)
    else:
        raise ConfigError(f"reports are searched by words or by meaning, not by {by!r}")
    reports = {report.id: report for report in desk.store.reports([h.report for h in hits])}
    return tuple((hit, reports[hit.report]) for hit in hits)
