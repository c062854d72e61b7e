"""Actors: which states, organisations and persons a report names, and how each was linked."""

from dateline.read.actors.link import find_actors
from dateline.read.actors.records import by_sentence, mentions_within

__all__ = ["by_sentence", "find_actors", "mentions_within"]
