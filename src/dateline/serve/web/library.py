"""The desk as pages ask it: again and again for the same. What was made once is kept.

Briefs are kept in the store, most of them written before anybody asks; lists are kept here, under
the store's revision. While a list is made anew, the last one is shown: pages stay quick while
reports come in. Nothing here decides anything.
"""

from __future__ import annotations

import contextlib
import functools
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, TypeVar

from dateline.brief.select import Length
from dateline.brief.support import Verdict
from dateline.desk import Desk
from dateline.desk.between import Group, Pair
from dateline.desk.forward import Records
from dateline.errors import NotFound, StageError
from dateline.records import Brief, Report, Story
from dateline.relate import BaseRate
from dateline.relate.series import Period
from dateline.serve.export import export_desk
from dateline.serve.render.view import quoted
from dateline.serve.web import gathered, places
from dateline.serve.web.about import About, about
from dateline.serve.web.cards import Card, card
from dateline.serve.web.kept import Kept
from dateline.serve.web.names import Names
from dateline.serve.web.pacing import Pacing
from dateline.serve.web.slices import MOST_HITS, Slice
from dateline.store import Hit, OutletFacts, Tie
from dateline.views import StoryLine

T = TypeVar("T")

# Ranks fade with time, by less than a hundredth in ten minutes.
_LIST_SECONDS = 600.0
_STAMP_SECONDS = 1.0
# How long a page waits for a list to be made anew before it shows the last one.
_PATIENCE = 0.1
# The first pages of the front page come from one list of so many stories.
_FIRST = 200
_MOST_ACTORS = 100_000
_MOST_LISTS, _MOST_BRIEFS, _MOST_ANSWERS = 5_000, 100, 400


class Library:
    """Reads a desk for many pages at once; safe to use from several threads."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lists = Kept(_MOST_LISTS, workers=2)
        # What was asked of periods, pairs and actors: few are asked for twice, and some are large.
        self._answers = Kept(_MOST_ANSWERS, workers=2)
        self._pacing = Pacing()
        # The engines are shared by all and not made for several threads: one brief at a time.
        # What is here is for those who ask for one brief at once, and where none is kept.
        self._briefs = Kept(_MOST_BRIEFS, workers=1)
        self._lock = threading.Lock()
        self._looked, self._stamp = float("-inf"), 0

    @functools.cached_property
    def names(self) -> Names:
        """What actors are called."""
        return Names(self.desk.knowledge)

    def brief(self, story: Story, length: Length | None = None) -> Brief:
        """Return the brief of a story, in the length of the desk's options or the one named: as
        it is kept, or else written now and kept.
        """
        kept = self.desk.kept_brief(story.id, length=length)
        if kept is not None:
            return kept

        def made() -> Brief:
            return self.desk.keep_brief(story.id, length=length)

        version = (story.version, self.desk.store.revision())
        return self._briefs.get((story.id, length), version, made)

    def front(self, page: int, size: int) -> Slice[StoryLine]:
        """Return a page of the stories in rank order."""
        start, end = (page - 1) * size, page * size
        if end <= _FIRST:  # ranking is the same work for all of the first pages
            found, total = self._ranked(0, _FIRST)
            found = found[start:end]
        else:
            found, total = self._ranked(start, size)
        return Slice(found, page, max(1, -(-total // size)), total, end < total)

    def _ranked(self, start: int, limit: int) -> tuple[tuple[StoryLine, ...], int]:
        """Return stories in rank order, and how many there are of all."""
        version = (self.stamp(), int(time.time() / _LIST_SECONDS))

        def made() -> tuple[tuple[StoryLine, ...], int]:
            found = self.desk.stories(limit=limit, offset=start)
            return found, self.desk.store.count_stories()

        return self._lists.get(("ranked", start, limit), version, made, _PATIENCE)

    def cards(self, lines: Sequence[StoryLine]) -> list[Card]:
        """Return the cards of stories, with headline and gist as they were last told; one that
        was never told has the headline of a report.
        """
        form = self.desk.form
        told = self.desk.store.gists([line.id for line in lines], form.language, form.length)
        return [card(line, told.get(line.id), form.language) for line in lines]

    def told(self, lines: Sequence[StoryLine]) -> list[Card]:
        """Return the cards of stories, those that were never told written now."""
        for one in self.cards(lines):
            if not one.gist:
                self._tell(one.line.id)
        return self.cards(lines)

    def search(
        self,
        q: str,
        limit: int,
        *,
        language: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        actor: str | None = None,
        place: str = "",
        action: str | None = None,
        by: Literal["words", "meaning"] = "words",
    ) -> Sequence[tuple[Hit, Report]]:
        """Find reports by words or by meaning, those that name an actor and a place and tell of a
        type of event where that is asked for; nothing without words.
        """
        if not q.strip():
            return ()
        narrowed = bool(actor or place or action)
        most = MOST_HITS if narrowed else limit
        found = self.desk.search(q, by=by, language=language, since=since, until=until, limit=most)
        if not narrowed:
            return found
        kept = self.desk.store.naming(
            [report.id for _, report in found],
            actor=actor,
            places=places.keys(place) if place else None,
            action=action,
        )
        return [one for one in found if one[1].id in kept][:limit]

    def title(self, story: Story) -> str:
        """Return the headline of a story as lists show it: its brief's, once that was told."""
        form = self.desk.form
        told = self.desk.store.gists([story.id], form.language, form.length).get(story.id)
        if told is not None:
            return quoted(told.headline, told.headline_language, form.language)
        return self.desk.standings([story.id])[story.id].title(form.language)

    def new_reports(self, stories: Iterable[str], since: datetime | None) -> Mapping[str, int]:
        """Count the reports that came into each of some stories after ``since`` (None: nothing is
        new).
        """
        if since is None:
            return Counter()
        facts = self.desk.store.facts(stories)
        return Counter(fact.story for fact in facts if fact.retrieved > since)

    def warm(self, cards: int) -> None:
        """Write what the front page shows of ``cards`` stories before anybody asks."""
        for line in self.front(1, cards).items:
            self._tell(line.id)

    def prepare(self) -> None:
        """Load names and places, and count what takes long to count, before anybody asks."""
        self.names.of(self.names.find("Japan"), "en")
        places.find("Tokyo")
        self.outlets()
        self.actors()
        self.tracks(datetime.now(UTC))

    def outlets(self) -> list[OutletFacts]:
        """Return how much each outlet published, and how often it was first."""
        return self._list("outlets", self.desk.store.outlets)

    def doctor(self) -> dict[str, Any]:
        """Return the desk's own account of itself."""
        return self._list("doctor", self.desk.doctor)

    def check(self, text: str, reports: Sequence[str]) -> tuple[Verdict, ...]:
        """Check a text against reports, while no brief is being written."""
        key = ("check", text, tuple(reports))
        return self._briefs.get(key, self.stamp(), lambda: self.desk.check(text, reports))

    def export(self) -> dict[str, Any]:
        """Return the whole desk as one document."""
        return self._briefs.get("export", self.stamp(), lambda: export_desk(self.desk))

    def newest(self) -> datetime | None:
        """Return the time of the newest story."""
        found = self.desk.store.stories(limit=1)
        return found[0].updated if found else None

    def ties(self, since: datetime, until: datetime) -> list[Tie]:
        """Return who dealt with whom in a period, the busiest pairs first."""
        return self._list(("ties", since, until), lambda: self.desk.store.ties(since, until))

    def placed(self, since: datetime, until: datetime, quad: str) -> gathered.Placed:
        """Return the places of a period's events."""
        return self._list(
            ("placed", since, until, quad),
            lambda: gathered.by_place(self.desk.store.grounds(since, until, quad=quad)),
        )

    def actors(self) -> list[tuple[str, int]]:
        """Return the actors of all events with their number of events, the busiest first."""
        return self._list("actors", lambda: self.desk.store.busiest(limit=_MOST_ACTORS))

    def about(self, actor: str, now: datetime) -> About:
        """Return what the desk holds about an actor."""
        return self._list(("about", actor, now.date()), lambda: about(self.desk, actor, now))

    def pair(self, a: str, b: str, every: Period) -> Pair:
        """Return two actors over time."""
        return self._list(("pair", a, b, every), lambda: self.desk.relation(a, b, period=every))

    def group(self, actors: tuple[str, ...]) -> Group:
        """Return the dyads and triads of a group."""
        return self._list(("group", actors), lambda: self.desk.group(actors))

    def outlook(self, a: str, b: str) -> tuple[BaseRate, ...]:
        """Return what followed on what happened of late between two actors."""
        return self._list(("outlook", a, b), lambda: self.desk.outlook(a, b))

    def tracks(self, now: datetime) -> Records | None:
        """Return the track records of kinds and outlets; None while they are first counted."""

        def made() -> Records | None:
            return self.desk.track_record(as_of=now)

        return self._list(("tracks", now.date()), made, lambda: None)

    def stamp(self) -> Hashable:
        """Return the store's revision; looked up once a second at most."""
        now = time.monotonic()
        with self._lock:
            if now - self._looked > _STAMP_SECONDS:
                self._looked, self._stamp = now, self.desk.store.revision()
            return self._stamp

    def _list(
        self, key: Hashable, made: Callable[[], T], otherwise: Callable[[], T] | None = None
    ) -> T:
        version = self._pacing.version(key, self.stamp())
        timed = self._pacing.timed(key, version, made)
        return self._answers.get(key, version, timed, _PATIENCE, otherwise)

    def _tell(self, story: str) -> None:
        """See that a brief is kept. One story that can't be told must not hide the others."""
        with contextlib.suppress(StageError, NotFound):
            self.brief(self.desk.store.story(story))
