"""A story as the front page shows it: its line, headline and gist, and who and where."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.records import Brief
from dateline.serve.render.view import claim_text
from dateline.serve.web.places import name_of
from dateline.views import StoryLine

_SHOWN_ACTORS = 5
_SHOWN_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story on the front page. ``actors`` are ids; ``gist`` is "" while no brief is made."""

    line: StoryLine
    title: str
    gist: str
    gist_language: str
    actors: tuple[str, ...]
    places: tuple[str, ...]


def card(line: StoryLine, brief: Brief | None, language: str) -> Card:
    """Put a card together; without a brief the line's headline stands alone."""
    title, gist = line.title, ""
    if brief is not None:
        title = claim_text(brief.headline, brief.language)
        gist, language = claim_text(brief.gist, brief.language), brief.gist.language
    places = [name for place in line.places if (name := name_of(place))]
    return Card(
        line=line,
        title=title,
        gist=gist,
        gist_language=language,
        actors=tuple(actor for actor in line.actors if not actor.startswith("x:"))[:_SHOWN_ACTORS],
        places=tuple(dict.fromkeys(places))[:_SHOWN_PLACES],
    )
