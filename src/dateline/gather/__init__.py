"""Gather: feeds, pages, archives, files and folders, taken in safely as Fetched items."""

from dateline.gather import schedule
from dateline.gather.addresses import printable_url
from dateline.gather.collect import collect, is_address
from dateline.gather.discover import feed_links
from dateline.gather.fetch import Fetcher
from dateline.gather.item import Item
from dateline.gather.opml import feed_urls, listed_feeds, to_opml
from dateline.gather.options import GatherOptions
from dateline.gather.pull import Pulled, new_feed, pull

__all__ = [
    "Fetcher", "GatherOptions", "Item", "Pulled", "collect", "feed_links", "feed_urls",
    "is_address", "listed_feeds", "new_feed", "printable_url", "pull", "schedule", "to_opml",
]  # fmt: skip
