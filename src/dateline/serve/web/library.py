"""The desk as pages ask it: again and again for the same. What was made once is kept.

A story's brief is kept under the story's version, which grows with each change of its
membership; lists are kept under the store's revision. While a list is made anew, the last one is
shown: pages stay quick while reports come in. Nothing here decides anything.
"""

from __future__ import annotations

import contextlib
import functools
import threading
import time
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from dateline.brief.select import Length
from dateline.brief.support import Verdict
from dateline.desk import Desk
from dateline.desk.between import Group, Pair
from dateline.desk.forward import Records
from dateline.errors import NotFound, StageError
from dateline.records import Brief, Event, Expectation, Report, Story
from dateline.relate import BaseRate
from dateline.relate.series import Period
from dateline.serve.export import export_desk
from dateline.serve.web import coming, gathered
from dateline.serve.web.about import About, about
from dateline.serve.web.cards import Card, card
from dateline.serve.web.kept import Kept
from dateline.serve.web.names import Names
from dateline.serve.web.outlets import Outlet, outlets
from dateline.store import Hit
from dateline.views import StoryLine

T = TypeVar("T")

# Ranks fade with time, by less than a hundredth in ten minutes.
_LIST_SECONDS = 600.0
_STAMP_SECONDS = 1.0
# How long a page waits for a list to be made anew before it shows the last one.
_PATIENCE = 0.1
_MOST_CARDS, _MOST_BRIEFS = 5_000, 500
_READ_FOR_CARD = 3


class Library:
    """Reads a desk for many pages at once; safe to use from several threads."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lists = Kept(_MOST_CARDS, workers=2)
        # The engines are shared by all and not made for several threads: one brief at a time.
        self._briefs = Kept(_MOST_BRIEFS, workers=1)
        self._lock = threading.Lock()
        self._looked, self._stamp = float("-inf"), 0
        # How often reports were found to have gone: nothing that quotes them may be kept.
        self._reports = self._losses = 0

    @functools.cached_property
    def names(self) -> Names:
        """What actors are called."""
        return Names(self.desk.knowledge)

    def lines(self) -> tuple[StoryLine, ...]:
        """Return all stories in rank order."""
        version = (self.stamp(), int(time.time() / _LIST_SECONDS))
        return self._lists.get(
            "lines", version, lambda: self.desk.stories(limit=1_000_000), _PATIENCE
        )

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

    def search(
        self,
        q: str,
        *,
        by: str,
        language: str | None,
        actor: str | None,
        place: str | None,
        action: str | None,
        since: datetime | None,
        until: datetime | None,
        limit: int,
    ) -> Sequence[tuple[Hit, Report]]:
        """Find reports by words or by meaning; nothing where nothing is asked for."""
        if not q.strip():
            return ()
        return self.desk.search(q, language=language, since=since, until=until, limit=limit)

    def title(self, story: Story) -> str:
        """Return the headline of a story as lists show it."""

        return self.desk.standings([story.id])[story.id].title(self.desk.options.language)

    def titles(self, stories: Iterable[str]) -> dict[str, str]:
        """Return the headlines of stories by their present ids; those that are gone left out."""
        found = {}
        for id in stories:
            try:
                story = self.desk.store.story(id)
            except NotFound:
                continue
            found[story.id] = self.title(story)
        return found

    def new_reports(self, story: str, since: datetime | None) -> int:
        """Count the reports of a story that came in after ``since`` (None: nothing is new)."""
        if since is None:
            return 0
        return sum(member.joined > since for member in self.desk.store.story(story).members)

    def warm(self, cards: int) -> None:
        """Make the first ``cards`` cards before anybody asks."""
        self.cards(self.lines()[:cards])

    def outlets(self) -> tuple[Outlet, ...]:
        """Return the outlets of all reports; see :func:`dateline.serve.web.outlets.outlets`."""
        return self._list("outlets", lambda: outlets(self.desk.store))

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

    def ties(self, since: datetime, until: datetime) -> tuple[gathered.Tie, ...]:
        """Return who dealt with whom in a period, the busiest pairs first."""
        return self._list(
            ("ties", since, until), lambda: gathered.ties(self._events_in(since, until))
        )

    def placed(self, since: datetime, until: datetime, quad: str) -> gathered.Placed:
        """Return the places of a period's events."""
        return self._list(
            ("placed", since, until, quad),
            lambda: gathered.by_place(self._events_in(since, until), quad),
        )

    def actors(self) -> tuple[tuple[str, int], ...]:
        """Return the actors of all events with their number of events, the busiest first."""
        return self._list("actors", lambda: gathered.by_actor(self.desk.events(limit=None)))

    def about(self, actor: str) -> About:
        """Return what the desk holds about an actor."""
        return self._list(("about", actor), lambda: about(self.desk, actor))

    def pair(self, a: str, b: str, every: Period) -> Pair:
        """Return two actors over time."""
        return self._list(("pair", a, b, every), lambda: self.desk.relation(a, b, period=every))

    def group(self, actors: tuple[str, ...]) -> Group:
        """Return the dyads and triads of a group."""
        return self._list(("group", actors), lambda: self.desk.group(actors))

    def outlook(self, a: str, b: str) -> tuple[BaseRate, ...]:
        """Return what followed on what happened of late between two actors."""
        return self._list(("outlook", a, b), lambda: self.desk.outlook(a, b))

    def expectations(
        self, show: str, now: datetime, actor: str, place: str, story: str
    ) -> tuple[Expectation, ...]:
        """Return expectations to come (*next*), *overdue* or *settled*, of what is asked for."""
        key = ("expectations", show, now.date(), actor, place, story)
        return self._list(key, lambda: coming.expected(self.desk, show, now, actor, place, story))

    def tracks(self, now: datetime) -> Records:
        """Return the track records of kinds and outlets."""
        return self._list(("tracks", now.date()), lambda: self.desk.track_record(as_of=now))

    def stamp(self) -> Hashable:
        """Return the store's revision; looked up once a second at most."""
        now = time.monotonic()
        with self._lock:
            if now - self._looked > _STAMP_SECONDS:
                store = self.desk.store
                stamp = store.revision()
                if stamp != self._stamp:
                    reports = store.counts()["report"]
                    if reports < self._reports:
                        self._losses += 1
                    self._reports = reports
                self._looked, self._stamp = now, stamp
            return self._stamp

    def _list(self, key: Hashable, made: Callable[[], T]) -> T:
        return self._lists.get(key, self.stamp(), made, _PATIENCE)

    def _events_in(self, since: datetime, until: datetime) -> list[Event]:
        found = self.desk.store.events(since=since, until=until)
        return [event for event in found if not event.imported]

    def _card(self, line: StoryLine, story: Story) -> Card:
        brief = None
        # One story that can't be told must not hide the others.
        with contextlib.suppress(StageError, NotFound):
            brief = self.brief(story)
        members = [member.report for member in story.members]
        read = [id for id in members if id in story.origins][:_READ_FOR_CARD] or members[:1]
        store = self.desk.store
        return card(
            line, brief, self.desk.options.language, store.reports(read), store.readings(read)
        )
