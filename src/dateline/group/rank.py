"""The order of a day's stories, by a formula whose parts are shown.

::

    score = ln(1 + independent origins)
          + 0.5 · ln(countries of the outlets)
          + 0.5 · ln(languages)
          + 0.5 · weight of the actors
          - 0.7 · ln(1 + days since the latest report)

Logarithms, because the tenth origin adds less than the second. The weight of the actors is the
mean over reports of the number of different states and organisations named, damped the same way.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.group.sketch import Sketch
from dateline.records import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A story with its score and the parts that add up to it."""

    story: Story
    score: float
    parts: Mapping[str, float]


def rank(
    stories: Iterable[Story], sketches: Mapping[str, Sketch], as_of: datetime
) -> tuple[Ranked, ...]:
    """Order ``stories`` as of a moment, best first; ``sketches`` holds their reports by id.

    Stories that redirect and stories whose first report is later than ``as_of`` are left out.
    A report without a sketch counts as an origin but adds no country, language or actor.
    """
    ranked = []
    for story in stories:
        if story.merged_into is not None or story.opened > as_of or not story.members:
            continue
        known = [sketches[m.report] for m in story.members if m.report in sketches]
        parts = _parts(story, known, as_of)
        ranked.append(Ranked(story=story, score=round(sum(parts.values()), 4), parts=parts))
    ranked.sort(key=lambda entry: (-entry.score, entry.story.id))
    return tuple(ranked)


def _parts(story: Story, known: list[Sketch], as_of: datetime) -> dict[str, float]:
    countries = {sketch.country for sketch in known if sketch.country}
    languages = {sketch.language for sketch in known}
    actors = sum(len(sketch.actors) for sketch in known) / len(known) if known else 0.0
    days = max(0.0, (as_of - story.updated).total_seconds() / 86_400)
    return {
        "origins": round(math.log1p(story.independent), 4),
        "countries": round(0.5 * math.log(max(1, len(countries))), 4),
        "languages": round(0.5 * math.log(max(1, len(languages))), 4),
        "actors": round(0.5 * math.log1p(actors), 4),
        "freshness": round(-0.7 * math.log1p(days), 4),
    }
