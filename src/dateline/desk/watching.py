"""The desk's verbs for kept sources, watchlists and alerts."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from dateline.desk import briefs, intake
from dateline.desk.opened import Opened
from dateline.gather import Fetcher, to_opml
from dateline.records import Alert, AlertKind, Feed, Rejected, Watchlist
from dateline.run import Progress
from dateline.views import Added
from dateline.watch import loop, pulling, sources, watchlists
from dateline.watch.rounds import Hooks, Plan
from dateline.watch.views import Imported, Round, SourceLine, source_line


class WatchVerbs(Opened):
    """What a desk does over time: kept sources, watchlists, alerts, rounds of watching."""

    # sources

    def sources(self, *, now: datetime | None = None) -> tuple[SourceLine, ...]:
        """List the kept feeds by folder, then name, each with its health."""
        moment = now or datetime.now(UTC)
        lines = [source_line(feed, moment) for feed in self.store.feeds()]
        lines.sort(key=lambda line: (line.feed.folder, line.name.casefold(), line.feed.id))
        return tuple(lines)

    def source(self, name: str) -> Feed:
        """Return a kept feed by its id (or the beginning of it), address or title.

        Raises NotFound when there is none or several are called so.
        """
        return sources.find(self.store, name)

    def add_source(
        self,
        address: str,
        *,
        title: str = "",
        folder: str = "",
        check: bool = True,
        now: datetime | None = None,
    ) -> Feed:
        """Keep a feed, found at ``address`` or on the page there, and return it.

        The feed is fetched once to see that it is one; ``check=False`` keeps the address as
        it is, unseen. One that is kept already is returned as it stands. Raises FetchError or
        NotPermitted where nothing can be had, and ReadError where no feed is found.
        """
        with Fetcher(self.gathering()) as fetcher:
            return sources.add(
                self.store,
                address,
                fetcher if check else None,
                self.gathering(),
                now or datetime.now(UTC),
                title=title,
                folder=folder,
            )

    def pause_source(self, name: str) -> Feed:
        """Stop reading a feed until it is resumed. Raises NotFound."""
        return sources.change(self.store, self.source(name), sources.pause)

    def resume_source(self, name: str) -> Feed:
        """Read a paused feed again, also one that was given up as gone. Raises NotFound."""
        return sources.change(self.store, self.source(name), sources.resume)

    def remove_source(self, name: str) -> Feed:
        """Forget a feed; the reports that came from it stay. Raises NotFound."""
        return sources.remove(self.store, self.source(name))

    def import_opml(
        self, text: str, *, name: str = "OPML", now: datetime | None = None
    ) -> Imported:
        """Keep every feed of an OPML list with its title and folder, unseen.

        ``name`` is what errors call the list. Raises ReadError where it is none.
        """
        return sources.import_opml(self.store, text, name, now or datetime.now(UTC))

    def export_opml(self) -> str:
        """Write the kept feeds as OPML 2.0, without user names, passwords and tokens."""
        return to_opml(self.store.feeds())

    # watchlists and alerts

    def watchlists(self) -> tuple[Watchlist, ...]:
        """List the watchlists by name."""
        return tuple(self.store.watchlists())

    def watchlist(self, name: str) -> Watchlist:
        """Return a watchlist by its name or id. Raises NotFound."""
        return watchlists.find(self.store, name)

    def add_watchlist(
        self,
        name: str,
        *,
        actors: Sequence[str] = (),
        pairs: Sequence[tuple[str, str]] = (),
        places: Sequence[str] = (),
        words: Sequence[str] = (),
        languages: Sequence[str] = (),
        types: Sequence[str] = (),
        kinds: Sequence[AlertKind] = ("story", "event", "expectation"),
        emails: Sequence[str] = (),
        webhook: str = "",
        now: datetime | None = None,
    ) -> Watchlist:
        """Keep a watchlist (see :class:`dateline.records.Watchlist`); the same name replaces it.

        Raises ConfigError for a term that can't match anything, no term at all, or an address
        that can't be sent to.
        """
        return watchlists.add(
            self.store,
            self.knowledge,
            name,
            now or datetime.now(UTC),
            actors=actors,
            pairs=pairs,
            places=places,
            words=words,
            languages=languages,
            types=types,
            kinds=kinds,
            emails=emails,
            webhook=webhook,
        )

    def remove_watchlist(self, name: str) -> Watchlist:
        """Forget a watchlist and its alerts. Raises NotFound."""
        return watchlists.remove(self.store, self.watchlist(name))

    def alerts(
        self,
        watchlist: str | None = None,
        *,
        since: datetime | None = None,
        limit: int = 50,
        offset: int = 0,
    ) -> tuple[Alert, ...]:
        """List alerts, newest first, of one watchlist (name or id) or of all.

        ``since`` is inclusive. Raises NotFound for an unknown watchlist.
        """
        id = self.watchlist(watchlist).id if watchlist else None
        return tuple(self.store.alerts(watchlist=id, since=since, limit=limit, offset=offset))

    # over time

    def process(self, progress: Progress | None = None) -> Iterator[Rejected]:
        """Run the stages over everything that is due; yield what they reject.

        One process groups at a time: while another does, this waits until that one has done all
        there is. Called again, grouping goes on with the window it has in memory, unless reports
        were grouped by someone else, or removed, meanwhile.
        """
        return intake.process(self, progress)

    def tell_ahead(self, stop: threading.Event | None = None) -> int:
        """Write and keep the briefs of today's first stories that have none: what watching does in
        its pauses. Ends with ``stop``, and after some seconds; returns how many it wrote.
        """
        return briefs.tell_ahead(self, stop or threading.Event())

    def pull(
        self,
        names: Sequence[str] = (),
        *,
        now: datetime | None = None,
        progress: Progress | None = None,
    ) -> Added:
        """Read sources now, due or not: kept ones by name, feeds and pages by address, the
        feeds of OPML files; all kept ones where none is named.

        A feed that is new is kept paused, so that what was read of it is remembered. Raises
        StoreError while another process watches this desk.
        """
        moment = now or datetime.now(UTC)
        named = pulling.named_sources(self, names, lambda: moment)
        plan = Plan(only=named.feeds) if names else Plan(everything=True)
        round = self.watch_once(plan, Hooks(clock=lambda: moment, progress=progress))
        rejected = [*named.rejected, *(item for run in round.runs for item in run.rejected)]
        others = Added(gathered=0, reports=0, stories=(), rejected=())
        if named.others:
            gathering = self.gathering()
            others = intake.add(self, named.others, gathering, moment, progress)
        return Added(
            gathered=sum(run.items for run in round.runs) + others.gathered,
            reports=round.reports + others.reports,
            stories=tuple(sorted({*round.stories, *others.stories})),
            rejected=(*rejected, *round.rejected, *others.rejected),
        )

    def watch_once(self, plan: Plan | None = None, hooks: Hooks | None = None) -> Round:
        """Read the feeds that are due, run the stages, make and send alerts.

        ``plan`` says otherwise what to read; ``hooks`` listen, and can stop the round after the
        item in hand. A server that asked to wait is left alone in any case. Raises StoreError
        while another process watches this desk.
        """
        return loop.once(self, plan or Plan(), hooks or Hooks())

    def watch(self, plan: Plan | None = None, hooks: Hooks | None = None) -> None:
        """Carry out rounds as feeds come due, until ``hooks.stop`` is set. Raises StoreError
        while another process watches this desk.
        """
        loop.keep_watching(self, plan or Plan(), hooks or Hooks())
