"""What a store answers with, beside records."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from dateline.records import Span, record


@record
class Hit:
    """A report that search found.

    By words: ``span`` is the sentence (or block, before it was read) where most terms of the
    query stand; ``score`` the share of the query's terms that stand in the headline, 0 to 1.
    By meaning: the sentence that lies nearest (or the first block), and the report's cosine.
    """

    report: str
    span: Span
    score: float


@record
class Health:
    """The state of a store: ``backend`` and its ``version``, ``location`` without secrets,
    ``size`` in bytes, the number of the last migration it has and of the newest one known.
    """

    backend: str
    version: str
    location: str
    size: int
    schema: int
    newest_schema: int


class Weighed(NamedTuple):
    """Of a story what ranking needs; ``weight`` is None where it isn't known at this version."""

    story: str
    opened: datetime
    updated: datetime
    weight: float | None


class Gist(NamedTuple):
    """Of a story's kept brief what lists show: headline and gist, each with its language."""

    story: str
    headline: str
    headline_language: str
    gist: str
    gist_language: str


@record
class OutletFacts:
    """An outlet (``name`` None: unknown) over the newest versions of its reports.

    ``origins`` are reports that copy no other, ``copies`` pairs each kind of copying with how
    many do; ``copied`` counts the copies that were made of the origins. ``latest`` is the latest
    publication time.
    """

    name: str | None
    reports: int
    origins: int
    copied: int
    copies: tuple[tuple[str, int], ...]
    languages: tuple[str, ...]
    latest: datetime | None
