"""The desk's verbs for kept sources, watchlists and alerts."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from dateline.config import Options
from dateline.gather import Fetcher, GatherOptions
from dateline.records import Alert, AlertKind, Feed, Watchlist
from dateline.run import Progress
from dateline.store import Store
from dateline.watch import listing, opml, sources
from dateline.watch.rounds import Desklike, one_round
from dateline.watch.views import FeedRun, Imported, Round, SourceLine, source_line


class WatchVerbs(Desklike):
    """What a desk can do about sources over time. A part of :class:`dateline.desk.Desk`."""

    options: Options
    store: Store

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
        with self._fetcher() as fetcher:
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
        return sources.change(self.store, self.source(name), paused=True)

    def resume_source(self, name: str) -> Feed:
        """Read a paused feed again, also one that was given up as gone. Raises NotFound."""
        return sources.resume(self.store, self.source(name))

    def remove_source(self, name: str) -> Feed:
        """Forget a feed; the reports that came from it stay. Raises NotFound."""
        return sources.remove(self.store, self.source(name))

    def import_opml(self, text: str, *, name: str = "OPML", now: datetime | None = None) -> Imported:
        """Keep every feed of an OPML list with its title and folder, unseen.

        ``name`` is what errors call the list. Raises ReadError where it is none.
        """
        return opml.take(self.store, text, name, now or datetime.now(UTC))

    def export_opml(self) -> str:
        """Write the kept feeds as OPML 2.0, without user names, passwords and tokens."""
        return opml.write(self.store.feeds())

    # watchlists and alerts

    def watchlists(self) -> tuple[Watchlist, ...]:
        """List the watchlists by name."""
        return tuple(sorted(self.store.watchlists(), key=lambda item: (item.name, item.id)))

    def watchlist(self, name: str) -> Watchlist:
        """Return a watchlist by its name or id. Raises NotFound."""
        return listing.find(self.store, name)

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
        return listing.add(
            self.store,
            self.knowledge,
            Watchlist(
                id=listing.id_of(name),
                name=name,
                created=now or datetime.now(UTC),
                actors=tuple(actors),
                pairs=tuple((a, b) for a, b in pairs),
                places=tuple(places),
                words=tuple(words),
                languages=tuple(languages),
                types=tuple(types),
                kinds=tuple(kinds),
                emails=tuple(emails),
                webhook=webhook,
            ),
        )

    def remove_watchlist(self, name: str) -> Watchlist:
        """Forget a watchlist and its alerts. Raises NotFound."""
        return listing.remove(self.store, self.watchlist(name))

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

    def watch_once(
        self,
        *,
        only: Sequence[str] = (),
        everything: bool = False,
        now: datetime | None = None,
        stop: threading.Event | None = None,
        tell: Callable[[FeedRun], None] | None = None,
        progress: Progress | None = None,
    ) -> Round:
        """Read the feeds that are due, run the stages, make and send alerts.

        ``only`` names feeds to read whether due or not; ``everything`` reads all but paused
        and gone ones. A server that asked to wait is left alone in any case. ``stop`` ends the
        round after the item in hand. Raises StoreError while another process watches.
        """
        return one_round(
            self,
            now=now,
            only=tuple(self.source(name).id for name in only),
            everything=everything,
            stop=stop or threading.Event(),
            tell=tell,
            progress=progress,
        )

    def gathering(self) -> GatherOptions:
        """Return the options of the gather stage as this desk's options set them."""
        raise NotImplementedError

    def _fetcher(self) -> Fetcher:
        return Fetcher(self.gathering())
