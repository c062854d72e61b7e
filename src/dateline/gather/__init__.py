"""Gather: feeds, pages, archives, files and folders, taken in safely as Fetched items."""

from dateline.gather.collect import collect
from dateline.gather.options import GatherOptions

__all__ = ["GatherOptions", "collect"]
