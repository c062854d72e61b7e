"""Threads: stories that follow one another, linked as a storyline and not merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.group.copies import MADE
from dateline.group.sketch import Sketch
from dateline.records import Story, StoryLink

MAX_DAYS = 45.0  # a sequel comes within this time
MIN_ACTORS = 2  # linked actors that both stories must share
LEAST = 0.5  # cosine-like share of main actors and places from which stories are linked
_MAIN = 0.34  # an actor named in at least this share of a story's reports is a main one


def find_links(stories: Sequence[Story], sketches: Mapping[str, Sketch]) -> tuple[StoryLink, ...]:
    """Link each story to the nearest earlier one with the same main actors and places.

    Announcement, summit and aftermath have the same people in them and different words. A link
    needs at least two shared main actors, and that shared actors and places make up half of all
    main ones of both. Redirecting stories and those without known reports are left out.
    """
    open_ones = sorted(
        (s for s in stories if s.merged_into is None), key=lambda s: (s.opened, s.id)
    )
    known = {
        story.id: [sketches[m.report] for m in story.members if m.report in sketches]
        for story in open_ones
    }
    casts = {id: _main(reports) for id, reports in known.items() if reports}
    links = []
    for at, later in enumerate(open_ones):
        best: tuple[float, str, str] | None = None
        for earlier in reversed(open_ones[:at]):
            days = (later.opened - earlier.updated).total_seconds() / 86_400
            if days > MAX_DAYS or later.id not in casts or earlier.id not in casts:
                continue
            score, why = _shared(casts[earlier.id], casts[later.id], max(0.0, days))
            if score >= LEAST and (best is None or score > best[0]):
                best = (score, earlier.id, why)
        if best is not None:
            links.append(
                StoryLink(
                    earlier=best[1], later=later.id, why=best[2], score=round(best[0], 4), made=MADE
                )
            )
    return tuple(links)


def _main(reports: Iterable[Sketch]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the main actors and places of a story."""
    found = list(reports)
    least = _MAIN * len(found)

    def often(groups: Iterable[Iterable[str]]) -> frozenset[str]:
        counts: dict[str, int] = {}
        for group in groups:
            for name in group:
                counts[name] = counts.get(name, 0) + 1
        return frozenset(name for name, count in counts.items() if count >= least)

    return often(s.actors for s in found), often(s.places for s in found)


def _shared(
    one: tuple[frozenset[str], frozenset[str]],
    two: tuple[frozenset[str], frozenset[str]],
    days: float,
) -> tuple[float, str]:
    actors, places = one[0] & two[0], one[1] & two[1]
    if len(actors) < MIN_ACTORS:
        return 0.0, ""
    smaller = min(len(one[0]) + len(one[1]), len(two[0]) + len(two[1]))
    score = (len(actors) + len(places)) / smaller * (1 - 0.5 * days / MAX_DAYS)
    named = ", ".join(sorted(actors)[:4])
    return score, f"{days:.0f} days later, with the same main actors: {named}"
