"""The order of a day's stories, by a formula whose parts are shown; and what a list shows of each.

::

    score = ln(1 + independent origins)
          + 0.5 · ln(countries of the outlets)
          + 0.5 · ln(languages)
          + 0.5 · weight of the actors
          - 0.7 · ln(1 + days since the latest report)

Logarithms, because the tenth origin adds less than the second. The weight of the actors is the
mean over reports of the number of different states and organisations named, damped the same way.

All but the last line changes only when the story does. It is reckoned once a change, from a few
facts of each report, and kept as the story's standing: a list of stories opens no report.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from dateline.records import Made, ReportFacts, Standing, Story

MADE = Made(stage="list", version=1)
# A headline is compared with so many others at most: it is chosen from all.
_COMPARED = 200


class Named(NamedTuple):
    """Whom and what most reports of a story name, and how it opens where it has no headline."""

    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    opening: str = ""


def standing(story: Story, facts: Sequence[ReportFacts], named: Named | None = None) -> Standing:
    """Return a story's place in lists from the facts of its reports.

    A report without facts (forgotten since) counts as an origin but adds no country, language
    or actor.
    """
    order = {member.report: at for at, member in enumerate(story.members)}
    known = sorted((one for one in facts if one.report in order), key=lambda f: order[f.report])
    named = named or Named()
    countries = {one.country for one in known if one.country}
    languages = {one.spoken for one in known}
    actors = sum(one.actors for one in known) / len(known) if known else 0.0
    parts = {
        "origins": round(math.log1p(story.independent), 4),
        "countries": round(0.5 * math.log(max(1, len(countries))), 4),
        "languages": round(0.5 * math.log(max(1, len(languages))), 4),
        "actors": round(0.5 * math.log1p(actors), 4),
    }
    return Standing(
        story=story.id,
        version=story.version,
        made=MADE,
        weight=sum(parts.values()),
        parts=tuple(parts.items()),
        reports=len(known),
        independent=story.independent,
        opened=story.opened,
        updated=story.updated,
        outlets=tuple(sorted({one.outlet for one in known if one.outlet})),
        languages=tuple(sorted({one.language or "und" for one in known})),
        titles=_titles(story, known, named.opening),
        actors=named.actors,
        places=named.places,
    )


def freshness(updated: datetime, as_of: datetime) -> float:
    """Return the part of the score that fades with the days since the latest report."""
    days = max(0.0, (as_of - updated).total_seconds() / 86_400)
    return round(-0.7 * math.log1p(days), 4)


def weight_needed(score: float, updated: datetime, as_of: datetime) -> float:
    """Return the weight under which a story updated then, or before, can't reach ``score``."""
    return score - freshness(updated, as_of) - 0.0002  # both are rounded to four places


def score(weight: float, updated: datetime, as_of: datetime) -> float:
    """Return the score of a story as of a moment."""
    return round(weight + freshness(updated, as_of), 4)


def _titles(
    story: Story, known: Sequence[ReportFacts], opening: str
) -> tuple[tuple[str, str], ...]:
    """Choose the headline for each language: of an origin, nearest to the others, no question.

    A brief chooses its own headline with more care; this one costs no reading of the reports.
    """
    titled = [(str(one.title), one) for one in known if one.title]
    if not titled:
        return (("", opening or "untitled"),)
    words = [set(title.lower().split()) for title, _ in titled]
    best: dict[str, tuple[tuple[bool, float, datetime, str], str]] = {}
    for (title, one), mine in zip(titled, words, strict=True):
        shared = sum(len(mine & other) / len(mine | other) for other in words[:_COMPARED])
        when = one.published or one.retrieved
        rank = (one.report in story.origins, round(shared, 6), when, one.report)
        homes = [""] if title.rstrip().endswith(("?", "？")) else ["", one.language or ""]
        for home in homes:
            best[home] = max(best.get(home, (rank, title)), (rank, title))
    return tuple((home, title) for home, (_, title) in sorted(best.items()))
