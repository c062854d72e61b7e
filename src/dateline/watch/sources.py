"""The kept feeds: found, added, paused, removed, and taken from or written to OPML."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from datetime import datetime

from dateline.errors import ConfigError, NotFound
from dateline.gather import Fetcher, GatherOptions, is_address, listed_feeds, new_feed
from dateline.gather.addresses import parse_url, printable_url
from dateline.gather.subscribe import find_feed
from dateline.records import Feed
from dateline.store import Store
from dateline.watch.views import Imported


def find(store: Store, name: str) -> Feed:
    """Return the feed called ``name``: its id or the beginning of it, address, or title.

    Raises NotFound when there is none, or several are called so; the message names them.
    """
    feeds = store.feeds()
    exact = [feed for feed in feeds if name in _names(feed)]
    found = exact or [feed for feed in feeds if len(name) > 3 and feed.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    if found:
        some = ", ".join(feed.id for feed in found[:5])
        raise NotFound(f"several sources are called {name!r}: say which by id ({some})")
    hint = "dateline sources list shows them" if feeds else "dateline sources add URL keeps one"
    raise NotFound(f"no source is called {printable_url(name)!r}; {hint}")


def _names(feed: Feed) -> tuple[str, ...]:
    addresses = [
        address for url in (feed.url, *feed.former) for address in (url, printable_url(url))
    ]
    return (feed.id, feed.title, *addresses, feed.page or feed.id)


def add(
    store: Store,
    address: str,
    fetcher: Fetcher | None,
    options: GatherOptions,
    now: datetime,
    *,
    title: str = "",
    folder: str = "",
) -> Feed:
    """Keep the feed at ``address``, or of the page there; without a fetcher unseen.

    One that is kept already is returned as it stands. Raises ConfigError for what is no
    address, and StageErrors where no feed can be had.
    """
    address = address.strip()
    if not is_address(address):
        address = f"https://{address}"
    if " " in address or ("." not in address.partition("://")[2] and "localhost" not in address):
        raise ConfigError(f"{address!r} is no address of a feed or page: write https://…")
    parse_url(address)
    feeds = store.feeds()
    known = _kept(feeds, address)
    if known is None and fetcher is not None:
        found = find_feed(address, fetcher, options, now)
        known = _kept(feeds, found.url)
        feed = new_feed(found.url, now, title=title or found.title, page=found.page, folder=folder)
    else:
        feed = new_feed(address, now, title=title, folder=folder)
    if known is not None:
        return known
    put(store, feed)
    return feed


def _kept(feeds: Sequence[Feed], url: str) -> Feed | None:
    asked = _plain(url)
    return next(
        (feed for feed in feeds if asked in {_plain(one) for one in (feed.url, *feed.former)}), None
    )


def _plain(url: str) -> str:
    """Return an address as far as it tells one feed from another: no scheme, user or fragment."""
    rest = url.partition("#")[0].rstrip("/").partition("://")[2]
    host, slash, path = rest.partition("/")
    return host.rpartition("@")[2].lower() + slash + path


def change(store: Store, feed: Feed, update: Callable[[Feed], Feed]) -> Feed:
    """Change a feed as it stands now. Raises NotFound where it was removed meanwhile."""
    with store.transaction() as tx:
        changed = update(store.feed(feed.id))
        tx.put(changed)
    return changed


def pause(feed: Feed) -> Feed:
    """Return the feed, not to be read until it is resumed."""
    return dataclasses.replace(feed, paused=True)


def resume(feed: Feed) -> Feed:
    """Return the feed, to be read at the next round; its failures are forgotten."""
    return dataclasses.replace(
        feed, paused=False, gone=False, failures=0, problem="", problem_kind="", due=None
    )


def remove(store: Store, feed: Feed) -> Feed:
    """Forget a feed; the reports that came from it stay."""
    with store.transaction() as tx:
        tx.remove(Feed, feed.id)
    return feed


def import_opml(
    store: Store, text: str, name: str, now: datetime, *, paused: bool = False
) -> Imported:
    """Keep every feed of an OPML list, unseen. Raises ReadError where it is none."""
    added: list[Feed] = []
    known: list[Feed] = []
    feeds = store.feeds()
    for one in listed_feeds(text, name):
        kept = _kept(feeds, one.url)
        if kept is not None:
            known.append(kept)
            continue
        feed = new_feed(
            one.url, now, title=one.title, folder=one.folder, page=one.page, paused=paused
        )
        feeds.append(feed)
        added.append(feed)
    with store.transaction() as tx:
        for feed in added:
            tx.put(feed)
    return Imported(added=tuple(added), known=tuple(known))


def put(store: Store, feed: Feed) -> None:
    """Keep a feed's record."""
    with store.transaction() as tx:
        tx.put(feed)
