"""Threads: stories that follow one another, linked as a storyline and not merged.

Announcement, summit and aftermath have the same people in them and different words. So stories
are compared by their cast: linked actors, places, and words written as names, weighed by how
rare they are among the reports at hand. A link needs three things: two actors or three words
of names shared, shared features too rare to meet by chance, and casts alike enough.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from dateline.group.copies import MADE
from dateline.group.sketch import Sketch
from dateline.group.weights import Family
from dateline.records import Story, StoryLink

MAX_DAYS = 120.0  # a sequel comes within this time: what was announced is signed, voted, judged
MIN_ACTORS = 2  # linked actors that both stories must hold,
MIN_NAMES = 3  # or words written as names: two may well be one name ("Burkina Faso")
# Least sum of the shared features' weights: two stories share that much by chance once in e^8.
RARITY = 8.0
FOLLOW = 0.35  # cosine of two casts, less for the time between, from which stories are linked
KINDS = ("actors", "names", "places")
_MAIN = 0.34  # what is in at least this share of a story's reports is its cast

Cast = Mapping[tuple[str, str], float]  # (kind, feature) → weight
Weigh = Callable[[str, str], float]  # kind and feature → inverse document frequency


def find_links(stories: Sequence[Story], sketches: Mapping[str, Sketch]) -> tuple[StoryLink, ...]:
    """Link each story to the earlier one that it follows most clearly, if there is one.

    Redirecting stories and those without known reports are left out.
    """
    known = {
        story.id: [sketches[m.report] for m in story.members if m.report in sketches]
        for story in stories
        if story.merged_into is None
    }
    families = {kind: Family() for kind in KINDS}
    for reports in known.values():
        for sketch in reports:
            for kind in KINDS:
                families[kind].add(getattr(sketch, kind))
    casts = {
        id: cast(reports, lambda kind, name: families[kind].weight(name))
        for id, reports in known.items()
        if reports
    }
    held = [story for story in stories if story.id in casts]
    times = {story.id: (story.opened, story.updated) for story in held}
    found = (link_back(s.id, [o.id for o in held], casts, times) for s in held)
    return tuple(link for link in found if link is not None)


def link_back(
    later: str,
    others: Iterable[str],
    casts: Mapping[str, Cast],
    times: Mapping[str, tuple[datetime, datetime]],
) -> StoryLink | None:
    """Return the link from ``later`` to the story among ``others`` that it follows, or None.

    ``times`` gives when each story opened and when it was last updated. A story follows one that
    opened before it; ties go to the lesser id.
    """
    best: tuple[float, str, str] | None = None
    for earlier in sorted(others):
        days = (times[later][0] - times[earlier][1]).total_seconds() / 86_400
        if times[earlier][0] >= times[later][0] or days > MAX_DAYS:
            continue
        score, why = _follows(casts[earlier], casts[later], max(0.0, days))
        if score >= FOLLOW and (best is None or score > best[0]):
            best = score, earlier, why
    if best is None:
        return None
    return StoryLink(earlier=best[1], later=later, why=best[2], score=best[0], made=MADE)


def cast(reports: Sequence[Sketch], weigh: Weigh) -> Cast:
    """Return the cast of a story: what a third of its reports name, weighed by rarity.

    What a report names again and again weighs more, by the logarithm.
    """
    counts: dict[tuple[str, str], list[float]] = {}
    for sketch in reports:
        for kind in KINDS:
            mentions: Mapping[str, float] = getattr(sketch, kind)
            for name, count in mentions.items():
                counts.setdefault((kind, name), []).append(count)
    return {
        (kind, name): weigh(kind, name) * (1 + math.log(sum(held) / len(held)))
        for (kind, name), held in counts.items()
        if len(held) >= _MAIN * len(reports)
    }


def may_follow(one: Sequence[Sketch], two: Sequence[Sketch]) -> bool:
    """Say, at little cost, whether two stories' reports share enough of a cast for a link."""
    for kind, least in (("actors", MIN_ACTORS), ("names", MIN_NAMES)):
        ours: set[str] = set().union(*(getattr(sketch, kind) for sketch in one))
        theirs: set[str] = set().union(*(getattr(sketch, kind) for sketch in two))
        if len(ours & theirs) >= least:
            return True
    return False


def _follows(one: Cast, two: Cast, days: float) -> tuple[float, str]:
    shared = sorted(one.keys() & two.keys(), key=lambda key: (-min(one[key], two[key]), key))
    kinds = [kind for kind, _ in shared]
    if kinds.count("actors") < MIN_ACTORS and kinds.count("names") < MIN_NAMES:
        return 0.0, ""
    if math.fsum(min(one[key], two[key]) for key in shared) < RARITY:
        return 0.0, ""
    product = math.fsum(one[key] * two[key] for key in shared)
    cosine = product / (_length(one) * _length(two))
    named = ", ".join(dict.fromkeys(name for _, name in shared[:5]))
    why = f"{days:.0f} days later, with the same cast: {named}"
    return round(cosine * (1 - 0.5 * days / MAX_DAYS), 4), why


def _length(cast: Cast) -> float:
    return math.sqrt(math.fsum(weight * weight for weight in cast.values())) or 1.0
