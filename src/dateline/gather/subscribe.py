"""Finding the feed to keep: at an address, on the page there, or where sites usually have one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dateline.errors import ReadError, StageError
from dateline.gather.addresses import printable_url
from dateline.gather.channel import channel
from dateline.gather.discover import usual_places
from dateline.gather.fetch import Answer, Fetcher
from dateline.gather.item import Carrier
from dateline.gather.options import GatherOptions
from dateline.gather.pace import AskedToWait
from dateline.gather.web import answer_items, feeds_of_page, is_feed, is_page
from dateline.records import record


@record
class FoundFeed:
    """A feed that was found and can be read: its address, its title, the page that led to it.

    ``others`` are further feeds that the page names.
    """

    url: str
    title: str = ""
    page: str | None = None
    others: tuple[str, ...] = ()


def find_feed(url: str, fetcher: Fetcher, options: GatherOptions, now: datetime) -> FoundFeed:
    """Find a feed from ``url``. Nothing of it is taken.

    Raises FetchError or NotPermitted where the address can't be had, and ReadError where there
    is no feed; the message says where it was looked for.
    """
    name = printable_url(url)
    answer = fetcher.get(url)
    if not is_page(answer):
        _must_be_feed(answer, name, options, now)
        return FoundFeed(url=url, title=channel(answer).title)
    named = feeds_of_page(answer)
    why = ""
    for candidate in _candidates(answer.url, named):
        try:
            feed = fetcher.get(candidate)
            if is_page(feed):
                continue
            _must_be_feed(feed, printable_url(candidate), options, now)
        except AskedToWait as error:
            raise AskedToWait(name, error.seconds, error.reason) from error
        except StageError as error:
            why = f" ({printable_url(candidate)}: {error.reason})" if candidate in named else why
            continue
        others = tuple(other for other in named if other != candidate)
        return FoundFeed(
            url=candidate,
            title=channel(feed).title,
            page=answer.url,
            others=others,
        )
    reason = (
        f"is a page that names no feed which can be read{why}, and there is none at /feed, /rss "
        "and the other usual places; give the feed's own address"
    )
    raise ReadError(name, reason, kind="broken")


def _candidates(page: str, named: tuple[str, ...]) -> Iterator[str]:
    yield from named[:3]
    yield from (place for place in usual_places(page) if place not in named)


def _must_be_feed(answer: Answer, name: str, options: GatherOptions, now: datetime) -> None:
    """Read the feed once through. Raises ReadError where it is none; an empty one is one."""
    if b"<opml" in answer.content[:2_000].lower():
        reason = "is a list of feeds: import it (dateline sources import)"
        raise ReadError(name, reason, kind="unsupported")
    json_feed = b"jsonfeed.org/version" in answer.content
    if not is_feed(answer) or (answer.content.lstrip()[:1] == b"{" and not json_feed):
        raise ReadError(name, "is neither a feed nor a page", kind="unsupported")
    carrier = Carrier(name=name, source=name, retrieved=now)
    try:
        for _ in answer_items(answer, carrier, options, now):
            pass
    except ReadError as error:
        if error.kind != "empty":
            raise
