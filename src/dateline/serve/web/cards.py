"""A story as the front page shows it: its line, headline and gist, and who and where."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.serve.render.view import quoted
from dateline.serve.web.places import name_of
from dateline.store import Gist
from dateline.views import StoryLine

_SHOWN_ACTORS = 5
_SHOWN_PLACES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story on the front page. ``actors`` are ids; ``gist`` is "" while no brief is kept."""

    line: StoryLine
    title: str
    gist: str
    gist_language: str
    actors: tuple[str, ...]
    places: tuple[str, ...]


def card(line: StoryLine, told: Gist | None, language: str) -> Card:
    """Put a card together for readers of ``language``; the line's headline stands alone where
    nothing is ``told`` yet.
    """
    title, gist, spoken = line.title, "", language
    if told is not None:
        title = quoted(told.headline, told.headline_language, language)
        gist, spoken = quoted(told.gist, told.gist_language, language), told.gist_language
    places = [name for place in line.places if (name := name_of(place))]
    return Card(
        line=line,
        title=title,
        gist=gist,
        gist_language=spoken,
        actors=tuple(actor for actor in line.actors if not actor.startswith("x:"))[:_SHOWN_ACTORS],
        places=tuple(dict.fromkeys(places))[:_SHOWN_PLACES],
    )
