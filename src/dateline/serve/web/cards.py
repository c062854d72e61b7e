"""A story as the front page shows it: its line, headline and gist, and who and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.records import Brief, Reading, Report
from dateline.serve.render.view import claim_text
from dateline.views import StoryLine

_SHOWN_ACTORS = 5
_SHOWN_PLACES = 3
_UNNAMED = ("pronoun", "list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story on the front page.

    ``actors`` pairs an actor's id with words that name it in a report.
    """

    line: StoryLine
    title: str
    gist: str
    gist_language: str
    actors: tuple[tuple[str, str], ...]
    places: tuple[str, ...]


def card(
    line: StoryLine,
    brief: Brief | None,
    language: str,
    reports: Sequence[Report],
    readings: Sequence[Reading],
) -> Card:
    """Put a card together from a story's brief and the ``readings`` of some of its reports."""
    title, gist = line.title, ""
    if brief is not None:
        title = claim_text(brief.headline, brief.language)
        gist, language = claim_text(brief.gist, brief.language), brief.gist.language
    return Card(
        line=line,
        title=title,
        gist=gist,
        gist_language=language,
        actors=_actors(reports, readings),
        places=_places(readings),
    )


def _actors(reports: Sequence[Report], readings: Sequence[Reading]) -> tuple[tuple[str, str], ...]:
    """The actors named most often, each with words that name it."""
    seen: Counter[str] = Counter()
    called: dict[str, str] = {}
    for report, reading in zip(reports, readings, strict=True):
        for mention in reading.actors:
            if mention.how not in _UNNAMED and not mention.actor.startswith("x:"):
                seen[mention.actor] += 1
                called.setdefault(mention.actor, report.quote(mention.span))
    common = sorted(seen, key=lambda actor: (-seen[actor], actor))[:_SHOWN_ACTORS]
    return tuple((actor, called[actor]) for actor in common)


def _places(readings: Sequence[Reading]) -> tuple[str, ...]:
    seen = Counter(place.name for reading in readings for place in reading.places)
    return tuple(sorted(seen, key=lambda name: (-seen[name], name))[:_SHOWN_PLACES])
