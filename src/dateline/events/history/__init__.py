"""History: event files that people already have, read as events marked *imported*."""

from dateline.events.history.load import FORMATS, load_history, sniff

__all__ = ["FORMATS", "load_history", "sniff"]
