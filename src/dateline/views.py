"""What the desk answers with: records put together for whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline.records import Reading, Rejected, Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What ``add`` or ``pull`` did.

    ``gathered`` items came in, ``reports`` of them were new to the desk, ``stories`` are the
    ids of the stories that hold the items, ``rejected`` is what could not be taken, and why.
    """

    gathered: int
    reports: int
    stories: tuple[str, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """A story as a list shows it. ``parts`` are the parts of its rank, by name.

    ``actors`` and ``places`` are the ids of those that most of its reports name.
    """

    id: str
    title: str
    reports: int
    independent: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    opened: datetime
    updated: datetime
    score: float
    parts: tuple[tuple[str, float], ...]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation opened: the words of ``span`` with the text ``before`` and ``after`` them."""

    span: Span
    report: Report
    before: str
    text: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """A report and what was read out of it."""

    report: Report
    reading: Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What ``read`` found: reports with their readings, and what could not be read."""

    items: tuple[ReadItem, ...]
    rejected: tuple[Rejected, ...]
