"""The desk as pages ask it: again and again for the same. What was made once is kept.

A story's brief is kept under the story's version, which grows with each change of its
membership; lists are kept under a stamp of the store. While a list is made anew, the last one is
shown: pages stay quick while reports come in. Nothing here decides anything.
"""

from __future__ import annotations

import functools
import threading
import time
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.brief.select import Length
from dateline.desk import Desk
from dateline.errors import NotFound, StageError
from dateline.records import Actor, Brief, Reading, Report, Story
from dateline.serve.export import export_desk
from dateline.serve.render.view import claim_text
from dateline.serve.web.kept import Kept
from dateline.serve.web.outlets import Outlet, outlets
from dateline.views import StoryLine

# Ranks fade with time, by less than a hundredth in ten minutes.
_LIST_SECONDS = 600.0
_STAMP_SECONDS = 1.0
# How long a page waits for a list to be made anew before it shows the last one.
_PATIENCE = 0.1
_MOST_CARDS, _MOST_BRIEFS = 5_000, 500
_READ_FOR_CARD = 3
_SHOWN_ACTORS = 5
_SHOWN_PLACES = 3
_UNNAMED = ("pronoun", "list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A story on the front page: its line, headline and gist, and who and where.

    ``actors`` pairs an actor's id with words that name it in a report.
    """

    line: StoryLine
    title: str
    gist: str
    gist_language: str
    actors: tuple[tuple[str, str], ...]
    places: tuple[str, ...]


class Library:
    """Reads a desk for many pages at once; safe to use from several threads."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lists = Kept(_MOST_CARDS, workers=2)
        # The engines are shared by all and not made for several threads: one brief at a time.
        self._briefs = Kept(_MOST_BRIEFS, workers=1)
        self._lock = threading.Lock()
        self._stamp: tuple[float, Hashable] = (float("-inf"), None)
        # How often reports were found to have gone: nothing that quotes them may be kept.
        self._reports = self._losses = 0

    def lines(self) -> tuple[StoryLine, ...]:
        """Return all stories in rank order."""

        def made() -> tuple[StoryLine, ...]:
            return self.desk.stories(limit=1_000_000)

        version = (self.stamp(), int(time.time() / _LIST_SECONDS))
        return self._lists.get("lines", version, made, _PATIENCE)

    def brief(self, story: Story, length: Length | None = None) -> Brief:
        """Return the brief of a story, in the length of the desk's options or the one named."""

        def made() -> Brief:
            return self.desk.brief(story.id, length=length)

        self.stamp()
        return self._briefs.get((story.id, length), (self._losses, story.version), made)

    def cards(self, lines: Sequence[StoryLine]) -> list[Card]:
        """Return the cards of stories; the last one of each while a new one is being made."""
        found = []
        for line in lines:
            try:
                story = self.desk.store.story(line.id)
            except NotFound:  # gone since the list was made
                continue
            version = (self._losses, story.version, line)
            made = functools.partial(self._card, line, story)
            found.append(self._lists.get(("card", story.id), version, made, 0.0))
        return found

    def warm(self, cards: int) -> None:
        """Make the first ``cards`` cards before anybody asks."""
        self.cards(self.lines()[:cards])

    def outlets(self) -> tuple[Outlet, ...]:
        """Return the outlets of all reports; see :func:`dateline.serve.web.outlets.outlets`."""
        return self._lists.get("outlets", self.stamp(), lambda: outlets(self.desk.store), _PATIENCE)

    def doctor(self) -> dict[str, Any]:
        """Return the desk's own account of itself."""
        return self._lists.get("doctor", self.stamp(), self.desk.doctor, _PATIENCE)

    def export(self) -> dict[str, Any]:
        """Return the whole desk as one document."""
        return self._briefs.get("export", self.stamp(), lambda: export_desk(self.desk))

    def stamp(self) -> Hashable:
        """Return something that changes when the store does; looked up once a second at most."""
        now = time.monotonic()
        with self._lock:
            looked, stamp = self._stamp
            if now - looked > _STAMP_SECONDS:
                store = self.desk.store
                counts, newest = store.counts(), store.stories(limit=1)
                stamp = (
                    tuple(counts.items()),
                    tuple((story.id, story.version) for story in newest),
                )
                self._stamp = (now, stamp)
                if counts["report"] < self._reports:
                    self._losses += 1
                self._reports = counts["report"]
            return stamp

    def actor_name(self, actor: str, words: str, language: str) -> str:
        """Name an actor in ``language`` if the knowledge base can, else as reports do."""
        known = self.desk.knowledge.actors.get(actor)
        return (name_in(known, language, self._shared_names) if known else None) or words

    @functools.cached_property
    def _shared_names(self) -> frozenset[str]:
        """Names that several actors go by: "Korea"."""
        actors = self.desk.knowledge.actors.values()
        named = Counter(text for actor in actors for text in {name.text for name in actor.names})
        return frozenset(text for text, times in named.items() if times > 1)

    def _card(self, line: StoryLine, story: Story) -> Card:
        title, gist, language = line.title, "", self.desk.options.language
        try:
            brief = self.brief(story)
        except (StageError, NotFound):  # one story that can't be told must not hide the others
            pass
        else:
            title = claim_text(brief.headline, brief.language)
            gist, language = claim_text(brief.gist, brief.language), brief.gist.language
        members = [member.report for member in story.members]
        read = [id for id in members if id in story.origins][:_READ_FOR_CARD] or members[:1]
        store = self.desk.store
        reports, readings = store.reports(read), store.readings(read)
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


def name_in(actor: Actor, language: str, shared: frozenset[str]) -> str | None:
    """Return the plain name of an actor in ``language``, its English one where it has none.

    Names in ``shared`` could mean another one and are passed over.
    """
    for wanted in (language, "en"):
        for kind in ("name", "short", "official"):
            for name in actor.names:
                if (name.language, name.kind) == (wanted, kind) and name.text not in shared:
                    return name.text
    return None
