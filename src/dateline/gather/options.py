"""What can be set about gathering."""

from __future__ import annotations

from dateline.gather.archives.mapping import Mapping
from dateline.records import Hints, record

MEGABYTE = 1 << 20


@record
class GatherOptions:
    """Options of the gather stage. Sizes are bytes, times are seconds.

    ``overrides`` are facts that the user states about what is added; each one that is set
    wins over what the item declares. Those that belong to one item (title, authors,
    published, updated, url, own id) are left aside for sources that hold many items.
    """

    overrides: Hints = Hints()

    mapping: Mapping | None = None
    """Where the facts stand in JSON objects of somebody else's making."""

    max_item_bytes: int = 50 * MEGABYTE
    """The longest item, before and after decompression."""
    max_feed_bytes: int = 10 * MEGABYTE
    """The longest feed or feed list; a feed is parsed in memory."""
    max_feed_entries: int = 10_000
    """Entries taken from one feed; the feed's further ones are one rejection."""
    max_ratio: int = 200
    """Most bytes that one compressed byte may become. Text reaches about 20, bombs 1,000."""

    network: bool = True
    """False refuses every URL, also those that a feed list names."""
    discover_feeds: bool = False
    """Where a URL is a page that names a feed, take the feed instead of the page."""
    full_text: bool = False
    """Fetch the page behind a pulled feed entry that carries only a teaser."""
    max_pages: int = 50
    """Linked pages fetched at one reading of a kept feed; the others wait for the next."""
    max_pages_time: float = 120.0
    """Time after which no further linked page is fetched at one reading of a kept feed."""
    allow_private: bool = False
    """Let URLs lead to private, loopback and link-local addresses."""
    respect_robots: bool = True
    """Ask robots.txt before each request."""
    user_agent: str = "Dateline/0.1 (news reader; feeds and linked pages)"
    """Sent with each request; its first word is the name looked for in robots.txt."""
    proxy: str | None = None
    """An HTTP proxy to go through. Proxies in the environment are never used."""
    connect_timeout: float = 10.0
    read_timeout: float = 15.0
    """Longest silence of a server."""
    total_timeout: float = 60.0
    """Longest time of one request with all its redirects, however alive the server."""
    max_redirects: int = 5
    host_interval: float = 1.0
    """Least time between two requests to one host."""
    max_wait: float = 10.0
    """Longest Retry-After or crawl delay that is waited for; a longer one ends the pull."""
    retries: int = 1
    """Further tries after a lost connection or a server error that may pass."""
